/** Whether tracks can be moved, as to a worker: tried with the track of an empty canvas. */
export function canMoveTracks(): boolean {
  let track: MediaStreamTrack | undefined;
  try {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d'); // Firefox captures none without a context.
    [track] = canvas.captureStream().getVideoTracks();
    structuredClone(track, { transfer: [track as unknown as Transferable] })?.stop();
    return track !== undefined;
  } catch {
    return false; // As DataCloneError, where tracks are not transferable.
  } finally {
    track?.stop();
  }
}
