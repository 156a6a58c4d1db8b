import { Refusal } from '../server/refusal';
import { GENERAL } from './general';

/** What a person is told of something that went wrong with the server. */
export const saidBy = (thrown: unknown): string =>
  thrown instanceof Refusal ? thrown.message : GENERAL.unreachable;
