/**
 * A live video track that shows nothing and keeps no camera on. It tells no settings, and its
 * listeners hear of an end that the page itself tells.
 */
export function inertTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d'); // Firefox captures none without a context.
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!track) throw new Error('A canvas without a captured track.');
  track.getSettings = () => ({});
  // Firefox asks each listener of a track, by a fourth argument, whether it hears the page's events.
  const listen = track.addEventListener.bind(track) as (...args: unknown[]) => void;
  track.addEventListener = (...args: unknown[]) => listen(args[0], args[1], args[2], true);
  return track;
}
