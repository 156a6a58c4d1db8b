export { layOut } from '../lay-out';
export { part } from '../part';
export { PictureStore } from '../picture-store';
export { chooseFile } from './choose-file';
export { flatPng } from './flat-png';
export { PICTURES_URL } from './pictures-url';
