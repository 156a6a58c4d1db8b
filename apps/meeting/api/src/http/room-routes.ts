import { changeRoomRequest, createRoomRequest, paths } from '@cyclorama/meeting-contract';
import type { Hono } from 'hono';
import { openCall } from '../calls/open-call';
import { changeRoom } from '../rooms/change-room';
import { createRoom } from '../rooms/create-room';
import { endRoom } from '../rooms/end-room';
import { showRoom } from '../rooms/show-room';
import type { Services } from '../services';
import { readBearer, readBody, readCredentials } from './read-request';

const ROOM = ':roomId';

/** Rooms, and the calls behind them. */
export function addRoomRoutes(app: Hono, services: Services): void {
  app.post(paths.rooms(), async (context) => {
    const request = await readBody(context, createRoomRequest);
    return context.json(await createRoom(services, request, readBearer(context)), 201);
  });
  app.get(paths.room(ROOM), async (context) =>
    context.json(await showRoom(services, readCredentials(context))),
  );
  app.patch(paths.room(ROOM), async (context) => {
    const change = await readBody(context, changeRoomRequest);
    return context.json(await changeRoom(services, readCredentials(context), change));
  });
  app.post(paths.end(ROOM), async (context) => {
    await endRoom(services, readCredentials(context));
    return context.body(null, 204);
  });
  app.post(paths.call(ROOM), async (context) =>
    context.json(await openCall(services, readCredentials(context))),
  );
}
