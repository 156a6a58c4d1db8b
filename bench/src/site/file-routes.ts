import { basename, dirname } from 'node:path';
import { sendFile } from './send-file';
import type { Route } from './serve';

/** Sends the n-th of these files as `/prefix/n`. */
export function filesRoute(paths: readonly string[]): Route {
  return async (request, response, rest) => {
    const path = paths[Number(rest)];
    if (path === undefined) response.writeHead(404).end();
    else await sendFile(dirname(path), basename(path), request, response);
  };
}

/** Sends what is in a folder. */
export function folderRoute(folder: string): Route {
  return (request, response, rest) => sendFile(folder, rest, request, response);
}
