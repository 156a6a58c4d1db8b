/** How many messages came while the chat was out of sight. */
export const useUnread = (): number => 0;
