/** The whiteboard. */
export const WHITEBOARD = {
  heading: 'Whiteboard',
  close: 'Close whiteboard',
  somebodyDraws: (name: string): string => `${name} draws on the whiteboard.`,
  tools: 'Drawing tools',
  ink: 'Colour',
  inks: {
    ink: 'Ink',
    red: 'Red',
    orange: 'Orange',
    green: 'Green',
    blue: 'Blue',
    purple: 'Purple',
    rubber: 'Eraser',
  },
  width: 'Width of the pen',
  widths: { 4: 'Fine', 8: 'Medium', 16: 'Broad', 48: 'Very broad' },
  undo: 'Undo my last stroke',
  clear: 'Clear for everyone',
  description: (strokes: number, names: string): string =>
    strokes === 0 ? 'Nothing is drawn yet.' : `${strokes} strokes, drawn by ${names}.`,
  onlyHosts: 'Only hosts draw in this room.',
  notNow: 'Nobody can draw while the connection is away.',
  keys: 'Arrow keys move the pen, Space puts it down and lifts it; with Shift it moves far.',
  penDown: 'The pen is down.',
  penUp: 'The pen is lifted.',
  full: 'The board is full. A host can clear it.',
} as const;
