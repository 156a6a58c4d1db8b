/** A message for the visitor: what is the matter, and what to do. */
export interface Notice {
  readonly title: string;
  readonly remedy: string;
  /** Something to be copied by hand. */
  readonly text?: string;
  /** For whoever looks for the cause: goes to the browser's console. */
  readonly detail?: unknown;
  /** Something that can be done right here. */
  readonly action?: { readonly label: string; run(): void };
  /** It cannot be closed: without it nobody would know why nothing works. */
  readonly stays?: boolean;
}
