/** What both ends hold to; the API refuses what is beyond. */
export const LIMITS = {
  /** Characters of a message. */
  messageLength: 2_000,
  /** Characters of a participant's name. */
  nameLength: 60,
  /** Characters of a room's name. */
  roomNameLength: 80,
  /** People of a room, with those who wait: as many as a call can have. */
  people: 250,
  /** Characters of a passcode, at least. */
  passcodeShortest: 4,
  /** Characters of a passcode, at most. */
  passcodeLength: 64,
  /** Entries of a page, at most. */
  pageSize: 100,
  /** Entries of a page of which no size is asked. */
  defaultPageSize: 50,
  /** Bytes of a request's body. */
  bodyBytes: 16 * 1024,
} as const;

/** How often something may be done. */
export interface Rate {
  /** How many in a window. */
  readonly most: number;
  /** Length of the window. */
  readonly windowMs: number;
}

/** Beyond these the API answers `too-many-requests`. */
export const RATES = {
  /** Messages and stamps of a participant. */
  messages: { most: 30, windowMs: 10_000 },
  /** All requests of a participant. */
  participant: { most: 120, windowMs: 10_000 },
  /** All requests from an address. */
  address: { most: 600, windowMs: 10_000 },
  /** Rooms that are made from an address. */
  rooms: { most: 30, windowMs: 600_000 },
  /** People who join from an address, with a right passcode or a wrong one. */
  joins: { most: 120, windowMs: 60_000 },
  /** Wrong passcodes from an address for one room. */
  passcodesByAddress: { most: 10, windowMs: 600_000 },
  /** Wrong passcodes for one room. */
  passcodesByRoom: { most: 100, windowMs: 600_000 },
} as const satisfies Record<string, Rate>;
