/** The whiteboard, as one's own page shows it. */
export interface WhiteboardView {
  readonly isOpen: boolean;
  /** Opens or closes it, on one's own page alone. */
  readonly toggle: () => void;
  /** Whether one may draw on it. */
  readonly canDraw: boolean;
  /** Somebody has drawn while it was closed. */
  readonly hasNews: boolean;
}

/** The whiteboard, as one's own page shows it. */
export const useWhiteboard = (): WhiteboardView => ({
  ...{ isOpen: false, toggle: () => undefined, canDraw: false, hasNews: false },
});
