import type { Role, Who } from '@cyclorama/meeting-contract';
import type { CallState } from '../call/call-state';
import type { RoomChannel } from '../call/room-channel';
import { Store } from '../state/store';
import { BOARD_TOPIC, type BoardSaying, type Past } from './board-topic';
import { Drawing } from './drawing';
import { GapQuestion } from './gap-question';
import { PastQuestion } from './past-question';
import { PastAnswer } from './past-answer';
import { Pen } from './pen';
import { mayDraw } from './trust';

/** What a whiteboard works with. */
export interface BoardServices {
  readonly ownId: string;
  readonly channel: Pick<RoomChannel, 'send' | 'on'>;
  readonly connection: Pick<Store<CallState>, 'get' | 'subscribe'>;
  /** As the API has it. */
  readonly roleOf: (participantId: string) => Role | undefined;
  /** Whether a host other than this one is in the room, as the API has it. */
  readonly isHostBeside: (participantId: string) => boolean;
  /** Who may draw, as the API has it. */
  readonly drawing: () => Who;
}

/** How one's own page shows it. */
export interface BoardView {
  readonly isOpen: boolean;
  /** Somebody has drawn while it was closed. */
  readonly hasNews: boolean;
}

/** Nobody is so far ahead: it would leave no moments for the others. */
const FARTHEST_AHEAD = 1_000_000;

/** The whiteboard of a room: what each draws, told to all over the call. */
export class Board {
  readonly view = new Store<BoardView>({ isOpen: false, hasNews: false });
  readonly drawing: Drawing;
  readonly pen: Pen;
  readonly #services: BoardServices;
  readonly #onNews: (participantId: string) => void;
  readonly #question: PastQuestion;
  readonly #answer: PastAnswer;
  readonly #gaps: GapQuestion;

  /** @param onNews - Told who begins to draw while it is closed. */
  constructor(services: BoardServices, onNews: (participantId: string) => void) {
    this.#services = services;
    this.#onNews = onNews;
    this.drawing = new Drawing(services.roleOf);
    this.pen = new Pen(services, this.drawing);
    this.#question = new PastQuestion(services, this.drawing, (past) => this.#learn(past));
    this.#answer = new PastAnswer(services, this.drawing);
    this.#gaps = new GapQuestion(services);
  }

  /** Begins to listen; the answer ends it. */
  start(): () => void {
    const { channel, connection } = this.#services;
    const ends = [
      channel.on(BOARD_TOPIC, (content, senderId) => this.#hear(content, senderId)),
      connection.subscribe(() => this.#follow()),
    ];
    return () => {
      this.pen.stop();
      this.#question.stop();
      this.#answer.stop();
      this.#gaps.stop();
      for (const end of ends) end();
    };
  }

  /** Opens or closes it on one's own page. */
  toggle(): void {
    this.view.set({ isOpen: !this.view.get().isOpen, hasNews: false });
  }

  /** Takes back one's own last stroke. */
  undo(): void {
    const { ownId, channel } = this.#services;
    const stroke = this.drawing.lastOf(ownId);
    if (!stroke) return;
    this.drawing.undo(ownId, stroke);
    channel.send(BOARD_TOPIC, { is: 'undo', stroke: { n: stroke.n, at: stroke.at } });
  }

  /** Wipes it for all, which hosts may. */
  clear(): void {
    this.pen.finish();
    const at = this.drawing.tick();
    this.drawing.clear(at);
    this.#services.channel.send(BOARD_TOPIC, { is: 'clear', at });
  }

  #hear(content: BoardSaying, senderId: string): void {
    const { roleOf, ownId } = this.#services;
    if (senderId === ownId) return;
    if (content.is === 'ask') this.#hearAsk(content, senderId);
    else if (content.is === 'past') {
      this.#answer.hearAnswer(content.to, senderId);
      this.#question.hear(content, senderId);
    } else if (content.is === 'clear') {
      if (roleOf(senderId) === 'host' && this.#isNear(content.at)) this.drawing.clear(content.at);
    } else this.#hearStroke(content, senderId);
  }

  #hearAsk({ author, hasSome }: BoardSaying & { is: 'ask' }, senderId: string): void {
    if (author === undefined) this.#answer.hearAsk(senderId, hasSome ?? false);
    else if (author === this.#services.ownId) this.#answer.hearAskForOwn(senderId);
    else this.#gaps.hearAsk(author);
  }

  #hearStroke(content: BoardSaying & { is: 'draw' | 'undo' }, senderId: string): void {
    const { at } = content.is === 'draw' ? content.piece : content.stroke;
    if (!this.#isNear(at) || !mayDraw(this.#services, senderId)) return;
    if (content.is === 'undo') this.drawing.undo(senderId, content.stroke);
    else if (this.drawing.add(senderId, content.piece)) this.#tellNews(senderId);
    else this.#gaps.ask(senderId);
  }

  #tellNews(senderId: string): void {
    const { isOpen, hasNews } = this.view.get();
    if (isOpen || hasNews) return;
    this.view.patch({ hasNews: true });
    this.#onNews(senderId);
  }

  #learn({ cleared, parts, isLast }: BoardSaying & { is: 'past' }): void {
    if (this.#isNear(cleared)) this.drawing.clear(cleared);
    for (const { author, piece } of parts) this.#place(author, piece);
    const { isOpen } = this.view.get();
    if (isLast) this.view.patch({ hasNews: !isOpen && this.drawing.strokes.get().length > 0 });
  }

  #place(author: string, piece: Past['piece']): void {
    if (!this.#isNear(piece.at)) return;
    if ('points' in piece) this.drawing.add(author, piece);
    else this.drawing.undo(author, piece);
  }

  #follow(): void {
    if (this.#services.connection.get().status !== 'connected') this.pen.finish();
    else {
      this.#question.ask();
      // What the others missed of one's own while the connection was gone.
      this.#answer.tellOwn();
    }
  }

  #isNear(at: number): boolean {
    return at <= this.drawing.clock + FARTHEST_AHEAD;
  }
}
