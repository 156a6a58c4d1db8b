import type { Kernels } from '@cyclorama/kernels';
import type { Backend, Session } from '../backend';
import { ModelLoadError } from '../model-load-error';
import { elementCount, shapeOf, type Plan, type Shape } from '../plan/plan';
import { CallSheet } from './call-sheet';
import { callsOf } from './calls';
import { Layout } from './layout';

/** A session whose input and output stand in the kernels' memory, for other kernels to use. */
export interface WasmSession extends Session {
  /** Byte offset of the input in the kernels' memory; `[H,W,C]` f32. */
  readonly inputPointer: number;
  /** Byte offset of the output in the kernels' memory; `[H,W,C]` f32. */
  readonly outputPointer: number;
}

/**
 * The backend on WebAssembly SIMD.
 * @param kernels - Shared with whoever made them; sessions only take blocks of their memory.
 */
export function wasmBackend(kernels: Kernels): Backend<WasmSession> {
  return { prepare: (plan) => new SessionInMemory(plan, kernels) };
}

interface BoundCall {
  readonly kernel: (call: number) => void;
  readonly record: number;
}

class SessionInMemory implements WasmSession {
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly inputPointer: number;
  readonly outputPointer: number;
  readonly #kernels: Kernels;
  readonly #base: number;
  #calls: readonly BoundCall[];
  #isOpen = true;

  constructor(plan: Plan, kernels: Kernels) {
    const layout = new Layout();
    const sheet = new CallSheet(plan, layout);
    const calls = plan.steps.flatMap((step) => callsOf(step, sheet));
    this.#kernels = kernels;
    this.#base = allocate(layout, kernels);
    this.#calls = calls.map(({ kernel, record }) => {
      return { kernel: kernels.run[kernel], record: this.#base + record.offsetBytes };
    });
    this.inputShape = shapeOf(plan, plan.input);
    this.outputShape = shapeOf(plan, plan.output);
    this.inputPointer = this.#base + sheet.value(plan.input).offsetBytes;
    this.outputPointer = this.#base + sheet.value(plan.output).offsetBytes;
  }

  input(): Float32Array {
    return this.#view(this.inputPointer, this.inputShape);
  }

  output(): Float32Array {
    return this.#view(this.outputPointer, this.outputShape);
  }

  run(): void {
    for (const call of this.#calls) call.kernel(call.record);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#calls = [];
    this.#kernels.memory.free(this.#base);
  }

  #view(pointer: number, shape: Shape): Float32Array {
    return new Float32Array(this.#kernels.memory.memory.buffer, pointer, elementCount(shape));
  }
}

function allocate(layout: Layout, kernels: Kernels): number {
  try {
    return layout.allocate(kernels.memory);
  } catch (cause) {
    throw new ModelLoadError('model: the memory for it cannot be had', { cause });
  }
}
