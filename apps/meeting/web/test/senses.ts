import type { Locator, Page } from 'playwright';

/** What shows of a tile, as the one who looks at the page sees it. */
export interface Look {
  /** Share of the picture's outermost strips that is of the colour, 0 to 1. */
  readonly edge: number;
  /** Share of its middle that is of it. */
  readonly middle: number;
}

/** How much of a tile's video is of a colour: at the edges, where nobody is, and in the middle. */
export function lookAt(tile: Locator, color: readonly number[]): Promise<Look> {
  return tile.locator('video').evaluate((video, wanted) => {
    if (!(video instanceof HTMLVideoElement) || !video.videoWidth) return { edge: 0, middle: 0 };
    const [width, height] = [160, 90];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('No 2D canvas in this browser.');
    context.drawImage(video, 0, 0, width, height);
    const [left, middle, right] = [
      context.getImageData(0, 0, 8, height),
      context.getImageData(70, 30, 20, 60),
      context.getImageData(width - 8, 0, 8, height),
    ].map(({ data }) => {
      let hits = 0;
      // After a codec.
      for (let at = 0; at < data.length; at += 4)
        hits += Number(wanted.every((level, i) => Math.abs(level - (data[at + i] ?? 0)) < 60));
      return (4 * hits) / data.length;
    });
    return { edge: ((left ?? 0) + (right ?? 0)) / 2, middle: middle ?? 0 };
  }, color);
}

/** Whether a tile's video is live: of a call that was lost, the last picture stands. */
export function moves(tile: Locator): Promise<boolean> {
  return tile.locator('video').evaluate(
    (video) =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), 1000);
        if (!(video instanceof HTMLVideoElement)) return;
        // The first may be of before.
        video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(() => resolve(true)));
      }),
  );
}

/** How far the lightest and the darkest of a tile's video are apart, in levels of 255. */
export function contrastOf(tile: Locator): Promise<number> {
  return tile.locator('video').evaluate((video) => {
    const context = new OffscreenCanvas(64, 36).getContext('2d');
    if (!(video instanceof HTMLVideoElement) || !video.videoWidth || !context) return 0;
    context.drawImage(video, 0, 0, 64, 36);
    const levels = context.getImageData(0, 0, 64, 36).data.filter((_, at) => at % 4 === 1);
    return Math.max(...levels) - Math.min(...levels);
  });
}

/** How loud a pitch is in what the page plays of others, in dB of full scale, at its loudest of a while. */
export function hear(page: Page, pitchHz: number): Promise<number> {
  return page.evaluate(async (pitchHz) => {
    const streams = [...document.querySelectorAll('audio')].flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? [srcObject] : [],
    );
    const context = new AudioContext();
    try {
      const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
      for (const stream of streams) context.createMediaStreamSource(stream).connect(analyser);
      const levels = new Float32Array(analyser.frequencyBinCount);
      const bin = Math.round((pitchHz * analyser.fftSize) / context.sampleRate);
      let loudest = -Infinity;
      for (let look = 0; look < 12; look++) {
        await new Promise((resolve) => setTimeout(resolve, 70));
        analyser.getFloatFrequencyData(levels);
        loudest = Math.max(loudest, ...levels.subarray(bin - 2, bin + 3));
      }
      return loudest;
    } finally {
      await context.close();
    }
  }, pitchHz);
}
