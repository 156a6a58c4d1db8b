export { Caller, type JoinOptions, type JoinTimes, type Seat } from './caller';
export { CallLog } from './call-log';
export { paintedCamera } from './painted-camera';
export { pictureColor } from './picture-color';
