import { Clapperboard, MonitorUp } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { SHARE } from '../texts';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { CAN_SHARE_MOVIE } from './movie';
import { useOtherShare } from './use-other-share';
import { useShare } from './use-share';

/** What one can share, or why one cannot. */
export function ShareMenu({ onChoose }: { readonly onChoose: () => void }): ReactElement {
  const { state } = useRoom();
  const { room, you } = useStore(state);
  const isAllowed = room.sharing === 'everyone' || you.role === 'host';
  return (
    <Menu icon={MonitorUp} label={SHARE.button}>
      {(close) => {
        const choose = (): void => {
          close();
          onChoose();
        };
        return isAllowed ? (
          <ShareChoices onChoose={choose} />
        ) : (
          <p className="hint">{SHARE.hostOnly}</p>
        );
      }}
    </Menu>
  );
}

/** Phones' browsers cannot, and leave it out. */
const CAN_SHARE_SCREEN = 'getDisplayMedia' in MediaDevices.prototype;

function ShareChoices({ onChoose }: { readonly onChoose: () => void }): ReactElement {
  const { media } = useRoom();
  const share = useShare();
  const { status } = useStore(share.state);
  const other = useOtherShare();
  const [isEffectOn, setEffectOn] = useState(false);
  const background = (): typeof media.camera.background | undefined =>
    isEffectOn ? media.camera.background : undefined;
  const isStarting = status === 'starting';
  const isSharing = status === 'screen' || status === 'movie';
  const stop = (): void => {
    share.stop();
    onChoose();
  };
  const startScreen = (): void => {
    onChoose();
    void share.startScreen(background());
  };
  const startMovie = (file: File): void => {
    onChoose();
    void share.startMovie(file, background());
  };
  return (
    <>
      {isSharing && (
        <Button look="danger" onClick={stop}>
          {SHARE.stop}
        </Button>
      )}
      {other && <p className="hint">{SHARE.takeOver(other)}</p>}
      {CAN_SHARE_SCREEN ? (
        <Button look="quiet" icon={MonitorUp} disabled={isStarting} onClick={startScreen}>
          {SHARE.screen}
        </Button>
      ) : (
        <p className="hint">{SHARE.noScreen}</p>
      )}
      {CAN_SHARE_MOVIE ? (
        <MovieButton isDisabled={isStarting} onChoose={startMovie} />
      ) : (
        <p className="hint">{SHARE.noMovie}</p>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isEffectOn}
          onChange={({ target }) => setEffectOn(target.checked)}
        />
        {SHARE.effect}
      </label>
    </>
  );
}

interface MovieButtonProps {
  readonly isDisabled: boolean;
  readonly onChoose: (file: File) => void;
}

function MovieButton({ isDisabled, onChoose }: MovieButtonProps): ReactElement {
  return (
    <label className="button quiet file-button">
      <Clapperboard aria-hidden size={20} />
      {SHARE.movie}
      <input
        className="unseen"
        type="file"
        accept="video/*"
        disabled={isDisabled}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = '';
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}
