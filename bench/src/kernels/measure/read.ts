/** Reads a file of the bench by its name: from disk, or from the server of the page. */
export type Read = (name: string) => Promise<Uint8Array<ArrayBuffer>>;
