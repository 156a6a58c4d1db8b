import { BackgroundProcessor, type Background } from 'cyclorama';
import type { ShareState } from './share';

/** What is shared. */
export interface Source {
  readonly stream: MediaStream;
  readonly state: ShareState;
  /** Lets go of what the stream comes from. */
  readonly close?: () => void;
}

/** The same with another background behind the people in it. It is closed where that fails. */
export async function withBackground(
  source: Source,
  background: Background | undefined,
): Promise<Source> {
  if (!background) return source;
  const processor = new BackgroundProcessor({ background });
  const close = (): void => {
    processor.close();
    source.close?.();
    for (const track of source.stream.getTracks()) track.stop();
  };
  try {
    const video = await processor.start(source.stream);
    return {
      ...source,
      stream: new MediaStream([video, ...source.stream.getAudioTracks()]),
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}
