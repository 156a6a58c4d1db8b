import { workerScope } from '../worker/worker-scope';
import { openTfjsNet } from './open-tfjs-net';
import { serveSegmenter } from './segmenter-service';

serveSegmenter(workerScope, openTfjsNet);
