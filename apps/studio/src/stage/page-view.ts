import type { View } from 'cyclorama';

/** How the stage shows the two pictures. */
export const PAGE_VIEWS = ['compare', 'result', 'mask'] as const;

export type PageView = (typeof PAGE_VIEWS)[number];

export const isPageView = (name: string): name is PageView =>
  (PAGE_VIEWS as readonly string[]).includes(name);

/** What the engine has to send for it. */
export const engineView = (view: PageView): View => (view === 'mask' ? 'matte' : 'composite');
