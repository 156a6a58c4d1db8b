import { API_BASE } from '@cyclorama/meeting-contract';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
  type BehaviorOptions,
  type FunctionAssociation,
  type IResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { acknowledge } from './acknowledge';
import type { DomainSettings } from './settings';
import { makeSiteHeaders } from './site-headers';

/** What stands behind the CDN. */
interface Origins {
  readonly bucket: IBucket;
  readonly apiHost: string;
  readonly originKey: Secret;
}

/** The one host that people see: the page, and the API beside it. */
export function makeCdn(
  scope: Construct,
  origins: Origins,
  domain: DomainSettings | undefined,
): Distribution {
  const headers = makeSiteHeaders(scope);
  const distribution = new Distribution(scope, 'cdn', {
    comment: 'The meeting app',
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: siteBehavior(scope, origins, headers),
    additionalBehaviors: { [`${API_BASE}/*`]: apiBehavior(scope, origins, headers) },
    ...(domain && {
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(scope, 'certificate', domain.certificateArn),
    }),
  });
  acknowledgeFor(distribution, domain);
  return distribution;
}

function siteBehavior(
  scope: Construct,
  { bucket }: Origins,
  responseHeadersPolicy: IResponseHeadersPolicy,
): BehaviorOptions {
  return {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy,
    functionAssociations: [atEdge(scope, 'site-path')],
  };
}

function apiBehavior(
  scope: Construct,
  { apiHost, originKey }: Origins,
  responseHeadersPolicy: IResponseHeadersPolicy,
): BehaviorOptions {
  return {
    origin: new HttpOrigin(apiHost, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      // Not unwrapped here: the template names the secret, and CloudFormation reads it.
      customHeaders: { 'x-origin-key': originKey.secretValue.unsafeUnwrap() },
    }),
    // No redirect: what came in the clear was read on the way.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy,
    functionAssociations: [atEdge(scope, 'viewer-address')],
  };
}

function atEdge(scope: Construct, name: string): FunctionAssociation {
  const filePath = fileURLToPath(new URL(`../edge/${name}.js`, import.meta.url));
  const code = FunctionCode.fromFile({ filePath });
  return {
    eventType: FunctionEventType.VIEWER_REQUEST,
    function: new Function(scope, name, { code, runtime: FunctionRuntime.JS_2_0 }),
  };
}

function acknowledgeFor(distribution: Distribution, domain: DomainSettings | undefined): void {
  acknowledge(distribution, {
    'AwsSolutions-CFR1': 'People meet from wherever they are.',
    'AwsSolutions-CFR2':
      'The API counts by address and by participant, and its stage is throttled; docs/operations.md says when a firewall pays.',
    'AwsSolutions-CFR3':
      'Its log is a list of addresses, which are personal data; the API logs each request without them.',
    ...(!domain && {
      'AwsSolutions-CFR4':
        "The host name is the CDN's own, whose certificate takes older protocols; with a domain name it is TLS 1.2.",
    }),
  });
}
