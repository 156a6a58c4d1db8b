import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Admission, MeetingDirectory } from '../meetings/meeting';
import type { MediaServer } from '../routing/media-room';
import type { Channel, Receiver } from './channel';
import { Connection } from './connection';
import { Ids } from './ids';
import { MeetingRoom, type House } from './meeting-room';
import type { MediaEnd } from './participant-media';
import { reasonFor, Refusal } from './refusal';
import { WebSockets } from './web-sockets';

export interface SignallingOptions {
  readonly directory: MeetingDirectory;
  readonly media: MediaServer;
  /** What answers say about our end. */
  readonly transports: MediaEnd;
  /** One line for each thing that somebody who runs the service may want to know. */
  readonly log?: (line: string) => void;
}

/** The signalling of all meetings of one process. */
export interface Signalling {
  /** Takes an HTTP upgrade over, on whatever path it came. The join token is the credential. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The same without sockets: whatever comes of the client is handed to the connection. */
  connect(joinToken: string, channel: Channel): Receiver;
  /** How many have joined and are still there. */
  readonly connections: number;
  /** Tells all clients that it is over, and closes their connections. */
  close(): Promise<void>;
}

/** Connects the meetings of a directory with clients and media. */
export function createSignalling(options: SignallingOptions): Signalling {
  const rooms = new Rooms(options);
  const sockets = new WebSockets(
    (joinToken, channel) => rooms.connect(joinToken, channel),
    (joinToken) => options.directory.admit(joinToken) !== undefined,
  );
  return {
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    connect: (joinToken, channel) => rooms.connect(joinToken, channel),
    get connections() {
      return rooms.connections;
    },
    close: () => {
      rooms.close();
      return sockets.close();
    },
  };
}

/** The meetings that somebody has come to, and what the control API changes in them. */
class Rooms {
  readonly #rooms = new Map<string, MeetingRoom>();
  readonly #house: House;
  readonly #directory: MeetingDirectory;
  readonly #unsubscribe: () => void;

  constructor({ directory, media, transports, log = () => undefined }: SignallingOptions) {
    this.#directory = directory;
    this.#house = { directory, media, end: transports, ids: new Ids(), log };
    this.#unsubscribe = directory.subscribe({
      ended: (meetingId) => this.#end(meetingId),
      attendeeDeleted: (meetingId, attendeeId) => this.#rooms.get(meetingId)?.kick(attendeeId),
      capabilitiesChanged: (meetingId, attendee) =>
        this.#rooms.get(meetingId)?.changeRights(attendee),
    });
  }

  get connections(): number {
    return [...this.#rooms.values()].reduce((sum, { size }) => sum + size, 0);
  }

  connect(joinToken: string, channel: Channel): Receiver {
    if (!this.#directory.admit(joinToken)) {
      return new Refusal(reasonFor(joinToken, this.#directory), channel);
    }
    return new Connection({
      ...{ joinToken, channel, directory: this.#directory, log: this.#house.log },
      roomOf: (admission) => this.#roomOf(admission),
    });
  }

  #roomOf({ meeting: { meetingId } }: Admission): MeetingRoom {
    const room = this.#rooms.get(meetingId) ?? new MeetingRoom(meetingId, this.#house);
    this.#rooms.set(meetingId, room);
    return room;
  }

  #end(meetingId: string): void {
    const room = this.#rooms.get(meetingId);
    this.#rooms.delete(meetingId);
    room?.end();
  }

  close(): void {
    this.#unsubscribe();
    for (const meetingId of [...this.#rooms.keys()]) this.#end(meetingId);
  }
}
