import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { STRICT_HEADERS } from '../../../../scripts/strict-headers.mjs';
import { makeSiteHeaders } from './site-headers';

interface HeadersConfig {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
  };
  readonly CustomHeadersConfig: { readonly Items: readonly object[] };
}

function headersConfig(): HeadersConfig {
  const stack = new Stack(new App());
  makeSiteHeaders(stack);
  const found = Template.fromStack(stack).findResources('AWS::CloudFront::ResponseHeadersPolicy');
  const [{ Properties }] = Object.values(found) as [
    { Properties: { ResponseHeadersPolicyConfig: HeadersConfig } },
  ];
  return Properties.ResponseHeadersPolicyConfig;
}

it('says each part of the policy once', () => {
  const { ContentSecurityPolicy } = headersConfig().SecurityHeadersConfig;
  const names = ContentSecurityPolicy.ContentSecurityPolicy.split('; ').map(
    (directive) => directive.split(' ')[0],
  );
  expect(names).toContain('frame-ancestors');
  expect(names).toEqual([...new Set(names)]);
});

it('lends what pages may use to nobody, as on this machine', () => {
  expect(headersConfig().CustomHeadersConfig.Items).toEqual([
    { Header: 'Permissions-Policy', Override: true, Value: STRICT_HEADERS['Permissions-Policy'] },
  ]);
});
