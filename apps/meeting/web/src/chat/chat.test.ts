import type { Message } from '@cyclorama/meeting-contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallState } from '../call/call-state';
import { Refusal, Unreachable } from '../server/refusal';
import { Store } from '../state/store';
import { FakeChatApi, idOf } from '../talk/testing/fake-chat-api';
import { FakeWire } from '../talk/testing/fake-wire';
import { Chat } from './chat';

const ADA = 'a'.repeat(22);
const BOB = 'b'.repeat(22);
const EVE = 'e'.repeat(22);
const NAMES = new Map([
  [ADA, 'Ada'],
  [BOB, 'Bob'],
  [EVE, 'Eve'],
]);

let api: FakeChatApi;
let wire: FakeWire;
const ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeChatApi();
  wire = new FakeWire();
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

/** A page of somebody's, with the newest messages read. */
async function open(id: string) {
  const connection = new Store<CallState>({ status: 'connected' });
  const said: string[] = [];
  const services = {
    ...{ seat: api.seat(id, NAMES.get(id) ?? ''), channel: wire.join(id), connection },
    nameOf: (of: string) => NAMES.get(of),
  };
  const chat = new Chat(services, {
    onSaid: (from, content) => said.push(`${from[0]} ${content.kind}`),
    onNew: () => undefined,
  });
  ends.push(chat.start());
  await settle(0);
  return { chat, said, connection, texts: () => chat.log.state.get().messages.map(textOf) };
}

const settle = (ms = 400) => vi.advanceTimersByTimeAsync(ms);
const textOf = (message: Message) => (message.kind === 'text' ? message.text : message.kind);
const say = (text: string) => ({ kind: 'text', text }) as const;
const stored = (number: number, text: string, senderId = ADA): Message =>
  api.put({
    ...{ messageId: idOf(number), senderId, senderName: 'Ada', sentAtMs: number },
    ...say(text),
  });
const posted = (number: number, text: string) => ({
  ...{ is: 'posted', messageId: idOf(number), content: say(text) },
});

