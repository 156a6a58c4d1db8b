import protocol from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { describe, expect, it } from 'vitest';
import { FrameError } from './frame-error';
import { readClientFrame } from './read-client-frame';
import { pick, randomFrom, type Random } from '../testing/seeded-random';

const ROUNDS = 20_000;
const { SdkSignalFrame } = protocol;
const { Type } = SdkSignalFrame;

const stream = { mediaType: 2, trackLabel: 'AmazonChimeExpressVideo', maxBitrateKbps: 1400 };
const message = { topic: 'chat', data: Uint8Array.of(1, 2, 3), lifetimeMs: 1000 };
const subscription = { mid: '3', streamId: 8, groupId: 2, priority: 1 };

const GOOD: readonly Uint8Array[] = [
  { type: Type.JOIN, join: { audioSessionId: 7, clientDetails: { appName: 'x' } } },
  {
    type: Type.SUBSCRIBE,
    sub: { duplex: 3, sendStreams: [stream], receiveStreamIds: [1, 2], sdpOffer: 'v=0\r\n' },
  },
  { type: Type.PING_PONG, pingPong: { type: 1, pingId: 3 } },
  { type: Type.DATA_MESSAGE, dataMessage: { messages: [message, message] } },
  { type: Type.PAUSE, pause: { streamIds: [1, 2], groupIds: [3] } },
  { type: Type.AUDIO_CONTROL, audioControl: { muted: true } },
  {
    type: Type.REMOTE_VIDEO_UPDATE,
    remoteVideoUpdate: { addedOrUpdatedVideoSubscriptions: [subscription] },
  },
].map((frame) =>
  Buffer.concat([Buffer.of(5), SdkSignalFrame.encode({ timestampMs: 1, ...frame }).finish()]),
);

const DAMAGES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => {
    bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.of(random(256)), bytes.subarray(at)]);
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(1 + random(bytes.length))]),
  // Varints that never end, lengths beyond the end, groups in groups.
  (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + random(40), 0xff)]),
  (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + random(2000), 0x7b)]),
];

/** Reads, and lets only FrameErrors pass. */
function kindOf(bytes: Uint8Array): string {
  try {
    return readClientFrame(bytes).kind;
  } catch (error) {
    if (error instanceof FrameError) return 'FrameError';
    throw error;
  }
}

const countKinds = (rounds: number, make: () => Uint8Array): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const kind = kindOf(make());
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
};

describe('readClientFrame with damaged frames', () => {
  it('gives a frame or a FrameError', () => {
    const random = randomFrom(6);
    const counts = countKinds(ROUNDS, () => {
      let bytes: Buffer = Buffer.from(pick(GOOD, random));
      for (let times = random(4); times >= 0; times -= 2) {
        bytes = pick(DAMAGES, random)(bytes, random);
      }
      return bytes;
    });
    expect(counts.get('FrameError')).toBeGreaterThan(ROUNDS / 2);
    expect(counts.get('FrameError')).toBeLessThan(0.95 * ROUNDS);
  });

  it('gives a frame or a FrameError for bytes that were never one', () => {
    const random = randomFrom(7);
    const counts = countKinds(ROUNDS, () => {
      const bytes = Buffer.from(Array.from({ length: random(200) }, () => random(256)));
      if (bytes.length > 0 && random(4) > 0) bytes[0] = 5;
      return bytes;
    });
    expect(counts.get('FrameError')).toBeGreaterThan(ROUNDS / 2);
  });

  it('bears half a megabyte of groups in groups', () => {
    expect(kindOf(Buffer.alloc(500_000, 0x7b).fill(5, 0, 1))).toBe('FrameError');
  });
});
