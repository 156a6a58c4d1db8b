import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

const FOLDERS = { lambdaFolder: 'lambda', siteFolder: 'site' };
const read = (context: Readonly<Record<string, string>>) =>
  readSettings((name) => context[name], FOLDERS);

describe('the settings of a deployment', () => {
  it('need not be given', () => {
    expect(read({})).toEqual({
      ...FOLDERS,
      mediaRegion: 'us-east-1',
      chimeRegion: 'us-east-1',
      login: undefined,
      domain: undefined,
      alarmEmail: undefined,
    });
  });

  it('take a provider whole, and say what of it is missing', () => {
    const whole = { oidcIssuer: 'https://a', oidcAudience: 'b', oidcJwksUrl: 'https://a/keys' };
    expect(read(whole).login).toEqual({
      issuer: 'https://a',
      audience: 'b',
      jwksUrl: 'https://a/keys',
    });
    expect(() => read({ oidcIssuer: 'https://a', oidcAudience: '' })).toThrow(
      'oidcIssuer, oidcAudience, oidcJwksUrl go together. ' +
        'Add -c oidcAudience=… -c oidcJwksUrl=…, or leave all of them out.',
    );
  });

  it('take a host name with its certificate only', () => {
    expect(() => read({ domainName: 'meet.example' })).toThrow('Add -c certificateArn=…');
    const domain = { domainName: 'meet.example', certificateArn: 'arn:certificate' };
    expect(read(domain).domain?.name).toBe('meet.example');
  });
});
