import { LIMITS } from '@cyclorama/meeting-contract';
import { noSuchRoom, removed } from '../access/authorise';
import { Refusal } from '../access/refusal';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import { findPeople } from './find-people';
import { keyOf, type ParticipantItem } from './participant-item';

/** The participant as they are in the table, of this request or of an earlier one. @throws Refusal */
export async function enter(services: Services, room: RoomItem, arriving: ParticipantItem) {
  const { participants } = services;
  const former = await participants.get(keyOf(arriving));
  if (former && former.state !== 'left') return unlessRemoved(former);
  if (room.locked && arriving.role === 'guest') {
    throw new Refusal('room-locked', 'The host has locked this room: nobody new may join.');
  }
  if (arriving.role === 'guest') await requirePlace(services, room);
  if (!former && (await participants.putNew(arriving))) return arriving;
  return unlessRemoved(await comeBack(services, arriving));
}

/** Hosts may always come: to put out those who are too many. */
async function requirePlace(services: Services, { roomId }: RoomItem): Promise<void> {
  const states = ['admitted', 'waiting'] as const;
  const people = await findPeople(services, { roomId, states, most: LIMITS.people });
  if (people.length < LIMITS.people) return;
  throw new Refusal('room-full', `This room is full: it has ${LIMITS.people} people already.`);
}

/** Somebody who has left, or whose repeated request was quicker. */
async function comeBack({ participants }: Services, arriving: ParticipantItem) {
  const key = keyOf(arriving);
  const { name, state, expiresAt } = arriving;
  const back = await participants.change(key, {
    update: 'SET #name = :name, #state = :state, #expiresAt = :expiresAt REMOVE #attendee',
    condition: '#state = :left',
    values: { name, state, expiresAt, left: 'left' },
  });
  return back ?? participants.get(key);
}

function unlessRemoved(participant: ParticipantItem | undefined): ParticipantItem {
  if (!participant) throw noSuchRoom();
  if (participant.state === 'removed') throw removed();
  return participant;
}
