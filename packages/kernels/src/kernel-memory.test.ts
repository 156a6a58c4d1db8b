import { describe, expect, it } from 'vitest';
import { KernelMemory } from './kernel-memory';

const makeMemory = (): KernelMemory =>
  new KernelMemory(new WebAssembly.Memory({ initial: 1 }), 100);

describe('KernelMemory', () => {
  it('hands out aligned blocks that do not overlap', () => {
    const memory = makeMemory();
    const first = memory.allocate(100);
    const second = memory.allocate(10);
    expect(first % 64).toBe(0);
    expect(second).toBe(first + 128);
  });

  it('never hands out pointer 0, which kernels take for none', () => {
    const memory = new KernelMemory(new WebAssembly.Memory({ initial: 1 }), 0);
    expect(memory.allocate(8)).toBeGreaterThan(0);
  });

  it('grows the memory when a block does not fit', () => {
    const memory = makeMemory();
    const pointer = memory.allocate(200_000);
    expect(memory.memory.buffer.byteLength).toBeGreaterThanOrEqual(pointer + 200_000);
  });

  it('hands a freed block out again, zeroed', () => {
    const memory = makeMemory();
    const pointer = memory.allocate(1000);
    new Uint8Array(memory.memory.buffer, pointer, 1000).fill(7);
    memory.free(pointer);
    const again = memory.allocate(1000);
    expect(again).toBe(pointer);
    expect(new Uint8Array(memory.memory.buffer, again, 1000).every((byte) => byte === 0)).toBe(
      true,
    );
  });

  it('joins neighbours that were freed', () => {
    const memory = makeMemory();
    const [a, b, c] = [memory.allocate(640), memory.allocate(640), memory.allocate(640)];
    for (const pointer of [a, c, b]) memory.free(pointer);
    expect(memory.allocate(1920)).toBe(a);
  });

  it('does not grow when blocks of the same sizes come and go', () => {
    const memory = makeMemory();
    for (let turn = 0; turn < 100; turn++) {
      const pointers = [memory.allocate(20_000), memory.allocate(40_000)];
      pointers.forEach((pointer) => memory.free(pointer));
    }
    expect(memory.memory.buffer.byteLength).toBe(65536);
    expect(memory.usedBytes).toBe(0);
  });

  it('refuses to free a block twice', () => {
    const memory = makeMemory();
    const pointer = memory.allocate(64);
    memory.free(pointer);
    expect(() => memory.free(pointer)).toThrow(RangeError);
  });
});
