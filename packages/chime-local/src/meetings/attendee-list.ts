import { randomUUID } from 'node:crypto';
import { newJoinToken } from './join-token';
import type { Attendee, Capabilities } from './meeting';

/** Some of a meeting's attendees, in the order they were made. */
export interface AttendeePage {
  readonly attendees: readonly Attendee[];
  /** What to ask for after; undefined: these were the last. */
  readonly next?: number;
}

interface Entry {
  readonly order: number;
  attendee: Attendee;
}

/** Who was invited to one meeting. */
export class AttendeeList {
  readonly #entries = new Map<string, Entry>();
  #made = 0;

  get size(): number {
    return this.#entries.size;
  }

  get all(): readonly Attendee[] {
    return [...this.#entries.values()].map(({ attendee }) => attendee);
  }

  get(attendeeId: string): Attendee | undefined {
    return this.#entries.get(attendeeId)?.attendee;
  }

  findByUser(externalUserId: string): Attendee | undefined {
    return this.all.find((attendee) => attendee.externalUserId === externalUserId);
  }

  add(externalUserId: string, capabilities: Capabilities): Attendee {
    const attendee = {
      attendeeId: randomUUID(),
      externalUserId,
      joinToken: newJoinToken(),
      capabilities,
    };
    this.#made += 1;
    this.#entries.set(attendee.attendeeId, { order: this.#made, attendee });
    return attendee;
  }

  /** The one of this id is as told from now on. */
  replace(attendee: Attendee): void {
    const entry = this.#entries.get(attendee.attendeeId);
    if (entry) entry.attendee = attendee;
  }

  delete(attendeeId: string): void {
    this.#entries.delete(attendeeId);
  }

  /** @param after - `next` of the page before, or 0; whoever is deleted meanwhile is no matter. */
  page(after: number, most: number): AttendeePage {
    const rest = [...this.#entries.values()].filter(({ order }) => order > after);
    const attendees = rest.slice(0, most).map(({ attendee }) => attendee);
    const last = rest[most - 1];
    return rest.length > most && last ? { attendees, next: last.order } : { attendees };
  }
}
