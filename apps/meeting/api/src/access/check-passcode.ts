import { networkOf } from '../rates/network-of';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import { isPasscode } from './passcodes';
import { Refusal } from './refusal';

/** What somebody who joins says, and where they call from. */
export interface PasscodeClaim {
  readonly passcode: string | undefined;
  readonly address: string;
}

/** @throws Refusal where the room has a passcode and this is not it, or it was tried too often. */
export async function checkPasscode(
  { attempts, keys, now }: Services,
  { roomId, passcodeHash }: RoomItem,
  { passcode, address }: PasscodeClaim,
): Promise<void> {
  if (passcodeHash === undefined) return;
  if (passcode === undefined) {
    throw new Refusal('wrong-passcode', 'This room has a passcode; ask the host for it.');
  }
  const attempt = { roomId, caller: keys.id('address', networkOf(address)), nowMs: now() };
  await attempts.take(attempt);
  let isWrong = false;
  try {
    isWrong = !(await isPasscode(passcode, passcodeHash));
  } finally {
    // Where it could not be checked, too.
    if (!isWrong) await attempts.giveBack(attempt);
  }
  if (isWrong) throw new Refusal('wrong-passcode', 'This is not the passcode of this room.');
}
