/** Signatures of the kernels in `assembly/image`. All pointers are byte offsets. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as kernels are written
export interface ImageKernels {}
