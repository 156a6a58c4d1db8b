import { useLocalVideo } from 'amazon-chime-sdk-component-library-react';
import { X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { usePeople } from '../people/use-people';
import { DeviceNotices } from '../devices/device-notices';
import { MuteRequestNotice } from '../host/mute-request-notice';
import { WaitingGuests } from '../host/waiting-guests';
import type { ShareEnd } from '../share/share';
import { useOtherShare } from '../share/use-other-share';
import { useShare } from '../share/use-share';
import { useStore } from '../state/use-store';
import { CALL, GENERAL, PEOPLE, ROOM, SHARE } from '../texts';
import { Button, IconButton } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWhiteboard } from '../whiteboard/use-whiteboard';
import './notices.css';
import { PoorConnectionNotice } from './poor-connection-notice';
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
  const [isAloneRead, setAloneRead] = useState(false);
  const isAloneTold = !isPeopleOpen && !isAloneRead;
  return (
    <div className="room-notices">
      <div role="status">
        <ConnectionNotice />
        <SilenceNotice />
        <VideoLimitNotice />
        <ShareNotice />
        {isAloneTold && <AloneNotice onInvite={onInvite} onClose={() => setAloneRead(true)} />}
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
  const text = textOf(state.said, other);
  const dismiss = <Button onClick={() => share.dismiss()}>{GENERAL.close}</Button>;
  return <Notice actions={dismiss}>{text}</Notice>;
}

function textOf(said: ShareEnd, other: string | undefined): string {
  if (said === 'cut') return SHARE.cut;
  if (said === 'ended') return other ? SHARE.taken : SHARE.ended;
  return SHARE.failed[said];
}

interface AloneNoticeProps {
  readonly onInvite: () => void;
  readonly onClose: () => void;
}

/** Who shares or draws meanwhile has something else in mind. */
function AloneNotice({ onInvite, onClose }: AloneNoticeProps): ReactElement | null {
  const { call } = useRoom();
  const { status } = useStore(call.state);
  const isSharing = useStore(useShare().state).status !== 'none';
  const { isOpen: isDrawing } = useWhiteboard();
  const isAlone = usePeople().length === 1;
  if (!isAlone || isSharing || isDrawing || status !== 'connected') return null;
  const actions = (
    <>
      <Button onClick={onInvite}>{PEOPLE.invite.show}</Button>
      <IconButton icon={X} look="quiet" label={GENERAL.close} onClick={onClose} />
    </>
  );
  return <Notice actions={actions}>{ROOM.alone}</Notice>;
}
