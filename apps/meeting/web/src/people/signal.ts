/** How well somebody's connection bears what they say. */
export type Signal = 'good' | 'weak' | 'none';

/** The media service tells 0, 0.5 or 1. */
export function signalOf(strength: number): Signal {
  if (strength > 0.5) return 'good';
  return strength > 0 ? 'weak' : 'none';
}
