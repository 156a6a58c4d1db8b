import { fileURLToPath } from 'node:url';

const folder = (name: string) => fileURLToPath(new URL(`built/${name}`, import.meta.url));

/** What stands for what is built, so that the stack's tests need no build. */
export const FIXTURES = { lambdaFolder: folder('lambda'), siteFolder: folder('site') };
