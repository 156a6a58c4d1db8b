export type { Backend, Session } from './backend';
export { loadGraphPlan, type GraphPlanOptions } from './graph-model/load-graph-plan';
export { shardPathsOf } from './graph-model/shards';
export { ModelLoadError } from './model-load-error';
export { loadPlan } from './plan/load-plan';
export type { Plan, Shape } from './plan/plan';
export { referenceBackend } from './reference/reference-backend';
export { wasmBackend, type WasmSession } from './wasm/wasm-backend';
