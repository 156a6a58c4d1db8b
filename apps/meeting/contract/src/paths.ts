/** Under which all paths of the API stand. */
export const API_BASE = '/api';

const room = (roomId: string) => `${API_BASE}/rooms/${roomId}`;
const participant = (roomId: string, id: string) => `${room(roomId)}/participants/${id}`;

/** Where things are. Given `:roomId` and the like, these are the API's patterns. */
export const paths = {
  health: () => `${API_BASE}/health`,
  rooms: () => `${API_BASE}/rooms`,
  room,
  join: (roomId: string) => `${room(roomId)}/join`,
  leave: (roomId: string) => `${room(roomId)}/leave`,
  end: (roomId: string) => `${room(roomId)}/end`,
  call: (roomId: string) => `${room(roomId)}/call`,
  participants: (roomId: string) => `${room(roomId)}/participants`,
  admit: (roomId: string, id: string) => `${participant(roomId, id)}/admit`,
  remove: (roomId: string, id: string) => `${participant(roomId, id)}/remove`,
  muteRequest: (roomId: string, id: string) => `${participant(roomId, id)}/mute-request`,
  messages: (roomId: string) => `${room(roomId)}/messages`,
  message: (roomId: string, messageId: string) => `${room(roomId)}/messages/${messageId}`,
} as const;
