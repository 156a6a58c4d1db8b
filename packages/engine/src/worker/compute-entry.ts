import { ComputeService } from '../pipeline/compute-service';
import { serveCalls } from './channel';
import { postEvent, workerScope } from './worker-scope';

serveCalls(workerScope, new ComputeService(postEvent).handlers);
