import { workerScope } from '../worker/worker-scope';
import { openOwnNet } from './own-net';
import { serveSegmenter } from './segmenter-service';

serveSegmenter(workerScope, openOwnNet);
