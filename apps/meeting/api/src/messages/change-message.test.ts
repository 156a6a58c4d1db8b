import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { deleteMessage } from './delete-message';
import { editMessage } from './edit-message';
import { listMessages } from './list-messages';
import { openMessageTables, type MessageTables } from './message-tables';
import { postMessage } from './post-message';
import type { Sender } from './sender';
import { makeSender } from './testing/make-sender';

let place: LocalTables;
let tables: MessageTables;

beforeAll(async () => {
  place = await openDynalite();
  tables = openMessageTables(place);
});
afterAll(() => place.close());

const postText = (sender: Sender) =>
  postMessage(tables, sender, { kind: 'text', text: 'Hello', requestId: randomUUID() });
const postStamp = (sender: Sender) =>
  postMessage(tables, sender, { kind: 'stamp', stamp: 'clap', requestId: randomUUID() });
const read = async ({ roomId }: Sender) =>
  (await listMessages(tables, roomId, { limit: 100 })).messages;

const edited = { text: 'Good day' };

describe('editMessage', () => {
  it("changes one's own text, and says when", async () => {
    const ada = makeSender('Ada');
    const { messageId } = await postText(ada);
    const message = await editMessage(tables, ada, messageId, edited);
    expect(message).toMatchObject({ messageId, text: 'Good day', senderName: 'Ada' });
    expect(message).toHaveProperty('editedAtMs');
    expect(await read(ada)).toEqual([message]);
  });

  it("leaves another's alone", async () => {
    const ada = makeSender('Ada');
    const eve = { ...makeSender('Ada'), roomId: ada.roomId };
    const message = await postText(ada);
    const attempt = editMessage(tables, eve, message.messageId, edited);
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await read(ada)).toEqual([message]);
  });

  it('knows no message of another room', async () => {
    const ada = makeSender('Ada');
    const { messageId } = await postText(ada);
    const elsewhere = { ...ada, roomId: makeSender('Ada').roomId };
    const attempt = editMessage(tables, elsewhere, messageId, edited);
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
  });

  it('makes no text of a stamp, and does not wake what was deleted', async () => {
    const ada = makeSender('Ada');
    const stamp = await postStamp(ada);
    const onStamp = editMessage(tables, ada, stamp.messageId, edited);
    await expect(onStamp).rejects.toMatchObject({ code: 'bad-request' });
    await deleteMessage(tables, ada, stamp.messageId);
    const onDeleted = editMessage(tables, ada, stamp.messageId, edited);
    await expect(onDeleted).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('deleteMessage', () => {
  it.each([postText, postStamp])('leaves that there was one, and nothing of it', async (post) => {
    const ada = makeSender('Ada');
    const { messageId, sentAtMs } = await post(ada);
    const deleted = await deleteMessage(tables, ada, messageId);
    const sender = { senderId: ada.participantId, senderName: 'Ada' };
    expect(deleted).toEqual({ messageId, ...sender, sentAtMs, kind: 'deleted' });
    const item = await tables.messages.get({ roomId: ada.roomId, messageId });
    expect(Object.keys(item ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/text|stamp|target/)]),
    );
    expect(await read(ada)).toEqual([deleted]);
  });

  it('may be asked twice', async () => {
    const ada = makeSender('Ada');
    const { messageId } = await postText(ada);
    const first = await deleteMessage(tables, ada, messageId);
    expect(await deleteMessage(tables, ada, messageId)).toEqual(first);
  });

  it("leaves another's alone", async () => {
    const ada = makeSender('Ada');
    const eve = { ...makeSender('Eve'), roomId: ada.roomId };
    const message = await postText(ada);
    const attempt = deleteMessage(tables, eve, message.messageId);
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await read(ada)).toEqual([message]);
  });
});
