import type { PostMessageRequest } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { deleteMessage } from './delete-message';
import { listMessages } from './list-messages';
import { openMessageTables, type MessageTables } from './message-tables';
import { postMessage } from './post-message';
import { makeSender } from './testing/make-sender';

let place: LocalTables;
let tables: MessageTables;

beforeAll(async () => {
  place = await openDynalite();
  tables = openMessageTables(place);
});
afterAll(() => place.close());

const textRequest = (text = 'Hello'): PostMessageRequest => ({
  kind: 'text',
  text,
  requestId: randomUUID(),
});

const read = async (roomId: string) =>
  (await listMessages(tables, roomId, { limit: 100 })).messages;

describe('postMessage', () => {
  it('stores who sent what, by the token and not by the request', async () => {
    const ada = makeSender('Ada');
    const forged = { ...textRequest(), senderId: 'eve', messageId: 'mine', sentAtMs: 1 };
    const message = await postMessage(tables, ada, forged);
    expect(message).toEqual({
      messageId: expect.stringMatching(/^[0-9A-Z]{26}$/) as string,
      senderId: ada.participantId,
      senderName: 'Ada',
      sentAtMs: expect.closeTo(Date.now(), -4) as number,
      kind: 'text',
      text: 'Hello',
    });
    expect(await read(ada.roomId)).toEqual([message]);
  });

  it('stores a stamp with whom it is for', async () => {
    const ada = makeSender('Ada');
    const request = {
      kind: 'stamp',
      stamp: 'heart',
      target: makeSender('Bob').participantId,
    } as const;
    const message = await postMessage(tables, ada, { ...request, requestId: randomUUID() });
    expect(message).toMatchObject(request);
    expect(await read(ada.roomId)).toEqual([message]);
  });

  it('keeps markup as the text that it is', async () => {
    const ada = makeSender('Ada');
    const text = '<img src=x onerror=alert(1)>\n"quoted" & more';
    expect(await postMessage(tables, ada, textRequest(text))).toMatchObject({ text });
  });

  it('answers the same to all of many equal requests at once, and stores one', async () => {
    const ada = makeSender('Ada');
    const request = textRequest();
    const post = () => postMessage(tables, ada, request);
    const messages = await Promise.all(Array.from({ length: 12 }, post));
    expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(await read(ada.roomId)).toEqual([messages[0]]);
  });

  it('takes the same request id of two people for two requests', async () => {
    const ada = makeSender('Ada');
    const bob = { ...makeSender('Bob'), roomId: ada.roomId };
    const request = textRequest();
    await postMessage(tables, ada, request);
    await postMessage(tables, bob, request);
    const senders = (await read(ada.roomId)).map(({ senderName }) => senderName);
    expect(senders.toSorted()).toEqual(['Ada', 'Bob']);
  });

  it('loses and doubles nothing where it is killed between the two writes', async () => {
    const ada = makeSender('Ada');
    const request = textRequest();
    const killed = vi.spyOn(tables.messages, 'putNew').mockRejectedValueOnce(new Error('killed'));
    await expect(postMessage(tables, ada, request)).rejects.toThrow('killed');
    expect(await read(ada.roomId)).toEqual([]);
    const [repeated, again] = [
      await postMessage(tables, ada, request),
      await postMessage(tables, ada, request),
    ];
    expect(again).toEqual(repeated);
    expect(await read(ada.roomId)).toEqual([repeated]);
    killed.mockRestore();
  });

  it('loses and doubles nothing where the answer got lost after the second write', async () => {
    const ada = makeSender('Ada');
    const request = textRequest();
    const { putNew } = tables.messages;
    const lost = vi.spyOn(tables.messages, 'putNew').mockImplementationOnce(async (item) => {
      await putNew.call(tables.messages, item);
      throw new Error('lost');
    });
    await expect(postMessage(tables, ada, request)).rejects.toThrow('lost');
    const repeated = await postMessage(tables, ada, request);
    expect(await read(ada.roomId)).toEqual([repeated]);
    lost.mockRestore();
  });

  it('does not bring back by a repeat what was deleted', async () => {
    const ada = makeSender('Ada');
    const request = textRequest();
    const { messageId } = await postMessage(tables, ada, request);
    await deleteMessage(tables, ada, messageId);
    expect(await postMessage(tables, ada, request)).toMatchObject({ messageId, kind: 'deleted' });
  });

  it('gives each of many messages at once an id of its own, later ones behind earlier ones', async () => {
    const ada = makeSender('Ada');
    const first = await postMessage(tables, ada, textRequest());
    await new Promise((resolve) => setTimeout(resolve, 2));
    const post = (_: unknown, index: number) => postMessage(tables, ada, textRequest(`${index}`));
    const many = await Promise.all(Array.from({ length: 30 }, post));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const last = await postMessage(tables, ada, textRequest());
    const ids = (await read(ada.roomId)).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(32);
    expect([ids[0], ids.at(-1)]).toEqual([first.messageId, last.messageId]);
    expect(ids.slice(1, -1)).toEqual(many.map(({ messageId }) => messageId).toSorted());
  });
});
