/**
 * Asks the SDK, which looks everywhere that the CDK looks, before minutes go into a build.
 * @throws Error that says what is missing and what to do.
 */
export function requireCredentials(): Promise<void>;
