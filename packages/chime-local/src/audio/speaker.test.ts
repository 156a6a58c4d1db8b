import { describe, expect, it } from 'vitest';
import type { OpusCodec } from './opus-codec';
import { SILENCE } from './opus-packet';
import { Speaker } from './speaker';

function fakeCodecs(): { open: () => OpusCodec; opened: () => number; living: () => number } {
  let [opened, closed] = [0, 0];
  const pcm = new Int16Array(960);
  const open = (): OpusCodec => {
    opened += 1;
    const decode = () => pcm;
    return { encode: () => SILENCE, decode, conceal: decode, close: () => (closed += 1) };
  };
  return { open, opened: () => opened, living: () => opened - closed };
}

/** Ticks, a packet of this level before each. */
function speak(speaker: Speaker, from: number, ticks: number, level: number): void {
  for (let n = from; n < from + ticks; n += 1) {
    speaker.receive(n, SILENCE, level);
    speaker.tick();
  }
}

describe('Speaker', () => {
  const codecs = fakeCodecs();
  const voice = (): Speaker => new Speaker('a', codecs.open);

  it('talks while it is loud and for 600 ms after', () => {
    const speaker = voice();
    speak(speaker, 0, 10, 80);
    expect(speaker.isTalking).toBe(false);
    speak(speaker, 10, 10, 40);
    expect(speaker.isTalking).toBe(true);
    speak(speaker, 20, 28, 80);
    expect(speaker.isTalking).toBe(true);
    speak(speaker, 48, 3, 80);
    expect(speaker.isTalking).toBe(false);
  });

  it('tells how loud it was lately, and silence after that', () => {
    const speaker = voice();
    speak(speaker, 0, 5, 33);
    speak(speaker, 5, 10, 70);
    expect(speaker.level).toBe(33);
    speak(speaker, 15, 40, 127);
    expect(speaker.level).toBe(127);
  });

  it('does not talk any more when its packets stay away', () => {
    const speaker = voice();
    speak(speaker, 0, 10, 30);
    for (let n = 0; n < 3; n += 1) speaker.tick();
    expect(speaker.isTalking).toBe(true);
    expect(speaker.frame).toBeUndefined();
    speaker.tick();
    expect(speaker.isTalking).toBe(false);
  });

  it('is silent at once when it must be', () => {
    const speaker = voice();
    speak(speaker, 0, 10, 30);
    speaker.silence();
    expect(speaker.isTalking).toBe(false);
    expect(speaker.level).toBe(127);
    speaker.tick();
    expect(speaker.frame).toBeUndefined();
  });

  it('keeps its own copy of a packet', () => {
    const speaker = voice();
    const packet = Buffer.from(SILENCE);
    for (const n of [0, 1]) speaker.receive(n, packet, 30);
    packet.fill(0);
    speaker.tick();
    expect(speaker.frame).toEqual(SILENCE);
  });

  it('does not take packets of other lengths than 20 ms', () => {
    const speaker = voice();
    for (const n of [0, 1, 2]) speaker.receive(n, Buffer.from([0xf0, 1, 2]), 30);
    speaker.tick();
    expect(speaker.frame).toBeUndefined();
    expect(speaker.level).toBe(127);
  });

  it('opens a decoder when it is needed and gives it back two seconds after', () => {
    const speaker = voice();
    const before = codecs.opened();
    speak(speaker, 0, 10, 30);
    expect(codecs.opened()).toBe(before);
    speaker.decode();
    expect(codecs.opened()).toBe(before + 1);
    speak(speaker, 10, 101, 30);
    expect(codecs.living()).toBe(0);
  });
});
