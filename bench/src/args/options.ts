import type { PeerName } from '../peers/peer-names';

export const BACKGROUNDS = ['image', 'blur', 'color'] as const;
export const PATHS = ['auto', 'canvas'] as const;

/** What every bench understands. */
interface CommonOptions {
  readonly json: boolean;
}

/** What is common to benches that play a clip. Without a size it keeps its own. */
export interface ClipOptions extends CommonOptions {
  readonly clip: string;
  readonly width?: number;
  readonly height?: number;
  readonly seconds: number;
  readonly background: (typeof BACKGROUNDS)[number];
  /** How often all that is compared runs in turn; medians are taken. */
  readonly runs: number;
}

/** Options of `speed`. */
export interface SpeedOptions extends ClipOptions {
  readonly bench: 'speed';
  readonly path: (typeof PATHS)[number];
}

/** Options of `peers`. */
export interface PeersOptions extends ClipOptions {
  readonly bench: 'peers';
  /** Which run beside pass-through and ours; all where it is absent. */
  readonly only?: readonly PeerName[];
}

/** Options of `quality`. */
export interface QualityOptions extends CommonOptions {
  readonly bench: 'quality';
  readonly images: string;
  readonly masks: string;
  /** The publisher's tree of BodyPix's weights; where it is absent that row is. */
  readonly models: string;
  /** The images are one film, not pictures without connection. */
  readonly sequence: boolean;
}

/** Options of `tradeoff`. */
export interface TradeoffOptions extends CommonOptions {
  readonly bench: 'tradeoff';
  readonly clip: string;
  /** True mattes; without it those in the clip's own folder `alpha`, if there is one. */
  readonly truth?: string;
  /** The publisher's tree of BodyPix's weights. */
  readonly models: string;
  /** Parts of names: only settings whose name contains one. */
  readonly only?: readonly string[];
  /** What frames are stretched to; none for their own size. */
  readonly size?: { readonly width: number; readonly height: number };
  /** At most so many frames, from the first. */
  readonly frames?: number;
  /** Where the plot goes besides the cache: an `.svg`, and beside it a `.png`. */
  readonly picture?: string;
}

/** Options of `page`: it measures the studio and takes none of its own. */
export interface PageOptions extends CommonOptions {
  readonly bench: 'page';
}

/** Options of `kernels`. */
export interface KernelsOptions extends CommonOptions {
  readonly bench: 'kernels';
  /** Rounds in which all that is compared has its turn; medians are taken. */
  readonly runs: number;
  /** Where the drawing goes besides the cache: an `.svg`. */
  readonly picture?: string;
}

/** Options of `bodypix`. */
export interface BodypixOptions extends CommonOptions {
  readonly bench: 'bodypix';
  /** Rounds in which all that is compared has its turn; medians are taken. */
  readonly runs: number;
  /** The publisher's tree of BodyPix's weights. */
  readonly models: string;
}

/** Options of `chime`: who meets, and what their cameras give. */
export interface ChimeOptions extends CommonOptions {
  readonly bench: 'chime';
  readonly clients: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
}

/** Options of `meeting`: how much is written. */
export interface MeetingOptions extends CommonOptions {
  readonly bench: 'meeting';
  readonly rooms: number;
  /** In all rooms together. */
  readonly messagesPerMinute: number;
  readonly seconds: number;
}

export type BenchOptions =
  | SpeedOptions
  | PeersOptions
  | QualityOptions
  | TradeoffOptions
  | PageOptions
  | KernelsOptions
  | BodypixOptions
  | ChimeOptions
  | MeetingOptions;
