import { describe, expect, it } from 'vitest';
import { parseProcStat, parseMemoryBytes, treeOf } from './proc-stat';

const LINE =
  '4711 (chromium (x) y) S 4700 4711 4711 0 -1 4194560 81234 1290 12 0 340 120 15 5 20 0 31 0 ' +
  '987654 35184372088832 52311 18446744073709551615 1 1 0 0 0 0 0 4096 0 0 0 0 17 1 0 0 0 0 0';

describe('parseProcStat', () => {
  it('counts fields from behind the name, and reaped children in', () => {
    expect(parseProcStat(LINE)).toEqual({
      pid: 4711,
      parentPid: 4700,
      ticks: 340 + 120 + 15 + 5,
      residentPages: 52311,
    });
  });
});

describe('treeOf', () => {
  const process = (pid: number, parentPid: number) => ({
    pid,
    parentPid,
    ticks: 1,
    residentPages: 1,
  });

  it('finds children of children and nobody else', () => {
    const all = [process(1, 0), process(10, 1), process(11, 10), process(9, 11), process(20, 1)];
    expect(treeOf(10, all).map(({ pid }) => pid)).toEqual([10, 11, 9]);
  });
});

describe('parseMemoryBytes', () => {
  it('adds what was written and what is shared, without mapped files', () => {
    const rollup = 'Pss:  900 kB\nPss_Anon:  7 kB\nPss_File:  800 kB\nPss_Shmem:  3 kB\n';
    expect(parseMemoryBytes(rollup)).toBe(10 * 1024);
  });

  it('says nothing of a text without them', () => {
    expect(parseMemoryBytes('')).toBeUndefined();
  });
});
