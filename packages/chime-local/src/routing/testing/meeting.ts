import type { OpenCodec } from '../../audio/opus-codec';
import type { CodecKey } from '../../sdp/session-description';
import type { AudioPlan, CameraPlan, MediaPeer, PeerPlan, ReceivePlan } from '../media-room';
import { createMediaServer } from '../media-server';
import { FakeTransports, type FakeTransport } from './fake-transports';

const REMOTE = { ice: { ufrag: 'u', password: 'p' }, fingerprints: ['sha-256 11'] };

export function types(...entries: readonly (readonly [CodecKey, number])[]): Map<CodecKey, number> {
  return new Map(entries);
}

/** A camera of one layer: stream 1 under the source 1000. */
export function camera(changes: Partial<CameraPlan> = {}): CameraPlan {
  return {
    mid: '1',
    payloadTypes: types(['VP8', 96], ['VP9/0', 98]),
    extensions: { mid: 1, rid: 2, orientation: 4 },
    layers: [{ streamId: 1 }],
    ssrcs: [1000],
    ...changes,
  };
}

/** A section that shows stream 1 under 5000. */
export function section(changes: Partial<ReceivePlan> = {}): ReceivePlan {
  return {
    mid: '2',
    payloadTypes: types(['VP8', 120]),
    extensions: {},
    ssrc: 5000,
    streamId: 1,
    ...changes,
  };
}

/** One who speaks as stream 11 and hears under 9000. */
export function audio(changes: Partial<AudioPlan> = {}): AudioPlan {
  return {
    mid: '0',
    payloadType: 111,
    extensions: { audioLevel: 3 },
    ssrc: 9000,
    audioStreamId: 11,
    maySpeak: true,
    mayHear: true,
    ...changes,
  };
}

export interface Member {
  readonly peer: MediaPeer;
  readonly transport: FakeTransport;
  readonly events: string[];
  plan(plan: Partial<PeerPlan>): void;
  send(packets: readonly Buffer[]): void;
}

/** One room, whose members a test plays. */
export class Meeting {
  readonly transports = new FakeTransports();
  readonly server;
  readonly room;

  constructor(openCodec?: OpenCodec) {
    this.server = createMediaServer(this.transports, openCodec);
    this.room = this.server.openRoom();
  }

  /** Another client, connected with this plan. */
  join(owner: string, plan: Partial<PeerPlan> = {}, isConnected = true): Member {
    const events: string[] = [];
    const connected = (): void => void events.push('connected');
    const lost = (reason: string): void => void events.push(reason);
    const peer = this.room.addPeer({ owner, listener: { connected, lost } });
    const transport = this.#newest();
    const member: Member = {
      peer,
      transport,
      events,
      plan: (changes) => peer.negotiate({ remote: REMOTE, receive: [], ...changes }),
      send: (packets) => {
        for (const packet of packets) transport.client.rtp(packet);
      },
    };
    member.plan(plan);
    if (isConnected) transport.client.connected();
    return member;
  }

  #newest(): FakeTransport {
    const newest = this.transports.opened.at(-1);
    if (!newest) throw new Error('No transport was opened.');
    return newest;
  }
}
