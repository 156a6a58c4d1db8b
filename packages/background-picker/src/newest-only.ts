/**
 * Runs one task at a time. Of the tasks that come meanwhile only the newest is kept: a slider asks
 * for more values than can be set.
 */
export function newestOnly<T>(task: (value: T) => Promise<void>): (value: T) => void {
  let waiting: { readonly value: T } | undefined;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await task(value);
    }
    running = false;
  };
  return (value) => {
    waiting = { value };
    if (!running) void run();
  };
}
