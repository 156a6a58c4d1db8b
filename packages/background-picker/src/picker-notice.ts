/** What could not be done, for the visitor: what is the matter, and what to do. */
export interface PickerNotice {
  readonly title: string;
  readonly remedy: string;
  /** For whoever looks for the cause. */
  readonly detail?: unknown;
  /** Something that can be done right here. */
  readonly action?: { readonly label: string; run(): void };
}
