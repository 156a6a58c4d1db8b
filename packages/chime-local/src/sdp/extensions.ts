import type { ExtensionIds, HeaderExtension, OfferSection } from './session-description';

const URIS: Readonly<Record<keyof ExtensionIds, string>> = {
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  rid: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  audioLevel: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  orientation: 'urn:3gpp:video-orientation',
};

/** The extensions that are read or forwarded, one of a kind. */
export function acceptedExtensions(section: OfferSection): HeaderExtension[] {
  return Object.values(URIS).flatMap((uri) => extensionOf(section, uri) ?? []);
}

/** How the client numbers those. */
export function extensionIds(section: OfferSection): ExtensionIds {
  const named = Object.entries(URIS).flatMap(([name, uri]) => {
    const extension = extensionOf(section, uri);
    return extension ? [[name, extension.id] as const] : [];
  });
  return Object.fromEntries(named);
}

const extensionOf = ({ extensions }: OfferSection, wanted: string): HeaderExtension | undefined =>
  extensions.find(({ uri }) => uri === wanted);
