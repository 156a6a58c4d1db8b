/** A 2D canvas whose pictures become a track. */
export interface CanvasOutput {
  readonly context: CanvasRenderingContext2D;
  readonly track: MediaStreamTrack;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A canvas to be captured. */
export function openCanvas(size: Size): CanvasOutput {
  const context = openContext(size);
  const [track] = context.canvas.captureStream().getVideoTracks();
  if (!track) throw new Error('This browser captures no canvas.');
  return { context, track };
}

/**
 * A canvas to work on: not captured, since the browser would convert each of its pictures.
 * @param settings - What is read back often is better kept by the CPU.
 */
export function openContext(
  { width, height }: Size,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', settings);
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}
