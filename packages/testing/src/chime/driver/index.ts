export { addressSaid } from './address-said';
export { launchCallBrowser, openCallPage } from './call-browser';
export { CALL_PAGE } from './call-page';
export { openCallSite, type CallSite } from './call-site';
export { createSeats, localClient } from './control';
export type { Stage } from '../site/main';
