import type { ReactElement } from 'react';
import { SelfView } from '../lobby/self-view';
import type { LocalMedia } from '../media/local-media';
import type { Seat } from '../server/seat';
import { VISIT } from '../texts';
import { Button } from '../ui/button';
import { PageFrame, PageHeading } from '../ui/page-frame';
import { useAdmission, type AdmissionListener } from './use-admission';
import './visit.css';

interface WaitingPageProps extends AdmissionListener {
  readonly seat: Seat;
  readonly media: LocalMedia;
  readonly onCancel: () => void;
}

/** Stays until one is admitted, at once where nobody need wait. */
export function WaitingPage({ seat, media, onCancel, ...to }: WaitingPageProps): ReactElement {
  const { roomName, isCutOff } = useAdmission(seat, to);
  const heading = roomName ? VISIT.waitingHeading(roomName) : VISIT.entering;
  const said = roomName ? VISIT.waiting : '';
  return (
    <PageFrame title={heading} className="visit">
      <div className="card visit-card">
        <PageHeading>{heading}</PageHeading>
        <p role="status">{isCutOff ? VISIT.unreachable : said}</p>
        <SelfView media={media} />
        <Button onClick={onCancel}>{VISIT.cancel}</Button>
      </div>
    </PageFrame>
  );
}
