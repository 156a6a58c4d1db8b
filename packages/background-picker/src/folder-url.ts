/**
 * The whole address of a folder.
 * @throws TypeError where it does not end with a slash: files would be looked for beside it.
 */
export function folderUrl(address: string | URL): URL {
  const url = new URL(address, document.baseURI);
  if (url.pathname.endsWith('/')) return url;
  throw new TypeError(`options.picturesUrl must end with a slash, got ${url.href}.`);
}
