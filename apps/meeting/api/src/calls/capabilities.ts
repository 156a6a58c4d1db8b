import type { AttendeeCapabilities } from '@aws-sdk/client-chime-sdk-meetings';
import type { Role, RoomSettings } from '@cyclorama/meeting-contract';

/** What somebody may do in a call. Content is a screen or a movie: all see it, and not all may share. */
export function capabilitiesOf(
  role: Role,
  { sharing }: Pick<RoomSettings, 'sharing'>,
): AttendeeCapabilities {
  const mayShare = role === 'host' || sharing === 'everyone';
  return {
    Audio: 'SendReceive',
    Video: 'SendReceive',
    Content: mayShare ? 'SendReceive' : 'Receive',
  };
}
