/** Who acts, as their token and the tables say, never as the request does. */
export interface Sender {
  readonly roomId: string;
  readonly participantId: string;
  readonly name: string;
  /** When the room and all in it ends, in seconds since 1970. */
  readonly expiresAt: number;
}
