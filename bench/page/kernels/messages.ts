/** What the page asks of the worker, once. */
export interface MeasureCommand {
  readonly rounds: number;
  readonly golden: boolean;
}
