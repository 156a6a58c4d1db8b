import { ofThisTab, recall, remember } from './stored';

/** The same in a tab for the same room: who reloads the page is the same participant. */
export function joinRequestId(roomId: string): string {
  const name = `cyclorama-meeting:join:${roomId}`;
  const id = recall(ofThisTab, name) ?? crypto.randomUUID();
  remember(ofThisTab, name, id);
  return id;
}
