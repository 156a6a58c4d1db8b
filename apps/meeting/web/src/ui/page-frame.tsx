import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { GENERAL } from '../texts';
import { PageTitle } from './page-title';
import './page-frame.css';

interface PageFrameProps {
  /** Of the browser's tab. */
  readonly title: string;
  /** One more name for the page's own rules. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A page outside of the room: the product's name above, and what the page is about. */
export function PageFrame({ title, className = '', children }: PageFrameProps): ReactElement {
  return (
    <div className="page-frame">
      <PageTitle title={title} />
      <header>
        <a className="brand" href="#">
          <svg viewBox="0 0 32 32" aria-hidden>
            <path d="M3 5v12c0 6 4 10 10 10h16" />
            <circle cx="19" cy="13" r="5" />
          </svg>
          {GENERAL.product}
        </a>
      </header>
      <main className={className}>{children}</main>
    </div>
  );
}

interface PageHeadingProps {
  readonly children: ReactNode;
}

/** The page's heading. It takes the focus, so that a page that follows another one is read aloud. */
export function PageHeading({ children }: PageHeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} className="page-heading" tabIndex={-1}>
      {children}
    </h1>
  );
}
