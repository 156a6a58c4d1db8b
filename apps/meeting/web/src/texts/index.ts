export { CALL } from './call';
export { DEVICE, saidOf } from './devices';
export { FRONT } from './front';
export { GENERAL } from './general';
export { LOBBY } from './lobby';
export { ROOM } from './room';
export { saidBy } from './said-by';
export { VISIT } from './visit';
