import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import type { ParticipantState } from '@cyclorama/meeting-contract';
import { randomBytes } from 'node:crypto';
import { ServerKeys } from '../../access/server-keys';
import { signToken } from '../../access/tokens';
import { openServices, type Services } from '../../services';
import { LOCAL } from '../../testing/local-credentials';
import type { TablePlace } from '../../tables/open-tables';
import { makeSender } from './make-sender';

/** All that handlers of messages need, over these tables; nobody calls. */
export function openTestServices(place: TablePlace): Services {
  const keys = new ServerKeys(randomBytes(32));
  const chime = new ChimeSDKMeetingsClient(LOCAL);
  return openServices({ place, chime, keys, mediaRegion: 'us-east-1' });
}

/** Somebody in a room of their own, and what they show. */
export async function enterRoom(services: Services, state: ParticipantState = 'admitted') {
  const { name, ...ids } = makeSender('Ada');
  const atMs = services.now();
  const room = { ...ids, name: 'Room', locked: false, secretHash: '', hostSecretHash: '' };
  const settings = { waitingRoom: false, sharing: 'everyone', drawing: 'everyone' } as const;
  await services.rooms.putNew({ ...room, ...settings, createdAtMs: atMs });
  await services.participants.putNew({ ...ids, name, role: 'guest', state, joinedAtMs: atMs });
  const token = await signToken(services, { ...ids, role: 'guest' }, ids.expiresAt);
  return { roomId: ids.roomId, participantId: ids.participantId, token };
}
