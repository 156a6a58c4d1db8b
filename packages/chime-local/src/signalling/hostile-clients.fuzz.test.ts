import protocol from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pick, randomFrom, type Random } from '../testing/seeded-random';
import { CAMERA, TestMeeting } from './testing/meeting';
import { offerOf } from './testing/offer-of';
import { Type, type ScriptedClient } from './testing/scripted-client';

const ROUNDS = 3000;
const NAMES = ['anna', 'berta', 'carl', 'dora', 'anna#content', 'berta#content', 'carl#content'];
const { SdkSignalFrame } = protocol;

const MIDS = ['1', '2', '3', '', '__proto__'];

/** Offers of all shapes, some of which cannot be answered. */
function offer(random: Random): string {
  const direction = () => pick(['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const, random);
  const sections = Array.from({ length: random(5) }, (_, place) => ({
    ...{ mid: random(10) > 0 ? String(place + 1) : pick(MIDS, random), direction: direction() },
    stopped: random(5) === 0,
    rids: random(5) === 0 ? ['low', 'mid', 'hi'] : [],
  }));
  const text = offerOf(...sections);
  return random(10) > 0 ? text : text.slice(0, random(text.length));
}

const ids = (random: Random): number[] => Array.from({ length: random(6) }, () => random(60));

/** What a client may come up with, in any order. */
const ACTIONS: readonly ((client: ScriptedClient, random: Random) => unknown)[] = [
  (client, random) =>
    client.subscribe({
      sdpOffer: offer(random),
      layers: pick([[], [1400], [0], [300, 600, 1200], [300, 0, 0]], random),
      receive: ids(random),
      audioHost: random(4) > 0 ? 'here' : '',
      preferences: [{ mid: pick(MIDS, random), targetBitrateKbps: random(2000) }],
    }),
  (client) => client.subscribe({ videos: [CAMERA], layers: [1400] }),
  (client, random) => random(10) === 0 && client.join(1),
  (client, random) => client.mute(random(2) > 0),
  (client, random) => client.sendData('x'.repeat(random(3000)), random(400_000)),
  (client, random) => client.say({ type: Type.PAUSE, pause: { streamIds: ids(random) } }),
  (client, random) => client.say({ type: Type.RESUME, pause: { streamIds: ids(random) } }),
  (client, random) =>
    client.say({
      type: Type.REMOTE_VIDEO_UPDATE,
      remoteVideoUpdate: {
        addedOrUpdatedVideoSubscriptions: [{ mid: pick(MIDS, random), streamId: random(60) }],
        removedVideoSubscriptionMids: random(3) > 0 ? [] : [pick(MIDS, random)],
      },
    }),
  (client, random) => random(3) === 0 && client.leave(),
  (client, random) => random(3) === 0 && client.vanish(),
  (client, random) => {
    if (random(3) > 0) return;
    const frame = Buffer.from(SdkSignalFrame.encode({ timestampMs: 1, type: Type.JOIN }).finish());
    frame[random(frame.length)] = random(256);
    client.receive(Buffer.concat([Buffer.of(5), frame]));
  },
];

/** What the control API does meanwhile. */
const CHANGES: readonly ((meeting: TestMeeting, random: Random) => void)[] = [
  ({ directory }, random) =>
    directory.allow(pick(['anna', 'berta', 'carl'], random), {
      Audio: pick(['None', 'Send', 'Receive', 'SendReceive'], random),
      Video: pick(['None', 'Send', 'Receive', 'SendReceive'], random),
      Content: pick(['None', 'Send', 'Receive', 'SendReceive'], random),
    }),
  ({ directory }, random) => {
    directory.delete('dora');
    if (random(2) > 0) directory.allow('dora', {});
  },
  () => vi.advanceTimersByTime(700),
];

/** Somebody who joins, as a rule. */
function enter(meeting: TestMeeting, random: Random): ScriptedClient {
  const client = meeting.open(pick(NAMES, random));
  return random(20) > 0 ? client.join(random(3)) : client;
}

describe('clients that do anything at any time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('break nothing for the others, and leave nothing behind', () => {
    const random = randomFrom(8);
    const meeting = new TestMeeting();
    const codes = new Set<number>();
    let clients: ScriptedClient[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      if (clients.length < 8) clients.push(enter(meeting, random));
      const client = pick(clients, random);
      pick(ACTIONS, random)(client, random);
      if (random(10) === 0) pick(CHANGES, random)(meeting, random);
      for (const { closed } of clients) if (closed) codes.add(closed.code);
      clients = clients.filter(({ closed }) => !closed);
      expect(meeting.signalling.connections).toBeLessThan(60);
    }
    expect([...codes].sort()).toEqual([1000, 1006, 4400, 4403, 4409]);
    const plans = meeting.media.rooms.flatMap(({ peers }) => peers.flatMap((peer) => peer.plans));
    expect(plans.length).toBeGreaterThan(ROUNDS / 10);
    for (const client of clients) client.vanish();
    vi.advanceTimersByTime(10_000);
    expect(meeting.signalling.connections).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    for (const { peers } of meeting.media.rooms) {
      for (const { calls } of peers) expect(calls).toContain('close');
    }
  });

  it('leave a meeting in which two people get on as before', () => {
    const random = randomFrom(9);
    const meeting = new TestMeeting();
    const anna = meeting.enterWithCamera('anna');
    for (let round = 0; round < 500; round++) {
      const client = meeting.open(pick(['berta', 'carl', 'berta#content'], random)).join();
      for (let turn = 0; turn < 4; turn++) pick(ACTIONS, random)(client, random);
      client.vanish();
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(10_000);
    anna.forget();
    const berta = meeting.enter('berta');
    expect(berta.sources).toMatchObject([{ attendeeId: 'anna' }]);
    expect(anna.roster).toHaveLength(1);
    berta.sendData('still here');
    expect(anna.texts).toEqual(['still here']);
    expect(anna.closed).toBeUndefined();
  });
});
