import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import { stopStream } from '../media/open-device';
import { Store } from '../state/store';
import { openMovie, type Movie } from './movie';
import { withBackground, type Source } from './source';
import type { Background } from 'cyclorama';

/** What one shares oneself. */
export type ShareState =
  | { readonly status: 'none'; readonly said?: ShareEnd | undefined }
  | { readonly status: 'starting' }
  | { readonly status: 'screen' }
  | { readonly status: 'movie'; readonly movie: Movie };

/** What is told when a share is over, unless one has ended it oneself. */
export type ShareEnd = 'ended' | 'cut' | 'screen' | 'movie';

/** What of a session a share needs. */
export type ShareCalls = Pick<
  AudioVideoFacade,
  | 'startContentShare'
  | 'stopContentShare'
  | 'addContentShareObserver'
  | 'removeContentShareObserver'
>;

/** Shares a screen or a movie, one at a time. */
export class Share {
  readonly state = new Store<ShareState>({ status: 'none' });
  #calls: ShareCalls | undefined;
  #source: Source | undefined;
  /** What the SDK was given, which stops it: copies. */
  #shared: MediaStream | undefined;
  /** Of several starts the last one counts, unless it was stopped. */
  #turn = 0;

  /** A session began; none: it ended, and the share with it. */
  attach(calls: ShareCalls | undefined): void {
    if (calls === this.#calls) return;
    this.#calls?.removeContentShareObserver(this.#observer);
    if (this.#source || this.state.get().status === 'starting') this.#end('cut');
    this.#calls = calls;
    calls?.addContentShareObserver(this.#observer);
  }

  /** Shares what is chosen in the browser's dialog. Who cancels that shares nothing. */
  async startScreen(background?: Background): Promise<void> {
    await this.#start('screen', background, async () => {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true });
      return { stream, state: { status: 'screen' } };
    });
  }

  /** Shares a movie file, with what is heard in it. */
  async startMovie(file: File, background?: Background): Promise<void> {
    await this.#start('movie', background, async () => {
      const movie = await openMovie(file);
      return {
        stream: movie.stream,
        close: () => movie.close(),
        state: { status: 'movie', movie },
      };
    });
  }

  /** Ends the share, also one that is only on its way. */
  stop(): void {
    this.#end(undefined);
  }

  /** What was told has been read. */
  dismiss(): void {
    if (this.state.get().status === 'none') this.state.set({ status: 'none' });
  }

  async #start(
    kind: 'screen' | 'movie',
    background: Background | undefined,
    open: () => Promise<Source>,
  ): Promise<void> {
    this.stop();
    if (!this.#calls) return;
    const turn = this.#turn;
    this.state.set({ status: 'starting' });
    try {
      const opened = await open();
      const isWanted = turn === this.#turn;
      const source = isWanted ? await withBackground(opened, background) : opened;
      if (turn === this.#turn) await this.#show(source, turn);
      else letGo(source);
    } catch (thrown) {
      if (turn === this.#turn) this.#end(isCancelled(thrown) ? undefined : kind);
    }
  }

  async #show(source: Source, turn: number): Promise<void> {
    this.#source = source;
    source.stream.getVideoTracks()[0]?.addEventListener('ended', this.#onEnded);
    this.#shared = new MediaStream(source.stream.getTracks().map((track) => track.clone()));
    await this.#calls?.startContentShare(this.#shared);
    if (turn === this.#turn) this.state.set(source.state);
  }

  /** By the browser's own button, or since somebody else shares. */
  readonly #onEnded = (): void => {
    if (this.#source) this.#end('ended');
  };

  readonly #observer = { contentShareDidStop: this.#onEnded };

  #end(said: ShareEnd | undefined): void {
    this.#turn++;
    const [source, shared] = [this.#source, this.#shared];
    this.#source = undefined;
    this.#shared = undefined;
    source?.stream.getVideoTracks()[0]?.removeEventListener('ended', this.#onEnded);
    if (source) {
      this.#calls?.stopContentShare();
      letGo(source);
    }
    if (shared) stopStream(shared);
    this.state.set({ status: 'none', said });
  }
}

/** Nothing is captured for it any more. */
function letGo({ stream, close }: Source): void {
  close?.();
  stopStream(stream);
}

/** Who closes the browser's dialog has not failed. */
const isCancelled = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'NotAllowedError';
