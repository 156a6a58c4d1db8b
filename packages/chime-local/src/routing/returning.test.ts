import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNack } from '../rtp/write-rtcp';
import { SALT_BYTES } from '../transport/srtp/srtp-keys';
import { SrtpReceiver } from '../transport/srtp/srtp-receiver';
import { SrtpSender } from '../transport/srtp/srtp-sender';
import { Meeting, audio, section, type Member } from './testing/meeting';
import { makePair, shown, steps } from './testing/pair';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  // What begins anew begins with the same numbers again.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What of all that a client was sent its own end of SRTP takes, by one key. */
function accepted({ transport }: Member): number {
  const profile = 'AEAD_AES_128_GCM';
  const master = { key: Buffer.alloc(16, 7), salt: Buffer.alloc(SALT_BYTES[profile], 9) };
  const sender = new SrtpSender(profile, master);
  const receiver = new SrtpReceiver(profile, master);
  const opened = transport.rtp.map((packet) => {
    const sealed = sender.protectRtp(packet);
    return sealed && receiver.unprotectRtp(sealed);
  });
  return opened.filter((packet) => packet !== undefined).length;
}

describe('what goes away and comes back under the same number', () => {
  it('a section goes on with its numbers, so that SRTP never sees one twice', () => {
    const { sender, viewer, source } = makePair();
    for (let times = 0; times < 3; times += 1) {
      viewer.plan({ receive: [section()] });
      sender.send([...source.keyFrame(), ...source.deltaFrame()]);
      viewer.plan({ receive: [] });
      sender.send(source.keyFrame());
    }
    expect(shown(viewer)).toHaveLength(12);
    expect(steps(viewer)).toEqual(Array(11).fill(1));
    expect(accepted(viewer)).toBe(12);
  });

  it('a section sends nothing again from before', () => {
    const { meeting, sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    const numbers = viewer.transport.headers(5000).map((rtp) => rtp.sequenceNumber);
    viewer.plan({ receive: [] });
    viewer.plan({ receive: [section()] });
    sender.send(source.keyFrame());
    viewer.transport.client.rtcp(writeNack(1, 5000, numbers));
    expect(meeting.server.figures().nacksAnswered).toBe(0);
  });

  it('is forgotten after hundreds of others, so that sections without end are not all kept', () => {
    const { sender, viewer, source } = makePair();
    const show = (ssrc: number) => viewer.plan({ receive: [section({ ssrc })] });
    show(6000);
    sender.send(source.keyFrame());
    for (let ssrc = 6001; ssrc < 6255; ssrc += 1) show(ssrc);
    show(6000);
    sender.send(source.keyFrame());
    expect(steps(viewer, 6000)).toEqual([1, 1, 1]);
    for (let ssrc = 6255; ssrc < 6600; ssrc += 1) show(ssrc);
    show(6000);
    sender.send(source.keyFrame());
    expect(steps(viewer, 6000).slice(3)).not.toEqual([1, 1]);
  });

  it('audio goes on with its numbers', () => {
    const meeting = new Meeting();
    const listener = meeting.join('a', { audio: audio() });
    vi.advanceTimersByTime(100);
    listener.plan({});
    vi.advanceTimersByTime(100);
    listener.plan({ audio: audio() });
    vi.advanceTimersByTime(100);
    const sent = listener.transport.headers(9000).length;
    expect(sent).toBeGreaterThan(8);
    expect(steps(listener, 9000)).toEqual(Array(sent - 1).fill(1));
    expect(accepted(listener)).toBe(sent);
  });
});
