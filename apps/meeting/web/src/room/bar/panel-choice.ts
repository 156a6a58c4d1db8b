/** What stands beside the stage. */
export type Panel = 'people' | 'chat';

/** Which of the panels is open, and how another one is. */
export interface PanelChoice {
  readonly panel: Panel | undefined;
  readonly onPanel: (panel: Panel | undefined) => void;
}
