import type { Who } from '@cyclorama/meeting-contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallState } from '../call/call-state';
import { Store } from '../state/store';
import { FakeWire } from '../talk/testing/fake-wire';
import { Board } from './board';
import { MOST_OF_GUEST, MOST_STROKES } from './drawing';
import { encodePoints } from './points';

const ADA = 'a'.repeat(22);
const BOB = 'b'.repeat(22);
const EVE = 'e'.repeat(22);
const RED = { ink: 'red', width: 8 } as const;

let wire: FakeWire;
let drawing: Who;
let hosts: readonly string[];
const ends: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  wire = new FakeWire();
  drawing = 'everyone';
  hosts = [ADA];
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

/** Ada is the host. */
function enter(ownId: string) {
  const connection = new Store<CallState>({ status: 'opening' });
  const roleOf = (id: string) => (id === ADA ? 'host' : 'guest');
  const channel = wire.join(ownId);
  const isHostBeside = (id: string) => hosts.some((host) => host !== id);
  const services = {
    ...{ ownId, channel, connection, roleOf, isHostBeside, drawing: () => drawing },
  } as const;
  const board = new Board(services, () => undefined);
  ends.push(board.start());
  connection.set({ status: 'connected' });
  return { board, connection, seen: () => board.drawing.strokes.get() };
}

function draw({ board }: ReturnType<typeof enter>, ...points: number[]): void {
  board.pen.begin(RED, points.slice(0, 2));
  board.pen.draw(points.slice(2));
  board.pen.finish();
}

const piece = (at: number, from = 0) => ({
  ...{ n: `n${at}`, at, ...RED, from, points: encodePoints([1, 2, 3, 4]) },
});

