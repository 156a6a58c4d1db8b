import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** A log that is kept for a month, as rooms are, and goes with the stack. */
export function makeLogGroup(scope: Construct, id: string): LogGroup {
  const retention = RetentionDays.ONE_MONTH;
  return new LogGroup(scope, id, { retention, removalPolicy: RemovalPolicy.DESTROY });
}
