import type { ReactElement } from 'react';
import type { Farewell } from '../call/call-state';
import { VISIT } from '../texts';
import { Button } from '../ui/button';
import { PageFrame, PageHeading } from '../ui/page-frame';
import './visit.css';

interface FarewellPageProps {
  readonly farewell: Farewell;
  /** Back to the lobby. */
  readonly onBack: () => void;
}

/** Says why one is no longer in the room, and what one can do. */
export function FarewellPage({ farewell, onBack }: FarewellPageProps): ReactElement {
  const { kind } = farewell;
  const { heading, text } = VISIT.farewells[kind];
  const again = kind === 'left' || kind === 'elsewhere' ? VISIT.joinAgain : VISIT.tryAgain;
  const isFinal = ['ended', 'removed', 'turned-away'].includes(kind);
  return (
    <PageFrame title={heading} className="visit">
      <div className="card visit-card farewell">
        <PageHeading>{heading}</PageHeading>
        <p>{kind === 'refused' ? farewell.message : text}</p>
        <div className="farewell-ways">
          {!isFinal && (
            <Button look="primary" onClick={onBack}>
              {again}
            </Button>
          )}
          <a className="button" href="#">
            {VISIT.toFront}
          </a>
        </div>
      </div>
    </PageFrame>
  );
}
