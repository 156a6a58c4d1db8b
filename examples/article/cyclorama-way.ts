import { BackgroundProcessor } from 'cyclorama';
import { bodypix } from 'cyclorama/bodypix';

/** The same with the same network, and without the faults. */
export async function startCyclorama(camera: MediaStream, image: string): Promise<MediaStream> {
  const background = { type: 'image', image } as const;
  const processor = new BackgroundProcessor({ background, segmenter: bodypix() });
  return new MediaStream([await processor.start(camera)]);
}
