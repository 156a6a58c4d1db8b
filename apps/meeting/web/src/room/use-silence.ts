import { useAudioVideo } from 'amazon-chime-sdk-component-library-react';
import { useEffect, useState } from 'react';

/** Whether the browser refuses to play the others, and what plays them after all: upon a press. */
export interface Silence {
  readonly isSilent: boolean;
  readonly listen: () => void;
}

/**
 * Watches the element that plays the call. The library keeps it to itself, and so is found by what
 * it plays; it tells of no refusal either.
 */
export function useSilence(): Silence {
  const audioVideo = useAudioVideo();
  const [silent, setSilent] = useState<HTMLAudioElement>();
  useEffect(() => {
    if (!audioVideo) return undefined;
    const observer = {
      audioVideoDidStart: () => void refused().then(setSilent),
    };
    audioVideo.addObserver(observer);
    return () => audioVideo.removeObserver(observer);
  }, [audioVideo]);
  const listen = (): void => void silent?.play().then(() => setSilent(undefined));
  return { isSilent: silent !== undefined, listen };
}

async function refused(): Promise<HTMLAudioElement | undefined> {
  for (const element of document.querySelectorAll('audio')) {
    if (!(element.srcObject instanceof MediaStream)) continue;
    const isRefused = await element.play().then(
      () => false,
      (thrown: unknown) => thrown instanceof DOMException && thrown.name === 'NotAllowedError',
    );
    if (isRefused) return element;
  }
  return undefined;
}
