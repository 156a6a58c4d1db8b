import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { LocalMedia } from '../media/local-media';
import { MicrophoneInput } from '../media/microphone-input';
import { followLevel, isVoice } from '../media/sound-level';
import { useStore } from '../state/use-store';
import { LOBBY } from '../texts';

/** Shows that one's microphone hears, and says so once. */
export function MicrophoneLevel({ media }: { readonly media: LocalMedia }): ReactElement {
  const [input] = useState(() => new MicrophoneInput(media));
  const [wasHeard, setHeard] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const stream = useStore(input.stream);
  const { isMuted, problem } = useStore(media.microphone);
  useEffect(() => input.follow(), [input]);
  useEffect(() => {
    bar.current?.style.setProperty('--level', '0');
    setHeard(false);
    if (!stream) return;
    return followLevel(stream, (level) => {
      bar.current?.style.setProperty('--level', String(level));
      if (isVoice(level)) setHeard(true);
    });
  }, [stream]);
  const heard = wasHeard ? LOBBY.levelHeard : LOBBY.levelHint;
  const said = isMuted ? LOBBY.levelMuted : heard;
  return (
    <div className="level">
      <div ref={bar} className="level-bar" aria-hidden />
      <p className="hint" role="status">
        {problem ? undefined : said}
      </p>
    </div>
  );
}
