import { SinkRoom } from '../sink/sink-room';
import { serveCalls } from './channel';
import { postEvent, workerScope } from './worker-scope';

serveCalls(workerScope, new SinkRoom(postEvent).handlers);
