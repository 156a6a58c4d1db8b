/** What an attendee may do with one kind of media, as the control API has it. */
export type Capability = 'SendReceive' | 'Send' | 'Receive' | 'None';

export interface Capabilities {
  readonly Audio: Capability;
  readonly Video: Capability;
  readonly Content: Capability;
}

export interface Attendee {
  readonly attendeeId: string;
  readonly externalUserId: string;
  /** The credential of the signalling connection: base64url. */
  readonly joinToken: string;
  readonly capabilities: Capabilities;
}

/** `MeetingFeatures`, with the service's defaults filled in. */
export interface MeetingFeatures {
  readonly audio: { readonly echoReduction: 'AVAILABLE' | 'UNAVAILABLE' };
  readonly video: { readonly maxResolution: 'None' | 'HD' | 'FHD' };
  readonly content: { readonly maxResolution: 'None' | 'FHD' | 'UHD' };
  readonly attendee: { readonly maxCount: number };
}

export interface Meeting {
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly mediaRegion: string;
  readonly features: MeetingFeatures;
  readonly createdMs: number;
}

/** Who may come in by a join token. */
export interface Admission {
  readonly meeting: Meeting;
  readonly attendee: Attendee;
  /** The token was `<JoinToken>#content`: the attendee's content share. */
  readonly content: boolean;
}

/** What signalling must know of the control API. */
export interface MeetingEvents {
  ended(meetingId: string): void;
  attendeeDeleted(meetingId: string, attendeeId: string): void;
  capabilitiesChanged(meetingId: string, attendee: Attendee): void;
}

/** What signalling asks of the store. */
export interface MeetingDirectory {
  /** Undefined: no such token, or its meeting is over. */
  admit(joinToken: string): Admission | undefined;
  /** Of a meeting that ended, maybe with an earlier process; signalling tells `ended` from `unknown token` by it. */
  hasEnded(joinToken: string): boolean;
  subscribe(events: MeetingEvents): () => void;
  /** Who is connected counts for when an empty meeting ends by itself. */
  setConnections(meetingId: string, count: number): void;
}
