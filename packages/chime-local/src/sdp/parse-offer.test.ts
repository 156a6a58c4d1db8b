import { describe, expect, it } from 'vitest';
import { parseOffer } from './parse-offer';
import { recordedOffer } from './recorded/recorded-offer';
import { SdpError } from './sdp-error';

const shapeOf = (offer: ReturnType<typeof parseOffer>) =>
  offer.sections.map(({ kind, mid, direction, stopped }) => ({ kind, mid, direction, stopped }));

describe('parseOffer', () => {
  it('reads how a client joins: its voice, and a camera that waits', () => {
    const offer = parseOffer(recordedOffer('chromium-joining'));
    expect(shapeOf(offer)).toEqual([
      { kind: 'audio', mid: '0', direction: 'sendrecv', stopped: false },
      { kind: 'video', mid: '1', direction: 'inactive', stopped: false },
    ]);
    expect(offer.ice.ufrag).toHaveLength(4);
    expect(offer.ice.password).toHaveLength(24);
    expect(offer.fingerprints).toEqual([expect.stringMatching(/^sha-256 ([0-9A-F]{2}:){31}/)]);
  });

  it('keeps the slot of a stopped section, in Chromium', () => {
    expect(shapeOf(parseOffer(recordedOffer('chromium-stopped')))).toEqual([
      { kind: 'audio', mid: '0', direction: 'sendrecv', stopped: false },
      { kind: 'video', mid: '1', direction: 'sendrecv', stopped: false },
      { kind: 'video', mid: '2', direction: 'inactive', stopped: true },
      { kind: 'video', mid: '3', direction: 'recvonly', stopped: false },
    ]);
  });

  it('tells a stopped section from one that is only bundled, in Firefox', () => {
    const offer = parseOffer(recordedOffer('firefox-stopped'));
    expect(shapeOf(offer)).toEqual([
      { kind: 'audio', mid: '0', direction: 'sendrecv', stopped: false },
      { kind: 'video', mid: '1', direction: 'sendrecv', stopped: false },
      { kind: 'video', mid: '2', direction: 'inactive', stopped: true },
      { kind: 'video', mid: '3', direction: 'recvonly', stopped: false },
    ]);
    // Firefox says it for the whole session.
    expect(offer.fingerprints).toHaveLength(1);
  });

  it('reads names, numbers, parameters and feedback of codecs', () => {
    const [audio, camera] = parseOffer(recordedOffer('chromium-joining')).sections;
    expect(audio?.codecs[0]).toEqual({
      payloadType: 111,
      name: 'opus',
      clockRate: 48_000,
      channels: 2,
      parameters: new Map([
        ['minptime', '10'],
        ['useinbandfec', '1'],
      ]),
      feedback: ['transport-cc'],
    });
    expect(camera?.codecs[0]).toMatchObject({ payloadType: 96, name: 'VP8', clockRate: 90_000 });
    expect(camera?.codecs[0]?.feedback).toContain('nack pli');
  });

  it('puts the SSRCs of media before those that mend it', () => {
    const [, camera] = parseOffer(recordedOffer('firefox-simulcast')).sections;
    expect(camera?.ssrcs).toEqual([
      1046144717, 3908373126, 4199945937, 4205156176, 2578601553, 2131566739,
    ]);
  });

  it.each(['chromium-simulcast', 'firefox-simulcast'] as const)(
    'reads the layers of %s in the order of a=simulcast',
    (name) => {
      const swapped = recordedOffer(name).replace('send low;mid;hi', 'send hi;~mid,low;low');
      expect(parseOffer(recordedOffer(name)).sections[1]?.rids).toEqual(['low', 'mid', 'hi']);
      expect(parseOffer(swapped).sections[1]?.rids).toEqual(['hi', 'mid', 'low']);
    },
  );

  it('bears line feeds alone', () => {
    const text = recordedOffer('chromium-stopped');
    expect(parseOffer(text.replaceAll('\r', ''))).toEqual(parseOffer(text));
  });

  it('reads feedback that is said of all codecs', () => {
    const text = recordedOffer('firefox-stopped').replaceAll(
      'rtcp-fb:120 nack\r',
      'rtcp-fb:* nack\r',
    );
    const [, camera] = parseOffer(text).sections;
    expect(camera?.codecs.every(({ feedback }) => feedback.includes('nack'))).toBe(true);
  });
});

