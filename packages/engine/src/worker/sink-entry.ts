import { SinkService } from '../sink/sink-service';
import { serveCalls } from './channel';
import { postEvent, workerScope } from './worker-scope';

serveCalls(workerScope, new SinkService(postEvent).handlers);
