import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  EXPIRY_ATTRIBUTE,
  tableDefinition,
  TABLES,
  type TableName,
} from '../../api/src/tables/definitions';
import { makeApp, STACK_NAME } from './make-app';
import { readSettings } from './settings';
import { FIXTURES } from './testing/fixtures';

const CONTEXT: Readonly<Record<string, string>> = {
  mediaRegion: 'eu-central-1',
  oidcIssuer: 'https://login.example',
  oidcAudience: 'meeting',
  oidcJwksUrl: 'https://login.example/keys',
  alarmEmail: 'somebody@example.com',
};

// Once for all: it checks the template by CloudFormation's own schemas and by cdk-nag, for seconds.
const outdir = mkdtempSync(join(tmpdir(), 'meeting-stack-'));
const { app } = makeApp(() => readSettings((name) => CONTEXT[name], FIXTURES), { outdir });
const assembly = app.synth();
const template = Template.fromJSON(assembly.getStackByName(STACK_NAME).template as object);
afterAll(() => rmSync(outdir, { recursive: true }));

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

const resources = (type: string) => Object.values(template.findResources(type)) as Resource[];
const only = (type: string): Resource['Properties'] => {
  const [found, ...others] = resources(type);
  if (!found || others.length > 0) throw new Error(`There must be one ${type}.`);
  return found.Properties;
};

/** What roles may do. */
const statements = resources('AWS::IAM::Policy').flatMap(
  ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
);
const actionsOf = ({ Action }: Statement) => [Action].flat();

describe('the template', () => {
  it('breaks no rule of AwsSolutions, and no schema of CloudFormation', () => {
    const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
      readonly pluginReports: readonly unknown[];
    };
    expect(report.pluginReports).toEqual([]);
  });

  it('is not made where it would', () => {
    const { app: wrong, stack } = makeApp(() => readSettings(() => undefined, FIXTURES));
    new CfnBucket(stack, 'open', { bucketName: 'No_Such_Name' });
    expect(() => wrong.synth()).toThrow(/AwsSolutions-S10[^]*ERROR BucketName/);
    rmSync(wrong.outdir, { recursive: true });
  });

  it('asks nothing of an account', () => {
    expect(assembly.manifest.missing ?? []).toEqual([]);
    expect(assembly.getStackByName(STACK_NAME).environment).toMatchObject({
      account: 'unknown-account',
      region: 'unknown-region',
    });
  });

  it('tells where the app is and what a person must know to run it', () => {
    const names = Object.keys(template.findOutputs('*'));
    expect(names).toEqual(expect.arrayContaining(['Address', 'FunctionName', 'SigningKey']));
  });
});

describe('the tables', () => {
  const tables = resources('AWS::DynamoDB::GlobalTable');

  it('are those that the API uses', () => {
    const wanted = (Object.keys(TABLES) as TableName[]).map((name) => tableDefinition(name, ''));
    const made = tables.map(({ Properties }) => ({
      TableName: JSON.stringify(Properties['TableName']).match(/-(\w+)"/)?.[1],
      BillingMode: Properties['BillingMode'],
      AttributeDefinitions: Properties['AttributeDefinitions'],
      KeySchema: Properties['KeySchema'],
    }));
    expect(made).toEqual(wanted);
  });

  it('expire, can be brought back as they were, and outlive the stack', () => {
    for (const { Properties, DeletionPolicy } of tables) {
      expect(Properties['TimeToLiveSpecification']).toEqual({
        AttributeName: EXPIRY_ATTRIBUTE,
        Enabled: true,
      });
      const [replica] = Properties['Replicas'] as object[];
      expect(replica).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
      expect(DeletionPolicy).toBe('Retain');
    }
  });
});

describe('what is allowed', () => {
  it('are single actions, and on anything at all nothing but to create a meeting', () => {
    expect(statements.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([]);
    const anywhere = statements.filter(({ Resource }) => [Resource].flat().includes('*'));
    expect(anywhere.flatMap(actionsOf)).toEqual(['chime:CreateMeeting']);
    template.resourcePropertiesCountIs(
      'AWS::IAM::Role',
      { ManagedPolicyArns: Match.anyValue() },
      0,
    );
  });

  it('is, of a table, what the API does there', () => {
    const read = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
    const onTables = statements.filter(({ Action }) => JSON.stringify(Action).includes('dynamodb'));
    expect(onTables.map(actionsOf)).toEqual([
      read,
      [...read, 'dynamodb:Query'],
      [...read, 'dynamodb:Query'],
    ]);
    const named = onTables.map(({ Resource }) => JSON.stringify(Resource));
    expect(named.map((name) => name.match(/(rooms|participants|messages)table/)?.[1])).toEqual([
      'rooms',
      'participants',
      'messages',
    ]);
  });

  it('is, of Chime, what calls need', () => {
    const chime = statements.flatMap(actionsOf).filter((action) => action.startsWith('chime:'));
    expect(chime.sort()).toEqual([
      'chime:BatchUpdateAttendeeCapabilitiesExcept',
      'chime:CreateAttendee',
      'chime:CreateMeeting',
      'chime:DeleteAttendee',
      'chime:DeleteMeeting',
      'chime:UpdateAttendeeCapabilities',
    ]);
  });
});

describe('the function', () => {
  it('runs on Node 24 and is told where everything is, but no key', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Architectures: ['arm64'],
      Environment: {
        Variables: {
          TABLE_PREFIX: Match.anyValue(),
          MEDIA_REGION: 'eu-central-1',
          CHIME_REGION: 'us-east-1',
          SIGNING_KEY_SECRET: { Ref: Match.stringLikeRegexp('signingkey') },
          ORIGIN_KEY_SECRET: { Ref: Match.stringLikeRegexp('originkey') },
          OIDC_ISSUER: 'https://login.example',
          OIDC_AUDIENCE: 'meeting',
          OIDC_JWKS_URL: 'https://login.example/keys',
        },
      },
    });
  });

  it('has keys that AWS makes', () => {
    template.allResourcesProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
      SecretString: Match.absent(),
    });
  });

  it('keeps its logs for a month, as everything does that logs', () => {
    expect(resources('AWS::Logs::LogGroup')).toHaveLength(3);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    for (const { Properties } of resources('AWS::Lambda::Function')) {
      expect(Properties['LoggingConfig']).toMatchObject({
        LogGroup: { Ref: expect.anything() as unknown },
      });
    }
  });
});

