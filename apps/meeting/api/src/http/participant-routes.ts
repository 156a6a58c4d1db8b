import {
  joinRequest,
  participantId,
  participantsQuery,
  paths,
  type ParticipantResponse,
} from '@cyclorama/meeting-contract';
import type { Context, Hono } from 'hono';
import type { Credentials } from '../access/authorise';
import { admit } from '../participants/admit';
import { join } from '../participants/join';
import { leave } from '../participants/leave';
import { listParticipants } from '../participants/list-participants';
import { remove } from '../participants/remove';
import { requestMute } from '../participants/request-mute';
import type { Services } from '../services';
import { readBody, readCredentials, readId, readQuery, readRoomId } from './read-request';

/** Where a request came from, as the platform knows it and not as the client says. */
export type AddressOf = (context: Context) => string;

/** What a host does to somebody. */
type HostAct = (
  services: Services,
  credentials: Credentials,
  participantId: string,
) => Promise<ParticipantResponse>;

const ROOM = ':roomId';
const ID = ':participantId';

/** Who comes into a room, who is in it, and who goes. */
export function addParticipantRoutes(app: Hono, services: Services, addressOf: AddressOf): void {
  app.post(paths.join(ROOM), async (context) => {
    const roomId = readRoomId(context);
    const request = await readBody(context, joinRequest);
    const address = addressOf(context);
    return context.json(await join(services, { roomId, request, address }));
  });
  app.post(paths.leave(ROOM), async (context) => {
    await leave(services, readCredentials(context));
    return context.body(null, 204);
  });
  app.get(paths.participants(ROOM), async (context) => {
    const query = readQuery(context, participantsQuery);
    return context.json(await listParticipants(services, readCredentials(context), query));
  });
  const addHostAct = (path: string, act: HostAct) =>
    app.post(path, async (context) => {
      const id = readId(context, 'participantId', participantId);
      return context.json(await act(services, readCredentials(context), id));
    });
  addHostAct(paths.admit(ROOM, ID), admit);
  addHostAct(paths.remove(ROOM, ID), remove);
  addHostAct(paths.muteRequest(ROOM, ID), requestMute);
}
