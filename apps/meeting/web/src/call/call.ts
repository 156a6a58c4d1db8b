import { MeetingStatus, type MeetingManager } from 'amazon-chime-sdk-component-library-react';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { CallResponse } from '@cyclorama/meeting-contract';
import type { Seat } from '../server/seat';
import { Store } from '../state/store';
import type { CallState, Farewell } from './call-state';
import { farewellOf } from './farewell-of';
import { closeSession, openSession } from './open-session';
import { Patience } from './patience';
import { RoomChannel } from './room-channel';

/** Takes part in a session with one's own devices, for as long as it lasts. */
export interface Publisher {
  /** Before the session starts, each time that one begins. */
  publish(audioVideo: AudioVideoFacade): Promise<void>;
  /** The session is over. */
  rest(): void;
}

/** What a call asks of the API. */
export type CallSeat = Pick<Seat, 'call' | 'leave'>;

/** A seat's call: it is entered, and entered anew when the service has ended it and the room goes on. */
export class Call {
  readonly state = new Store<CallState>({ status: 'opening' });
  readonly channel = new RoomChannel();
  readonly #manager: MeetingManager;
  readonly #seat: CallSeat;
  readonly #publisher: Publisher;
  readonly #patience: Patience;
  /** Which of the service's meetings one is in, or on the way into. */
  #meetingId: string | undefined;
  #left = Promise.resolve();
  #wake: () => void = () => undefined;

  constructor(
    manager: MeetingManager,
    seat: CallSeat,
    publisher: Publisher,
    patience = new Patience(),
  ) {
    this.#manager = manager;
    this.#seat = seat;
    this.#publisher = publisher;
    this.#patience = patience;
  }

  /** Enters the call, and stays in it. What fails is told by the state. */
  open(): void {
    this.#manager.subscribeToMeetingStatus(this.#follow);
    this.#manager.subscribeToAudioVideo(this.#onSession);
    void this.#stay();
  }

  /** Leaves the call; the seat too, where one goes of one's own will. */
  async leave(farewell: Farewell = { kind: 'left' }): Promise<void> {
    if (this.#isOver) return;
    this.state.set({ status: 'over', farewell });
    this.#manager.unsubscribeFromMeetingStatus(this.#follow);
    this.#manager.unsubscribeFromAudioVideo(this.#onSession);
    this.#detach();
    this.#left = this.#letGo(farewell);
    await this.#left;
  }

  /** Resolves once what was left is free: at once where one has not left. */
  get left(): Promise<void> {
    return this.#left;
  }

  /** The session first: the SDK would take it for a failure that the service ends it. */
  async #letGo({ kind }: Farewell): Promise<void> {
    await closeSession(this.#manager).catch(() => undefined);
    // Where the API cannot be told, the others see by the call that one has gone.
    if (kind === 'left') await this.#seat.leave().catch(() => undefined);
  }

  async #stay(): Promise<void> {
    while (!this.#isOver) {
      await this.#enter().catch(this.#judge);
      await this.#patience.wait();
    }
  }

  /** Enters the room's meeting, unless one is in it; resolves once that is in doubt. */
  async #enter(): Promise<void> {
    const answer = await this.#seat.call();
    if (this.#isOver) return;
    if (answer.Meeting.MeetingId !== this.#meetingId) await this.#change(answer);
    if (!this.#isInDoubt) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async #change(answer: CallResponse): Promise<void> {
    await closeSession(this.#manager);
    const audioVideo = await openSession(this.#manager, answer);
    this.channel.attach(audioVideo);
    await this.#publisher.publish(audioVideo);
    if (this.#isOver) {
      this.#detach();
      await closeSession(this.#manager);
      return;
    }
    this.#meetingId = answer.Meeting.MeetingId;
    await this.#manager.start();
  }

  readonly #judge = async (thrown: unknown): Promise<void> => {
    const farewell = farewellOf(thrown);
    if (farewell) await this.leave(farewell);
  };

  readonly #follow = (status: MeetingStatus): void => {
    if (status === MeetingStatus.JoinedFromAnotherDevice) void this.leave({ kind: 'elsewhere' });
    else if (status === MeetingStatus.Reconnecting) this.#doubt();
    else if (status === MeetingStatus.Succeeded) {
      this.#patience.reset();
      this.state.set({ status: 'connected' });
    }
  };

  /** No session any more: the service has ended it, or could not be reached for long. */
  readonly #onSession = (audioVideo: AudioVideoFacade | null): void => {
    if (audioVideo) return;
    this.#detach();
    this.#doubt();
  };

  /** The SDK tries to come back by itself: in vain where the room has another meeting by now. */
  #doubt(): void {
    if (this.state.get().status === 'connected') this.state.set({ status: 'reconnecting' });
    this.#wake();
  }

  #detach(): void {
    this.#meetingId = undefined;
    this.channel.attach(undefined);
    this.#publisher.rest();
    this.#wake();
  }

  get #isInDoubt(): boolean {
    return this.state.get().status === 'reconnecting' || this.#meetingId === undefined;
  }

  get #isOver(): boolean {
    return this.state.get().status === 'over';
  }
}
