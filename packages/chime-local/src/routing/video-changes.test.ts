import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Meeting, camera, section, types } from './testing/meeting';
import { makePair, shown, steps, timestampSteps } from './testing/pair';
import { VideoSource } from './testing/video-source';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('what changes for a viewer', () => {
  it('leaves no gap in numbers or time after a pause', () => {
    const { sender, viewer, source } = makePair();
    sender.send([...source.keyFrame(), ...source.deltaFrame()]);
    viewer.peer.pause([1]);
    sender.send([...source.deltaFrame(), ...source.keyFrame()]);
    vi.advanceTimersByTime(2000);
    viewer.peer.resume([1]);
    sender.send([...source.deltaFrame(), ...source.keyFrame(), ...source.deltaFrame()]);
    expect(shown(viewer)).toHaveLength(8);
    expect(steps(viewer)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(timestampSteps(viewer)).toEqual([0, 6000, 0, 180_000, 0, 6000, 0]);
  });

  it('keeps a pause over another plan, and asks nothing of the sender meanwhile', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    viewer.peer.pause([1, 77]);
    const asked = sender.transport.messages('pli').length;
    viewer.plan({ receive: [section(), section({ mid: '3', ssrc: 5001, streamId: 0 })] });
    vi.advanceTimersByTime(1000);
    sender.send(source.keyFrame());
    expect(shown(viewer)).toHaveLength(2);
    expect(sender.transport.messages('pli')).toHaveLength(asked);
  });

  it('does not disturb a section that stays as it is', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const asked = sender.transport.messages('pli').length;
    sender.plan({ camera: camera() });
    viewer.plan({ receive: [section({ payloadTypes: types(['VP8', 99]) })] });
    sender.send(source.deltaFrame());
    expect(steps(viewer)).toEqual([1, 1, 1]);
    expect(viewer.transport.headers(5000).map((rtp) => rtp.payloadType)).toEqual([
      120, 120, 99, 99,
    ]);
    expect(sender.transport.messages('pli')).toHaveLength(asked);
  });

  it('shows another person with a key frame, and nothing of the former until then', () => {
    const { meeting, sender, viewer, source } = makePair();
    const plan = camera({ layers: [{ streamId: 2 }], ssrcs: [2000] });
    const other = meeting.join('other', { camera: plan });
    const otherSource = new VideoSource({ ssrc: 2000, firstSequence: 40_000 });
    sender.send(source.keyFrame());
    other.send(otherSource.keyFrame());
    viewer.peer.select('2', 2);
    sender.send(source.deltaFrame());
    other.send(otherSource.deltaFrame());
    expect(shown(viewer)).toHaveLength(2);
    other.send(otherSource.keyFrame());
    expect(shown(viewer).slice(2)).toEqual([40_004, 40_005]);
    expect(steps(viewer)).toEqual([1, 1, 1]);
  });

  it('shows a stream that is published only later', () => {
    const meeting = new Meeting();
    const viewer = meeting.join('viewer', { receive: [section()] });
    const sender = meeting.join('sender', {});
    sender.plan({ camera: camera() });
    sender.send(new VideoSource({ ssrc: 1000 }).keyFrame());
    expect(shown(viewer)).toHaveLength(2);
  });

  it('shows nothing in a section of no stream or that is gone', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    viewer.plan({ receive: [section({ streamId: 0 })] });
    sender.send(source.keyFrame());
    viewer.plan({ receive: [] });
    sender.send(source.keyFrame());
    expect(shown(viewer)).toHaveLength(2);
  });

  it('tells of a lost transport, unless the peer was closed', () => {
    const { viewer, sender } = makePair();
    viewer.transport.client.lost('silent');
    sender.peer.close();
    sender.transport.client.lost('closed');
    expect(viewer.events).toEqual(['connected', 'silent']);
    expect(sender.events).toEqual(['connected']);
  });
});
