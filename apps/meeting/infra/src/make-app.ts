import { App, Validations, type AppProps } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { MeetingStack } from './meeting-stack';
import type { Settings } from './settings';

/** The name of the stack, and before that of its tables. */
export const STACK_NAME = 'cyclorama-meeting';

/** What breaks CloudFormation's schemas is an error, as what breaks a rule is. */
const STRICT = { '@aws-cdk/core:validateAgainstDefaultRules': true };

/** The stack in an app that is checked whenever it is synthesised; of no account and no region. */
export function makeApp(readSettings: (app: App) => Settings, props: AppProps = {}) {
  const app = new App({ analyticsReporting: false, context: STRICT, ...props });
  const stack = new MeetingStack(app, STACK_NAME, {
    description: 'The Cyclorama meeting app',
    settings: readSettings(app),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack };
}
