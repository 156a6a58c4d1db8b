export { loadKernels } from './load-kernels';
export { startMeetingProcess, type MeetingProcess } from './meeting-process';
export { packWorkspace, runNpmQuietly } from './pack-workspace';
export { sharedData } from './shared-data';
