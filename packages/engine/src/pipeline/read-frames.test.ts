import { afterEach, describe, expect, it, vi } from 'vitest';
import { readTrack } from './read-frames';

afterEach(() => void vi.unstubAllGlobals());

/** A live track, and a processor of it whose readable takes so long to be cancelled. */
function cameraIn(steps: string[], cancelMs: number): MediaStreamTrack {
  const cancel = async (): Promise<void> => {
    steps.push('cancelling');
    await new Promise((resolve) => setTimeout(resolve, cancelMs));
    steps.push('cancelled');
  };
  const processor = class {
    readonly readable = new ReadableStream({ cancel });
  };
  vi.stubGlobal('MediaStreamTrackProcessor', processor);
  const stop = (): number => steps.push('stopped');
  return { readyState: 'live', stop } as unknown as MediaStreamTrack;
}

describe('a track that is read in a worker', () => {
  it('is stopped at the signal, once its stream is cancelled', async () => {
    const steps: string[] = [];
    const reading = new AbortController();
    const over = readTrack(cameraIn(steps, 20), { offer: () => undefined, signal: reading.signal });
    expect(steps).toEqual([]);
    reading.abort();
    await over;
    expect(steps).toEqual(['cancelling', 'cancelled', 'stopped']);
  });

  it('is stopped all the same where its stream takes long to be cancelled', async () => {
    const steps: string[] = [];
    const reading = new AbortController();
    const over = readTrack(cameraIn(steps, 1000), {
      offer: () => undefined,
      signal: reading.signal,
    });
    reading.abort();
    await over;
    expect(steps).toEqual(['cancelling', 'stopped']);
  });
});
