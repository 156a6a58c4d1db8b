/** What may differ between deployments. */
export interface Settings {
  /** Where the bundle of the API's entry is. */
  readonly lambdaFolder: string;
  /** Where the built page is. */
  readonly siteFolder: string;
  /** Where media go through. */
  readonly mediaRegion: string;
  /** Where the Chime SDK is asked for meetings. */
  readonly chimeRegion: string;
  /** Who signs people in that create rooms; undefined: anybody may. */
  readonly login: LoginSettings | undefined;
  /** A host name of one's own; undefined: the one that the CDN gives. */
  readonly domain: DomainSettings | undefined;
  /** Who is written to when something goes wrong. */
  readonly alarmEmail: string | undefined;
}

/** An OpenID provider. */
export interface LoginSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
}

/** A host name, and the certificate for it, which the CDN wants in us-east-1. */
export interface DomainSettings {
  readonly name: string;
  readonly certificateArn: string;
}

/** What was given as `-c name=value`. */
export type ReadContext = (name: string) => string | undefined;

const DEFAULT_REGION = 'us-east-1';

/** @throws Error that names what is missing. */
export function readSettings(
  context: ReadContext,
  folders: Pick<Settings, 'lambdaFolder' | 'siteFolder'>,
): Settings {
  const [issuer, audience, jwksUrl] = allOrNone(context, [
    'oidcIssuer',
    'oidcAudience',
    'oidcJwksUrl',
  ]);
  const [name, certificateArn] = allOrNone(context, ['domainName', 'certificateArn']);
  return {
    ...folders,
    mediaRegion: context('mediaRegion') ?? DEFAULT_REGION,
    chimeRegion: context('chimeRegion') ?? DEFAULT_REGION,
    login: issuer && audience && jwksUrl ? { issuer, audience, jwksUrl } : undefined,
    domain: name && certificateArn ? { name, certificateArn } : undefined,
    alarmEmail: context('alarmEmail'),
  };
}

/** Half a login lets in whom it should keep out. */
function allOrNone(context: ReadContext, names: readonly string[]): (string | undefined)[] {
  const values = names.map((name) => context(name) || undefined);
  const missing = names.filter((_, index) => !values[index]);
  if (missing.length === 0 || missing.length === names.length) return values;
  const wanted = missing.map((name) => `-c ${name}=…`).join(' ');
  throw new Error(`${names.join(', ')} go together. Add ${wanted}, or leave all of them out.`);
}
