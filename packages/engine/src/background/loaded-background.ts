import type { Fit } from '../options';

/** A background whose picture, if any, is loaded and decoded. Who takes one closes its bitmap. */
export type LoadedBackground =
  | { readonly type: 'none' }
  | { readonly type: 'blur'; readonly strength: number }
  | { readonly type: 'color'; readonly color: string }
  | { readonly type: 'image'; readonly bitmap: ImageBitmap; readonly fit: Fit };
