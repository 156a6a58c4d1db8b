import { STAMPS, type StampId } from '@cyclorama/meeting-contract';
import type { ReactElement } from 'react';

const PICTURES = import.meta.glob<string>('./pictures/*.svg', {
  eager: true,
  import: 'default',
  query: '?url',
});

interface StampPictureProps {
  readonly stamp: StampId;
  /** Where something else says what it is. */
  readonly isDecoration?: boolean;
}

/** A stamp as it looks to everybody: letters would depend on each one's system. */
export function StampPicture({ stamp, isDecoration }: StampPictureProps): ReactElement {
  const { label } = STAMPS[stamp];
  const alt = isDecoration ? '' : label;
  return <img className="stamp" src={PICTURES[`./pictures/${stamp}.svg`]} alt={alt} />;
}
