import type { IceCredentials } from '../transport/transport';
import { readSection } from './read-section';
import { quote, SdpError } from './sdp-error';
import { readLines, type Attributes, type DescriptionLines } from './sdp-lines';
import type { Offer, OfferSection } from './session-description';

/**
 * Reads what an answer needs of an offer.
 * @throws SdpError with what is wrong, whatever the text is, in time that grows with its length.
 */
export function parseOffer(sdp: string): Offer {
  const lines = readLines(sdp);
  const sections = lines.media.map((media) => readSection(media, lines.session));
  checkBundle(sections, lines.session);
  const transport = transportOf(lines, sections);
  return { ...readTransport(transport), sections };
}

/** There is one transport for all that lives. */
function checkBundle(sections: readonly OfferSection[], session: Attributes): void {
  const mids = sections.filter(({ stopped }) => !stopped).map(({ mid }) => mid);
  const groups = session.all('group').map((group) => group.split(' '));
  const bundled = new Set(groups.find(([semantics]) => semantics === 'BUNDLE')?.slice(1));
  const alone = mids.find((mid) => !bundled.has(mid));
  if (alone !== undefined) {
    throw new SdpError(`Section ${quote(alone)} is not in a=group:BUNDLE; offer one transport.`);
  }
  if (new Set(mids).size < mids.length) throw new SdpError('Two sections have the same a=mid.');
}

/** Where ICE and DTLS are said: in the first living section, or for the whole session. */
function transportOf(
  { media, session }: DescriptionLines,
  sections: readonly OfferSection[],
): readonly Attributes[] {
  const living = media[sections.findIndex(({ stopped }) => !stopped)];
  if (!living) throw new SdpError('The offer has no section that is in use.');
  return [living.attributes, session];
}

function readTransport(places: readonly Attributes[]): Pick<Offer, 'ice' | 'fingerprints'> {
  const setup = firstOf(places, 'setup') ?? 'actpass';
  if (setup !== 'actpass' && setup !== 'active') {
    throw new SdpError(`a=setup must be actpass or active, not ${quote(setup)}: we are passive.`);
  }
  return { ice: readIce(places), fingerprints: readFingerprints(places) };
}

function readIce(places: readonly Attributes[]): IceCredentials {
  const ufrag = firstOf(places, 'ice-ufrag') ?? '';
  const password = firstOf(places, 'ice-pwd') ?? '';
  if (!/^[A-Za-z0-9+/]{4,256}$/.test(ufrag)) {
    throw new SdpError(`a=ice-ufrag must have 4 to 256 ICE characters, not ${quote(ufrag)}.`);
  }
  if (!/^[A-Za-z0-9+/]{22,256}$/.test(password)) {
    throw new SdpError('a=ice-pwd must have 22 to 256 ICE characters.');
  }
  return { ufrag, password };
}

function readFingerprints(places: readonly Attributes[]): readonly string[] {
  const said = places.flatMap((attributes) => attributes.all('fingerprint'));
  if (said.length === 0) throw new SdpError('The offer has no a=fingerprint.');
  return [...new Set(said.map(readFingerprint))];
}

function readFingerprint(value: string): string {
  const [, hash = '', bytes = ''] =
    /^([A-Za-z0-9-]{3,16}) ([0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){15,63})$/.exec(value) ?? [];
  if (hash === '') throw new SdpError(`a=fingerprint is not a certificate's: ${quote(value)}.`);
  return `${hash.toLowerCase()} ${bytes.toUpperCase()}`;
}

function firstOf(places: readonly Attributes[], name: string): string | undefined {
  return places.find((attributes) => attributes.has(name))?.first(name);
}
