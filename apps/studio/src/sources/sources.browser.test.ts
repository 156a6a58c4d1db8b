import { afterEach, describe, expect, it, vi } from 'vitest';
import { brokenMovie, openTestSample } from '../testing/page-under-test';
import { heardPeak } from '../testing/heard-peak';
import { movieWithSound } from '../testing/movie-with-sound';
import { PictureTrack } from '../testing/picture-track';
import { openCamera } from './camera';
import { CALL_VALUES } from './capture-values';
import { openMovie } from './movie';
import { openScreen } from './screen';
import type { Source } from './source';

const open: Source[] = [];
const kept = async (opening: Promise<Source>): Promise<Source> => {
  const source = await opening;
  open.push(source);
  return source;
};

const firstFrame = async ({ stream }: Source): Promise<[number, number]> => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  return [video.videoWidth, video.videoHeight];
};

afterEach(() => {
  vi.restoreAllMocks();
  for (const source of open.splice(0)) source.stop();
});

describe('sources', () => {
  it('plays the sample as a stream, in its size', async () => {
    const sample = await kept(openTestSample());
    expect(sample).toMatchObject({ kind: 'sample', name: 'Built-in sample' });
    expect(await firstFrame(sample)).toEqual([960, 540]);
  });

  it('goes on when the sample starts again', async () => {
    const { track } = await kept(openTestSample());
    const ended = vi.fn();
    track.addEventListener('ended', ended);
    await new Promise((resolve) => setTimeout(resolve, 4600));
    expect(track.readyState).toBe('live');
    expect(ended).not.toHaveBeenCalled();
  });

  it('plays a movie file', async () => {
    const url = new URL('../../public/sample/sample.webm', import.meta.url);
    const bytes = await (await fetch(url)).blob();
    const movie = await kept(openMovie(new File([bytes], 'holiday.webm', { type: 'video/webm' })));
    expect(movie.name).toBe('holiday.webm');
    expect(await firstFrame(movie)).toEqual([960, 540]);
  });

  it('has a movie’s sound in its stream, again and again, and is silent on the page', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play');
    const { stream } = await kept(openMovie(await movieWithSound()));
    const [element] = play.mock.contexts;
    expect(element).toMatchObject({ muted: true, loop: true });
    expect(await heardPeak(stream, 700)).toBeGreaterThan(0.3);
    // By then it has begun anew.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await heardPeak(stream, 700)).toBeGreaterThan(0.3);
    expect(stream.getAudioTracks().map(({ readyState }) => readyState)).toEqual(['live']);
  });

  it('shares a screen with its sound', async () => {
    const { stream } = await kept(openScreen());
    expect(stream.getTracks().map(({ kind }) => kind)).toEqual(['audio', 'video']);
  });

  it('shares a screen that has no sound', async () => {
    const picture = new PictureTrack();
    const silent = new MediaStream([picture.track]);
    vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockResolvedValue(silent);
    const { stream } = await kept(openScreen());
    expect(stream.getTracks().map(({ kind }) => kind)).toEqual(['video']);
    picture.end();
  });

  it('refuses a file that is no movie', async () => {
    const file = new File(['this is no movie'], 'letter.mp4', { type: 'video/mp4' });
    await expect(openMovie(file)).rejects.toMatchObject({ kind: 'movie', failure: 'unplayable' });
  });

  it('tells where a movie is broken', async () => {
    const movie = await kept(openMovie(await brokenMovie()));
    const { brokenAtS } = await movie.ended;
    expect(brokenAtS).toBeGreaterThan(0);
    expect(brokenAtS).toBeLessThan(4);
  });

  it('opens the camera, and ends its tracks when stopped', async () => {
    const camera = await kept(openCamera());
    expect(camera.name).not.toBe('');
    camera.stop();
    expect(camera.track.readyState).toBe('ended');
  });

  it.each([
    [360, 15, [640, 360, 15]],
    // The test camera's highest rate is 20: it gives the nearest.
    [1080, 60, [1920, 1080, 20]],
  ] as const)('opens the camera at %i lines and %i frames a second', async (...wished) => {
    const [resolution, rate, got] = wished;
    const camera = await kept(openCamera({ camera: '', resolution, rate }));
    const { frameRate } = camera.track.getSettings();
    expect([...(await firstFrame(camera)), frameRate]).toEqual(got);
  });

  it('says that a camera is not there', async () => {
    await expect(openCamera({ ...CALL_VALUES, camera: 'no-such-id' })).rejects.toMatchObject({
      failure: 'gone',
    });
  });

  it('says that the camera or the screen was not allowed', async () => {
    const denied = new DOMException('', 'NotAllowedError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(denied);
    vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockRejectedValue(denied);
    await expect(openCamera()).rejects.toMatchObject({ failure: 'denied' });
    await expect(openScreen()).rejects.toMatchObject({ kind: 'screen', failure: 'denied' });
  });
});
