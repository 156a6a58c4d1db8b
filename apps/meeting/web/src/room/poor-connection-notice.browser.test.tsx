import { MeetingManager, MeetingProvider } from 'amazon-chime-sdk-component-library-react';
import { NoOpLogger, type AudioVideoFacade } from 'amazon-chime-sdk-js';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ADA, showRoom } from '../talk/testing/show-room';
import { CALL } from '../texts';
import { PoorConnectionNotice } from './poor-connection-notice';

type Told = (id: string, volume: null, isMuted: null, strength: number) => void;
type Came = (id: string, isPresent: boolean, externalId: string) => void;

/** What the SDK tells of, told by the test: who is there, and how strong their signal is. */
class FakeObserver {
  readonly told = new Map<string, Set<Told>>();
  readonly session = new Proxy(
    {
      realtimeSubscribeToAttendeeIdPresence: (came: Came) => came('attendee-ada', true, ADA),
      realtimeSubscribeToVolumeIndicator: (id: string, told: Told) =>
        this.told.set(id, (this.told.get(id) ?? new Set()).add(told)),
    },
    { get: (target, name): unknown => Reflect.get(target, name) ?? (() => undefined) },
  );

  tell(strength: number): void {
    for (const told of this.told.get('attendee-ada') ?? []) {
      told('attendee-ada', null, null, strength);
    }
  }
}

let close: () => void = () => undefined;
afterEach(() => close());

it('tells of a poor connection for as long as it is', async () => {
  const observer = new FakeObserver();
  const manager = new MeetingManager(new NoOpLogger());
  manager.audioVideo = observer.session as unknown as AudioVideoFacade;
  ({ close } = showRoom(
    <MeetingProvider meetingManager={manager}>
      <PoorConnectionNotice />
    </MeetingProvider>,
  ));
  const notice = page.getByText(CALL.poor.title);
  const subscribed = (): number => {
    manager.publishAudioVideo();
    return observer.told.get('attendee-ada')?.size ?? 0;
  };
  await expect.poll(subscribed).toBeGreaterThan(0);
  expect(notice.query()).toBeNull();
  observer.tell(0.5);
  await expect.element(notice).toBeVisible();
  observer.tell(1);
  await expect.poll(() => notice.query()).toBeNull();
});
