import { paths } from '@cyclorama/meeting-contract';
import { useEffect } from 'react';
import type { Seat } from '../server/seat';

/**
 * Gives the seat up when the tab is closed, so that the others see it at once. Who only reloads is
 * let in again as the same participant.
 */
export function useLeaveOnClose(seat: Seat | undefined): void {
  useEffect(() => {
    if (!seat) return;
    const leave = (): void => leaveFor(seat);
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [seat]);
}

/** A request that outlives the page, which nobody waits for. */
function leaveFor({ roomId, token }: Seat): void {
  const headers = { authorization: `Bearer ${token}` };
  const init = { method: 'POST', headers, keepalive: true, credentials: 'omit' } as const;
  fetch(paths.leave(roomId), init).catch(() => undefined);
}
