import type { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import { Attempts, type AttemptItem } from './access/attempts';
import type { Login } from './access/login';
import type { ServerKeys } from './access/server-keys';
import { ChimeCalls } from './calls/chime-calls';
import { openMessageTables, type MessageTables } from './messages/message-tables';
import type { ParticipantItem } from './participants/participant-item';
import { ParticipantRates } from './rates/participant-rates';
import type { RoomItem } from './rooms/room-item';
import { openTable, type TablePlace } from './tables/open-tables';
import type { Table } from './tables/table';

/** What handlers work with, here as in the cloud. */
export interface Services {
  readonly rooms: Table<RoomItem>;
  readonly participants: Table<ParticipantItem>;
  readonly attempts: Attempts;
  readonly messages: MessageTables;
  /** What each participant may do in a while. */
  readonly rates: ParticipantRates;
  readonly calls: ChimeCalls;
  readonly keys: ServerKeys;
  /** Where there is one, whoever creates a room must be signed in. */
  readonly login?: Login | undefined;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** Where all that is. */
export interface ServicesOptions {
  readonly place: TablePlace;
  readonly chime: ChimeSDKMeetingsClient;
  /** Where media go through, such as `eu-central-1`. */
  readonly mediaRegion: string;
  readonly keys: ServerKeys;
  readonly login?: Login | undefined;
}

/** Opens the tables, and the way to the Chime SDK. */
export function openServices({
  place,
  chime,
  mediaRegion,
  keys,
  login,
}: ServicesOptions): Services {
  return {
    rooms: openTable<RoomItem>(place, 'rooms'),
    participants: openTable<ParticipantItem>(place, 'participants'),
    attempts: new Attempts(openTable<AttemptItem>(place, 'participants')),
    messages: openMessageTables(place),
    rates: new ParticipantRates(place),
    calls: new ChimeCalls(chime, mediaRegion),
    keys,
    login,
    now: place.now,
  };
}
