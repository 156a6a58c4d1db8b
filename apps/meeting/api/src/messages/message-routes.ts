import {
  editMessageRequest,
  messageId,
  messagesQuery,
  paths,
  postMessageRequest,
} from '@cyclorama/meeting-contract';
import type { Context, Hono } from 'hono';
import { readBody, readCredentials, readId, readQuery } from '../http/read-request';
import type { Services } from '../services';
import { edit, list, post, remove } from './message-handlers';

const ALL = paths.messages(':roomId');
const ONE = paths.message(':roomId', ':messageId');

/** What people write to each other. */
export function addMessageRoutes(app: Hono, services: Services): void {
  app.post(ALL, async (context) => {
    const request = await readBody(context, postMessageRequest);
    return context.json(await post(services, readCredentials(context), request), 201);
  });
  app.get(ALL, async (context) => {
    const query = readQuery(context, messagesQuery);
    return context.json(await list(services, readCredentials(context), query));
  });
  app.patch(ONE, async (context) => {
    const request = await readBody(context, editMessageRequest);
    return context.json(await edit(services, readTarget(context), request));
  });
  app.delete(ONE, async (context) => context.json(await remove(services, readTarget(context))));
}

const readTarget = (context: Context) => ({
  ...readCredentials(context),
  messageId: readId(context, 'messageId', messageId),
});
