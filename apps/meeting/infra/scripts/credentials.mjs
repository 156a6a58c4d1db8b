import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const NO_REGION =
  'No AWS region is chosen. Set AWS_REGION, such as AWS_REGION=us-east-1, or a region in your profile.';
const NO_CREDENTIALS =
  'There are no AWS credentials. Sign in with `aws sso login` and set AWS_PROFILE, or set ' +
  'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Without an account, `npm start` runs the whole app ' +
  'on this machine; docs/operations.md says what a deployment costs and needs.';

/**
 * Asks the SDK, which looks everywhere that the CDK looks, before minutes go into a build.
 * @throws Error that says what is missing and what to do.
 */
export async function requireCredentials() {
  const client = new SecretsManagerClient();
  await client.config.region().catch(() => fail(NO_REGION));
  await client.config.credentials().catch(() => fail(NO_CREDENTIALS));
}

function fail(message) {
  throw new Error(message);
}
