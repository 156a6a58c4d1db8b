import { transferList, type MessageEnd } from './channel';

/** The global scope of a dedicated worker, as far as messages go. */
export const workerScope = globalThis as unknown as MessageEnd;

/** Sends an event to the page; what can be transferred is. */
export function postEvent(event: { readonly type: string }): void {
  workerScope.postMessage(event, transferList(event));
}
