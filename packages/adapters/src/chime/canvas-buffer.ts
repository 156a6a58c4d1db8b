import type { VideoFrameBuffer } from 'amazon-chime-sdk-js';

/** A canvas as the SDK's loop passes one on. It stays whose it is: nothing destroys it. */
export const bufferOf = (canvas: HTMLCanvasElement): VideoFrameBuffer => ({
  framerate: 0,
  get width() {
    return canvas.width;
  },
  get height() {
    return canvas.height;
  },
  destroy: () => undefined,
  asCanvasImageSource: async () => canvas,
  asCanvasElement: () => canvas,
});
