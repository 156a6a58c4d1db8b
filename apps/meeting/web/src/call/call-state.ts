/** Why one is no longer in a room. */
export type Farewell =
  | { readonly kind: 'left' | 'ended' | 'removed' | 'turned-away' | 'elsewhere' | 'full' }
  /** Anything else, in a sentence of the API's. */
  | { readonly kind: 'refused'; readonly message: string };

/** How the call stands. */
export type CallState =
  /** On the way in, for the first time. */
  | { readonly status: 'opening' }
  | { readonly status: 'connected' }
  /** The connection was lost, and comes back by itself. */
  | { readonly status: 'reconnecting' }
  | { readonly status: 'over'; readonly farewell: Farewell };
