import { encodeFrame, type PlainFrame } from './frame-bytes';
import { FrameType } from './frame-type';

/** Something that we say; made by the functions of this file alone. */
export interface ServerFrame extends PlainFrame {
  readonly type: (typeof FrameType)[keyof typeof FrameType];
}

/** One video of an index. */
export interface VideoSource {
  readonly streamId: number;
  /** All layers of one camera have one. */
  readonly groupId: number;
  readonly attendeeId: string;
  readonly externalUserId: string;
  readonly trackLabel: string;
  readonly maxBitrateKbps: number;
  readonly framerate: number;
}

/** The ids that a client's own video got, in the order in which it named its streams. */
export interface Allocation {
  readonly trackLabel: string;
  readonly streamId: number;
  readonly groupId: number;
}

/** Which video comes in which section. */
export interface Track {
  readonly streamId: number;
  readonly ssrc: number;
  /** The `a=msid` of the answer. */
  readonly trackLabel: string;
}

/** Who is there, or what changed: the client goes by which fields are present. */
export interface AudioStream {
  readonly audioStreamId: number;
  readonly attendeeId?: string;
  readonly externalUserId?: string;
  readonly muted?: boolean;
  readonly dropped?: boolean;
}

export interface AudioState {
  readonly audioStreamId: number;
  /** -dBov: 0 (loudest) to 127 (silence). */
  readonly volume: number;
  /** 0 (none), 1 (weak), 2 (good). */
  readonly signalStrength: number;
}

export interface DataMessage {
  readonly topic: string;
  readonly data: Uint8Array;
  readonly lifetimeMs: number;
  readonly senderAttendeeId: string;
  readonly senderExternalUserId: string;
  /** 0: not delivered, since its sender sends too many. */
  readonly ingestTimeNs: number;
}

/** What a client makes of an `error` part. */
export interface Failure {
  /** As of HTTP; the SDK's `MeetingSessionStatus.fromSignalingStatus`. */
  readonly status: number;
  readonly description: string;
}

const VIDEO = 2;
const PONG = 2;

/** The bytes of one message to a client. */
export const writeServerFrame = (frame: ServerFrame, nowMs: number): Uint8Array =>
  encodeFrame(frame, nowMs);

/**
 * No TURN addresses: the client then takes the candidates of the answer alone.
 * @param networkAdaption - As the client's JOIN has it; saying nothing would switch it off.
 */
export const joinAck = (videoSubscriptionLimit: number, networkAdaption: number): ServerFrame => ({
  type: FrameType.joinAck,
  joinAck: {
    turnCredentials: { username: '', password: '', ttl: 0, uris: [] },
    videoSubscriptionLimit,
    wantsCompressedSdp: false,
    networkAdaption,
  },
});

export interface IndexOptions {
  readonly sources: readonly VideoSource[];
  /** True: the client cannot start its own video. */
  readonly atCapacity: boolean;
  /** Streams that stand still where they come from. */
  readonly pausedAtSourceIds: readonly number[];
  readonly numParticipants: number;
  /** What all can receive: a client sends nothing else. Empty: whatever it likes. */
  readonly videoCodecs: readonly VideoCodec[];
}

/** `SdkVideoCodecCapability`. */
const VIDEO_CODECS = {
  VP8: 1,
  'H264/42001f': 2,
  'H264/42e01f': 3,
  'VP9/0': 8,
  AV1: 11,
} as const;

export type VideoCodec = keyof typeof VIDEO_CODECS;

export const index = ({ sources, videoCodecs, ...rest }: IndexOptions): ServerFrame => ({
  type: FrameType.index,
  index: {
    ...rest,
    sources: sources.map((source) => ({ ...source, mediaType: VIDEO })),
    videoCodecs: videoCodecs.map((codec) => VIDEO_CODECS[codec]),
  },
});

export interface SubscribeAckOptions {
  readonly sdpAnswer: string;
  /** Video alone, in the order of `sendStreams`: the client reads the first. */
  readonly allocations: readonly Allocation[];
  readonly tracks: readonly Track[];
}

/** @param failure - What else the client must know, as that it may not send video. */
export const subscribeAck = (options: SubscribeAckOptions, failure?: Failure): ServerFrame => ({
  type: FrameType.subscribeAck,
  subscribeAck: { ...options },
  ...(failure && { error: failure }),
});

/** Instead of an answer. */
export const subscribeRefused = (failure: Failure): ServerFrame => ({
  type: FrameType.subscribeAck,
  error: failure,
});

export const audioStreams = (streams: readonly AudioStream[]): ServerFrame => ({
  type: FrameType.audioStreams,
  audioStreams: { streams },
});

export const audioMetadata = (attendeeStates: readonly AudioState[]): ServerFrame => ({
  type: FrameType.audioMetadata,
  audioMetadata: { attendeeStates },
});

/** @param byStreamId - Bits a second. */
export const bitrates = (
  byStreamId: ReadonlyMap<number, number>,
  serverAvailableOutgoingBitrate: number,
): ServerFrame => ({
  type: FrameType.bitrates,
  bitrates: {
    bitrates: [...byStreamId].map(([sourceStreamId, bps]) => ({
      sourceStreamId,
      avgBitrateBps: Math.round(bps),
    })),
    serverAvailableOutgoingBitrate,
  },
});

export const pong = (pingId: number): ServerFrame => ({
  type: FrameType.pingPong,
  pingPong: { type: PONG, pingId },
});

/** The SDK's `MeetingSessionStatus.fromAudioStatus`. */
export const audioStatus = (status: number): ServerFrame => ({
  type: FrameType.audioStatus,
  audioStatus: { audioStatus: status },
});

export const dataMessages = (messages: readonly DataMessage[]): ServerFrame => ({
  type: FrameType.dataMessages,
  dataMessages: { messages },
});

export const leaveAck = (): ServerFrame => ({ type: FrameType.leaveAck, leaveAck: {} });

export const primaryMeetingRefused = (failure: Failure): ServerFrame => ({
  type: FrameType.primaryMeetingJoinAck,
  primaryMeetingJoinAck: {},
  error: failure,
});

const LEVELS = { info: 1, warning: 2, error: 3 } as const;

/** The client writes it to its log. */
export const notification = (level: keyof typeof LEVELS, message: string): ServerFrame => ({
  type: FrameType.notification,
  notification: { level: LEVELS[level], message },
});
