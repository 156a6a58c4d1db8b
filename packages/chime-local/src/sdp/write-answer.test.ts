import { describe, expect, it } from 'vitest';
import { acceptedCodecs } from './codecs';
import { acceptedExtensions } from './extensions';
import { parseOffer } from './parse-offer';
import { recordedOffer } from './recorded/recorded-offer';
import type { AnswerSection, OfferSection } from './session-description';
import { writeAnswer } from './write-answer';

const SERVER = {
  ice: { ufrag: 'ours', password: 'a-password-of-our-own-22' },
  fingerprint: 'sha-256 AA:BB',
  candidates: [
    { address: '127.0.0.1', port: 9091 },
    { address: 'fd00::7', port: 9091 },
  ],
};

function answerOf(offered: OfferSection): AnswerSection {
  const base = {
    offered,
    codecs: acceptedCodecs(offered),
    extensions: acceptedExtensions(offered),
  };
  if (offered.stopped) return { ...base, direction: 'stopped' };
  if (offered.direction !== 'recvonly') return { ...base, direction: offered.direction };
  return { ...base, direction: 'sendonly', msid: `v_${offered.mid}`, ssrc: 4_000_000_000 };
}

/** The answer's parts: what is said of the session, then each section. */
function partsOf(name: Parameters<typeof recordedOffer>[0]): string[][] {
  const sections = parseOffer(recordedOffer(name)).sections.map(answerOf);
  const text = writeAnswer({ ...SERVER, sections });
  expect(text.endsWith('\r\n')).toBe(true);
  return text.split(/\r\n(?=m=)/).map((part) => part.trimEnd().split('\r\n'));
}

describe('writeAnswer', () => {
  it('bundles what lives and answers as ICE-lite', () => {
    const [session] = partsOf('firefox-stopped');
    expect(session).toContain('a=group:BUNDLE 0 1 3');
    expect(session).toContain('a=ice-lite');
  });

  it('is the passive end of DTLS, with our credentials in every living section', () => {
    const [, ...sections] = partsOf('chromium-stopped');
    const living = sections.filter(([media]) => !media?.startsWith('m=video 0 '));
    expect(living).toHaveLength(3);
    for (const section of living) {
      expect(section).toEqual(
        expect.arrayContaining([
          'a=ice-ufrag:ours',
          'a=ice-pwd:a-password-of-our-own-22',
          'a=fingerprint:sha-256 AA:BB',
          'a=setup:passive',
          'a=rtcp-mux',
        ]),
      );
    }
  });

  it('gives the candidates once, the first with the highest priority', () => {
    const [, ...sections] = partsOf('chromium-stopped');
    const candidates = sections.map((lines) => lines.filter((line) => /candidate/.test(line)));
    expect(candidates).toEqual([
      [
        'a=candidate:1 1 udp 2130706431 127.0.0.1 9091 typ host',
        'a=candidate:2 1 udp 2130706175 fd00::7 9091 typ host',
        'a=end-of-candidates',
      ],
      [],
      [],
      [],
    ]);
  });

  it('refuses a stopped section in its slot', () => {
    expect(partsOf('chromium-stopped')[3]).toEqual([
      'm=video 0 UDP/TLS/RTP/SAVPF 96',
      'c=IN IP4 0.0.0.0',
      'a=mid:2',
      'a=inactive',
      'a=rtpmap:96 VP8/90000',
    ]);
  });

  it('names the stream of a video that the client receives', () => {
    const received = partsOf('firefox-stopped')[4];
    expect(received).toContain('a=sendonly');
    expect(received).toContain('a=msid:v_3 v_3');
    expect(received).toContain('a=ssrc:4000000000 cname:chime-local');
  });

  it('asks every video codec, and no audio codec, to start at 1,500 kbit/s', () => {
    const [, audio, camera] = partsOf('chromium-stopped');
    expect(audio).toContain('a=fmtp:111 minptime=10;useinbandfec=1');
    expect(camera?.filter((line) => line.startsWith('a=fmtp'))).toEqual([
      'a=fmtp:96 x-google-start-bitrate=1500',
      expect.stringMatching(/^a=fmtp:102 .*profile-level-id=42001f;x-google-start-bitrate=1500$/),
      expect.stringMatching(/^a=fmtp:108 .*profile-level-id=42e01f;x-google-start-bitrate=1500$/),
      expect.stringMatching(/^a=fmtp:45 .*;x-google-start-bitrate=1500$/),
      'a=fmtp:98 profile-id=0;x-google-start-bitrate=1500',
    ]);
  });

  it('replaces a start that the client asked for', () => {
    const offer = recordedOffer('chromium-joining').replace(
      'a=fmtp:98 profile-id=0',
      'a=fmtp:98 profile-id=0;x-google-start-bitrate=300',
    );
    const sections = parseOffer(offer).sections.map(answerOf);
    const answer = writeAnswer({ ...SERVER, sections });
    expect(answer).toContain('a=fmtp:98 profile-id=0;x-google-start-bitrate=1500\r\n');
    expect(answer).not.toContain('=300');
  });

  it('accepts of the feedback that was offered what it understands', () => {
    const camera = partsOf('firefox-stopped')[2] ?? [];
    expect(camera.filter((line) => line.startsWith('a=rtcp-fb:120'))).toEqual([
      'a=rtcp-fb:120 nack',
      'a=rtcp-fb:120 nack pli',
      'a=rtcp-fb:120 ccm fir',
      'a=rtcp-fb:120 goog-remb',
    ]);
    expect(camera.join()).not.toMatch(/transport-cc|rtx|red\//);
  });

  it('takes the layers of a camera', () => {
    const camera = partsOf('chromium-simulcast')[2];
    expect(camera).toEqual(
      expect.arrayContaining([
        'a=rid:low recv',
        'a=rid:mid recv',
        'a=rid:hi recv',
        'a=simulcast:recv low;mid;hi',
      ]),
    );
  });

  it('does not take layers where it receives nothing', () => {
    const [, offered] = parseOffer(recordedOffer('chromium-simulcast')).sections;
    if (!offered) throw new Error('There is no camera.');
    const sections = [{ ...answerOf(offered), direction: 'inactive' as const }];
    expect(writeAnswer({ ...SERVER, sections })).not.toMatch(/simulcast|a=rid/);
  });

  it('refuses data channels', () => {
    const offered: OfferSection = {
      kind: 'application',
      mid: '9',
      direction: 'sendrecv',
      stopped: true,
      codecs: [],
      extensions: [],
      ssrcs: [],
      rids: [],
    };
    expect(writeAnswer({ ...SERVER, sections: [answerOf(offered)] })).toContain(
      'm=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n',
    );
  });
});
