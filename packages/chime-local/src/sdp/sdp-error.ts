const LONGEST_QUOTE = 60;

/** An offer that cannot be answered; the message says what is wrong with it. */
export class SdpError extends Error {
  override readonly name = 'SdpError';
}

/** What a client wrote, short and on one line, for a message. */
export function quote(text: string): string {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(short);
}
