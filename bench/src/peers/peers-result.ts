import { medianOfRuns } from '../measure/median-of-runs';
import type { ServedBytes } from '../site/file-log';
import type { PeerStretch } from './measure-peer';
import type { PeerName } from './peer-names';

/** What one run of one peer gave. */
export interface PeerReading extends PeerStretch, ServedBytes {
  readonly width: number;
  readonly height: number;
  readonly firstFrameMs: number;
  readonly firstFrameColdMs: number;
  /** Path of a PNG of the last frame. */
  readonly screenshot: string;
}

/** The runs of one peer: readings, and for each that gave none the reason. */
export interface PeerRuns {
  readonly name: PeerName;
  readonly version: string | null;
  readonly readings: readonly PeerReading[];
  readonly failures: readonly string[];
}

/** Medians over the runs that worked; null in all figures where none did. */
export interface PeerRow {
  readonly name: PeerName;
  readonly version: string | null;
  readonly fps: number | null;
  readonly cpuMsPerFrame: number | null;
  readonly firstFrameMs: number | null;
  readonly firstFrameColdMs: number | null;
  readonly bytes: number | null;
  readonly bytesGzip: number | null;
  readonly screenshot: string | null;
  /** Frames that came out in the measured time. */
  readonly frames: number | null;
  /** CPU of a frame, in that of ours. */
  readonly ratioToCyclorama: number | null;
  /** The same of what each costs above pass-through of all the frames that the camera gave. */
  readonly ratioAbovePassthrough: number | null;
  readonly failures: readonly string[];
}

/** What `peers` prints; times in milliseconds, sizes in bytes. */
export interface PeersResult {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PeerRow[];
}

/** @throws Error where not even pass-through gave a reading. */
export function peersResult(peers: readonly PeerRuns[]): PeersResult {
  const rows = peers.map(rowOf);
  const [reading] = peers.find(({ name }) => name === 'passthrough')?.readings ?? [];
  if (!reading) throw new Error('Pass-through failed, so that there is nothing to compare with.');
  const rowOfName = (name: PeerName) => rows.find((row) => row.name === name);
  const [base, ours] = [rowOfName('passthrough'), rowOfName('cyclorama')];
  return {
    width: reading.width,
    height: reading.height,
    rows: rows.map((row) => ({
      ...row,
      ratioToCyclorama: ratio(row.cpuMsPerFrame, ours?.cpuMsPerFrame),
      ratioAbovePassthrough: ratio(above(row, base), above(ours, base)),
    })),
  };
}

function rowOf({ name, version, readings, failures }: PeerRuns): PeerRow {
  const figures = readings.length > 0 ? medianOfRuns(readings.map(figuresOf)) : NO_FIGURES;
  return {
    name,
    version,
    ...figures,
    ratioToCyclorama: null,
    ratioAbovePassthrough: null,
    failures,
  };
}

const figuresOf = ({ frames, elapsedMs, cpuMs, ...reading }: PeerReading) => ({
  fps: (frames * 1000) / elapsedMs,
  cpuMsPerFrame: cpuMs / frames,
  firstFrameMs: reading.firstFrameMs,
  firstFrameColdMs: reading.firstFrameColdMs,
  bytes: reading.bytes,
  bytesGzip: reading.bytesGzip,
  screenshot: reading.screenshot,
  frames,
});

const NO_FIGURES = {
  fps: null,
  cpuMsPerFrame: null,
  firstFrameMs: null,
  firstFrameColdMs: null,
  bytes: null,
  bytesGzip: null,
  screenshot: null,
  frames: null,
};

/**
 * CPU of a delivered frame without the camera's part. The camera gives all its frames however few
 * come out, so a slow peer bears several of them with each.
 */
function above(row: PeerRow | undefined, base: PeerRow | undefined): number | null {
  if (!row?.fps || row.cpuMsPerFrame === null || !base?.fps) return null;
  return row.cpuMsPerFrame - ((base.cpuMsPerFrame ?? NaN) * base.fps) / row.fps;
}

const ratio = (value: number | null, unit: number | null | undefined): number | null =>
  value === null || !unit || unit <= 0 ? null : value / unit;
