/** Under which the service itself reports and asks (RFC 3550): it sends no media under it. */
export const SERVICE_SSRC = 1;
