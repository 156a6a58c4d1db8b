/** How clients address the service, and what is left of a path where something stands before it. */
export class PublicAddress {
  readonly #url: URL | undefined;
  /** The path of the public address without a slash at its end; mostly `''`. */
  readonly #before: string;

  constructor(url: URL | undefined) {
    this.#url = url;
    this.#before = url?.pathname.replace(/\/+$/, '') ?? '';
  }

  /** A proxy may have taken away what stands before, or not. */
  innerPath(path: string): string {
    return path.startsWith(`${this.#before}/`) ? path.slice(this.#before.length) : path;
  }

  /** Where signalling connections are taken, for whoever sent this. */
  signalingBase(request: Request): string {
    const { protocol, host } = this.#url ?? new URL(request.url);
    return `${protocol.replace('http', 'ws')}//${host}${this.#before}`;
  }
}
