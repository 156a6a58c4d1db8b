import type {
  ClientFrame,
  JoinFrame,
  OfferedStream,
  SentDataMessage,
  SubscribeFrame,
  VideoSubscription,
  VideoUpdateFrame,
} from './client-frame';
import { decodeFrame } from './frame-bytes';
import { FrameError } from './frame-error';
import { FrameType } from './frame-type';

/** `SdkStreamServiceType`: receive only; more sends too. */
const RECEIVE_ONLY = 1;
const VIDEO = 2;
const PING = 1;
const MAX_STREAMS = 16;
const MAX_SECTIONS = 512;

/** What `decodeFrame` gives, part by part; the schema makes it so. */
interface Parts {
  readonly type: number;
  readonly join?: { readonly audioSessionId?: number; readonly networkAdaption?: number };
  readonly subscribe?: {
    readonly duplex?: number;
    readonly sendStreams: readonly (Partial<OfferedStream> & { readonly mediaType?: number })[];
    readonly receiveStreamIds: readonly number[];
    readonly videoSubscriptions: readonly Partial<VideoSubscription>[];
    readonly sdpOffer?: string;
    readonly audioHost?: string;
    readonly audioMuted?: boolean;
  };
  readonly pause?: { readonly streamIds: readonly number[] };
  readonly audioControl?: { readonly muted?: boolean };
  readonly pingPong?: { readonly type: number; readonly pingId: number };
  readonly dataMessages?: { readonly messages: readonly Partial<SentDataMessage>[] };
  readonly videoUpdate?: {
    readonly updated: readonly Partial<VideoSubscription>[];
    readonly removedMids: readonly string[];
  };
}

/**
 * Reads what a client sent.
 * @throws FrameError, and nothing else, whatever the bytes are.
 */
export function readClientFrame(bytes: Uint8Array): ClientFrame {
  const parts = decodeFrame(bytes) as Parts;
  switch (parts.type) {
    case FrameType.join:
      return readJoin(required(parts.join, 'join'));
    case FrameType.subscribe:
      return readSubscribe(required(parts.subscribe, 'sub'));
    case FrameType.leave:
      return { kind: 'leave' };
    case FrameType.audioControl:
      return { kind: 'mute', muted: required(parts.audioControl, 'audioControl').muted ?? false };
    case FrameType.pause:
      return { kind: 'pause', streamIds: readPaused(parts) };
    case FrameType.resume:
      return { kind: 'resume', streamIds: readPaused(parts) };
    case FrameType.pingPong:
      return readPingPong(required(parts.pingPong, 'pingPong'));
    case FrameType.dataMessages:
      return readDataMessages(required(parts.dataMessages, 'dataMessage'));
    case FrameType.videoUpdate:
      return readVideoUpdate(required(parts.videoUpdate, 'remoteVideoUpdate'));
    case FrameType.primaryMeetingJoin:
      return { kind: 'primaryMeetingJoin' };
    default:
      return { kind: 'other', type: parts.type };
  }
}

function required<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new FrameError(`The frame lacks its part "${name}".`);
  return part;
}

function atMost<Item>(limit: number, items: readonly Item[], name: string): readonly Item[] {
  if (items.length <= limit) return items;
  throw new FrameError(`A frame has at most ${limit} of ${name}, not ${items.length}.`);
}

function readJoin({ audioSessionId = 0, networkAdaption = 1 }: Required<Parts>['join']): JoinFrame {
  return { kind: 'join', audioSessionId, networkAdaption };
}

function readSubscribe(part: Required<Parts>['subscribe']): SubscribeFrame {
  const sends = (part.duplex ?? RECEIVE_ONLY) > RECEIVE_ONLY;
  const streams = atMost(MAX_STREAMS, part.sendStreams, 'sendStreams');
  return {
    kind: 'subscribe',
    sdpOffer: part.sdpOffer ?? '',
    audio: (part.audioHost ?? '') !== '',
    muted: part.audioMuted ?? false,
    video: sends ? streams.filter(({ mediaType }) => mediaType === VIDEO).map(readStream) : [],
    receiveStreamIds: atMost(MAX_SECTIONS, part.receiveStreamIds, 'receiveStreamIds'),
    videoSubscriptions: readSubscriptions(part.videoSubscriptions),
  };
}

const readStream = ({
  trackLabel = '',
  maxBitrateKbps = 0,
  framerate = 0,
}: Partial<OfferedStream>): OfferedStream => ({ trackLabel, maxBitrateKbps, framerate });

const readPaused = ({ pause }: Parts): readonly number[] =>
  atMost(MAX_SECTIONS, required(pause, 'pause').streamIds, 'streamIds');

const readPingPong = ({ type, pingId }: Required<Parts>['pingPong']): ClientFrame => ({
  kind: type === PING ? 'ping' : 'pong',
  pingId,
});

const readDataMessages = ({ messages }: Required<Parts>['dataMessages']): ClientFrame => ({
  kind: 'dataMessages',
  messages: messages.map(({ topic = '', data = new Uint8Array(), lifetimeMs = 0 }) => ({
    topic,
    data,
    lifetimeMs,
  })),
});

const readVideoUpdate = (part: Required<Parts>['videoUpdate']): VideoUpdateFrame => ({
  kind: 'videoUpdate',
  updated: readSubscriptions(part.updated),
  removedMids: atMost(MAX_SECTIONS, part.removedMids, 'removedVideoSubscriptionMids'),
});

const readSubscriptions = (
  subscriptions: readonly Partial<VideoSubscription>[],
): readonly VideoSubscription[] =>
  atMost(MAX_SECTIONS, subscriptions, 'video subscriptions').map(
    ({ mid = '', streamId = 0, targetBitrateKbps = 0 }) => ({ mid, streamId, targetBitrateKbps }),
  );
