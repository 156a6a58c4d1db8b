import type { Source } from './source';

/** The browser's made-up camera at thirty frames a second; it goes on in a hidden page. */
export async function openCamera(width: number, height: number): Promise<Source> {
  const video = { width, height, frameRate: 30 };
  const [track] = (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks();
  if (!track) throw new Error('A camera without a video track.');
  const view = Object.assign(document.createElement('video'), { muted: true });
  view.srcObject = new MediaStream([track]);
  await view.play();
  return {
    track,
    draw: (context) => context.drawImage(view, 0, 0),
    resize: () => undefined,
    close: () => track.stop(),
  };
}
