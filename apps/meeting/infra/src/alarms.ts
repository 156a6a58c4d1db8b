import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** What is watched. */
interface Watched {
  readonly api: HttpApi;
  readonly apiFunction: Function;
  readonly tables: readonly TableV2[];
}

/** When somebody is to be told; what to do then stands in docs/operations.md. */
interface Limit {
  readonly id: string;
  readonly metric: IMetric;
  /** Told when it is more than this. */
  readonly most: number;
  /** Of how many periods in a row. */
  readonly periods: number;
  readonly description: string;
}

const PERIOD = { period: Duration.minutes(5) };
const SLOW_MS = 1_000;

/** Alarms, and the topic that they tell. */
export function makeAlarms(scope: Construct, watched: Watched, email: string | undefined): Topic {
  const topic = new Topic(scope, 'alarms', { enforceSSL: true });
  if (email) topic.addSubscription(new EmailSubscription(email));
  const action = new SnsAction(topic);
  for (const { id, metric, most, periods, description } of limitsOf(watched)) {
    const alarm = new Alarm(scope, `${id}-alarm`, {
      metric,
      threshold: most,
      evaluationPeriods: periods,
      alarmDescription: description,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
  return topic;
}

function limitsOf({ api, apiFunction, tables }: Watched): Limit[] {
  return [
    {
      id: 'api-5xx',
      metric: api.metricServerError({ ...PERIOD, statistic: 'Sum' }),
      most: 5,
      periods: 1,
      description: 'The API answered more than five requests with a failure in five minutes.',
    },
    {
      id: 'api-p95',
      metric: api.metricLatency({ ...PERIOD, statistic: 'p95' }),
      most: SLOW_MS,
      periods: 3,
      description: 'One request of twenty took more than a second, for fifteen minutes.',
    },
    {
      id: 'function-errors',
      metric: apiFunction.metricErrors(PERIOD),
      most: 0,
      periods: 1,
      description: 'The function did not answer: it did not start, ran out of time or of memory.',
    },
    {
      id: 'function-throttles',
      metric: apiFunction.metricThrottles(PERIOD),
      most: 0,
      periods: 1,
      description: 'More requests at once than the account may have functions running.',
    },
    ...tables.map(throttlesOf),
  ];
}

function throttlesOf(table: TableV2): Limit {
  const { id } = table.node;
  const metric = new MathExpression({
    ...PERIOD,
    expression: 'reads + writes',
    usingMetrics: {
      reads: table.metric('ReadThrottleEvents', { statistic: 'Sum' }),
      writes: table.metric('WriteThrottleEvents', { statistic: 'Sum' }),
    },
  });
  const description = `DynamoDB refused requests to the ${id}: a room is hot, or all grew fast.`;
  return { id: `${id}-throttles`, metric, most: 0, periods: 1, description };
}
