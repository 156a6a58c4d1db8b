import type { OfferSection } from './session-description';
import { quote, SdpError } from './sdp-error';

const PROTOCOLS: Readonly<Record<OfferSection['kind'], string>> = {
  audio: 'UDP/TLS/RTP/SAVPF',
  video: 'UDP/TLS/RTP/SAVPF',
  application: 'UDP/DTLS/SCTP',
};
const HIGHEST_PAYLOAD_TYPE = 127;

/** An m-line in its parts. */
export interface MediaLine {
  readonly kind: OfferSection['kind'];
  readonly port: number;
  /** In the order of preference; empty for `application`. */
  readonly payloadTypes: readonly number[];
}

/** @throws SdpError where browsers would not write such a line. */
export function readMediaLine(line: string): MediaLine {
  const [, kind = '', port, protocol, formats = ''] =
    /^(\S+) (\d{1,5})(?:\/\d{1,5})? (\S+) (.+)$/.exec(line) ?? [];
  if (!isKind(kind)) throw new SdpError(`There is no answer to m=${quote(line)}.`);
  if (protocol !== PROTOCOLS[kind]) {
    throw new SdpError(`m=${kind} must be offered as ${PROTOCOLS[kind]}, not ${quote(line)}.`);
  }
  const payloadTypes = kind === 'application' ? [] : formats.split(' ').map(readPayloadType);
  return { kind, port: Number(port), payloadTypes: [...new Set(payloadTypes)] };
}

/** The m-line of an answer, without `m=`. */
export function writeMediaLine(
  kind: OfferSection['kind'],
  port: number,
  payloadTypes: readonly number[],
): string {
  const formats = kind === 'application' ? 'webrtc-datachannel' : payloadTypes.join(' ') || '0';
  return `${kind} ${port} ${PROTOCOLS[kind]} ${formats}`;
}

/** @throws SdpError where it is no number from 0 to 127. */
export function readPayloadType(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Infinity;
  if (number <= HIGHEST_PAYLOAD_TYPE) return number;
  throw new SdpError(`A payload type is a number from 0 to 127, not ${quote(text)}.`);
}

const isKind = (kind: string): kind is OfferSection['kind'] => Object.hasOwn(PROTOCOLS, kind);
