/** A message for the visitor: what is the matter, and what to do. */
export interface Notice {
  readonly title: string;
  readonly remedy: string;
  /** Something that can be done right here. */
  readonly action?: { readonly label: string; run(): void };
}
