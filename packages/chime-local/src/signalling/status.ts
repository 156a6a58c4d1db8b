/** What the SDK's `MeetingSessionStatus.fromAudioStatus` makes an end of. */
export const AudioStatus = {
  joinedElsewhere: 301,
  notAllowed: 403,
  atCapacity: 409,
  meetingEnded: 410,
  attendeeRemoved: 411,
} as const;

/**
 * Codes with which a WebSocket is closed. While it joins, the SDK takes 44xx for a refusal, 4410 for a
 * meeting that ended; of a client that has joined, 45xx and a lost connection make it come again.
 */
export const CloseCode = {
  done: 1000,
  goingAway: 1001,
  unsupportedData: 1003,
  badFrame: 4400,
  unknownToken: 4403,
  joinTimeout: 4408,
  tooMany: 4409,
  meetingEnded: 4410,
  serverError: 4500,
  mediaLost: 4503,
  tooMuch: 4529,
} as const;

/** What the SDK's `MeetingSessionStatus.fromSignalingStatus` reads in an error. */
export const FailureStatus = {
  viewOnly: 206,
  badRequest: 400,
} as const;
