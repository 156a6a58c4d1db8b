import {
  useAttendeeStatus,
  useLocalVideo,
  useRosterState,
} from 'amazon-chime-sdk-component-library-react';
import type { ReactElement } from 'react';
import { usePeople } from '../people/use-people';
import { DeviceNotices } from '../devices/device-notices';
import { MuteRequestNotice } from '../host/mute-request-notice';
import { WaitingGuests } from '../host/waiting-guests';
import { useOtherShare } from '../share/use-other-share';
import { useShare } from '../share/use-share';
import { useStore } from '../state/use-store';
import { CALL, GENERAL, PEOPLE, ROOM, SHARE } from '../texts';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './notices.css';
import { useRoom } from './room-context';
import { useSilence } from './use-silence';

interface NoticesProps {
  /** Those who wait stand in the panel of people when that is open. */
  readonly isPeopleOpen: boolean;
  /** Shows what brings others in. */
  readonly onInvite: () => void;
}

/** What one should know of the call while it goes on. Read aloud as it comes. */
export function Notices({ isPeopleOpen, onInvite }: NoticesProps): ReactElement {
  const { media } = useRoom();
  return (
    <div className="room-notices">
      <div role="status">
        <ConnectionNotice />
        <SilenceNotice />
        <VideoLimitNotice />
        <ShareNotice />
        {!isPeopleOpen && <AloneNotice onInvite={onInvite} />}
      </div>
      <DeviceNotices media={media} />
      <MuteRequestNotice />
      {!isPeopleOpen && <WaitingGuests />}
    </div>
  );
}

function ConnectionNotice(): ReactElement | null {
  const { call } = useRoom();
  const { status } = useStore(call.state);
  if (status === 'opening') return <Notice>{CALL.opening}</Notice>;
  if (status === 'reconnecting') return <Notice look="problem">{CALL.reconnecting}</Notice>;
  return <PoorConnectionNotice />;
}

function PoorConnectionNotice(): ReactElement | null {
  const { seat } = useRoom();
  const { roster } = useRosterState();
  const own = Object.values(roster).find(
    ({ externalUserId }) => externalUserId === seat.participantId,
  );
  const { signalStrength } = useAttendeeStatus(own?.chimeAttendeeId ?? '');
  if (!own || signalStrength > 0.5) return null;
  return <Notice title={CALL.poor.title}>{CALL.poor.remedy}</Notice>;
}

function SilenceNotice(): ReactElement | null {
  const { isSilent, listen } = useSilence();
  if (!isSilent) return null;
  return <Notice actions={<Button onClick={listen}>{CALL.listen}</Button>}>{CALL.silent}</Notice>;
}

function VideoLimitNotice(): ReactElement | null {
  const { media } = useRoom();
  const { status } = useStore(media.camera.state);
  const { hasReachedVideoLimit } = useLocalVideo();
  if (!hasReachedVideoLimit || status === 'off') return null;
  return <Notice title={CALL.full.title}>{CALL.full.remedy}</Notice>;
}

function ShareNotice(): ReactElement | null {
  const share = useShare();
  const state = useStore(share.state);
  const other = useOtherShare();
  if (state.status === 'starting') return <Notice>{SHARE.starting}</Notice>;
  if (state.status !== 'none' || !state.said) return null;
  const text = state.said === 'ended' ? endedBy(other) : SHARE.failed[state.said];
  const dismiss = <Button onClick={() => share.dismiss()}>{GENERAL.close}</Button>;
  return <Notice actions={dismiss}>{text}</Notice>;
}

const endedBy = (other: string | undefined): string => (other ? SHARE.taken : SHARE.ended);

function AloneNotice({ onInvite }: { readonly onInvite: () => void }): ReactElement | null {
  const { call } = useRoom();
  const { status } = useStore(call.state);
  const isAlone = usePeople().length === 1;
  if (!isAlone || status !== 'connected') return null;
  return (
    <Notice actions={<Button onClick={onInvite}>{PEOPLE.invite.show}</Button>}>{ROOM.alone}</Notice>
  );
}
