import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { makeLogGroup } from './log-group';

/** Under which the page stands, as on one machine. */
const SITE_PATH = 'meeting';
/** Vite names these by what is in them, so that they never change. */
const NAMED_BY_CONTENT = 'assets/*';
/** How the id of the function begins that copies files. */
const COPIER = 'Custom::CDKBucketDeployment';

/** Files of the page, which only the CDN may read. It outlives the stack, since it cannot go full. */
export function makeBucket(scope: Construct): IBucket {
  const bucket = new Bucket(scope, 'site', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(bucket, {
    'AwsSolutions-S1': 'It holds public files, read by the CDN alone, and nothing of anybody.',
  });
  // Its class and its interface differ in what strict TypeScript makes of an optional property.
  return bucket as IBucket;
}

/**
 * Copies the built page there with each deployment. Files of earlier ones stay, so that a page that
 * is open in somebody's browser still finds its parts.
 */
export function deploySite(
  scope: Construct,
  bucket: IBucket,
  distribution: Distribution,
  siteFolder: string,
): void {
  const files = new Asset(scope, 'site-files', { path: siteFolder });
  const logGroup = makeLogGroup(scope, 'deployment-log');
  const role = makeRole(scope, { bucket, distribution, files, logGroup: logGroup.logGroupArn });
  const common = {
    sources: [Source.bucket(files.bucket, files.s3ObjectKey)],
    destinationBucket: bucket,
    destinationKeyPrefix: SITE_PATH,
    prune: false,
    logGroup,
    // By name alone, so that the copy cannot be given more than stands below.
    role: role.withoutPolicyUpdates(),
  };
  const parts = new BucketDeployment(scope, 'site-parts', {
    ...common,
    exclude: ['*'],
    include: [NAMED_BY_CONTENT],
    cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  const pages = new BucketDeployment(scope, 'site-pages', {
    ...common,
    exclude: [NAMED_BY_CONTENT],
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: [`/${SITE_PATH}/*`],
    waitForDistributionInvalidation: false,
  });
  // A page must find its parts.
  pages.node.addDependency(parts);
  acknowledgeCopier(Stack.of(scope));
}

/** One function copies for all; the CDK makes it, at the stack itself. */
function acknowledgeCopier({ node }: Stack): void {
  for (const child of node.children.filter(({ node: { id } }) => id.startsWith(COPIER))) {
    acknowledge(child, {
      'AwsSolutions-L1': 'The CDK chooses the runtime of its own function, and tests it with that.',
    });
  }
}

interface CopyMeans {
  readonly bucket: IBucket;
  readonly distribution: Distribution;
  readonly files: Asset;
  readonly logGroup: string;
}

function makeRole(scope: Construct, { bucket, distribution, files, logGroup }: CopyMeans): Role {
  const role = new Role(scope, 'deployment-role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const allow = (actions: string[], resource: string) =>
    role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  allow(['s3:GetObject'], files.bucket.arnForObjects(files.s3ObjectKey));
  allow(['s3:ListBucket'], bucket.bucketArn);
  allow(['s3:PutObject'], bucket.arnForObjects(`${SITE_PATH}/*`));
  allow(['cloudfront:CreateInvalidation'], distribution.distributionArn);
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup);
  const bucketId = Stack.of(scope).getLogicalId(bucket.node.defaultChild as CfnBucket);
  acknowledge(role, {
    [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${SITE_PATH}/*]`]:
      'These are the files of the page, whose names go by what is in them.',
  });
  return role;
}
