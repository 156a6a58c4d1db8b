import { DoorOpen, ShieldCheck, Waypoints, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFragment } from '../address/use-fragment';
import { FRONT } from '../texts';
import { Notice } from '../ui/notice';
import { PageFrame, PageHeading } from '../ui/page-frame';
import { CreateRoom } from './create-room';
import { OpenInvite } from './open-invite';
import { RecentRooms } from './recent-rooms';
import './front.css';

const ICONS: readonly LucideIcon[] = [ShieldCheck, DoorOpen, Waypoints];

/** Where a room is made, or an invite link opened. */
export function FrontPage(): ReactElement {
  // An invite that is whole leads elsewhere.
  const isBroken = useFragment().startsWith('#/r');
  return (
    <PageFrame title={FRONT.title} className="front">
      <div className="front-lead">
        <PageHeading>{FRONT.heading}</PageHeading>
        <p>{FRONT.lead}</p>
      </div>
      {isBroken && <Notice look="problem">{FRONT.brokenInvite}</Notice>}
      <div className="front-doors">
        <CreateRoom />
        <div className="front-side">
          <OpenInvite />
          <RecentRooms />
        </div>
      </div>
      <Facts />
    </PageFrame>
  );
}

function Facts(): ReactElement {
  return (
    <ul className="front-facts">
      {FRONT.facts.map(({ title, text }, index) => {
        const Icon = ICONS[index];
        return (
          <li key={title}>
            {Icon && <Icon aria-hidden size={24} />}
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        );
      })}
    </ul>
  );
}
