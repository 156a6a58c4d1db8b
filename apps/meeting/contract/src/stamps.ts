/** The stamps that there are: an id, and what it says. */
export const STAMPS = {
  'thumbs-up': { label: 'Thumbs up' },
  clap: { label: 'Applause' },
  heart: { label: 'Heart' },
  laugh: { label: 'Laughing' },
  party: { label: 'Party' },
  surprise: { label: 'Surprise' },
  thinking: { label: 'Thinking' },
  thanks: { label: 'Thank you' },
  fire: { label: 'Fire' },
  coffee: { label: 'Coffee break' },
  'thumbs-down': { label: 'Thumbs down' },
  wave: { label: 'Hello' },
} as const;

/** A peer sends an id; what is shown for it is the page's own. */
export type StampId = keyof typeof STAMPS;

/** In the order in which they are offered. */
export const STAMP_IDS = Object.keys(STAMPS) as [StampId, ...StampId[]];
