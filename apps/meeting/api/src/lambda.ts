/** The API as AWS Lambda calls it, behind an HTTP API. The stack in `apps/meeting/infra` sets it up. */
import { openHandler } from './lambda/open-handler';

// Awaited here: Lambda gives a process full speed until its module is loaded, whatever its memory.
export const handler = await openHandler(process.env);
