/** The way to one client: a WebSocket, or a test's script. */
export interface Channel {
  /** One binary message. */
  send(bytes: Uint8Array): void;
  /** What was sent before still arrives. */
  close(code: number, reason: string): void;
}

/** Our end of a channel. */
export interface Receiver {
  /** One message of the client, whatever it is: never throws. */
  receive(bytes: Uint8Array): void;
  /** The client is not there any more. */
  disconnected(): void;
  close(code: number, reason: string): void;
}
