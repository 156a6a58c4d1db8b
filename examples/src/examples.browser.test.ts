import { afterEach, expect, it } from 'vitest';
import { startFromCanvas } from './any-media-stream';
import { sendCamera } from './plain-webrtc';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Plays a stream; resolves with its size once such a pixel is seen near its corner. */
async function play(stream: MediaStream, seen: (pixel: Uint8ClampedArray) => boolean) {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const context = new OffscreenCanvas(16, 9).getContext('2d');
  await expect
    .poll(
      () => {
        context?.drawImage(video, 0, 0, 16, 9);
        const pixel = context?.getImageData(2, 2, 1, 1).data;
        return pixel !== undefined && seen(pixel);
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  return { width: video.videoWidth, height: video.videoHeight };
}

const isNear = (value: number | undefined, wanted: number): boolean =>
  Math.abs((value ?? -99) - wanted) < 8;

it('puts a background behind what a canvas shows', async () => {
  const { track, stop } = await startFromCanvas(new OffscreenCanvas(64, 36));
  endings.push(stop);
  const green = (pixel: Uint8ClampedArray): boolean =>
    isNear(pixel[0], 0x2f) && isNear(pixel[1], 0x6f) && isNear(pixel[2], 0x5e);
  expect(await play(new MediaStream([track]), green)).toEqual({ width: 640, height: 360 });
});

it('reaches the other side of a peer connection', async () => {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
  const received = new Promise<MediaStream>((resolve) => {
    far.ontrack = ({ streams: [stream] }) => stream && resolve(stream);
  });
  const camera = await sendCamera(near);
  endings.push(
    () => camera.stop(),
    () => near.close(),
    () => far.close(),
  );
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription ?? { type: 'offer' });
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription ?? { type: 'answer' });
  // The made-up camera's picture is green all over; the holding frame before it is almost black.
  const green = ([red = 0, green = 0]: Uint8ClampedArray): boolean => green > 80 && green > 2 * red;
  const { width, height } = await play(await received, green);
  expect(width / height).toBeCloseTo(16 / 9, 1);
});
