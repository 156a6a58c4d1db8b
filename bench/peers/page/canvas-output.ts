/** A 2D canvas whose pictures become a track. */
export interface CanvasOutput {
  readonly context: CanvasRenderingContext2D;
  readonly track: MediaStreamTrack;
}

/** @param settings - Of the context: what is read back often is better kept by the CPU. */
export function openCanvas(
  { width, height }: { readonly width: number; readonly height: number },
  settings?: CanvasRenderingContext2DSettings,
): CanvasOutput {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', settings);
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('This browser captures no 2D canvas.');
  return { context, track };
}
