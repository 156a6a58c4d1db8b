/** One video that a client wants to send: a simulcast layer, or the only one. */
export interface OfferedStream {
  readonly trackLabel: string;
  /** 0: this layer is off. */
  readonly maxBitrateKbps: number;
  readonly framerate: number;
}

export interface SubscribeFrame {
  readonly kind: 'subscribe';
  readonly sdpOffer: string;
  /** False: this client has no audio. */
  readonly audio: boolean;
  readonly muted: boolean;
  /** Empty: its camera is off. */
  readonly video: readonly OfferedStream[];
  /** In the order of the offer's video sections; 0: none. */
  readonly receiveStreamIds: readonly number[];
  /** What more is wished of some of them. */
  readonly videoSubscriptions: readonly VideoSubscription[];
}

/** What a client gives away; who sent it and when is for us to say. */
export interface SentDataMessage {
  readonly topic: string;
  readonly data: Uint8Array;
  /** How long it is kept for those who come later. */
  readonly lifetimeMs: number;
}

/** Which of a camera's layers a section should show. */
export interface VideoSubscription {
  readonly mid: string;
  /** 0: left to us. */
  readonly streamId: number;
  /** 0: no limit. */
  readonly targetBitrateKbps: number;
}

export interface JoinFrame {
  readonly kind: 'join';
  /** The same when a client comes again after it lost its connection. */
  readonly audioSessionId: number;
  /** `SdkServerSideNetworkAdaption` as the client has it. */
  readonly networkAdaption: number;
}

export interface VideoUpdateFrame {
  readonly kind: 'videoUpdate';
  readonly updated: readonly VideoSubscription[];
  readonly removedMids: readonly string[];
}

/** All that a client says and that is acted on. */
export type ClientFrame =
  | JoinFrame
  | SubscribeFrame
  | VideoUpdateFrame
  | { readonly kind: 'mute'; readonly muted: boolean }
  | { readonly kind: 'pause' | 'resume'; readonly streamIds: readonly number[] }
  | { readonly kind: 'ping'; readonly pingId: number }
  | { readonly kind: 'pong'; readonly pingId: number }
  | { readonly kind: 'dataMessages'; readonly messages: readonly SentDataMessage[] }
  | { readonly kind: 'leave' }
  | { readonly kind: 'primaryMeetingJoin' }
  /** Metrics, timings, and what later SDKs may bring. */
  | { readonly kind: 'other'; readonly type: number };
