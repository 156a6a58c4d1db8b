export { check, type Checked, type Schema } from './check';
export { ERROR_STATUS, errorResponse, type ErrorCode, type ErrorResponse } from './errors';
export { participantId, requestId, roomId, secret } from './fields';
export { LIMITS, RATES, type Rate } from './limits';
export {
  editMessageRequest,
  message,
  messageId,
  messageResponse,
  messagesQuery,
  messagesResponse,
  postMessageRequest,
  type EditMessageRequest,
  type Message,
  type MessageResponse,
  type MessagesQuery,
  type MessagesResponse,
  type PostMessageRequest,
} from './message';
export {
  callResponse,
  joinRequest,
  joinResponse,
  participant,
  participantResponse,
  participantsQuery,
  participantsResponse,
  type CallResponse,
  type JoinRequest,
  type JoinResponse,
  type Participant,
  type ParticipantResponse,
  type ParticipantsQuery,
  type ParticipantsResponse,
  type ParticipantState,
  type Role,
} from './participant';
export { API_BASE, paths } from './paths';
export {
  changeRoomRequest,
  createRoomRequest,
  createRoomResponse,
  room,
  roomResponse,
  type ChangeRoomRequest,
  type CreateRoomRequest,
  type CreateRoomResponse,
  type Room,
  type RoomResponse,
  type RoomSettings,
  type Who,
} from './room';
export { STAMP_IDS, STAMPS, type StampId } from './stamps';
