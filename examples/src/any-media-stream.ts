/**
 * Anything that gives a MediaStream is a source: a movie, a shared screen, another call, or, as
 * here, a canvas that the page draws on.
 */
import { BackgroundProcessor } from 'cyclorama';

/**
 * Draws a picture that moves, and puts a background behind the person in it.
 * @param picture - What is drawn, such as a photograph with a person.
 * @returns The output track, and how to end it all.
 */
export async function startFromCanvas(
  picture: CanvasImageSource,
): Promise<{ track: MediaStreamTrack; stop: () => void }> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const stopDrawing = drawMoving(canvas, picture);

  const processor = new BackgroundProcessor({ background: { type: 'color', color: '#2f6f5e' } });
  const source = canvas.captureStream(30);
  const track = await processor.start(source);

  const stop = (): void => {
    processor.close();
    stopDrawing();
    for (const each of source.getTracks()) each.stop();
  };
  return { track, stop };
}

function drawMoving(canvas: HTMLCanvasElement, picture: CanvasImageSource): () => void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  // A timer, not requestAnimationFrame: that one stops in a hidden tab.
  const timer = setInterval(() => {
    const sway = Math.sin(performance.now() / 600) * 12;
    context.drawImage(picture, sway - 12, 0, canvas.width + 24, canvas.height);
  }, 1000 / 30);
  return () => clearInterval(timer);
}
