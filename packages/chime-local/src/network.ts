/** Whether a name or address stands for the machine itself. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost\.?|127(\.\d{1,3}){3}|::1)$/.test(hostname);
}

/** Of a URL, without the brackets of an IPv6 address; undefined: it is no URL. */
export function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
}
