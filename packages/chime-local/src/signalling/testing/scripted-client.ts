import protocol from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import type { Channel } from '../channel';
import type { Connection } from '../connection';
import { offerOf, type Section } from './offer-of';

const {
  SdkPingPongType,
  SdkSignalFrame,
  SdkServerSideNetworkAdaption,
  SdkStreamMediaType,
  SdkStreamServiceType,
} = protocol;
export const { Type } = SdkSignalFrame;

/** A frame as the SDK reads it; `parts` by the SDK's names. */
export interface ReadFrame {
  readonly type: string;
  readonly [part: string]: unknown;
}

type Sent = Partial<protocol.ISdkSignalFrame> & Pick<protocol.ISdkSignalFrame, 'type'>;

export interface Subscription {
  readonly videos?: readonly Section[];
  /** `maxBitrateKbps` of each layer that it sends. */
  readonly layers?: readonly number[];
  readonly receive?: readonly number[];
  readonly muted?: boolean;
  readonly audioHost?: string;
  readonly preferences?: protocol.ISdkVideoSubscriptionConfiguration[];
  readonly sdpOffer?: string;
}

/** A client in a test's hand, which speaks by the SDK's own encoder and decoder. */
export class ScriptedClient {
  readonly frames: ReadFrame[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  readonly #connection: Pick<Connection, 'receive' | 'disconnected'>;

  constructor(connect: (channel: Channel) => Pick<Connection, 'receive' | 'disconnected'>) {
    this.#connection = connect({
      send: (bytes) => this.frames.push(read(bytes)),
      close: (code, reason) => {
        this.closed = { code, reason };
      },
    });
  }

  receive(bytes: Uint8Array): void {
    this.#connection.receive(bytes);
  }

  say(frame: Sent): void {
    const message = SdkSignalFrame.encode({ timestampMs: 1, ...frame }).finish();
    this.receive(Buffer.concat([Buffer.of(5), message]));
  }

  join(audioSessionId = 1): this {
    const serverSideNetworkAdaption =
      SdkServerSideNetworkAdaption.BANDWIDTH_PROBING_AND_VIDEO_QUALITY_ADAPTION;
    this.say({ type: Type.JOIN, join: { audioSessionId, serverSideNetworkAdaption } });
    return this;
  }

  subscribe(subscription: Subscription = {}): this {
    const { videos = [CAMERA_OFF], layers = [], receive = [], muted = false } = subscription;
    const { audioHost = 'here', preferences = [], sdpOffer = offerOf(...videos) } = subscription;
    const camera = layers.map((maxBitrateKbps) => ({ ...LAYER, maxBitrateKbps }));
    this.say({
      type: Type.SUBSCRIBE,
      sub: {
        ...{ audioHost, audioMuted: muted, receiveStreamIds: [...receive], sdpOffer },
        sendStreams: [VOICE, ...camera],
        duplex: layers.length > 0 ? SdkStreamServiceType.DUPLEX : SdkStreamServiceType.RX,
        videoSubscriptionConfiguration: preferences,
      },
    });
    return this;
  }

  sendData(text: string, lifetimeMs = 0, topic = 'chat'): void {
    const message = { topic, data: Buffer.from(text), lifetimeMs };
    this.say({ type: Type.DATA_MESSAGE, dataMessage: { messages: [message] } });
  }

  mute(muted: boolean): void {
    this.say({ type: Type.AUDIO_CONTROL, audioControl: { muted } });
  }

  ping(pingId: number): void {
    this.say({ type: Type.PING_PONG, pingPong: { type: SdkPingPongType.PING, pingId } });
  }

  leave(): void {
    this.say({ type: Type.LEAVE, leave: {} });
  }

  /** Its connection breaks. */
  vanish(): void {
    this.closed ??= { code: 1006, reason: '' };
    this.#connection.disconnected();
  }

  /** All of a type, since it was opened or forgot. */
  all(type: string): readonly ReadFrame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  last(type: string): ReadFrame {
    const frame = this.all(type).at(-1);
    if (!frame) throw new Error(`No ${type} came.`);
    return frame;
  }

  forget(): void {
    this.frames.length = 0;
  }

  /** Of the last index. */
  get sources(): readonly protocol.ISdkStreamDescriptor[] {
    const { sources = [] } = this.last('INDEX')['index'] as protocol.ISdkIndexFrame;
    return sources ?? [];
  }

  /** Of all data messages. */
  get texts(): readonly string[] {
    return this.all('DATA_MESSAGE').flatMap((frame) => {
      const { messages } = frame['dataMessage'] as protocol.ISdkDataMessageFrame;
      return (messages ?? []).map(({ data }) => Buffer.from(data ?? []).toString());
    });
  }

  /** All changes of the roster: `anna came`, `1 left`, `1 dropped`, `1 muted` … */
  get roster(): readonly string[] {
    return this.all('AUDIO_STREAM_ID_INFO').flatMap((frame) => {
      const { streams } = frame['audioStreamIdInfo'] as protocol.ISdkAudioStreamIdInfoFrame;
      return (streams ?? []).map(nameChange);
    });
  }
}

function nameChange(stream: protocol.ISdkAudioStreamIdInfo): string {
  const { audioStreamId, attendeeId, muted, dropped } = stream;
  if (attendeeId) return `${audioStreamId} ${attendeeId} came${muted ? ' muted' : ''}`;
  if (muted !== undefined) return `${audioStreamId} ${muted ? 'muted' : 'unmuted'}`;
  if (dropped !== undefined) return `${audioStreamId} ${dropped ? 'dropped' : 'not dropped'}`;
  return `${audioStreamId} left`;
}

const VOICE = {
  mediaType: SdkStreamMediaType.AUDIO,
  streamId: 1,
  trackLabel: 'AmazonChimeExpressAudio',
};
const LAYER = {
  mediaType: SdkStreamMediaType.VIDEO,
  streamId: 2,
  groupId: 2,
  framerate: 15,
  trackLabel: 'AmazonChimeExpressVideo',
};
const CAMERA_OFF: Section = { mid: '1', direction: 'inactive' };

function read(bytes: Uint8Array): ReadFrame {
  const options = { longs: Number, enums: String };
  const frame = SdkSignalFrame.toObject(SdkSignalFrame.decode(bytes.subarray(1)), options);
  return frame as ReadFrame;
}
