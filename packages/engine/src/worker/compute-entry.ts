import { ComputeRoom } from '../pipeline/compute-room';
import { serveCalls } from './channel';
import { postEvent, workerScope } from './worker-scope';

serveCalls(workerScope, new ComputeRoom(postEvent).handlers);
