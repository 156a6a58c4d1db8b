import { workerScope } from '../worker/worker-scope';
import { serveSegmenter } from './segmenter-service';
import { openTfjsNet } from './tfjs-net';

serveSegmenter(workerScope, openTfjsNet);
