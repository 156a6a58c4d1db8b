import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { makeAlarms } from './alarms';
import { makeApiFunction } from './api-function';
import { makeCdn } from './cdn';
import { hostOf, makeHttpApi } from './http-api';
import { makeKeys } from './keys';
import type { Settings } from './settings';
import { deploySite, makeBucket } from './site';
import { makeTables } from './tables';

/** Properties of the stack. */
export interface MeetingStackProps extends StackProps {
  readonly settings: Settings;
}

/** The meeting app, whole: page, API, tables, keys and alarms. */
export class MeetingStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: MeetingStackProps) {
    super(scope, id, props);
    const tables = makeTables(this);
    const keys = makeKeys(this);
    const apiFunction = makeApiFunction(this, { settings, tables, keys });
    const api = makeHttpApi(this, apiFunction);
    const bucket = makeBucket(this);
    const origins = { bucket, apiHost: hostOf(api), originKey: keys.origin };
    const cdn = makeCdn(this, origins, settings.domain);
    deploySite(this, bucket, cdn, settings.siteFolder);
    const topic = makeAlarms(this, { api, apiFunction, ...tables }, settings.alarmEmail);
    const host = settings.domain?.name ?? cdn.distributionDomainName;
    this.#tell({
      Address: `https://${host}/meeting/`,
      CdnHost: cdn.distributionDomainName,
      FunctionName: apiFunction.functionName,
      TablePrefix: tables.prefix,
      SiteBucket: bucket.bucketName,
      SigningKey: keys.signing.secretArn,
      OriginKey: keys.origin.secretArn,
      AlarmTopic: topic.topicArn,
    });
  }

  /** What `npm run deploy` prints at its end, and docs/operations.md refers to. */
  #tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
