import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';

/** 62 kinds of characters: far more than 256 bits. */
const KEY_LENGTH = 64;

/** What nobody may know but the API, and the CDN. */
export interface MeetingKeys {
  /** What tokens and ids are made with. */
  readonly signing: Secret;
  /** By which the CDN shows the API that a request came through it. */
  readonly origin: Secret;
}

/** Made by AWS, so that they are in no file and no template. */
export function makeKeys(scope: Construct): MeetingKeys {
  return {
    signing: makeKey(scope, 'signing-key', 'Signs the tokens of the meeting API'),
    origin: makeKey(scope, 'origin-key', 'Shows the meeting API that the CDN asks'),
  };
}

function makeKey(scope: Construct, id: string, description: string): Secret {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: KEY_LENGTH, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'Changing it puts everybody out of their rooms, so a person does it, by docs/operations.md.',
  });
  return secret;
}
