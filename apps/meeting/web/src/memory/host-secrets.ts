import { lasting, recall, remember } from './stored';

const nameOf = (roomId: string): string => `cyclorama-meeting:host:${roomId}`;

/** Keeps what makes one the host of a room that one has made here. */
export const rememberHost = (roomId: string, hostSecret: string): void =>
  remember(lasting, nameOf(roomId), hostSecret);

/** What makes one the host of a room; undefined where one is a guest. */
export const recallHost = (roomId: string): string | undefined => recall(lasting, nameOf(roomId));
