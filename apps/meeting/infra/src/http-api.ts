import { API_BASE } from '@cyclorama/meeting-contract';
import { Fn, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { makeLogGroup } from './log-group';

/** Half of what an account may have in a region, which other apps share; docs/operations.md has the sums. */
const THROTTLE = { rateLimit: 5_000, burstLimit: 2_500 };

/** No address and no path, which names rooms and people: the same request id is in the function's log. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  functionError: '$context.integrationErrorMessage',
};

/** Hands every request under the API's base to the function. */
export function makeHttpApi(scope: Construct, apiFunction: Function): HttpApi {
  const api = new HttpApi(scope, 'http-api', {
    description: 'The API of the meeting app',
    createDefaultStage: false,
  });
  const routes = api.addRoutes({
    path: `${API_BASE}/{proxy+}`,
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('function', apiFunction),
  });
  for (const route of routes) {
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'The function checks who asks, by a token of the room; an invite link must open without one.',
    });
  }
  new HttpStage(scope, 'stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    detailedMetricsEnabled: true,
    accessLogSettings: {
      destination: new LogGroupLogDestination(makeLogGroup(scope, 'access-log')),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    },
  });
  return api;
}

/** Where it answers, without the protocol. */
export function hostOf(api: HttpApi): string {
  return Fn.join('.', [api.apiId, 'execute-api', Stack.of(api).region, Stack.of(api).urlSuffix]);
}
