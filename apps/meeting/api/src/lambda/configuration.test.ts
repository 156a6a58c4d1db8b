import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration';

const COMPLETE = {
  TABLE_PREFIX: 'meeting-',
  MEDIA_REGION: 'eu-central-1',
  CHIME_REGION: 'us-east-1',
  SIGNING_KEY_SECRET: 'arn:signing',
  ORIGIN_KEY_SECRET: 'arn:origin',
};
const LOGIN = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_AUDIENCE: 'meeting',
  OIDC_JWKS_URL: 'https://login.example/keys',
};

describe("the function's configuration", () => {
  it('lets anybody create rooms where no provider is named', () => {
    const { login, mediaRegion } = readConfiguration(COMPLETE);
    expect(login).toBeUndefined();
    expect(mediaRegion).toBe('eu-central-1');
  });

  it.each(Object.keys(COMPLETE))('says that %s is missing', (name) => {
    expect(() => readConfiguration({ ...COMPLETE, [name]: '' })).toThrow(`${name} is not set.`);
  });

  it('takes a provider whole or not at all', () => {
    const { login } = readConfiguration({ ...COMPLETE, ...LOGIN });
    expect(login?.jwksUrl.href).toBe(LOGIN.OIDC_JWKS_URL);
    for (const name of Object.keys(LOGIN)) {
      const part = { ...COMPLETE, ...LOGIN, [name]: undefined };
      expect(() => readConfiguration(part)).toThrow(`${name} is not set.`);
    }
  });

  it('says which levels of the log there are', () => {
    expect(readConfiguration({ ...COMPLETE, LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
    expect(() => readConfiguration({ ...COMPLETE, LOG_LEVEL: 'loud' })).toThrow(
      'LOG_LEVEL must be one of debug, info, warn, error, silent, got loud.',
    );
  });

  it('wants the address of the keys of the provider', () => {
    const wrong = { ...COMPLETE, ...LOGIN, OIDC_JWKS_URL: 'login.example/keys' };
    expect(() => readConfiguration(wrong)).toThrow('OIDC_JWKS_URL must be a URL');
  });
});
