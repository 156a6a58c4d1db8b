import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rtpExtension } from '../rtp/header-extensions';
import { writeSenderReport } from '../rtp/write-rtcp';
import { section, types } from './testing/meeting';
import { makePair, shown, steps, timestampSteps } from './testing/pair';
import { VideoSource } from './testing/video-source';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('video between two', () => {
  it('begins with a key frame, under the number and the payload type of the viewer', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.deltaFrame());
    const first = source.sequence;
    sender.send([...source.keyFrame(), ...source.deltaFrame()]);
    expect(shown(viewer)).toEqual([0, 1, 2, 3].map((i) => (first + i) & 0xffff));
    expect(new Set(viewer.transport.headers(5000).map((rtp) => rtp.payloadType))).toEqual(
      new Set([120]),
    );
    expect(steps(viewer)).toEqual([1, 1, 1]);
    expect(timestampSteps(viewer)).toEqual([0, 6000, 0]);
    expect(viewer.transport.headers(5000).map((rtp) => rtp.marker)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('asks the sender for a key frame until one comes, no oftener than each 300 ms', () => {
    const { sender, source } = makePair();
    const asked = (): number => sender.transport.messages('pli').length;
    expect(sender.transport.messages('pli')).toMatchObject([{ mediaSsrc: 1000 }]);
    vi.advanceTimersByTime(1000);
    expect(asked()).toBe(4);
    sender.send(source.keyFrame());
    vi.advanceTimersByTime(1000);
    expect(asked()).toBe(4);
  });

  it('sends nothing to a client that is not connected, and begins anew when it is', () => {
    const { meeting, sender, source } = makePair();
    const late = meeting.join('late', { receive: [section()] }, false);
    sender.send(source.keyFrame());
    expect(late.transport.rtp).toEqual([]);
    late.transport.client.connected();
    sender.send(source.deltaFrame());
    expect(late.transport.rtp).toEqual([]);
    sender.send(source.keyFrame());
    expect(late.events).toEqual(['connected']);
    expect(late.transport.headers(5000)).toHaveLength(2);
  });

  it('shows several the same, each under its own numbers', () => {
    const { meeting, sender, viewer, source } = makePair();
    const formats = { payloadTypes: types(['VP8', 101]), ssrc: 6000 };
    const other = meeting.join('other', { receive: [section(formats)] });
    sender.send([...source.keyFrame(), ...source.deltaFrame()]);
    expect(shown(other, 6000)).toEqual(shown(viewer));
    expect(other.transport.headers(6000)[0]).toMatchObject({ payloadType: 101 });
  });

  it('sends nothing of a codec that the viewer does not read', () => {
    const { sender, viewer } = makePair();
    const vp9 = new VideoSource({ ssrc: 1000, payloadType: 98 });
    sender.send(vp9.keyFrame());
    expect(viewer.transport.rtp).toEqual([]);
  });

  it('goes on with a key frame when the sender is back at a codec that the viewer reads', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const vp9 = new VideoSource({ ssrc: 1000, payloadType: 98, firstSequence: source.sequence });
    sender.send(vp9.deltaFrame());
    const vp8 = new VideoSource({ ssrc: 1000, firstSequence: vp9.sequence });
    sender.send([...vp8.deltaFrame(), ...vp8.keyFrame()]);
    expect(shown(viewer)).toHaveLength(4);
    expect(steps(viewer)).toEqual([1, 1, 1]);
  });

  it('keeps the orientation for who asked for it, and no other extension', () => {
    const { meeting, sender, viewer } = makePair();
    const plan = section({ extensions: { orientation: 9 }, ssrc: 6000 });
    const other = meeting.join('other', { receive: [plan] });
    const extensions = [
      { id: 1, value: Buffer.from('1') },
      { id: 4, value: Buffer.from([1]) },
    ];
    sender.send(new VideoSource({ ssrc: 1000, extensions }).keyFrame());
    expect(viewer.transport.headers(5000).map((rtp) => rtp.headerBytes)).toEqual([12, 12]);
    const [turned = Buffer.alloc(0)] = other.transport.rtp;
    expect(rtpExtension(turned, 9)).toEqual(Buffer.from([1]));
    expect(rtpExtension(turned, 1)).toBeUndefined();
  });

  it('maps the reports of the sender to what the viewer sees', () => {
    const { sender, viewer, source } = makePair();
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = source.keyFrame();
    sender.send([first, second]);
    const figures = { ssrc: 1000, timeMs: Date.UTC(2026, 1, 1), packets: 900, payloadBytes: 1 };
    const rtpTimestamp = (first.readUInt32BE(4) + 45_000) >>> 0;
    sender.transport.client.rtcp(writeSenderReport({ ...figures, rtpTimestamp }));
    const [report] = viewer.transport.messages('sender-report');
    expect(report).toMatchObject({ ssrc: 5000, packets: 2, payloadBytes: 14 });
    const [header] = viewer.transport.headers(5000);
    expect(((report?.rtpTimestamp ?? 0) - (header?.timestamp ?? 0)) >>> 0).toBe(45_000);
    expect(report?.timeMs).toBeCloseTo(figures.timeMs, 1);
  });

  it('goes on with a key frame after a goodbye', () => {
    const { sender, viewer, source } = makePair();
    sender.send([...source.keyFrame(), ...source.deltaFrame()]);
    sender.transport.client.rtcp(Buffer.from('81cb0001000003e8', 'hex'));
    const again = new VideoSource({ ssrc: 1000, firstSequence: 12_345 });
    sender.send([...again.deltaFrame(), ...again.keyFrame()]);
    expect(shown(viewer)).toHaveLength(6);
    expect(steps(viewer)).toEqual([1, 1, 1, 1, 1]);
  });

  it('measures the bits a second that come in', () => {
    const { meeting, sender, source } = makePair();
    vi.advanceTimersByTime(1000);
    for (let n = 0; n < 40; n += 1) {
      sender.send(source.deltaFrame());
      vi.advanceTimersByTime(50);
    }
    // Forty packets a second of 19 bytes.
    expect(meeting.room.bitrates().get(1)).toBeCloseTo(40 * 19 * 8, -2);
    vi.advanceTimersByTime(2100);
    expect(meeting.room.bitrates().get(1)).toBe(0);
  });

  it('ends with the sender, whose stream is not listed any more', () => {
    const { meeting, sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    sender.peer.close();
    sender.send(source.deltaFrame());
    expect(shown(viewer)).toHaveLength(2);
    expect([...meeting.room.bitrates()]).toEqual([]);
    expect(sender.transport.isClosed).toBe(true);
    expect(meeting.server.figures().peers).toBe(1);
  });
});
