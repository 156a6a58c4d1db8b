import { afterEach, describe, expect, it, vi } from 'vitest';
import { Share, type ShareCalls } from './share';

/** What a session was given to share, and who watches. */
class FakeSession implements ShareCalls {
  readonly shared: MediaStream[] = [];
  readonly stopContentShare = vi.fn();
  observer: { contentShareDidStop?(): void } | undefined;

  async startContentShare(stream: MediaStream): Promise<void> {
    this.shared.push(stream);
  }

  addContentShareObserver(observer: { contentShareDidStop?(): void }): void {
    this.observer = observer;
  }

  removeContentShareObserver(): void {
    this.observer = undefined;
  }
}

let screen: MediaStream;

function open(getScreen = async (): Promise<MediaStream> => screen) {
  screen = picture();
  vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockImplementation(getScreen);
  const [share, session] = [new Share(), new FakeSession()];
  share.attach(session);
  return { share, session };
}

function picture(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  return canvas.captureStream();
}

const isLive = (stream: MediaStream): boolean =>
  stream.getTracks().some(({ readyState }) => readyState === 'live');

const isCaptured = (): boolean => isLive(screen);

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
      { status: 'none', said: 'cut' },
      false,
    ]);
  });

  it('captures once where it is started twice, and nothing once it is stopped', async () => {
    const dialogs: ((stream: MediaStream) => void)[] = [];
    const { share, session } = open(() => new Promise((resolve) => dialogs.push(resolve)));
    const streams = [picture(), picture()] as const;
    const starts = [share.startScreen(), share.startScreen()];
    streams.forEach((stream, at) => dialogs[at]?.(stream));
    await Promise.all(starts);
    expect([...streams.map(isLive), session.shared.length]).toEqual([false, true, 1]);
    share.stop();
    expect([...streams, ...session.shared].map(isLive)).toEqual([false, false, false]);
  });

  it.each([
    ['stopped', (share: Share) => share.stop()],
    ['left', (share: Share) => share.attach(undefined)],
  ])('captures nothing where one has %s before one has chosen', async (_, end) => {
    let choose: (stream: MediaStream) => void = () => undefined;
    const { share, session } = open(() => new Promise((resolve) => (choose = resolve)));
    const start = share.startScreen();
    expect(share.state.get().status).toBe('starting');
    end(share);
    expect(share.state.get().status).toBe('none');
    choose(screen);
    await start;
    expect([isCaptured(), session.shared, share.state.get().status]).toEqual([false, [], 'none']);
  });

  it('captures nothing where the session takes no share', async () => {
    const { share, session } = open();
    const given: MediaStream[] = [];
    vi.spyOn(session, 'startContentShare').mockImplementation(async (stream) => {
      given.push(stream);
      throw new Error('No.');
    });
    await share.startScreen();
    expect([isCaptured(), given.map(isLive)]).toEqual([false, [false]]);
    expect(share.state.get()).toEqual({ status: 'none', said: 'screen' });
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
