import { z } from 'zod';

// The service's own limits, as its API reference and the models of its clients have them.

const EXTERNAL_ID = /^[-_&@+=,(){}[\]/«».:|'"#a-zA-Z0-9À-ÿ\s]*$/;
const GUID = /^[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}$/;
/** Regions come and go; what is none at all is caught. */
const REGION = /^[a-z]{2}(-gov)?-[a-z]+-\d$/;

/** The id of a meeting or an attendee. */
export const guid = z.string().toLowerCase().regex(GUID, 'must be a GUID');

/** What a builder calls a meeting or a user. */
export const externalId = z
  .string()
  .min(2)
  .max(64)
  .regex(EXTERNAL_ID, 'has a character that the service does not allow')
  .refine((id) => !/^aws:/i.test(id), 'must not begin with aws:, which is reserved');

export const requestToken = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[-_a-zA-Z0-9]*$/, 'must be of letters, digits, - and _');

export const mediaRegion = z.string().regex(REGION, 'must be a Region such as us-east-1');

export const tenantIds = z
  .array(
    z
      .string()
      .min(2)
      .max(256)
      .regex(/^(?!.*?(.)\1{3})[-_!@#$a-zA-Z0-9]*$/, 'is not a tenant id'),
  )
  .min(1)
  .max(5);

const capability = z.enum(['SendReceive', 'Send', 'Receive', 'None']);

export const capabilities = z.object({ Audio: capability, Video: capability, Content: capability });

// `+-=` is a range in the service's own model: digits and some signs.
export const tagKey = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[a-zA-Z+-=._:/]+$/, 'has a character that the service does not allow in a key');

const tag = z.object({
  Key: tagKey,
  Value: z
    .string()
    .max(256)
    .regex(/^[\s\w+-=.:/@]*$/, 'has a character that the service does not allow in a value'),
});

export const tags = z.array(tag).max(50);

export const arn = z.string().min(1).max(1011).regex(/^arn:/, 'must be an ARN');
