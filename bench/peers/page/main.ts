import { PeerRun } from './peer-run';

declare global {
  interface Window {
    /** What the Node side calls in the page. */
    peerRun: PeerRun;
  }
}

window.peerRun = new PeerRun();
