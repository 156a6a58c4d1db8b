const open = new Set<RememberedWebSocket>();

/** Remembers connections, so that a test can lose them. */
class RememberedWebSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    open.add(this);
    this.addEventListener('close', () => open.delete(this));
  }

  /** A page cannot break a connection; to the SDK, which goes by the code, this looks the same. */
  drop(): void {
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }));
    this.addEventListener('close', (event) => event.stopImmediatePropagation(), { capture: true });
    this.close();
  }
}

/** Every connection from now on can be dropped by what this gives, as a network that goes away does. */
export function rememberConnections(): () => void {
  globalThis.WebSocket = RememberedWebSocket;
  return () => {
    for (const socket of open) socket.drop();
  };
}
