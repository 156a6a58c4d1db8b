import { MeetingManager, MeetingStatus } from 'amazon-chime-sdk-component-library-react';
import { NoOpLogger, type AudioVideoFacade } from 'amazon-chime-sdk-js';
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from '../server/refusal';
import { Call } from './call';
import { Patience } from './patience';

/** A manager whose sessions the test holds in its hand. */
class FakeManager extends MeetingManager {
  readonly entered: string[] = [];

  constructor(private readonly told: string[]) {
    super(new NoOpLogger());
  }

  override async join({ meetingId }: { readonly meetingId: string | null }): Promise<void> {
    this.entered.push(meetingId ?? '');
    const nothing = (): void => undefined;
    const session = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : nothing) });
    this.audioVideo = session as unknown as AudioVideoFacade;
    this.publishAudioVideo();
  }

  override async start(): Promise<void> {
    this.tell(MeetingStatus.Succeeded);
  }

  override async leave(): Promise<void> {
    this.told.push('session closed');
    this.end();
  }

  tell(status: MeetingStatus): void {
    for (const observer of this.meetingStatusObservers) observer(status);
  }

  end(): void {
    this.audioVideo = null;
    this.publishAudioVideo();
  }
}

let call: Call;
afterEach(() => call.leave());

/** Enters a room whose API answers in turn; its last answer stays. */
function enter(...answers: (string | Error)[]) {
  const told: string[] = [];
  const manager = new FakeManager(told);
  const seat = {
    call: async () => {
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return {
        Meeting: { MeetingId: answer ?? '', MediaPlacement: {} },
        Attendee: { AttendeeId: 'a', ExternalUserId: 'ada', JoinToken: 'token' },
      };
    },
    leave: async () => void told.push('seat left'),
  };
  const publisher = {
    publish: async () => void told.push('published'),
    rest: () => void told.push('rested'),
  };
  const soon = new Patience(() => new Promise((resolve) => setTimeout(resolve)));
  call = new Call(manager, seat, publisher, soon);
  call.open();
  return { manager, told };
}

const status = (): string => call.state.get().status;

describe('a call', () => {
  it('is entered with one’s devices', async () => {
    const { manager, told } = enter('m1');
    await expect.poll(status).toBe('connected');
    expect([manager.entered, told]).toEqual([['m1'], ['published']]);
  });

  it('is entered anew when the service has ended it, once the server answers', async () => {
    const { manager } = enter('m1', new Unreachable(), new Unreachable(), 'm2');
    await expect.poll(status).toBe('connected');
    manager.end();
    expect(status()).toBe('reconnecting');
    await expect.poll(status).toBe('connected');
    expect(manager.entered).toEqual(['m1', 'm2']);
  });

  it('is left alone where the SDK comes back by itself', async () => {
    const { manager } = enter('m1');
    await expect.poll(status).toBe('connected');
    manager.tell(MeetingStatus.Reconnecting);
    expect(status()).toBe('reconnecting');
    manager.tell(MeetingStatus.Succeeded);
    expect([status(), manager.entered]).toEqual(['connected', ['m1']]);
  });

  it('moves on where the SDK would come back to a meeting that the room has no more', async () => {
    const { manager } = enter('m1', 'm1', 'm2');
    await expect.poll(status).toBe('connected');
    manager.tell(MeetingStatus.Reconnecting);
    await expect.poll(() => manager.entered).toEqual(['m1', 'm2']);
    await expect.poll(status).toBe('connected');
  });

  it.each([
    ['room-ended', { kind: 'ended' }],
    ['removed', { kind: 'removed' }],
    ['room-full', { kind: 'full' }],
    ['not-found', { kind: 'refused', message: 'No.' }],
  ] as const)('is over when the API says %s', async (code, farewell) => {
    const { told } = enter(new Refusal(code, 'No.'));
    await expect.poll(() => call.state.get()).toEqual({ status: 'over', farewell });
    expect(told).not.toContain('seat left');
  });

  it('is over here where it goes on in another window, which keeps the seat', async () => {
    const { manager, told } = enter('m1');
    await expect.poll(status).toBe('connected');
    manager.tell(MeetingStatus.JoinedFromAnotherDevice);
    expect(call.state.get()).toEqual({ status: 'over', farewell: { kind: 'elsewhere' } });
    expect(told).not.toContain('seat left');
  });

  it('is left with the seat, once the session is closed', async () => {
    const { manager, told } = enter('m1');
    await expect.poll(status).toBe('connected');
    void call.leave();
    expect(status()).toBe('over');
    await call.left;
    expect(manager.audioVideo).toBeNull();
    expect(told.slice(1)).toEqual(['rested', 'session closed', 'seat left']);
  });
});
