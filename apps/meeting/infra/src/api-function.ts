import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import type { MeetingKeys } from './keys';
import { makeLogGroup } from './log-group';
import type { Settings } from './settings';
import type { MeetingTables } from './tables';

/** What the function works with. */
interface Means {
  readonly settings: Settings;
  readonly tables: MeetingTables;
  readonly keys: MeetingKeys;
}

/** The API: one function, which may do what its handlers do and nothing else. */
export function makeApiFunction(scope: Construct, means: Means): Function {
  const logGroup = makeLogGroup(scope, 'function-log');
  return new Function(scope, 'function', {
    description: 'The API of the meeting app',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(means.settings.lambdaFolder),
    handler: 'index.handler',
    // More than it needs to live in: the share of a core goes by it, and passcodes are hashed slowly.
    memorySize: 1024,
    timeout: Duration.seconds(10),
    environment: environmentOf(means),
    role: makeRole(scope, means, logGroup),
    logGroup,
  });
}

function environmentOf({ settings, tables, keys }: Means): Record<string, string> {
  const { mediaRegion, chimeRegion, login } = settings;
  return {
    TABLE_PREFIX: tables.prefix,
    MEDIA_REGION: mediaRegion,
    CHIME_REGION: chimeRegion,
    SIGNING_KEY_SECRET: keys.signing.secretArn,
    ORIGIN_KEY_SECRET: keys.origin.secretArn,
    ...(login && {
      OIDC_ISSUER: login.issuer,
      OIDC_AUDIENCE: login.audience,
      OIDC_JWKS_URL: login.jwksUrl,
    }),
  };
}

function makeRole(scope: Construct, { tables, keys }: Means, logGroup: LogGroup): Role {
  const role = new Role(scope, 'function-role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const statements = [
    ...tables.statements,
    ...chimeStatements(Stack.of(scope)),
    new PolicyStatement({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [keys.signing.secretArn, keys.origin.secretArn],
    }),
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'chime:CreateMeeting knows no resource, since there is no meeting yet; nothing else has this.',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*]':
      'Meetings come and go with the calls; nobody knows their ids before.',
  });
  return role;
}

/** A meeting's name is with and without a region, depending on which page of the service one reads. */
function chimeStatements(stack: Stack): PolicyStatement[] {
  const meetings = stack.formatArn({
    service: 'chime',
    region: '*',
    resource: 'meeting',
    resourceName: '*',
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  const onMeetings = [
    'BatchUpdateAttendeeCapabilitiesExcept',
    'CreateAttendee',
    'DeleteAttendee',
    'DeleteMeeting',
    'UpdateAttendeeCapabilities',
  ];
  return [
    new PolicyStatement({ actions: ['chime:CreateMeeting'], resources: ['*'] }),
    new PolicyStatement({
      actions: onMeetings.map((action) => `chime:${action}`),
      resources: [meetings],
    }),
  ];
}
