/** Whether an error of the system has this code, such as `EEXIST`. */
export const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