const JOINING = recordedOffer('chromium-joining');

describe('parseOffer refuses, and says why,', () => {
  it.each([
    ['what is no description', 'hello', 'does not begin with v=0'],
    ['nothing at all', '', 'does not begin with v=0'],
    [
      'a line of another form',
      JOINING.replace('t=0 0', 'T 0'),
      'Line 4 of the offer is not of the form x=…: "T 0".',
    ],
    ['a control character', JOINING.replace('t=0 0', 't=0\0 0'), 'Line 4'],
    ['one of a megabyte', JOINING.padEnd(1_000_000, 'a=x\r\n'), 'has 1000000 characters'],
    [
      'a thousand sections',
      `v=0\r\n${'m=video 0 UDP/TLS/RTP/SAVPF 96\r\n'.repeat(1000)}`,
      'has 1000 sections; 100 are the most',
    ],
    ['no sections', 'v=0\r\n', 'no section that is in use'],
    ['another kind of media', JOINING.replace('m=audio', 'm=text'), 'no answer to m="text 9'],
    [
      'media without encryption',
      JOINING.replaceAll('UDP/TLS/RTP/SAVPF', 'RTP/AVP'),
      'must be offered as UDP/TLS/RTP/SAVPF',
    ],
    [
      'a payload type out of range',
      JOINING.replace('SAVPF 111', 'SAVPF 128'),
      'a number from 0 to 127, not "128"',
    ],
    [
      'a codec without a clock',
      JOINING.replace('opus/48000/2', 'opus'),
      'does not name a codec: "opus"',
    ],
    ['a section without a name', JOINING.replace('a=mid:1\r\n', ''), 'has no a=mid'],
    ['a name that is none', JOINING.replace('a=mid:1', 'a=mid:a b'), 'a=mid is a word'],
    ['two sections of one name', JOINING.replaceAll('a=mid:1', 'a=mid:0'), 'the same a=mid'],
    [
      'a second transport',
      JOINING.replace('BUNDLE 0 1', 'BUNDLE 0'),
      'Section "1" is not in a=group:BUNDLE',
    ],
    ['an extension of no number', JOINING.replace('extmap:1 ', 'extmap:0 '), 'a=extmap'],
    [
      'an SSRC that is too long',
      JOINING.replace(/a=ssrc:\d+ /, 'a=ssrc:4294967296 '),
      'An SSRC is a number of 32 bits',
    ],
    [
      'forty SSRCs',
      JOINING + Array.from({ length: 40 }, (_, at) => `a=ssrc:${at} x\r\n`).join(''),
      'has 40 SSRCs; 32 are the most',
    ],
    ['a layer without a name', `${JOINING}a=rid: send\r\n`, 'a=rid does not name a layer'],
    ['no ICE user', JOINING.replaceAll(/a=ice-ufrag:.*\r\n/g, ''), 'a=ice-ufrag must have'],
    [
      'a short ICE password',
      JOINING.replaceAll(/a=ice-pwd:.*\r\n/g, 'a=ice-pwd:short\r\n'),
      'a=ice-pwd must have',
    ],
    ['no certificate', JOINING.replaceAll(/a=fingerprint:.*\r\n/g, ''), 'no a=fingerprint'],
    [
      'half a certificate',
      JOINING.replaceAll(/a=fingerprint:.*\r\n/g, 'a=fingerprint:sha-256 AA:BB\r\n'),
      "is not a certificate's",
    ],
    [
      'a client that waits for us',
      JOINING.replaceAll('a=setup:actpass', 'a=setup:passive'),
      'must be actpass or active, not "passive"',
    ],
  ])('%s', (_, sdp, reason) => {
    expect(() => parseOffer(sdp)).toThrow(SdpError);
    expect(() => parseOffer(sdp)).toThrow(reason);
  });

  it('and quotes no more than a line of it', () => {
    const long = JOINING.replace('a=mid:1', `a=mid:${'x'.repeat(10_000)}`);
    expect(messageOf(long).length).toBeLessThan(200);
  });
});

function messageOf(sdp: string): string {
  try {
    parseOffer(sdp);
  } catch (error) {
    return String(error);
  }
  return '';
}
