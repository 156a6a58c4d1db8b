import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { cpuMsOf } from '../testing/cpu-ms';
import { FrameType } from './frame-type';
import { pickPart } from './pick-part';
import { readClientFrame } from './read-client-frame';

const EMPTY_MESSAGE = Buffer.of(0x0a, 0);
const PING = { type: FrameType.pingPong, part: 20, body: Buffer.of(8, 1, 16, 7) };

function field(number: number, body: Uint8Array): Uint8Array {
  return protobuf.Writer.create()
    .uint32((number << 3) | 2)
    .bytes(body)
    .finish();
}

const head = (type: number): Uint8Array => Buffer.of(8, 1, 16, type);

const many = (count: number): Buffer => Buffer.alloc(count * 2, EMPTY_MESSAGE);

const frame = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat([Buffer.of(5), ...parts]);

describe('pickPart', () => {
  it('leaves away what does not belong to the type, wherever it stands', () => {
    const ping = field(PING.part, PING.body);
    const other = field(23, many(10));
    const picked = pickPart(Buffer.concat([other, head(PING.type), other, ping, other]));
    expect(Buffer.from(picked)).toEqual(Buffer.concat([head(PING.type), ping]));
  });

  it('takes the last of what stands there several times, behind a tag of any length', () => {
    const ping = (id: number) => field(PING.part, Buffer.of(8, 1, 16, id));
    const type = Buffer.of(0x90, 0, PING.type);
    const bytes = frame(head(FrameType.join), type, ping(1), ping(7));
    expect(readClientFrame(bytes)).toEqual({ kind: 'ping', pingId: 7 });
    expect(pickPart(bytes.subarray(1)).length).toBeLessThan(bytes.length - 8);
  });
});

describe('a frame that would be much work', () => {
  it('costs none where the part is another type’s', () => {
    const bytes = frame(head(PING.type), field(PING.part, PING.body), field(23, many(250_000)));
    const cpuMs = cpuMsOf(() => {
      for (let count = 0; count < 100; count++) readClientFrame(bytes);
    });
    expect(cpuMs).toBeLessThan(500);
  });

  it.each([
    ['messages', FrameType.dataMessages, 23, 3000, /at most 2048 fields/],
    ['messages', FrameType.dataMessages, 23, 200_000, /at most 65536 bytes/],
    ['streams', FrameType.subscribe, 6, 200_000, /at most 2048 fields/],
  ])('is refused before its many %s are decoded', (_what, type, part, count, why) => {
    const bytes = frame(head(type), field(part, many(count)));
    expect(() => readClientFrame(bytes)).toThrow(why);
  });

  it('is refused where it has fields without end', () => {
    const bytes = frame(
      head(PING.type),
      ...Array.from({ length: 3000 }, () => field(99, PING.body)),
    );
    expect(() => readClientFrame(bytes)).toThrow(/at most 2048 fields/);
  });

  it('may have a long offer in it', () => {
    const body = field(4, Buffer.alloc(400_000, 'a'));
    expect(readClientFrame(frame(head(FrameType.subscribe), field(6, body)))).toMatchObject({
      kind: 'subscribe',
      sdpOffer: 'a'.repeat(400_000),
    });
  });
});