describe('the chat', () => {
  it('shows others at once what one says, and each message once', async () => {
    const [ada, bob] = [await open(ADA), await open(BOB)];
    await ada.chat.outbox.send(say('Hello'));
    expect(bob.texts()).toEqual(['Hello']);
    await settle();
    expect(bob.texts()).toEqual(['Hello']);
    expect(ada.texts()).toEqual(['Hello']);
    expect([ada.said, bob.said]).toEqual([['a text'], ['a text']]);
  });

  it('stands in the order of ids, whatever comes first', async () => {
    const bob = await open(BOB);
    for (const number of [3, 1, 2]) {
      stored(number, `${number}`);
      wire.say(ADA, 'chat', posted(number, `${number}`));
    }
    expect(bob.texts()).toEqual(['1', '2', '3']);
  });

  it('believes the API where a sender told others something else', async () => {
    const bob = await open(BOB);
    stored(1, 'Yes');
    wire.say(ADA, 'chat', posted(1, 'No'));
    await settle();
    expect(bob.texts()).toEqual(['Yes']);
  });

  it('takes back what the API does not know, and never believes a name in the body', async () => {
    const bob = await open(BOB);
    wire.say(EVE, 'chat', { ...posted(1, 'I am Ada'), senderId: ADA, senderName: 'Ada' });
    expect(bob.chat.log.state.get().messages[0]).toMatchObject({ senderName: 'Eve' });
    await settle(10_000);
    expect(bob.texts()).toEqual([]);
    expect(bob.chat.log.state.get().unread.size).toBe(0);
  });

  it('reads what is too long for a message of the call', async () => {
    const [ada, bob] = [await open(ADA), await open(BOB)];
    await ada.chat.outbox.send(say('é'.repeat(2000)));
    expect(bob.texts()).toEqual([]);
    await settle();
    expect(bob.texts()).toEqual(['é'.repeat(2000)]);
    expect(Math.max(...wire.sent.map(({ bytes }) => bytes))).toBeLessThan(2048);
  });

  it('finds what it was not told of, and what was stored late', async () => {
    const [ada, bob] = [await open(ADA), await open(BOB)];
    await ada.chat.outbox.send(say('one'));
    wire.isLossy = true;
    await ada.chat.outbox.send(say('two'));
    stored(50, 'late');
    await settle(31_000);
    expect(bob.texts()).toEqual(['late', 'one', 'two']);
  });

  it('passes edits and deletions on by ids, and none by others than the author', async () => {
    const [ada, bob] = [await open(ADA), await open(BOB)];
    await ada.chat.outbox.send(say('one'));
    await settle();
    const id = ada.chat.log.oldest ?? '';
    const reads = api.reads.length;
    wire.say(EVE, 'chat', { is: 'changed', messageId: id });
    await settle();
    expect(api.reads).toHaveLength(reads);
    await ada.chat.edit(id, 'uno');
    await settle();
    expect(bob.texts()).toEqual(['uno']);
    await ada.chat.delete(id);
    await settle();
    expect([bob.texts(), ada.texts()]).toEqual([['deleted'], ['deleted']]);
    await expect(bob.chat.edit(id, 'mine')).rejects.toThrow(Refusal);
  });

  it('learns after a reconnection what was said, edited and deleted meanwhile', async () => {
    for (let number = 1; number <= 40; number += 1) stored(number, `${number}`);
    const bob = await open(BOB);
    bob.connection.set({ status: 'reconnecting' });
    api.put({ ...stored(1, 'first'), kind: 'text', text: 'first', editedAtMs: 9 });
    stored(41, 'last');
    bob.connection.set({ status: 'connected' });
    await settle();
    expect([bob.texts()[0], bob.texts().at(-1)]).toEqual(['first', 'last']);
  });

  it('reads older pages when asked, without a gap', async () => {
    for (let number = 1; number <= 120; number += 1) stored(number, `${number}`);
    const bob = await open(BOB);
    expect(bob.texts()).toHaveLength(50);
    wire.say(ADA, 'chat', { is: 'changed', messageId: idOf(3) });
    await settle();
    await bob.chat.load();
    await bob.chat.load();
    expect(bob.texts()).toEqual(Array.from({ length: 120 }, (_, index) => `${index + 1}`));
    expect(bob.chat.log.state.get()).toMatchObject({ hasOlder: false });
  });

  it('counts what nobody saw, without history and without one’s own', async () => {
    stored(1, 'before');
    const [ada, bob] = [await open(ADA), await open(BOB)];
    await ada.chat.outbox.send(say('new'));
    const unread = (chat: Chat) => chat.log.state.get().unread.size;
    expect([unread(ada.chat), unread(bob.chat)]).toEqual([0, 1]);
    const lookAway = bob.chat.log.look();
    await ada.chat.outbox.send(say('newer'));
    expect(unread(bob.chat)).toBe(0);
    lookAway();
    await ada.chat.outbox.send(say('newest'));
    expect(unread(bob.chat)).toBe(1);
  });

  it('keeps what could not be sent, and sends it once', async () => {
    const ada = await open(ADA);
    api.failures.push(new Refusal('too-many-requests', 'Wait a moment.'));
    await ada.chat.outbox.send(say('Hello'));
    const [failed] = ada.chat.outbox.state.get();
    expect(failed).toMatchObject({ problem: 'Wait a moment.' });
    await ada.chat.outbox.retry(failed?.requestId ?? '');
    expect(ada.chat.outbox.state.get()).toEqual([]);
    expect(ada.texts()).toEqual(['Hello']);
  });

  it('sends what found no connection once there is one, and what was refused not', async () => {
    const ada = await open(ADA);
    api.failures.push(new Unreachable('Away.'), new Refusal('not-allowed', 'No.'));
    await ada.chat.outbox.send(say('one'));
    await ada.chat.outbox.send(say('two'));
    const [first] = ada.chat.outbox.state.get();
    ada.connection.set({ status: 'reconnecting' });
    expect(first).toMatchObject({ problem: expect.any(String) as string });
    ada.connection.set({ status: 'connected' });
    await settle();
    expect(ada.texts()).toEqual(['one']);
    expect(ada.chat.outbox.state.get()).toMatchObject([{ content: say('two') }]);
  });

  it('asks little of the API amid a flood of made-up messages', async () => {
    const bob = await open(BOB);
    for (let number = 0; number < 1000; number += 1) wire.say(EVE, 'chat', posted(number, 'spam'));
    expect(bob.texts()).toHaveLength(5);
    expect(bob.said).toHaveLength(5);
    await settle(10_000);
    expect(api.reads.length).toBeLessThan(20);
    expect(bob.texts()).toEqual([]);
  });
});
