import { afterEach, describe, expect, it, vi } from 'vitest';
import { Share, type ShareCalls } from './share';

/** What a session was given to share, and who watches. */
class FakeSession implements ShareCalls {
  readonly shared: MediaStream[] = [];
  readonly startContentShare = async (stream: MediaStream): Promise<void> => {
    this.shared.push(stream);
  };
  readonly stopContentShare = vi.fn();
  observer: { contentShareDidStop?(): void } | undefined;

  addContentShareObserver(observer: { contentShareDidStop?(): void }): void {
    this.observer = observer;
  }

  removeContentShareObserver(): void {
    this.observer = undefined;
  }
}

let screen: MediaStream;

function open(getScreen = async (): Promise<MediaStream> => screen) {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  screen = canvas.captureStream();
  vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockImplementation(getScreen);
  const [share, session] = [new Share(), new FakeSession()];
  share.attach(session);
  return { share, session };
}

const isCaptured = (): boolean =>
  screen.getTracks().some(({ readyState }) => readyState === 'live');

afterEach(() => void vi.restoreAllMocks());

describe('sharing a screen', () => {
  it('hands the session copies, and lets go of the screen when it is stopped', async () => {
    const { share, session } = open();
    await share.startScreen();
    expect([share.state.get(), isCaptured()]).toEqual([{ status: 'screen' }, true]);
    const [track] = session.shared[0]?.getTracks() ?? [];
    track?.stop();
    expect(isCaptured()).toBe(true);
    share.stop();
    expect([share.state.get().status, isCaptured()]).toEqual(['none', false]);
    expect(session.stopContentShare).toHaveBeenCalledOnce();
  });

  it('is told when it ends by somebody else’s share, or with the session', async () => {
    const { share, session } = open();
    await share.startScreen();
    session.observer?.contentShareDidStop?.();
    expect([share.state.get(), isCaptured()]).toEqual([{ status: 'none', said: 'ended' }, false]);
    const again = open();
    await again.share.startScreen();
    again.share.attach(undefined);
    expect([again.share.state.get(), isCaptured()]).toEqual([
      { status: 'none', said: 'ended' },
      false,
    ]);
  });

  it('is no failure where one changes one’s mind, and told where it fails', async () => {
    const cancelled = open(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    await cancelled.share.startScreen();
    expect(cancelled.share.state.get()).toEqual({ status: 'none', said: undefined });
    const broken = open(() => Promise.reject(new DOMException('', 'NotReadableError')));
    await broken.share.startScreen();
    expect(broken.share.state.get()).toEqual({ status: 'none', said: 'screen' });
  });

  it('tells of a movie that cannot be played', async () => {
    const { share } = open();
    await share.startMovie(new File(['no movie'], 'movie.mp4'));
    expect(share.state.get()).toEqual({ status: 'none', said: 'movie' });
  });
});
