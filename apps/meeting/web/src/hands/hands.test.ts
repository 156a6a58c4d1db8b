import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallState } from '../call/call-state';
import { Store } from '../state/store';
import { FakeWire } from '../talk/testing/fake-wire';
import { Hands } from './hands';

const [ADA, BOB, EVE] = ['a', 'b', 'e'].map((letter) => letter.repeat(22)) as [
  string,
  string,
  string,
];
let wire: FakeWire;
beforeEach(() => {
  vi.useFakeTimers();
  wire = new FakeWire();
});
afterEach(() => void vi.useRealTimers());

/** Ada is the host. */
function enter(ownId: string) {
  const connection = new Store<CallState>({ status: 'opening' });
  const raised: string[] = [];
  const roleOf = (id: string) => (id === ADA ? 'host' : 'guest');
  const services = { ownId, channel: wire.join(ownId), connection, roleOf } as const;
  const hands = new Hands(services, (id) => raised.push(id));
  hands.start();
  connection.set({ status: 'connected' });
  return { hands, raised, up: () => [...hands.state.get().keys()] };
}

describe('hands', () => {
  it('are seen by all, and by those who come later', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    bob.hands.toggle();
    expect([ada.up(), ada.raised]).toEqual([[BOB], [BOB]]);
    expect(enter(EVE).up()).toEqual([BOB]);
    bob.hands.toggle();
    expect(ada.up()).toEqual([]);
  });

  it('are lowered by hosts, and by no guest', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    bob.hands.toggle();
    wire.say(EVE, 'hands', { is: 'lower', participantId: BOB });
    expect([ada.up(), bob.up()]).toEqual([[BOB], [BOB]]);
    ada.hands.lower(BOB);
    expect([ada.up(), bob.up()]).toEqual([[], []]);
  });

  it('come first by no claim that they were up before all others', () => {
    const ada = enter(ADA);
    vi.advanceTimersByTime(20_000);
    const bob = enter(BOB);
    bob.hands.toggle();
    vi.advanceTimersByTime(60_000);
    wire.say(EVE, 'hands', { is: 'hand', forMs: 1e12 });
    const since = ada.hands.state.get();
    expect(since.get(BOB)).toBeLessThan(since.get(EVE) ?? 0);
  });

  it('are told once a second at most to one who asks and asks', () => {
    enter(BOB).hands.toggle();
    const before = wire.sent.length;
    for (let time = 0; time < 50; time += 1) wire.say(EVE, 'hands', { is: 'ask' });
    expect(wire.sent.slice(before).filter(({ senderId }) => senderId === BOB)).toHaveLength(1);
  });

  it('are down where their page was loaded anew', () => {
    const ada = enter(ADA);
    enter(BOB).hands.toggle();
    enter(BOB);
    expect(ada.up()).toEqual([]);
  });

  it('are no others’ than the sender’s', () => {
    const ada = enter(ADA);
    wire.say(EVE, 'hands', { is: 'hand', forMs: 1, participantId: BOB });
    wire.say(EVE, 'hands', { is: 'hand', forMs: 'long' });
    expect(ada.up()).toEqual([EVE]);
  });
});
