import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';

/** How many messages came while the chat was out of sight. */
export const useUnread = (): number => useStore(useTalk().chat.log.state).unread.size;
