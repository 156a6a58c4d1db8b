import { Signal as SignalFull, SignalLow, SignalZero, type LucideIcon } from 'lucide-react';
import type { Signal } from './signal';

/** The sign of each signal. */
export const SIGNAL_ICONS: Readonly<Record<Signal, LucideIcon>> = {
  good: SignalFull,
  weak: SignalLow,
  none: SignalZero,
};
