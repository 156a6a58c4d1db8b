import { readMediaLine } from './media-line';
import { readCodecs } from './read-codecs';
import { quote, SdpError } from './sdp-error';
import type { Attributes, MediaLines } from './sdp-lines';
import type { Direction, HeaderExtension, OfferSection } from './session-description';

const DIRECTIONS: readonly Direction[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const HIGHEST_SSRC = 0xffff_ffff;
/** Three layers, each with what mends it, are six. */
const MOST_SSRCS = 32;

/** One section, with what the session says for all. */
export function readSection({ media, attributes }: MediaLines, session: Attributes): OfferSection {
  const { kind, port, payloadTypes } = readMediaLine(media);
  const stopped = port === 0 && !attributes.has('bundle-only');
  return {
    kind,
    mid: readMid(attributes, stopped),
    direction: directionOf(attributes) ?? directionOf(session) ?? 'sendrecv',
    stopped,
    codecs: readCodecs(attributes, payloadTypes),
    extensions: attributes.all('extmap').map(readExtension),
    ssrcs: readSsrcs(attributes),
    rids: readRids(attributes),
  };
}

const directionOf = (attributes: Attributes): Direction | undefined =>
  DIRECTIONS.find((direction) => attributes.has(direction));

function readMid(attributes: Attributes, stopped: boolean): string {
  const mid = attributes.first('mid') ?? '';
  if (mid === '' && !stopped) throw new SdpError('A section of the offer has no a=mid.');
  if (/^[\w.~+-]{0,32}$/.test(mid)) return mid;
  throw new SdpError(`a=mid is a word of at most 32 characters, not ${quote(mid)}.`);
}

function readExtension(value: string): HeaderExtension {
  const [, id = '', uri = ''] = /^(\d{1,3})(?:\/[a-z]+)? (\S+)/.exec(value) ?? [];
  if (Number(id) >= 1 && Number(id) <= 255) return { id: Number(id), uri };
  throw new SdpError(`a=extmap does not name an extension from 1 to 255: ${quote(value)}.`);
}

/** Media first: what a group such as FID adds to it follows. */
function readSsrcs(attributes: Attributes): readonly number[] {
  const ssrcs = new Set(attributes.all('ssrc').map(readSsrc));
  if (ssrcs.size > MOST_SSRCS) {
    throw new SdpError(`A section has ${ssrcs.size} SSRCs; ${MOST_SSRCS} are the most.`);
  }
  const added = new Set(attributes.all('ssrc-group').flatMap(addedByGroup));
  return [...ssrcs].sort((one, other) => Number(added.has(one)) - Number(added.has(other)));
}

function addedByGroup(value: string): readonly number[] {
  const [semantics, ...ssrcs] = value.split(' ');
  return semantics === 'SIM' ? [] : ssrcs.slice(1).map(readSsrc);
}

function readSsrc(value: string): number {
  const number = Number(/^\d{1,10}(?= |$)/.exec(value)?.[0] ?? NaN);
  if (number <= HIGHEST_SSRC) return number;
  throw new SdpError(`An SSRC is a number of 32 bits, not ${quote(value)}.`);
}

/** Those that `a=simulcast` sends, in its order; of alternatives the first. */
function readRids(attributes: Attributes): readonly string[] {
  const sent = new Set(attributes.all('rid').flatMap(readSentRid));
  const [, layers = ''] = /(?:^| )send (\S+)/.exec(attributes.first('simulcast') ?? '') ?? [];
  const listed = layers.split(';').map((layer) => layer.split(',')[0]?.replace('~', '') ?? '');
  const ordered = [...new Set(listed)].filter((rid) => sent.has(rid));
  return ordered.length > 0 ? ordered : [...sent];
}

function readSentRid(value: string): readonly string[] {
  const [, rid = '', direction] = /^([\w-]{1,16}) (send|recv)(?: |$)/.exec(value) ?? [];
  if (rid === '') throw new SdpError(`a=rid does not name a layer: ${quote(value)}.`);
  return direction === 'send' ? [rid] : [];
}