describe('the whiteboard', () => {
  it('is the same for all, whoever draws at the same time', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    ada.board.pen.begin(RED, [0, 0]);
    bob.board.pen.begin(RED, [9, 9]);
    for (let x = 1; x < 5; x += 1) {
      ada.board.pen.draw([x, 0]);
      bob.board.pen.draw([9, x]);
      vi.advanceTimersByTime(70);
    }
    ada.board.pen.finish();
    bob.board.pen.finish();
    expect(ada.seen().map(({ points }) => points)).toEqual([
      [0, 0, 1, 0, 2, 0, 3, 0, 4, 0],
      [9, 9, 9, 1, 9, 2, 9, 3, 9, 4],
    ]);
    expect(bob.seen()).toEqual(ada.seen());
  });

  it('is given to those who come late, by one, in messages that the service takes', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    // They ask no longer.
    vi.advanceTimersByTime(20_000);
    const long = Array.from({ length: 3000 }, (_, index) => (index * 37) % 900);
    draw(bob, ...long);
    draw(ada, 1, 1);
    draw(bob, 2, 2);
    bob.board.undo();
    const before = wire.sent.length;
    const eve = enter(EVE);
    vi.advanceTimersByTime(5000);
    expect(eve.seen()).toEqual(ada.seen());
    expect(eve.seen()).toHaveLength(2);
    const answers = wire.sent.slice(before + 1);
    expect(new Set(answers.map(({ senderId }) => senderId))).toEqual(new Set([ADA]));
    expect(Math.max(...wire.sent.map(({ bytes }) => bytes))).toBeLessThanOrEqual(2048);
  });

  it('comes together after a connection was gone', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    draw(bob, 1, 1);
    wire.isLossy = true;
    draw(ada, 2, 2);
    draw(bob, 3, 3);
    wire.isLossy = false;
    bob.connection.set({ status: 'reconnecting' });
    bob.connection.set({ status: 'connected' });
    vi.advanceTimersByTime(5000);
    expect(ada.seen()).toHaveLength(3);
    expect(bob.seen()).toEqual(ada.seen());
  });

  it('asks for what it missed of a stroke', () => {
    const ada = enter(ADA);
    vi.advanceTimersByTime(20_000);
    const asked = () => wire.sent.filter(({ content }) => JSON.stringify(content).includes('ask'));
    const before = asked().length;
    wire.say(BOB, 'board', { is: 'draw', piece: piece(1, 50) });
    vi.advanceTimersByTime(1000);
    expect(ada.seen()).toEqual([]);
    expect(asked()).toHaveLength(before + 1);
  });

  it('is given what it missed of a stroke by its author, and asks once for many gaps', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    vi.advanceTimersByTime(20_000);
    bob.board.pen.begin(RED, [1, 1]);
    wire.isLossy = true;
    vi.advanceTimersByTime(100);
    wire.isLossy = false;
    for (let x = 2; x < 9; x += 1) {
      bob.board.pen.draw([x, 1]);
      vi.advanceTimersByTime(100);
    }
    bob.board.pen.finish();
    vi.advanceTimersByTime(3000);
    expect(ada.seen()).toHaveLength(1);
    expect(ada.seen()).toEqual(bob.seen());
    const asked = wire.sent.filter(({ content }) => JSON.stringify(content).includes('author'));
    expect(asked).toHaveLength(1);
  });

  it('stays as it is, whatever a guest tells who was not asked or is no host', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    vi.advanceTimersByTime(20_000);
    draw(bob, 1, 1);
    const [stroke] = ada.seen();
    const gap = { is: 'draw', piece: { ...piece(9, 5000), n: 'zz' } };
    const parts = [
      { author: BOB, piece: { n: stroke?.n, at: stroke?.at } },
      { author: ADA, piece: piece(7) },
    ];
    const lie = { is: 'past', to: [ADA, BOB], cleared: 2 ** 40, parts, isLast: true };
    wire.say(EVE, 'board', lie);
    wire.say(EVE, 'board', gap);
    vi.advanceTimersByTime(1500);
    wire.say(EVE, 'board', lie);
    ada.connection.set({ status: 'reconnecting' });
    ada.connection.set({ status: 'connected' });
    wire.say(EVE, 'board', { ...lie, cleared: 99 });
    vi.advanceTimersByTime(1000);
    draw(ada, 2, 2);
    expect(bob.seen().map(({ author }) => author)).toEqual([BOB, ADA]);
    expect(ada.seen().map(({ author }) => author)).toEqual([BOB, ADA]);
  });

  it('is given to those who come late by the host, though a guest lies to them first', () => {
    const [ada] = [enter(ADA), enter(BOB)];
    vi.advanceTimersByTime(20_000);
    draw(ada, 1, 1);
    const late = 'f'.repeat(22);
    const page = enter(late);
    wire.say(EVE, 'board', { is: 'past', to: [late], cleared: 99, parts: [], isLast: true });
    vi.advanceTimersByTime(5000);
    expect(page.seen()).toEqual(ada.seen());
  });

  it('is given to a host who reloads, and to all where no host is there, near moments alone', () => {
    const bob = enter(BOB);
    draw(bob, 1, 1);
    const ada = enter(ADA);
    vi.advanceTimersByTime(5000);
    expect(ada.seen()).toEqual(bob.seen());
    hosts = [];
    const eve = enter(EVE);
    const far = { is: 'past', to: [EVE], cleared: 2 ** 40, parts: [], isLast: false };
    wire.say(BOB, 'board', { ...far, parts: [{ author: BOB, piece: piece(2 ** 40) }] });
    expect(eve.board.drawing.clock).toBe(0);
    vi.advanceTimersByTime(20_000);
    expect(eve.seen()).toEqual(bob.seen());
  });

  it('is given by each guest what they drew, where the host stays silent', () => {
    const bob = enter(BOB);
    draw(bob, 1, 1);
    const eve = enter(EVE);
    vi.advanceTimersByTime(5000);
    expect(eve.seen()).toEqual(bob.seen());
  });

  it('is told once a second at most to one who asks and asks', () => {
    const ada = enter(ADA);
    draw(ada, 1, 1);
    vi.advanceTimersByTime(20_000);
    const before = wire.sent.length;
    for (let time = 0; time < 3000; time += 50) {
      wire.say(EVE, 'board', { is: 'ask' });
      vi.advanceTimersByTime(50);
    }
    const sent = wire.sent.slice(before).filter(({ senderId }) => senderId === ADA);
    expect(sent.length).toBeLessThanOrEqual(6);
  });

  it('takes a guest’s strokes only where everyone may draw', () => {
    const ada = enter(ADA);
    wire.say(EVE, 'board', { is: 'draw', piece: piece(1) });
    drawing = 'host';
    wire.say(EVE, 'board', { is: 'draw', piece: piece(2) });
    expect(ada.seen().map(({ at }) => at)).toEqual([1]);
  });

  it('is cleared by hosts, and nobody takes back what another drew', () => {
    const [ada, bob] = [enter(ADA), enter(BOB)];
    draw(bob, 1, 1);
    const [stroke] = ada.seen();
    wire.say(EVE, 'board', { is: 'clear', at: 9 });
    wire.say(EVE, 'board', { is: 'undo', stroke: { n: stroke?.n, at: stroke?.at } });
    expect(ada.seen()).toHaveLength(1);
    ada.board.clear();
    expect([ada.seen(), bob.seen()]).toEqual([[], []]);
    draw(bob, 2, 2);
    expect(ada.seen()).toHaveLength(1);
  });

  it('takes no account of the past that it has not asked for, nor a guest’s where hosts draw', () => {
    drawing = 'host';
    const bob = enter(BOB);
    const past = { is: 'past', cleared: 0, parts: [{ author: ADA, piece: piece(1) }] };
    wire.say(EVE, 'board', { ...past, to: [BOB], isLast: true });
    wire.say(ADA, 'board', { ...past, to: [EVE], isLast: true });
    expect(bob.seen()).toEqual([]);
    wire.say(ADA, 'board', { ...past, to: [BOB], isLast: true });
    expect(bob.seen()).toHaveLength(1);
  });

  it('drops what is malformed, too far ahead or too much', () => {
    const ada = enter(ADA);
    const say = (wrong: object) => wire.say(EVE, 'board', { is: 'draw', piece: wrong });
    say({ ...piece(1), ink: 'url(https://example.org)' });
    say({ ...piece(1), width: 1e9 });
    say({ ...piece(1), points: '<svg>' });
    say(piece(2 ** 39));
    expect(ada.seen()).toEqual([]);
    for (let at = 1; at <= MOST_STROKES + 10; at += 1) say(piece(at));
    // The others have room yet.
    expect(ada.seen()).toHaveLength(MOST_OF_GUEST);
    draw(ada, 1, 1);
    expect(ada.seen()).toHaveLength(MOST_OF_GUEST + 1);
  });
});
