import type { Candidate, IceCredentials } from '../transport/transport';

/** The formats that are forwarded: name and, where it must match, profile. */
export type CodecKey = 'opus' | 'VP8' | 'VP9/0' | 'H264/42e01f' | 'H264/42001f' | 'AV1';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface OfferedCodec {
  readonly payloadType: number;
  /** As in `a=rtpmap`. */
  readonly name: string;
  readonly clockRate: number;
  readonly channels: number;
  /** `a=fmtp`, by name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** `a=rtcp-fb`, such as `nack pli`. */
  readonly feedback: readonly string[];
}

export interface HeaderExtension {
  readonly id: number;
  readonly uri: string;
}

/** The ids that a client gave to RTP header extensions (RFC 8285); absent: not negotiated. */
export interface ExtensionIds {
  readonly mid?: number;
  readonly rid?: number;
  /** `ssrc-audio-level` (RFC 6464). */
  readonly audioLevel?: number;
  /** `video-orientation` (3GPP TS 26.114). */
  readonly orientation?: number;
}

/** One m-line of an offer. */
export interface OfferSection {
  readonly kind: 'audio' | 'video' | 'application';
  readonly mid: string;
  readonly direction: Direction;
  /** Port 0 and not bundle-only: its slot waits for another use. */
  readonly stopped: boolean;
  readonly codecs: readonly OfferedCodec[];
  readonly extensions: readonly HeaderExtension[];
  readonly ssrcs: readonly number[];
  /** `a=rid … send`, in the order of `a=simulcast`. */
  readonly rids: readonly string[];
}

/** What is read of an offer (RFC 8829, RFC 8866). */
export interface Offer {
  readonly ice: IceCredentials;
  readonly fingerprints: readonly string[];
  readonly sections: readonly OfferSection[];
}

/** One m-line of an answer, beside the offer's. */
export interface AnswerSection {
  readonly offered: OfferSection;
  /** `stopped`: port 0. */
  readonly direction: Direction | 'stopped';
  readonly codecs: readonly OfferedCodec[];
  readonly extensions: readonly HeaderExtension[];
  /** Stream id and track id of what is sent, one word for both. */
  readonly msid?: string;
  readonly ssrc?: number;
}

export interface Answer {
  readonly ice: IceCredentials;
  readonly fingerprint: string;
  readonly candidates: readonly Candidate[];
  /** In the order of the offer's. */
  readonly sections: readonly AnswerSection[];
}
