import type { Page } from 'playwright';
import type { Color, Spot } from '@cyclorama/testing/page';

/** What one frame of the output showed. */
export interface Sighting {
  /** In the order of the spots that were asked for. */
  readonly colors: readonly Color[];
  /** The brightest channel anywhere, 0..255. */
  readonly brightest: number;
}

/** Looks at every frame that leaves the page, until `stop`. */
export interface OutputRecorder {
  stop(): Promise<readonly Sighting[]>;
}

declare global {
  /** Ends the recording that is on; of the page under test. */
  var stopRecording: (() => Promise<Sighting[]>) | undefined;
}

/** Begins to look at the output that is on. */
export async function recordOutput(page: Page, spots: readonly Spot[]): Promise<OutputRecorder> {
  await page.evaluate((spots) => {
    const { srcObject } = document.querySelector<HTMLVideoElement>('#after') ?? {};
    const track = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.clone() : null;
    const context = new OffscreenCanvas(96, 54).getContext('2d', { willReadFrequently: true });
    if (!track || !context) throw new Error('Nothing comes out.');
    // So many that none is lost while the page is busy.
    const options = { track, maxBufferSize: 300 };
    const reader = new MediaStreamTrackProcessor(options).readable.getReader();
    const sightings: Sighting[] = [];
    const see = (frame: VideoFrame): void => {
      context.drawImage(frame, 0, 0, 96, 54);
      const { data } = context.getImageData(0, 0, 96, 54);
      const colors = spots.map(([x, y]) => {
        const at = (Math.floor(y * 54) * 96 + Math.floor(x * 96)) * 4;
        return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0] as const;
      });
      const brightest = data.reduce((max, value, at) => (at % 4 < 3 ? Math.max(max, value) : max));
      sightings.push({ colors, brightest });
      frame.close();
    };
    const recorded = (async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return sightings;
        see(value);
      }
    })();
    globalThis.stopRecording = () => {
      track.stop();
      return recorded;
    };
  }, spots);
  return { stop: () => page.evaluate(() => globalThis.stopRecording?.() ?? []) };
}
