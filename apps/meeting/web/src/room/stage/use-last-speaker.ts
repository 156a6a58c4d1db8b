import { useActiveSpeakersState } from 'amazon-chime-sdk-component-library-react';
import { useEffect, useState } from 'react';

/** Whoever spoke last, by their attendee: the large picture stays while all are silent. */
export function useLastSpeaker(): string | undefined {
  const [speaker] = useActiveSpeakersState();
  const [last, setLast] = useState<string>();
  useEffect(() => {
    if (speaker) setLast(speaker);
  }, [speaker]);
  return last;
}
