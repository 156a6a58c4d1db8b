import type { ReactElement } from 'react';
import type { Farewell } from '../call/call-state';
import { VISIT } from '../texts';
import { Button } from '../ui/button';

interface FarewellPageProps {
  readonly farewell: Farewell;
  /** Back to the lobby. */
  readonly onBack: () => void;
}

/** Says why one is no longer in the room, and what one can do. */
export function FarewellPage({ farewell, onBack }: FarewellPageProps): ReactElement {
  const { heading, text } = VISIT.farewells[farewell.kind];
  return (
    <main className="card">
      <h1>{heading}</h1>
      <p>{farewell.kind === 'refused' ? farewell.message : text}</p>
      {farewell.kind !== 'ended' && <Button onClick={onBack}>{VISIT.joinAgain}</Button>}
      <a href="#">{VISIT.toFront}</a>
    </main>
  );
}
