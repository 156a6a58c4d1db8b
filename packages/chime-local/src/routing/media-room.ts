import type { CodecKey, ExtensionIds } from '../sdp/session-description';
import type { IceCredentials, RemoteTransport } from '../transport/transport';

export type { ExtensionIds };

/** Payload types by codec: each client numbers them as it likes. */
export type PayloadTypes = ReadonlyMap<CodecKey, number>;

export interface AudioPlan {
  readonly mid: string;
  readonly payloadType: number;
  readonly extensions: ExtensionIds;
  /** Of what this client hears. */
  readonly ssrc: number;
  /** Under which others know this client's voice. */
  readonly audioStreamId: number;
  /** False: what it sends is dropped (its capability, or it never asked to send). */
  readonly maySpeak: boolean;
  /** False: it gets silence. */
  readonly mayHear: boolean;
}

/** One simulcast layer, or the only one. */
export interface PublishedLayer {
  readonly streamId: number;
  /** As in `a=rid`; absent where there is one layer. */
  readonly rid?: string;
}

export interface CameraPlan {
  readonly mid: string;
  readonly payloadTypes: PayloadTypes;
  readonly extensions: ExtensionIds;
  /** Those that the client sends now; empty: none. */
  readonly layers: readonly PublishedLayer[];
  /** `a=ssrc` of the section, media first. */
  readonly ssrcs: readonly number[];
}

/** A section in which the client receives one video. */
export interface ReceivePlan {
  readonly mid: string;
  readonly payloadTypes: PayloadTypes;
  readonly extensions: ExtensionIds;
  /** Ours, as the answer says. */
  readonly ssrc: number;
  /** 0: nothing. */
  readonly streamId: number;
}

/** All that one SUBSCRIBE settles for a client. */
export interface PeerPlan {
  readonly remote: RemoteTransport;
  readonly audio?: AudioPlan;
  readonly camera?: CameraPlan;
  readonly receive: readonly ReceivePlan[];
}

export interface PeerListener {
  connected(): void;
  lost(reason: string): void;
}

/** One client's media. */
export interface MediaPeer {
  /** Our ICE credentials for this client. */
  readonly credentials: IceCredentials;
  /** Puts another plan in force; what both have in common goes on undisturbed. */
  negotiate(plan: PeerPlan): void;
  /** Another layer in a section without a new plan; it begins with a key frame. */
  select(mid: string, streamId: number): void;
  /** These streams stand still for this client until `resume`. */
  pause(streamIds: readonly number[]): void;
  resume(streamIds: readonly number[]): void;
  /** Muted: its voice reaches nobody, whatever it sends. */
  setMuted(muted: boolean): void;
  close(): void;
}

export interface PeerOptions {
  /** The attendee; peers of one owner (a person and its content share) do not hear each other. */
  readonly owner: string;
  readonly listener: PeerListener;
}

/** The media of one meeting. */
export interface MediaRoom {
  addPeer(options: PeerOptions): MediaPeer;
  /** By `audioStreamId`: -dBov as RFC 6464 has it, 0 (loudest) to 127 (silence), lately. */
  audioLevels(): ReadonlyMap<number, number>;
  /** By `streamId`: bits a second that come in, over the last second or two. */
  bitrates(): ReadonlyMap<number, number>;
  close(): void;
}

/** What one process sent and received since it began, all rooms together. */
export interface MediaFigures {
  /** Clients that are there now, content shares counted by themselves. */
  readonly peers: number;
  /** RTP packets from clients. */
  readonly packetsIn: number;
  /** RTP packets to clients. */
  readonly packetsOut: number;
  /** Sequence numbers that never came, from clients. */
  readonly packetsLost: number;
  /** Packets that were sent once more, since a client asked for them. */
  readonly nacksAnswered: number;
}

/** The media service of one process. */
export interface MediaServer {
  openRoom(): MediaRoom;
  figures(): MediaFigures;
  /** Ends all rooms and their peers; the transports' port stays open. */
  close(): Promise<void>;
}
