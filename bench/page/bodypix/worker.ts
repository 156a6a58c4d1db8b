import {
  measureBodypix,
  type BodypixCommand,
  type RaceFigures,
} from '../../src/bodypix/measure/measure-bodypix';
import { answerWith, readServed } from '../measuring-worker';

answerWith(async (command: BodypixCommand, onRound): Promise<readonly RaceFigures[]> =>
  measureBodypix({ ...command, read: readServed, onRound }),
);
