/**
 * What becomes of `eval`: to be evaluated in a page or a worker, so it knows nothing from outside.
 * @returns `ran`, or the error's name: `EvalError` where a policy holds.
 */
export const evalOutcome = (): Promise<string> =>
  new Promise((resolve) => {
    // In a timer: while a debugger evaluates, the policy lets it.
    setTimeout(() => {
      try {
        resolve((0, eval)('"ran"') as string);
      } catch (thrown) {
        resolve((thrown as Error).name);
      }
    });
  });
