import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { BackgroundChooser } from '../background/background-chooser';
import {
  CameraChooser,
  MicrophoneChooser,
  ResolutionChooser,
  SpeakerChooser,
} from '../devices/device-choosers';
import { DeviceNotices } from '../devices/device-notices';
import type { LocalMedia } from '../media/local-media';
import { recallHost } from '../memory/host-secrets';
import { recallRoomName } from '../memory/recent-rooms';
import { LOBBY } from '../texts';
import { PageFrame, PageHeading } from '../ui/page-frame';
import { InviteOthers } from './invite-others';
import { JoinForm } from './join-form';
import { MicrophoneLevel } from './microphone-level';
import { SelfView } from './self-view';
import { TestSoundButton } from './test-sound-button';
import type { JoinProps } from './use-join';
import './lobby.css';

interface LobbyPageProps extends JoinProps {
  readonly media: LocalMedia;
}

/** Where one sees oneself as others will, before one joins. */
export function LobbyPage({ media, ...entry }: LobbyPageProps): ReactElement {
  const { invite } = entry;
  const name = recallRoomName(invite);
  useEffect(() => media.start(), [media]);
  return (
    <PageFrame title={LOBBY.title(name)} className="lobby">
      <div className="lobby-lead">
        {name && <p className="lobby-room">{name}</p>}
        <PageHeading>{LOBBY.heading}</PageHeading>
      </div>
      <div className="lobby-parts">
        <div className="lobby-self">
          <SelfView media={media} />
          <DeviceNotices media={media} />
        </div>
        <div className="lobby-side">
          <JoinForm {...entry} />
          {recallHost(invite.roomId) && <InviteOthers invite={invite} />}
          <DeviceSettings media={media} />
        </div>
        <section className="card lobby-background">
          <h2>{LOBBY.backgroundHeading}</h2>
          <BackgroundChooser media={media} />
        </section>
      </div>
    </PageFrame>
  );
}

function DeviceSettings({ media }: { readonly media: LocalMedia }): ReactElement {
  return (
    <section className="card lobby-devices">
      <h2>{LOBBY.devicesHeading}</h2>
      <CameraChooser media={media} />
      <ResolutionChooser media={media} />
      <MicrophoneChooser media={media} />
      <MicrophoneLevel media={media} />
      <SpeakerChooser media={media} />
      <TestSoundButton media={media} />
    </section>
  );
}
