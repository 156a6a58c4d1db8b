import { Store } from '../state/store';
import { deviceProblem } from './device-problem';
import type { LocalMedia } from './local-media';
import { openDevice, stopStream } from './open-device';

/** Hears the chosen microphone before the call does, while it is neither muted nor in trouble. */
export class MicrophoneInput {
  readonly stream = new Store<MediaStream | undefined>(undefined);
  readonly #media: Pick<LocalMedia, 'microphone' | 'replace'>;
  /** What is open, or about to be. */
  #wanted: string | undefined;
  #turn = 0;

  constructor(media: Pick<LocalMedia, 'microphone' | 'replace'>) {
    this.#media = media;
  }

  /** Follows what is chosen until the result is called, which lets go of it. */
  follow(): () => void {
    const unsubscribe = this.#media.microphone.subscribe(this.#look);
    this.#look();
    return () => {
      unsubscribe();
      this.#drop();
    };
  }

  readonly #look = (): void => {
    const { deviceId, isMuted, problem } = this.#media.microphone.get();
    const wanted = isMuted || problem ? undefined : (deviceId ?? '');
    if (wanted === this.#wanted) return;
    this.#drop();
    this.#wanted = wanted;
    if (wanted !== undefined) void this.#open(deviceId);
  };

  async #open(deviceId: string | undefined): Promise<void> {
    const turn = this.#turn;
    try {
      const stream = await openDevice(
        'microphone',
        deviceId ? { deviceId: { exact: deviceId } } : {},
      );
      if (turn === this.#turn) this.#take(stream);
      else stopStream(stream);
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown, deviceId);
    }
  }

  #take(stream: MediaStream): void {
    this.stream.set(stream);
    stream.getAudioTracks()[0]?.addEventListener('ended', () => {
      if (stream !== this.stream.get()) return;
      this.#drop();
      this.#look();
    });
  }

  #fail(thrown: unknown, deviceId: string | undefined): void {
    const problem = deviceProblem('microphone', thrown);
    if (deviceId !== undefined && problem.failure === 'absent') this.#media.replace('microphone');
    else this.#media.microphone.patch({ problem });
  }

  #drop(): void {
    this.#turn++;
    this.#wanted = undefined;
    const stream = this.stream.get();
    this.stream.set(undefined);
    if (stream) stopStream(stream);
  }
}
