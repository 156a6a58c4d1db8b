import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { strictHeaders } from '../../../../scripts/strict-headers.mjs';

/** Hosts of the Chime SDK's signalling and media. */
const CHIME_HOSTS = ['https://*.chime.aws', 'wss://*.chime.aws'];

/** Sent with every response, those of the API too. */
export function makeSiteHeaders(scope: Construct): ResponseHeadersPolicy {
  const { 'Content-Security-Policy': policy, 'Permissions-Policy': permissions } = strictHeaders({
    connectTo: CHIME_HOSTS,
  });
  const override = true;
  return new ResponseHeadersPolicy(scope, 'headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override,
      },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'Permissions-Policy', value: permissions, override }],
    },
  });
}
