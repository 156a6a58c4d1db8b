const open = new Set<WebSocket>();

/** Remembers connections, so that a test can lose them. */
class RememberedWebSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    open.add(this);
    this.addEventListener('close', () => open.delete(this));
  }
}

/** Every connection from now on can be dropped by what this gives, as a network that goes away does. */
export function rememberConnections(): () => void {
  globalThis.WebSocket = RememberedWebSocket;
  return () => {
    for (const socket of open) socket.close();
  };
}
