import { CHAT } from '../texts';

const TIME = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });

/** The time of day, as it is written where one is. */
export const timeOf = (ms: number): string => TIME.format(ms);

/** The day that a moment is in. */
export function dayOf(ms: number, nowMs = Date.now()): string {
  const day = DAY.format(ms);
  return day === DAY.format(nowMs) ? CHAT.today : day;
}
