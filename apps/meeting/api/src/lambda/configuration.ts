import type { LoginOptions } from '../access/login';
import type { LogOptions } from '../log/create-log';

/** What the function is told by its environment. */
export interface Configuration {
  /** Before the names of all tables. */
  readonly tablePrefix: string;
  /** Where media go through. */
  readonly mediaRegion: string;
  /** Where the Chime SDK is asked for meetings, which not every region can do. */
  readonly chimeRegion: string;
  /** Which secret has the key that tokens and ids are made with. */
  readonly signingKeySecret: string;
  /** Which secret has what only the CDN knows. */
  readonly originKeySecret: string;
  /** Undefined: anybody may create rooms. */
  readonly login: LoginOptions | undefined;
  readonly logLevel: LogOptions['level'];
}

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const LOGIN = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const;

/** @throws Error that names what is missing. */
export function readConfiguration(environment: Environment): Configuration {
  return {
    tablePrefix: read(environment, 'TABLE_PREFIX'),
    mediaRegion: read(environment, 'MEDIA_REGION'),
    chimeRegion: read(environment, 'CHIME_REGION'),
    signingKeySecret: read(environment, 'SIGNING_KEY_SECRET'),
    originKeySecret: read(environment, 'ORIGIN_KEY_SECRET'),
    login: readLogin(environment),
    logLevel: readLogLevel(environment),
  };
}

function readLogLevel({ LOG_LEVEL }: Environment): LogOptions['level'] {
  const level = LOG_LEVELS.find((known) => known === LOG_LEVEL);
  if (LOG_LEVEL && !level) {
    throw new Error(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, got ${LOG_LEVEL}.`);
  }
  return level;
}

/** Part of it would let everybody create rooms whom somebody wanted to keep out. */
function readLogin(environment: Environment): LoginOptions | undefined {
  if (LOGIN.every((name) => !environment[name])) return undefined;
  const [issuer, audience, jwksUrl] = LOGIN.map((name) => read(environment, name));
  if (!issuer || !audience || !jwksUrl || !URL.canParse(jwksUrl)) {
    throw new Error('OIDC_JWKS_URL must be a URL, such as https://login.example/keys.');
  }
  return { issuer, audience, jwksUrl: new URL(jwksUrl) };
}

function read(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new Error(`${name} is not set. The stack in apps/meeting/infra sets it; deploy it anew.`);
}
