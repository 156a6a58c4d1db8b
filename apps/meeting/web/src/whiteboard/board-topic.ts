import { participantId } from '@cyclorama/meeting-contract';
import { z } from 'zod';
import type { Topic } from '../call/room-channel';

/** Inks that there are, the rubber among them: it paints with the board's own colour. */
export const INKS = ['ink', 'red', 'orange', 'green', 'blue', 'purple', 'rubber'] as const;

/** Widths of a pen, in units of the board. */
export const WIDTHS = [4, 8, 16, 48] as const;

/** Far above any clock of an honest board, and of one that somebody drives ahead for days. */
const LATEST = 2 ** 52;

const stroke = z.object({
  /** Its author's own name for it. */
  n: z.string().regex(/^\w{1,16}$/),
  /** When it was begun: Lamport's clock, which orders the strokes of all. */
  at: z.int().min(1).max(LATEST),
});

const piece = stroke.extend({
  ink: z.enum(INKS),
  width: z.literal(WIDTHS),
  /** How many points of it come before these. */
  from: z.int().min(0).max(10_000),
  points: z.string().max(1800),
});

/** A part of a stroke. */
export type Piece = z.infer<typeof piece>;

const past = z.object({
  author: participantId,
  /** None: it was undone. */
  piece: z.union([piece, stroke.strict()]),
});

/** A part of what was drawn before. */
export type Past = z.infer<typeof past>;

const saying = z.discriminatedUnion('is', [
  z.object({ is: z.literal('draw'), piece }),
  z.object({ is: z.literal('undo'), stroke }),
  z.object({ is: z.literal('clear'), at: stroke.shape.at }),
  z.object({
    is: z.literal('ask'),
    /** Whose own strokes alone; none: all that was drawn, of whoever may tell. */
    author: participantId.optional(),
    /** Who asks knows of strokes already, and believes hosts alone about others'. */
    hasSome: z.boolean().optional(),
  }),
  z.object({
    is: z.literal('past'),
    /** Who has asked. */
    to: z.array(participantId).max(10),
    cleared: z.int().min(0).max(LATEST),
    parts: z.array(past),
    isLast: z.boolean(),
  }),
]);

/** What pages tell each other of the whiteboard. */
export type BoardSaying = z.infer<typeof saying>;

/** What pages tell each other of the whiteboard. */
export const BOARD_TOPIC: Topic<BoardSaying> = { name: 'board', content: saying };
