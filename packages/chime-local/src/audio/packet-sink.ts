import type { Transport } from '../transport/transport';

/** What takes packets to one client; they stay the caller's. */
export type PacketSink = Pick<Transport, 'sendRtp' | 'sendRtcp'>;
