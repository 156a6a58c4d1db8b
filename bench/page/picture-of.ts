import { toBase64 } from './to-base64';

/** The next frame of a track as the text of a JPEG; the track goes on. */
export async function pictureOf(track: MediaStreamTrack): Promise<string> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d', { alpha: false })?.drawImage(video, 0, 0);
  video.srcObject = null;
  return toBase64(canvas);
}
