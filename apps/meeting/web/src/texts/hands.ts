/** Raised hands. */
export const HANDS = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: (name: string): string => `${name} has raised a hand.`,
  isUp: 'Hand raised',
} as const;
