import { eventually, FrameFeed, paintRoom } from '@cyclorama/testing/browser';
import {
  ContentShareMediaStreamBroker,
  DefaultContentShareController,
  MeetingFeatures,
  NoOpLogger,
  type AudioVideoController,
} from 'amazon-chime-sdk-js';
import { BackgroundProcessor } from 'cyclorama';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceRig } from '../testing/device-rig';

const BLUE = { background: { type: 'color', color: '#0000ff' } } as const;
const BLUE_RGB = [0, 0, 255] as const;

let feed: FrameFeed;
let processor: BackgroundProcessor;
let track: MediaStreamTrack;
beforeEach(async () => {
  feed = new FrameFeed({ width: 320, height: 180, paint: paintRoom });
  processor = new BackgroundProcessor(BLUE);
  track = await processor.start(feed.track);
});
afterEach(() => {
  processor.close();
  feed.stop();
});

const closed = (): Promise<void> => eventually('it is closed', () => processor.state === 'closed');

// The article's `chooseVideoInputDevice(stream)`, which is `startVideoInput(stream)` since version 3.
describe('a processed stream as the SDK’s video input', () => {
  let rig: DeviceRig;
  beforeEach(() => void (rig = new DeviceRig()));
  afterEach(async () => {
    expect(rig.roomSeen).toBe(0);
    await rig.close();
  });

  it('is sent as it is, and ended by the SDK when the video is switched off', async () => {
    expect(await rig.start(new MediaStream([track]))).toBe(track);
    await rig.shows(BLUE_RGB);
    await rig.controller.stopVideoInput();
    expect(track.readyState).toBe('ended');
    await closed(); // Nobody takes the output any more.
    expect(feed.track.readyState).toBe('live');
  });

  it('may be a clone, so that the video can be switched on again', async () => {
    for (let turn = 0; turn < 2; turn++) {
      await rig.start(new MediaStream([track.clone()]));
      await rig.shows(BLUE_RGB);
      await rig.controller.stopVideoInput();
    }
    await eventually('it runs', () => processor.state === 'running');
    expect(track.readyState).toBe('live');
  });

  it('tells the SDK that the camera is gone', async () => {
    await rig.start(new MediaStream([track]));
    feed.unplug();
    await rig.knowsOfEnds(1);
  });
});

describe('a processed stream as the SDK’s content share', () => {
  const stop = vi.fn<() => void>();
  let share: DefaultContentShareController;
  beforeEach(async () => {
    stop.mockClear();
    const logger = new NoOpLogger();
    const configuration = { meetingFeatures: new MeetingFeatures() };
    const meeting = { configuration, logger, start: vi.fn(), stop, addObserver: vi.fn() };
    const attendee = { realtimeController: { realtimeSubscribeToAttendeeIdPresence: vi.fn() } };
    share = new DefaultContentShareController(
      new ContentShareMediaStreamBroker(logger),
      meeting as unknown as AudioVideoController,
      attendee as unknown as AudioVideoController,
    );
    await share.startContentShare(new MediaStream([track]));
  });

  it('ends when the shared screen or movie does', async () => {
    feed.unplug();
    await eventually('the share is stopped', () => stop.mock.calls.length > 0);
    expect(processor.state).toBe('closed');
  });

  it('is ended by the SDK, which leaves it to the app to stop the screen', async () => {
    share.stopContentShare();
    await closed();
    expect(feed.track.readyState).toBe('live');
  });

  it('is paused and goes on', () => {
    share.pauseContentShare();
    expect(track.enabled).toBe(false);
    share.unpauseContentShare();
    expect([track.enabled, track.readyState]).toEqual([true, 'live']);
  });
});
