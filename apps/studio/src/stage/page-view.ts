import type { View } from 'cyclorama';

/** How the stage shows the two pictures. */
export const PAGE_VIEWS = ['compare', 'result', 'mask', 'overlay'] as const;

export type PageView = (typeof PAGE_VIEWS)[number];

export const isPageView = (name: string): name is PageView =>
  (PAGE_VIEWS as readonly string[]).includes(name);

/**
 * What the engine has to send for it. The overlay is made here, of the picture before and the matte:
 * others get the matte alone, and with it nothing of the room.
 */
export const engineView = (view: PageView): View =>
  view === 'mask' || view === 'overlay' ? 'matte' : 'composite';
