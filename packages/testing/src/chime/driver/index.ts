export { launchCallBrowser, openCallPage } from './call-browser';
export { openCallSite, type CallSite } from './call-site';
export { createSeats, localClient } from './control';
