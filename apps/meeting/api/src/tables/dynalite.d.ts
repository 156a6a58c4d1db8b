declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the files. Default: none, everything in memory. */
    readonly path?: string;
    /** How long a new table cannot be used yet. Default: 500. */
    readonly createTableMs?: number;
  }

  /** A server that closes its database when it is closed. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