describe('the HTTP API', () => {
  it('hands over all that stands under /api, and nothing to other origins', () => {
    expect(only('AWS::ApiGatewayV2::Route')).toMatchObject({ RouteKey: 'ANY /api/{proxy+}' });
    expect(only('AWS::ApiGatewayV2::Api')).not.toHaveProperty('CorsConfiguration');
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      PayloadFormatVersion: '2.0',
    });
  });

  it('is throttled, and its log names nobody', () => {
    const stage = only('AWS::ApiGatewayV2::Stage');
    expect(stage['DefaultRouteSettings']).toMatchObject({
      ThrottlingRateLimit: 5_000,
      ThrottlingBurstLimit: 2_500,
    });
    const { Format } = stage['AccessLogSettings'] as { readonly Format: string };
    expect(Format).toContain('$context.requestId');
    expect(Format).not.toMatch(/sourceIp|path|userAgent/i);
  });
});

describe('the site', () => {
  interface Behavior {
    readonly CachePolicyId: string;
    readonly ViewerProtocolPolicy: string;
    readonly ResponseHeadersPolicyId: { readonly Ref: string };
    readonly OriginRequestPolicyId?: string;
    readonly FunctionAssociations: readonly object[];
  }
  const { DefaultCacheBehavior, CacheBehaviors, Origins } = only('AWS::CloudFront::Distribution')[
    'DistributionConfig'
  ] as {
    readonly DefaultCacheBehavior: Behavior;
    readonly CacheBehaviors: readonly (Behavior & { readonly PathPattern: string })[];
    readonly Origins: readonly object[];
  };

  it('lies in a bucket that only the CDN reads', () => {
    const { PublicAccessBlockConfiguration } = only('AWS::S3::Bucket');
    expect(PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(only('AWS::CloudFront::OriginAccessControl')).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
    const allowed = (
      only('AWS::S3::BucketPolicy')['PolicyDocument'] as { Statement: Statement[] }
    ).Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      {
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() as unknown } },
      },
    ]);
  });

  it('is sent under strict headers, and so are answers of the API', () => {
    const { ResponseHeadersPolicyConfig } = only('AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig, CustomHeadersConfig } = ResponseHeadersPolicyConfig as {
      readonly SecurityHeadersConfig: {
        readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
      };
      readonly CustomHeadersConfig: { readonly Items: readonly { readonly Value: string }[] };
    };
    const policy = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "connect-src 'self' https://*.chime.aws wss://*.chime.aws",
        "worker-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe-inline|'unsafe-eval'| \*/);
    expect(SecurityHeadersConfig).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
    });
    const [permissions] = CustomHeadersConfig.Items;
    for (const mine of ['camera', 'microphone', 'display-capture']) {
      expect(permissions?.Value).toContain(`${mine}=(self)`);
    }
    const [api] = CacheBehaviors;
    expect(api?.ResponseHeadersPolicyId).toEqual(DefaultCacheBehavior.ResponseHeadersPolicyId);
  });

  it('has the API beside it, of which nothing is kept', () => {
    const [api, ...others] = CacheBehaviors;
    expect(others).toEqual([]);
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      // By AWS's own names: nothing is cached, everything but the host is passed on.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
      FunctionAssociations: [{ EventType: 'viewer-request' }],
    });
    expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('shows the API a key that stands in no template', () => {
    const headers = JSON.stringify(Origins);
    expect(headers).toContain('"HeaderName":"x-origin-key"');
    expect(headers).toContain('{{resolve:secretsmanager:');
  });

  it('is kept for a year where it is named by its content, and else not without asking', () => {
    const copies = resources('Custom::CDKBucketDeployment').map(({ Properties }) => Properties);
    expect(copies).toMatchObject([
      {
        Include: ['assets/*'],
        SystemMetadata: { 'cache-control': 'max-age=31536000, immutable' },
        Prune: false,
      },
      {
        Exclude: ['assets/*'],
        SystemMetadata: { 'cache-control': 'no-cache' },
        DistributionPaths: ['/meeting/*'],
        Prune: false,
      },
    ]);
  });
});

describe('the alarms', () => {
  const alarms = resources('AWS::CloudWatch::Alarm');

  it('watch failures, refusals and slowness, and tell somebody', () => {
    const described = alarms.map(({ Properties }) => {
      const { MetricName, ExtendedStatistic, Metrics } = Properties;
      return Metrics
        ? 'throttled table'
        : [MetricName, ExtendedStatistic].filter(Boolean).join(' ');
    });
    expect(described.sort()).toEqual([
      '5xx',
      'Errors',
      'Latency p95',
      'Throttles',
      'throttled table',
      'throttled table',
      'throttled table',
    ]);
    for (const { Properties } of alarms) {
      expect(Properties['AlarmActions']).toEqual([
        { Ref: expect.stringMatching(/^alarms/) as unknown },
      ]);
    }
    expect(only('AWS::SNS::Subscription')).toMatchObject({ Protocol: 'email' });
  });
});
