/** mediacapture-transform. Workers alone have it, so TypeScript's types of the page do not. */
declare class VideoTrackGenerator {
  readonly track: MediaStreamTrack;
  readonly writable: WritableStream<VideoFrame>;
}
