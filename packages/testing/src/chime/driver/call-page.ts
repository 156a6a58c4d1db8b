import { fileURLToPath } from 'node:url';

/** The page of somebody who is called by a script, for `openCallSite`; see `site/main.ts`. */
export const CALL_PAGE = fileURLToPath(new URL('../site', import.meta.url));
