/** The way to one client: a WebSocket, or a test's script. */
export interface Channel {
  /** One binary message. */
  send(bytes: Uint8Array): void;
  /** What was sent before still arrives. */
  close(code: number, reason: string): void;
}
