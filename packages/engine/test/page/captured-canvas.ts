/**
 * Calls something after every drawing on the canvases that are captured while another thing is done:
 * where a browser cannot read frames from a track, that is every picture which the track can get.
 */
export async function watchCaptures<Result>(
  done: () => Promise<Result>,
  onDrawn: (context: CanvasRenderingContext2D) => void,
): Promise<Result> {
  const canvases = HTMLCanvasElement.prototype;
  const capture = Object.getOwnPropertyDescriptor(canvases, 'captureStream');
  const captureStream = capture?.value as HTMLCanvasElement['captureStream'];
  canvases.captureStream = function captured(this: HTMLCanvasElement, ...args): MediaStream {
    watchDrawings(this, onDrawn);
    return captureStream.apply(this, args);
  };
  try {
    return await done();
  } finally {
    if (capture) Object.defineProperty(canvases, 'captureStream', capture);
  }
}

function watchDrawings(
  canvas: HTMLCanvasElement,
  onDrawn: (context: CanvasRenderingContext2D) => void,
): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The output is captured from a canvas that is not 2D.');
  for (const call of ['drawImage', 'putImageData'] as const) {
    const draw = context[call].bind(context) as (...args: unknown[]) => void;
    context[call] = (...args: unknown[]) => {
      draw(...args);
      onDrawn(context);
    };
  }
}
