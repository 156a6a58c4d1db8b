import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { requireCredentials } from '../scripts/credentials.mjs';

describe('before a deployment', () => {
  /** Nobody's machine: no profile, and no service that would give credentials. */
  beforeEach(() => {
    for (const name of Object.keys(process.env).filter((name) => name.startsWith('AWS_'))) {
      vi.stubEnv(name, undefined);
    }
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  });
  afterEach(() => void vi.unstubAllEnvs());

  it('a region must be chosen', async () => {
    await expect(requireCredentials()).rejects.toThrow(/^No AWS region is chosen. Set AWS_REGION/);
  });

  it('somebody must be signed in', async () => {
    vi.stubEnv('AWS_REGION', 'us-east-1');
    await expect(requireCredentials()).rejects.toThrow(/^There are no AWS credentials. Sign in/);
  });

  it('nothing else is wanted', async () => {
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'somebody');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'something');
    await expect(requireCredentials()).resolves.toBeUndefined();
  });
});
