import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNack, writePli } from '../rtp/write-rtcp';
import { section, types } from './testing/meeting';
import { makePair, shown, steps } from './testing/pair';
import { VideoSource } from './testing/video-source';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('losses', () => {
  it('asks the sender for what is missing, and sends it on in its place', () => {
    const { meeting, sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const [lost = Buffer.alloc(0), next = Buffer.alloc(0)] = source.deltaFrame();
    sender.send([next]);
    vi.advanceTimersByTime(45);
    const [nack] = sender.transport.messages('nack');
    expect(nack).toMatchObject({ mediaSsrc: 1000, sequenceNumbers: [lost.readUInt16BE(2)] });
    sender.send([lost]);
    expect(steps(viewer)).toEqual([1, 2, 0xffff]);
    vi.advanceTimersByTime(2000);
    expect(sender.transport.messages('nack')).toHaveLength(1);
    expect(meeting.server.figures().packetsLost).toBe(0);
  });

  it('wants a key frame when something stays lost', () => {
    const { meeting, sender, source } = makePair();
    sender.send(source.keyFrame());
    const asked = sender.transport.messages('pli').length;
    sender.send(source.deltaFrame().slice(1));
    vi.advanceTimersByTime(1100);
    expect(sender.transport.messages('nack')).toHaveLength(10);
    expect(sender.transport.messages('pli').length).toBeGreaterThan(asked);
    expect(meeting.server.figures().packetsLost).toBe(1);
  });

  it('shows all of a key frame whose first packet was late', () => {
    const { sender, viewer, source } = makePair();
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = source.keyFrame();
    const third = source.deltaFrame();
    sender.send(new VideoSource({ ssrc: 1000, firstSequence: 65_528 }).deltaFrame());
    sender.send([second, ...third, first]);
    expect(shown(viewer)).toEqual([65_530, 65_531, 65_532, 65_533]);
    expect(steps(viewer)).toEqual([1, 1, 1]);
  });

  it('sends a viewer again what it did not get, under its own numbers', () => {
    const { meeting, sender, viewer, source } = makePair();
    sender.send([...source.keyFrame(), ...source.deltaFrame()]);
    const sent = viewer.transport.rtp.map((packet) => Buffer.from(packet));
    const numbers = viewer.transport.headers(5000).map((rtp) => rtp.sequenceNumber);
    const wanted = [numbers[1] ?? 0, numbers[3] ?? 0];
    viewer.transport.client.rtcp(writeNack(1, 5000, wanted));
    expect(viewer.transport.rtp.slice(4)).toEqual([sent[1], sent[3]]);
    expect(meeting.server.figures().nacksAnswered).toBe(2);
  });

  it('sends again what was before a pause, as it was', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const [first = Buffer.alloc(0)] = viewer.transport.rtp;
    viewer.peer.pause([1]);
    viewer.peer.resume([1]);
    sender.send(source.keyFrame());
    viewer.transport.client.rtcp(writeNack(1, 5000, [first.readUInt16BE(2)]));
    expect(viewer.transport.rtp.at(-1)).toEqual(first);
  });

  it('sends again what was before another plan, as it was', () => {
    const { sender, viewer } = makePair();
    const extensions = [{ id: 4, value: Buffer.from([2]) }];
    const source = new VideoSource({ ssrc: 1000, extensions });
    sender.send(source.keyFrame());
    const plan = { payloadTypes: types(['VP8', 99]), extensions: { orientation: 13 } };
    viewer.plan({ receive: [section(plan)] });
    sender.send(source.deltaFrame());
    const sent = [...viewer.transport.rtp];
    const numbers = sent.map((packet) => packet.readUInt16BE(2));
    viewer.transport.client.rtcp(writeNack(1, 5000, numbers));
    expect(viewer.transport.rtp.slice(4)).toEqual(sent);
    expect(viewer.transport.headers(5000).map((rtp) => rtp.headerBytes)).toEqual([
      ...[12, 12, 20, 20],
      ...[12, 12, 20, 20],
    ]);
  });

  it('sends nothing again of one who left', () => {
    const { meeting, sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const numbers = viewer.transport.headers(5000).map((rtp) => rtp.sequenceNumber);
    sender.peer.close();
    viewer.transport.client.rtcp(writeNack(1, 5000, numbers));
    expect(meeting.server.figures().nacksAnswered).toBe(0);
  });

  it('reports to the sender each second what came', () => {
    const { sender, source } = makePair();
    sender.send(source.keyFrame());
    sender.send(source.deltaFrame().slice(1));
    vi.advanceTimersByTime(1100);
    const reports = sender.transport.messages('receiver-report');
    expect(reports[0]?.reports).toMatchObject([{ ssrc: 1000, packetsLost: 1, fractionLost: 64 }]);
    expect(reports[0]?.reports[0]?.highestSequence).toBe(65533);
  });

  it('passes on that a viewer wants a key frame, at most once a second', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    vi.advanceTimersByTime(500);
    const asked = sender.transport.messages('pli').length;
    for (let n = 0; n < 40; n += 1) {
      viewer.transport.client.rtcp(writePli(1, 5000));
      const fir = Buffer.from('84ce00040000000700000000000013880900000a', 'hex');
      viewer.transport.client.rtcp(fir);
      vi.advanceTimersByTime(50);
      sender.send(source.keyFrame());
    }
    expect(sender.transport.messages('pli').length - asked).toBe(2);
  });
});
