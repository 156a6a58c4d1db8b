import { describe, expect, it } from 'vitest';
import { cpuMsOf } from '../testing/cpu-ms';
import { pick, randomFrom, type Random } from '../testing/seeded-random';
import { acceptedCodecs, payloadTypes } from './codecs';
import { acceptedExtensions, extensionIds } from './extensions';
import { parseOffer } from './parse-offer';
import { RECORDED, recordedOffer } from './recorded/recorded-offer';
import { SdpError } from './sdp-error';
import { writeAnswer } from './write-answer';

const ROUNDS = 400;

const WORDS = [
  '',
  ' ',
  ':',
  '*',
  ';',
  '=',
  '-1',
  '128',
  '99999999999',
  '__proto__',
  'm=',
  '\r',
  '\0',
];

const onLines =
  (change: (lines: string[], random: Random) => void) => (sdp: string, random: Random) => {
    const lines = sdp.split('\r\n');
    change(lines, random);
    return lines.join('\r\n');
  };

const DAMAGES: readonly ((sdp: string, random: Random) => string)[] = [
  (sdp, random) => sdp.slice(0, random(sdp.length)),
  (sdp, random) => {
    const at = random(sdp.length);
    return sdp.slice(0, at) + String.fromCharCode(random(256)) + sdp.slice(at + 1);
  },
  (sdp, random) => {
    const at = random(sdp.length);
    return sdp.slice(0, at) + pick(WORDS, random) + sdp.slice(at + random(8));
  },
  onLines((lines, random) => lines.splice(random(lines.length), 1 + random(4))),
  onLines((lines, random) => lines.splice(random(lines.length), 0, pick(lines, random))),
  onLines((lines, random) => {
    const line = pick(lines, random);
    lines.push(...Array.from({ length: 2_000 }, () => line));
  }),
];

function damaged(sdp: string, random: Random): string {
  let text = sdp;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    text = pick(DAMAGES, random)(text, random);
  }
  return text;
}

/** Everything that is done with an offer. */
function answerTo(sdp: string): string {
  const { sections } = parseOffer(sdp);
  sections.forEach(payloadTypes);
  sections.forEach(extensionIds);
  return writeAnswer({
    ice: { ufrag: 'ours', password: 'p'.repeat(22) },
    fingerprint: 'sha-256 AA',
    candidates: [],
    sections: sections.map((offered) => ({
      offered,
      direction: offered.stopped ? 'stopped' : offered.direction,
      codecs: acceptedCodecs(offered),
      extensions: acceptedExtensions(offered),
    })),
  });
}

function outcomeOf(sdp: string): 'answered' | 'refused' {
  try {
    answerTo(sdp);
    return 'answered';
  } catch (error) {
    if (error instanceof SdpError) return 'refused';
    throw error;
  }
}

describe('an offer that was damaged on the way', () => {
  it.each(RECORDED)('is answered or refused, and nothing else happens: %s', (name) => {
    const random = randomFrom(name.length);
    const offer = recordedOffer(name);
    const outcomes = Array.from({ length: ROUNDS }, () => outcomeOf(damaged(offer, random)));
    // Both: else the damage is too small or too great to show anything.
    expect(new Set(outcomes)).toEqual(new Set(['answered', 'refused']));
  });

  it('that is noise is refused', () => {
    const random = randomFrom(7);
    const noise = () => String.fromCharCode(...Array.from({ length: 300 }, () => random(256)));
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(outcomeOf(noise())).toBe('refused');
      expect(outcomeOf(`v=0\r\n${noise()}`)).toBe('refused');
    }
  });

  it.each([
    ['a=rtcp-fb:96 nack\r\n'],
    ['a=fmtp:96 a=b\r\n'],
    ['a=ssrc-group:FID 1 2\r\n'],
    ['a=ssrc:1 cname:x\r\n'],
    ['a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid\r\n'],
    ['a=rid:low send\r\n'],
    [`a=simulcast:send ${'low;'.repeat(10_000)}\r\n`],
    [`a=fmtp:96 ${'a=b;'.repeat(10_000)}\r\n`],
    [`a=group:BUNDLE${' 0'.repeat(10_000)}\r\n`],
    [`a=rtpmap:96 ${'x'.repeat(10_000)}\r\n`],
  ])('that is as long as it may be takes no time to speak of: %.24s', (line) => {
    const offer = recordedOffer('chromium-joining');
    const times = Math.floor((524_288 - offer.length) / line.length);
    const cpuMs = cpuMsOf(() => outcomeOf(offer + line.repeat(times)));
    // Some 50 ms; whatever grows with the square of the length takes minutes.
    expect(cpuMs).toBeLessThan(2_000);
  });
});
