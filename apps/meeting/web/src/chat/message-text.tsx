import { Fragment, type ReactElement } from 'react';
import { findLinks } from './links';

/** What somebody wrote: text, whatever stands in it, and addresses that open elsewhere. */
export function MessageText({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="message-text">
      {findLinks(text).map((part, index) =>
        part.href === undefined ? (
          <Fragment key={index}>{part.text}</Fragment>
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
