import { Hand } from 'lucide-react';
import type { ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { HANDS } from '../texts';
import { IconButton } from '../ui/button';
import './hands.css';

/** Raises and lowers one's hand. */
export function HandButton({ onChoose }: { readonly onChoose?: () => void }): ReactElement {
  const { seat } = useRoom();
  const { hands } = useTalk();
  const isUp = useStore(hands.state).has(seat.participantId);
  return (
    <IconButton
      icon={Hand}
      label={isUp ? HANDS.lower : HANDS.raise}
      className={isUp ? 'hand-up' : undefined}
      onClick={() => {
        hands.toggle();
        onChoose?.();
      }}
    />
  );
}
