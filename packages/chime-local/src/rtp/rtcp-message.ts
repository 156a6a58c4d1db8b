/** What a receiver says of one source (RFC 3550, section 6.4.1), in the units of the wire. */
export interface ReceptionReport {
  readonly ssrc: number;
  /** Since the last report, of 256. */
  readonly fractionLost: number;
  /** Since the beginning; duplicates can make it negative. */
  readonly packetsLost: number;
  /** The highest sequence number, with the count of its turns above the lower 16 bits. */
  readonly highestSequence: number;
  /** In units of the media's clock. */
  readonly jitter: number;
  /** `compactNtp` of the last sender report; 0: there was none. */
  readonly lastSenderReport: number;
  /** How long ago that was, in 1/65536 s. */
  readonly delaySinceLastReport: number;
}

/** The moment of a sender report and what was sent until then. */
export interface SenderFigures {
  readonly ssrc: number;
  /** Wall clock, since 1970. */
  readonly timeMs: number;
  /** The same moment on the media's clock. */
  readonly rtpTimestamp: number;
  readonly packets: number;
  readonly payloadBytes: number;
}

export interface SenderReport extends SenderFigures {
  readonly type: 'sender-report';
  /** The middle 32 bits of the NTP time, for `lastSenderReport`. */
  readonly compactNtp: number;
  readonly reports: readonly ReceptionReport[];
}

export interface ReceiverReport {
  readonly type: 'receiver-report';
  readonly ssrc: number;
  readonly reports: readonly ReceptionReport[];
}

/** RFC 4585, section 6.2.1. */
export interface Nack {
  readonly type: 'nack';
  readonly senderSsrc: number;
  readonly mediaSsrc: number;
  readonly sequenceNumbers: readonly number[];
}

/** RFC 4585, section 6.3.1. */
export interface Pli {
  readonly type: 'pli';
  readonly senderSsrc: number;
  readonly mediaSsrc: number;
}

/** RFC 5104, section 4.3.1: a request with the number of the one before is that one again. */
export interface Fir {
  readonly type: 'fir';
  readonly senderSsrc: number;
  readonly requests: readonly { readonly ssrc: number; readonly sequenceNumber: number }[];
}

/** draft-alvestrand-rmcat-remb-03. */
export interface Remb {
  readonly type: 'remb';
  readonly senderSsrc: number;
  readonly bitrateBps: number;
  readonly ssrcs: readonly number[];
}

export interface Bye {
  readonly type: 'bye';
  readonly ssrcs: readonly number[];
}

export type RtcpMessage = SenderReport | ReceiverReport | Nack | Pli | Fir | Remb | Bye;
