/** A colour, 0..255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What one frame of a recording showed. */
export interface Sighting {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly timestampUs: number;
  readonly width: number;
  readonly height: number;
  /** Share of the pixels that have the room's colour, 0..1. */
  readonly roomShare: number;
  readonly center: Rgb;
  readonly corner: Rgb;
}

/** What a recorder tells: what it saw, that all until now was told, or the track's end. */
export type RecorderEvent = Sighting | 'caught up' | 'ended';

/** What a recorder is asked to do. */
export interface RecorderOrder {
  readonly readable: ReadableStream<VideoFrame>;
  readonly room: Rgb;
  /** Largest difference per channel that still counts as the room. */
  readonly tolerance: number;
}
