import type {
  MediaPeer,
  MediaRoom,
  MediaServer,
  PeerOptions,
  PeerPlan,
} from '../../routing/media-room';

/** Notes what it is told. */
export class FakePeer implements MediaPeer {
  readonly credentials = { ufrag: 'ours', password: 'a-password-of-22-letters' };
  readonly plans: PeerPlan[] = [];
  /** `select 3 7`, `pause 7,8`, `mute`, `close` … */
  readonly calls: string[] = [];

  constructor(readonly options: PeerOptions) {}

  /** In force now. */
  get plan(): PeerPlan {
    const plan = this.plans.at(-1);
    if (!plan) throw new Error('Nothing was negotiated.');
    return plan;
  }

  negotiate(plan: PeerPlan): void {
    this.plans.push(plan);
  }

  select(mid: string, streamId: number): void {
    this.calls.push(`select ${mid} ${streamId}`);
  }

  pause(streamIds: readonly number[]): void {
    this.calls.push(`pause ${streamIds.join()}`);
  }

  resume(streamIds: readonly number[]): void {
    this.calls.push(`resume ${streamIds.join()}`);
  }

  setMuted(muted: boolean): void {
    this.calls.push(muted ? 'mute' : 'unmute');
  }

  close(): void {
    this.calls.push('close');
  }
}

export class FakeMediaRoom implements MediaRoom {
  readonly peers: FakePeer[] = [];
  readonly levels = new Map<number, number>();
  readonly rates = new Map<number, number>();
  closed = false;

  addPeer(options: PeerOptions): FakePeer {
    const peer = new FakePeer(options);
    this.peers.push(peer);
    return peer;
  }

  /** The latest of an owner. */
  peerOf(owner: string): FakePeer {
    const peer = this.peers.filter(({ options }) => options.owner === owner).at(-1);
    if (!peer) throw new Error(`${owner} has no media.`);
    return peer;
  }

  audioLevels(): ReadonlyMap<number, number> {
    return this.levels;
  }

  bitrates(): ReadonlyMap<number, number> {
    return this.rates;
  }

  close(): void {
    this.closed = true;
  }
}

export class FakeMediaServer implements MediaServer {
  readonly rooms: FakeMediaRoom[] = [];

  openRoom(): FakeMediaRoom {
    const room = new FakeMediaRoom();
    this.rooms.push(room);
    return room;
  }

  /** The one that is open. */
  get room(): FakeMediaRoom {
    const room = this.rooms.at(-1);
    if (!room || room.closed) throw new Error('No room is open.');
    return room;
  }

  figures(): ReturnType<MediaServer['figures']> {
    return { peers: 0, packetsIn: 0, packetsOut: 0, packetsLost: 0, nacksAnswered: 0 };
  }

  async close(): Promise<void> {
    for (const room of this.rooms) room.close();
  }
}
