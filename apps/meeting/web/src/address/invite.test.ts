import { describe, expect, it } from 'vitest';
import { inviteLink, readInvite } from './invite';

const INVITE = { roomId: 'r'.repeat(22), secret: 's'.repeat(43) };

describe('an invite link', () => {
  it('is read as it was made', () => {
    const link = inviteLink(INVITE, 'https://meet.example/meeting/?x=1#/r/other');
    expect(link).toBe(`https://meet.example/meeting/?x=1#/r/${INVITE.roomId}/${INVITE.secret}`);
    expect(readInvite(link)).toEqual(INVITE);
    expect(readInvite(`  ${link}\n`)).toEqual(INVITE);
  });

  it.each(['', '#', '#/r/short/secret', `#/r/${INVITE.roomId}`, 'javascript:alert(1)'])(
    'is not %j',
    (link) => {
      expect(readInvite(link)).toBeUndefined();
    },
  );
});
