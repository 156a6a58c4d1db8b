import { useAttendeeStatus, useRosterState } from 'amazon-chime-sdk-component-library-react';
import type { ReactElement } from 'react';
import { signalOf } from '../people/signal';
import { CALL } from '../texts';
import { Notice } from '../ui/notice';
import { useRoom } from './room-context';

/** Tells that others may hear one badly; nothing while they hear one well. */
export function PoorConnectionNotice(): ReactElement | null {
  const { seat } = useRoom();
  const { roster } = useRosterState();
  const own = Object.values(roster).find(
    ({ externalUserId }) => externalUserId === seat.participantId,
  );
  const { signalStrength } = useAttendeeStatus(own?.chimeAttendeeId ?? '');
  if (!own || signalOf(signalStrength) === 'good') return null;
  return <Notice title={CALL.poor.title}>{CALL.poor.remedy}</Notice>;
}
