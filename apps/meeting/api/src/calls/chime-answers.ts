import { LimitExceededException, NotFoundException } from '@aws-sdk/client-chime-sdk-meetings';
import type { Refusal } from '../access/refusal';

/** Undefined where what was meant is not there any more; other failures are failures. */
export async function unlessGone<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

/** For `catch`: a limit of the service is a refusal, which says so to a person. */
export function refuseAtLimit(refusal: () => Refusal): (error: unknown) => never {
  return (error) => {
    throw error instanceof LimitExceededException ? refusal() : error;
  };
}
