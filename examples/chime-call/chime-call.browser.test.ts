import {
  ContentShareMediaStreamBroker,
  DefaultContentShareController,
  DefaultDeviceController,
  MeetingFeatures,
  NoOpLogger,
  type AudioVideoController,
} from 'amazon-chime-sdk-js';
import { expect, it, vi } from 'vitest';
import { CallCamera } from './call-camera';
import { shareMovie } from './share-movie';

const BLUE = { type: 'color', color: '#0000ff' } as const;
const RED = { type: 'color', color: '#ff0000' } as const;

/** What a stream shows in its corner, as one looks at it. */
async function play(stream: MediaStream): Promise<() => readonly number[]> {
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: stream });
  await video.play();
  const context = new OffscreenCanvas(16, 9).getContext('2d');
  return () => {
    context?.drawImage(video, 0, 0, 16, 9);
    const pixel = context?.getImageData(1, 1, 1, 1).data ?? [];
    return [...pixel].slice(0, 3).map((value) => Math.round(value / 255));
  };
}

it('shows a camera before a background, which changes, and switches it off and on', async () => {
  const controller = new DefaultDeviceController(new NoOpLogger());
  const startLocalVideoTile = vi.fn(() => 1);
  const startVideoInput = vi.spyOn(controller, 'startVideoInput');
  const audioVideo = Object.assign(controller, { startLocalVideoTile });
  const cameras = await navigator.mediaDevices.enumerateDevices();
  const { deviceId = '' } = cameras.find(({ kind }) => kind === 'videoinput') ?? {};
  const camera = new CallCamera(audioVideo, deviceId, BLUE);
  await camera.switchOn();
  const seen = await play(await controller.acquireVideoInputStream());
  await expect.poll(seen, { timeout: 10_000 }).toEqual([0, 0, 1]);
  await camera.change(RED);
  await expect.poll(seen).toEqual([1, 0, 0]);
  await camera.use(deviceId);
  await camera.switchOff();
  await camera.switchOn();
  await expect.poll(seen).toEqual([1, 0, 0]);
  const refuse = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new Error());
  await expect(camera.use('another')).rejects.toThrow();
  refuse.mockRestore();
  await camera.switchOn();
  await expect.poll(seen).toEqual([1, 0, 0]);
  expect([startVideoInput.mock.calls.length, startLocalVideoTile.mock.calls.length]).toEqual([
    5, 3,
  ]);
  await camera.close();
});

it('shares a movie, and stops what is captured when the share is stopped', async () => {
  const logger = new NoOpLogger();
  const configuration = { meetingFeatures: new MeetingFeatures() };
  const meeting = { configuration, logger, start: vi.fn(), addObserver: vi.fn() };
  const attendee = { realtimeController: { realtimeSubscribeToAttendeeIdPresence: vi.fn() } };
  const stop = vi.fn((): void => audioVideo.audioVideoDidStop({} as never));
  const audioVideo = new DefaultContentShareController(
    new ContentShareMediaStreamBroker(logger),
    Object.assign(meeting, { stop }) as unknown as AudioVideoController,
    attendee as unknown as AudioVideoController,
  );
  const shared = vi.spyOn(audioVideo, 'startContentShare');
  const movie = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
  const endShare = await shareMovie(audioVideo, movie, BLUE);
  const [stream] = shared.mock.calls[0] ?? [];
  expect(
    stream
      ?.getTracks()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['audio', 'video']);
  await expect.poll(await play(stream ?? movie), { timeout: 10_000 }).toEqual([0, 0, 1]);
  endShare();
  await expect.poll(() => movie.active).toBe(false);
});
