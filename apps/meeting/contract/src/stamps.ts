/** The stamps that there are: an id, what screen readers say, and what is shown. */
export const STAMPS = {
  'thumbs-up': { label: 'Thumbs up', emoji: '👍' },
  clap: { label: 'Applause', emoji: '👏' },
  heart: { label: 'Heart', emoji: '❤️' },
  laugh: { label: 'Laughing', emoji: '😂' },
  party: { label: 'Party', emoji: '🎉' },
  surprise: { label: 'Surprise', emoji: '😮' },
  thinking: { label: 'Thinking', emoji: '🤔' },
  thanks: { label: 'Thank you', emoji: '🙏' },
  fire: { label: 'Fire', emoji: '🔥' },
  coffee: { label: 'Coffee break', emoji: '☕' },
  'thumbs-down': { label: 'Thumbs down', emoji: '👎' },
  wave: { label: 'Hello', emoji: '👋' },
} as const;

/** A peer sends an id; what is shown comes from here. */
export type StampId = keyof typeof STAMPS;

/** In the order in which they are offered. */
export const STAMP_IDS = Object.keys(STAMPS) as [StampId, ...StampId[]];
