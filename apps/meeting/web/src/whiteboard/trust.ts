import type { BoardServices } from './board';

/** Whether somebody's strokes count: hosts' always, others' where everyone may draw. */
export const mayDraw = (
  { roleOf, drawing }: Pick<BoardServices, 'roleOf' | 'drawing'>,
  participantId: string,
): boolean => drawing() === 'everyone' || roleOf(participantId) === 'host';

/**
 * Whether somebody's account of what all have drawn counts for who asks: a guest could wipe the board
 * with it, or draw in others' names, so theirs counts only on an empty one, where no host is there to
 * give it.
 */
export const mayRecount = (
  services: Pick<BoardServices, 'roleOf' | 'drawing' | 'isHostBeside'>,
  tellerId: string,
  askerId: string,
  hasSome: boolean,
): boolean =>
  services.roleOf(tellerId) === 'host' ||
  (!hasSome && mayDraw(services, tellerId) && !services.isHostBeside(askerId));
