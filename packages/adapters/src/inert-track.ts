/** A live video track that shows nothing and keeps no camera on. It tells no settings. */
export function inertTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d'); // Firefox captures none without a context.
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!track) throw new Error('A canvas without a captured track.');
  track.getSettings = () => ({});
  return track;
}
