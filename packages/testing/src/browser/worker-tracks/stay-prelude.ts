// Has the tracks of a worker stay there.
import { WorkerTrack } from './worker-track';

const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer?: readonly unknown[]): void;
};
const post = scope.postMessage.bind(scope);

scope.postMessage = (message, transfer = []) => {
  if (transfer.some((item) => item instanceof WorkerTrack))
    throw new DOMException('The track cannot be moved.', 'DataCloneError');
  post(message, transfer);
};
