import type { Candidate } from '../transport/transport';
import { writeMediaLine } from './media-line';
import type { Answer, AnswerSection, OfferedCodec, OfferSection } from './session-description';

/** Without it Chromium sends VP8 at 300 kbit/s at first, and so a small picture; kbit/s. */
const START_BITRATE = ['x-google-start-bitrate', '1500'] as const;
const FEEDBACK = ['nack', 'nack pli', 'ccm fir', 'goog-remb'];
/** RFC 8445, section 5.1.2: a host candidate's, for the first component. */
const HOST_PRIORITY = 126 * 2 ** 24 + 255;

/** An answer as ICE-lite and the passive end of DTLS, all that lives on one transport. */
export function writeAnswer(answer: Answer): string {
  const living = answer.sections.filter(({ direction }) => direction !== 'stopped');
  const lines = [
    ...writeSession(living),
    ...answer.sections.flatMap((section) =>
      section.direction === 'stopped'
        ? writeStopped(section)
        : writeLiving(section, answer, section === living[0]),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function writeSession(living: readonly AnswerSection[]): readonly string[] {
  const mids = living.map(({ offered }) => offered.mid);
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:${['BUNDLE', ...mids].join(' ')}`,
    'a=ice-lite',
    'a=msid-semantic: WMS *',
  ];
}

function writeStopped({ offered }: AnswerSection): readonly string[] {
  const [codec] = offered.codecs;
  return [
    `m=${writeMediaLine(offered.kind, 0, codec ? [codec.payloadType] : [])}`,
    'c=IN IP4 0.0.0.0',
    ...(offered.mid === '' ? [] : [`a=mid:${offered.mid}`]),
    'a=inactive',
    ...(codec ? [writeRtpmap(codec)] : []),
  ];
}

function writeLiving(section: AnswerSection, answer: Answer, isFirst: boolean): readonly string[] {
  const { offered, direction, codecs, extensions } = section;
  const payloadTypes = codecs.map(({ payloadType }) => payloadType);
  return [
    `m=${writeMediaLine(offered.kind, 9, payloadTypes)}`,
    'c=IN IP4 0.0.0.0',
    ...writeTransport(answer, isFirst ? answer.candidates : []),
    `a=mid:${offered.mid}`,
    ...extensions.map(({ id, uri }) => `a=extmap:${id} ${uri}`),
    `a=${direction}`,
    'a=rtcp-mux',
    ...codecs.flatMap((codec) => writeCodec(codec, offered.kind)),
    ...writeLayers(section),
    ...writeSource(section),
  ];
}

/** Candidates stand in the section that names the bundle alone (RFC 9143). */
function writeTransport(answer: Answer, candidates: readonly Candidate[]): readonly string[] {
  return [
    `a=ice-ufrag:${answer.ice.ufrag}`,
    `a=ice-pwd:${answer.ice.password}`,
    `a=fingerprint:${answer.fingerprint}`,
    'a=setup:passive',
    ...candidates.map(writeCandidate),
    ...(candidates.length > 0 ? ['a=end-of-candidates'] : []),
  ];
}

function writeCandidate({ address, port }: Candidate, index: number): string {
  const priority = HOST_PRIORITY + (65_535 - index) * 256;
  return `a=candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ host`;
}

function writeCodec(codec: OfferedCodec, kind: OfferSection['kind']): readonly string[] {
  const feedback = kind === 'video' ? codec.feedback.filter((each) => FEEDBACK.includes(each)) : [];
  return [
    writeRtpmap(codec),
    ...feedback.map((each) => `a=rtcp-fb:${codec.payloadType} ${each}`),
    ...writeParameters(codec, kind),
  ];
}

function writeRtpmap({ payloadType, name, clockRate, channels }: OfferedCodec): string {
  return `a=rtpmap:${payloadType} ${name}/${clockRate}${channels > 1 ? `/${channels}` : ''}`;
}

function writeParameters(
  { payloadType, parameters }: OfferedCodec,
  kind: OfferSection['kind'],
): readonly string[] {
  const said = new Map([...parameters, ...(kind === 'video' ? [START_BITRATE] : [])]);
  const pairs = [...said].map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return pairs.length > 0 ? [`a=fmtp:${payloadType} ${pairs.join(';')}`] : [];
}

function writeLayers({ offered, direction }: AnswerSection): readonly string[] {
  const receives = direction === 'sendrecv' || direction === 'recvonly';
  if (!receives || offered.rids.length === 0) return [];
  const rids = offered.rids.map((rid) => `a=rid:${rid} recv`);
  return [...rids, `a=simulcast:recv ${offered.rids.join(';')}`];
}

function writeSource({ msid, ssrc }: AnswerSection): readonly string[] {
  return [
    ...(msid === undefined ? [] : [`a=msid:${msid} ${msid}`]),
    ...(ssrc === undefined ? [] : [`a=ssrc:${ssrc} cname:chime-local`]),
  ];
}
