export { Caller, type JoinOptions, type JoinTimes, type Seat } from './caller';
export { rememberConnections } from './drop-connections';
export { paintedCamera } from './painted-camera';
export { pictureColor } from './picture-color';
export { SceneMaker, type Scene } from './scene';
export { SceneWatch, type Sight } from './scene-watch';
