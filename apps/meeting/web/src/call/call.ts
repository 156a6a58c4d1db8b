import { MeetingStatus, type MeetingManager } from 'amazon-chime-sdk-component-library-react';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Seat } from '../server/seat';
import { Store } from '../state/store';
import type { CallState, Farewell } from './call-state';
import { farewellOf } from './farewell-of';
import { openSession } from './open-session';
import { RoomChannel } from './room-channel';

/** Takes part in a session with one's own devices, for as long as it lasts. */
export interface Publisher {
  /** Before the session starts, each time that one begins. */
  publish(audioVideo: AudioVideoFacade): Promise<void>;
}

/** The service may be about to come back. */
const AGAIN_MS = 1000;

/** A seat's call: it is entered, and entered anew when the service has ended it and the room goes on. */
export class Call {
  readonly state = new Store<CallState>({ status: 'opening' });
  readonly channel = new RoomChannel();
  readonly #manager: MeetingManager;
  readonly #seat: Seat;
  readonly #publisher: Publisher;
  #isOpening = false;

  constructor(manager: MeetingManager, seat: Seat, publisher: Publisher) {
    this.#manager = manager;
    this.#seat = seat;
    this.#publisher = publisher;
  }

  /** Enters the call. What fails is told by the state. */
  open(): void {
    this.#manager.subscribeToMeetingStatus(this.#follow);
    void this.#enter();
  }

  /** Leaves the call; the seat too, unless the room is over. */
  async leave(farewell: Farewell = { kind: 'left' }): Promise<void> {
    if (this.state.get().status === 'over') return;
    this.state.set({ status: 'over', farewell });
    this.#manager.unsubscribeFromMeetingStatus(this.#follow);
    this.channel.attach(undefined);
    await this.#manager.leave();
  }

  async #enter(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    try {
      const audioVideo = await openSession(this.#manager, await this.#seat.call());
      this.channel.attach(audioVideo);
      await this.#publisher.publish(audioVideo);
      if (!this.#isOver) await this.#manager.start();
    } catch (thrown) {
      this.#lose(thrown);
    } finally {
      this.#isOpening = false;
    }
  }

  readonly #follow = (status: MeetingStatus): void => {
    if (this.#isOver) return;
    if (status === MeetingStatus.Succeeded) this.state.set({ status: 'connected' });
    else if (status === MeetingStatus.Reconnecting) this.state.set({ status: 'reconnecting' });
    else if (status === MeetingStatus.JoinedFromAnotherDevice)
      void this.leave({ kind: 'elsewhere' });
    else if (ENDED.includes(status)) this.#reopen();
  };

  /** The service has ended the call; whether the room goes on is for the API to say. */
  #reopen(): void {
    this.state.set({ status: 'reconnecting' });
    this.channel.attach(undefined);
    void this.#enter();
  }

  #lose(thrown: unknown): void {
    if (this.#isOver) return;
    const farewell = farewellOf(thrown);
    if (farewell) void this.leave(farewell);
    else setTimeout(() => this.#reopen(), AGAIN_MS);
  }

  get #isOver(): boolean {
    return this.state.get().status === 'over';
  }
}

const ENDED: readonly MeetingStatus[] = [
  MeetingStatus.Ended,
  MeetingStatus.Failed,
  MeetingStatus.TerminalFailure,
];
