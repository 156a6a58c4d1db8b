import type { BackgroundName } from '../../page/bench-background';

/** What stands behind, in the forms that the libraries want. */
export interface PeerBackground {
  readonly name: BackgroundName;
  /** For `image` and `color`, of the camera's size; for `blur` of no use. */
  readonly picture: Blob;
  readonly pictureUrl: string;
}

/** What a library is started on. */
export interface PeerInput {
  readonly camera: MediaStreamTrack;
  readonly width: number;
  readonly height: number;
  readonly background: PeerBackground;
}

/** A library on its bench: its script is loaded, nothing else is. */
export interface Peer {
  /**
   * Starts it on a camera, with the settings that its documentation recommends.
   * @returns The track that a call would be given.
   */
  start(input: PeerInput): Promise<MediaStreamTrack>;
}
