import { eventually, FakeCameras, paintRoom, Recorder, ROOM } from '@cyclorama/testing/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Camera } from './camera';
import type { CameraState } from './camera-state';

const PICTURE = { width: 320, height: 180, paint: paintRoom };
const BLUE = { type: 'color', color: '#0000ff' } as const;
const RED = { type: 'color', color: '#ff0000' } as const;

let cameras: FakeCameras;
let camera: Camera;
const onReplaced = vi.fn();

/** The camera of these ids, of which the empty one is the browser's choice. */
function plug(...ids: string[]): void {
  cameras = new FakeCameras(Object.fromEntries(ids.map((id) => [id, PICTURE])));
}

/** Takes away the camera that is on; those of these ids are there then. */
function unplugLeaving(...ids: string[]): void {
  const { last } = cameras;
  cameras.restore();
  plug(...ids);
  last.unplug();
}

const state = (): CameraState => camera.state.get();
const wish = (deviceId?: string) => ({ deviceId, resolution: '360p' }) as const;

beforeEach(() => {
  onReplaced.mockReset();
  camera = new Camera(wish(), BLUE, { onReplaced, onBackgroundLost: () => undefined });
});
afterEach(() => {
  camera.close();
  cameras.restore();
});

describe('Camera', () => {
  it('goes over to another camera on the same track, on which the room is never seen', async () => {
    plug('front', 'back');
    await camera.open(wish('front'));
    const { output, processor } = state();
    const [track] = output?.getVideoTracks() ?? [];
    if (!track) throw new Error('no output');
    const recorder = new Recorder(track, ROOM);
    await eventually('it runs', () => state().picture === 'running');
    await camera.open(wish('back'));
    expect(state().output).toBe(output);
    expect(state().processor).toBe(processor);
    expect([state().status, state().deviceId, cameras.on]).toEqual(['on', 'back', ['back']]);
    const before = recorder.sightings.length;
    await eventually('frames of the other', () => recorder.sightings.length > before + 10);
    expect(recorder.sightings.filter(({ roomShare }) => roomShare > 0.02)).toEqual([]);
    recorder.close();
  });

  it('does what was asked last, however quick the presses were', async () => {
    plug('', 'front', 'back');
    const presses = [camera.open(wish('front')), camera.open(wish('back'))];
    camera.close();
    presses.push(camera.open(wish('front')), camera.open(wish('back')));
    await Promise.all(presses);
    expect([state().status, state().deviceId, cameras.on]).toEqual(['on', 'back', ['back']]);
    void camera.open();
    camera.close();
    await eventually('all are off', () => cameras.on.length === 0);
    expect(state()).toEqual({ status: 'off', problem: undefined });
  });

  it('takes another camera where the remembered one is not there, and tells it', async () => {
    plug('');
    await camera.open(wish('left at home'));
    expect([state().status, camera.wish.deviceId]).toEqual(['on', undefined]);
    expect(onReplaced).toHaveBeenCalledOnce();
  });

  it('gives way to another one when it is unplugged', async () => {
    plug('', 'front');
    await camera.open(wish('front'));
    const former = state().output;
    unplugLeaving('');
    await eventually('it was replaced', () => onReplaced.mock.calls.length === 1);
    const { status, output } = state();
    // What was shown ends with the camera.
    expect(output).not.toBe(former);
    expect([status, output?.active]).toEqual(['on', true]);
  });

  it('is off where there is no other one, and says that it is gone', async () => {
    plug('');
    await camera.open();
    unplugLeaving();
    await eventually('it is off', () => state().status === 'off');
    expect(state().problem).toMatchObject({ device: 'camera', failure: 'gone' });
  });

  it('says that it is not allowed, and comes on once it is', async () => {
    plug('');
    cameras.areAllowed = false;
    await camera.open();
    expect(state()).toMatchObject({ status: 'off', problem: { failure: 'denied' } });
    cameras.areAllowed = true;
    await camera.retry();
    expect(state()).toMatchObject({ status: 'on', problem: undefined });
  });

  it('opens the former camera’s rival once that is off, where the system has one at a time', async () => {
    plug('front', 'back');
    await camera.open(wish('front'));
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (cameras.on.length > 0) throw new DOMException('busy', 'NotReadableError');
      return open(constraints);
    };
    await camera.open(wish('back'));
    expect([state().status, cameras.on]).toEqual(['on', ['back']]);
  });

  it('keeps the background for the next time that it is on', async () => {
    plug('');
    await camera.setBackground(RED);
    await camera.open();
    expect(state().processor?.options.background).toMatchObject(RED);
    await camera.setBackground(BLUE);
    camera.close();
    await camera.open();
    expect(state().processor?.options.background).toMatchObject(BLUE);
  });

  it('hides what was to be hidden, though it is switched off before that has happened', async () => {
    plug('');
    await camera.setBackground({ type: 'none' });
    await camera.open();
    const hiding = camera.setBackground(RED);
    camera.close();
    await hiding;
    await camera.open();
    expect(state().processor?.options.background).toMatchObject(RED);
  });

  it('stays with the background that was on where another one is broken', async () => {
    plug('');
    await camera.setBackground(RED);
    await camera.open();
    const broken = { type: 'image', image: new Blob(['no picture']) } as const;
    await expect(camera.setBackground(broken)).rejects.toThrow();
    expect(state().processor?.options.background).toMatchObject(RED);
    await camera.retry();
    expect(state().processor?.options.background).toMatchObject(RED);
  });

  it('goes off when its picture breaks, tells it, and can be tried again', async () => {
    plug('');
    await camera.open();
    state().processor?.close();
    expect(state()).toMatchObject({ status: 'off', problem: { failure: 'processing' } });
    expect(cameras.on).toEqual([]);
    await camera.retry();
    expect(state()).toMatchObject({ status: 'on', problem: undefined });
  });

  it('stays off when another one is chosen meanwhile', async () => {
    plug('', 'front');
    await camera.choose(wish('front'));
    expect([state().status, cameras.opened]).toEqual(['off', []]);
    await camera.open();
    expect(state().deviceId).toBe('front');
  });
});
