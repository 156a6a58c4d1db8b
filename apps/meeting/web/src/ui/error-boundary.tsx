import { Component, type ReactNode } from 'react';
import { GENERAL } from '../texts';
import { Button } from './button';
import { PageFrame, PageHeading } from './page-frame';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Where the page itself breaks: all in it is let go of, the camera too, and one can begin anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}

const BrokenPage = (): ReactNode => (
  <PageFrame title={GENERAL.page} className="visit">
    <div className="card">
      <PageHeading>{GENERAL.broken}</PageHeading>
      <p>{GENERAL.brokenText}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {GENERAL.reload}
      </Button>
    </div>
  </PageFrame>
);
