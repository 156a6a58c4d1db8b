import { LIMITS, type RoomSettings } from '@cyclorama/meeting-contract';
import type { NewRoom } from '../server/rooms';
import { FRONT } from '../texts';

/** A room as it is being described. */
export interface RoomDraft extends RoomSettings {
  readonly name: string;
  readonly passcode: string;
}

export const FIRST_DRAFT: RoomDraft = {
  name: '',
  passcode: '',
  waitingRoom: false,
  sharing: 'everyone',
  drawing: 'everyone',
};

/** What is wrong with the passcode; undefined where nothing is, or there is none. */
export function passcodeProblem({ passcode }: Pick<RoomDraft, 'passcode'>): string | undefined {
  const isShort = passcode.length > 0 && passcode.length < LIMITS.passcodeShortest;
  return isShort ? FRONT.passcodeShort(LIMITS.passcodeShortest) : undefined;
}

export const newRoomOf = ({ name, passcode, ...settings }: RoomDraft): NewRoom => ({
  name: name.trim() || FRONT.usualName,
  options: { ...settings, ...(passcode && { passcode }) },
});
