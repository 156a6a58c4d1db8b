import { check, roomId, secret } from '@cyclorama/meeting-contract';

/** What an invite link carries. */
export interface Invite {
  readonly roomId: string;
  readonly secret: string;
}

/**
 * The fragment of an invite link. It is never sent to a server, so that the secret stands in no log
 * of requests.
 */
export const inviteFragment = (invite: Invite): string => `#/r/${invite.roomId}/${invite.secret}`;

/** The whole link, for the page that this is. */
export function inviteLink(invite: Invite, page: string = location.href): string {
  return new URL(inviteFragment(invite), page).href;
}

/** The invite in a link, or in its fragment alone; undefined where there is none. */
export function readInvite(link: string): Invite | undefined {
  const [, id, key] = /#\/r\/([^/]+)\/([^/?\s]+)\s*$/.exec(link) ?? [];
  const isWhole = check(roomId, id).ok && check(secret, key).ok;
  return isWhole && id && key ? { roomId: id, secret: key } : undefined;
}
