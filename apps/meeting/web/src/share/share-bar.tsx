import { MonitorUp, Pause, Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from '../state/use-store';
import { SHARE } from '../texts';
import { Button, IconButton } from '../ui/button';
import type { Movie } from './movie';
import './share.css';
import { useShare } from './use-share';

/** What one shares, how to stop it, and how to play a movie; nothing where one does not share. */
export function ShareBar(): ReactElement | null {
  const share = useShare();
  const state = useStore(share.state);
  if (state.status !== 'screen' && state.status !== 'movie') return null;
  return (
    <div className="share-bar" role="group" aria-label={SHARE.yours[state.status]}>
      <MonitorUp aria-hidden size={20} />
      <strong>{SHARE.yours[state.status]}</strong>
      {state.status === 'movie' && <MovieControls movie={state.movie} />}
      <Button look="danger" onClick={() => share.stop()}>
        {SHARE.stop}
      </Button>
    </div>
  );
}

function MovieControls({ movie }: { readonly movie: Movie }): ReactElement {
  const { isPlaying, positionS, durationS } = useStore(movie.state);
  return (
    <>
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={isPlaying ? SHARE.pause : SHARE.play}
        onClick={() => movie.toggle()}
      />
      <input
        type="range"
        aria-label={SHARE.position}
        aria-valuetext={`${clock(positionS)} / ${clock(durationS)}`}
        min={0}
        max={durationS}
        step={0.1}
        value={positionS}
        onChange={({ target }) => movie.seek(target.valueAsNumber)}
      />
      <span className="clock" aria-hidden>
        {clock(positionS)} / {clock(durationS)}
      </span>
    </>
  );
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
