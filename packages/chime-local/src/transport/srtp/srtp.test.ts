import { describe, expect, it } from 'vitest';
import { writeReceiverReport } from '../../rtp/write-rtcp';
import { writeRtp } from '../../rtp/write-rtp';
import { WINDOW_PACKETS } from './replay-window';
import { SALT_BYTES, type SrtpProfile } from './srtp-keys';
import { MAX_SOURCES, SrtpReceiver } from './srtp-receiver';
import { SrtpSender } from './srtp-sender';

const PROFILES: readonly SrtpProfile[] = ['AEAD_AES_128_GCM', 'AES128_CM_HMAC_SHA1_80'];

function openEnds(profile: SrtpProfile) {
  const master = { key: Buffer.alloc(16, 7), salt: Buffer.alloc(SALT_BYTES[profile], 9) };
  return {
    sender: new SrtpSender(profile, master),
    receiver: new SrtpReceiver(profile, master),
  };
}

function rtp(sequenceNumber: number, ssrc = 1): Buffer {
  const fields = { marker: false, payloadType: 96, sequenceNumber, timestamp: 5, ssrc };
  const level = { id: 2, value: Buffer.from([0x80]) };
  return writeRtp(fields, Buffer.from(`payload ${sequenceNumber}`), [level]);
}

function seal(sender: SrtpSender, packet: Buffer): Buffer {
  const sealed = sender.protectRtp(packet);
  if (!sealed) throw new Error('Not an RTP packet.');
  return sealed;
}

function sealRtcp(sender: SrtpSender, packet: Buffer): Buffer {
  const sealed = sender.protectRtcp(packet);
  if (!sealed) throw new Error('Not an RTCP packet.');
  return sealed;
}

describe.each(PROFILES)('SRTP by %s', (profile) => {
  it('gives back what was protected, and leaves that as it was', () => {
    const { sender, receiver } = openEnds(profile);
    const packet = rtp(3);
    const sealed = seal(sender, packet);
    expect(packet).toEqual(rtp(3));
    expect(sealed.includes('payload')).toBe(false);
    expect(receiver.unprotectRtp(sealed)).toEqual(packet);
  });

  it('takes each packet once', () => {
    const { sender, receiver } = openEnds(profile);
    const sealed = seal(sender, rtp(3));
    expect(receiver.unprotectRtp(Buffer.from(sealed))).toBeDefined();
    expect(receiver.unprotectRtp(Buffer.from(sealed))).toBeUndefined();
    seal(sender, rtp(4));
    expect(receiver.unprotectRtp(Buffer.from(sealed))).toBeUndefined();
  });

  it('takes packets out of order within the window and none from before it', () => {
    const { sender, receiver } = openEnds(profile);
    const sealed = [0, 1, 2, WINDOW_PACKETS + 1].map((number) => seal(sender, rtp(number)));
    const results = [3, 2, 1, 0].map((i) => receiver.unprotectRtp(sealed[i] ?? Buffer.alloc(0)));
    expect(results.map((plain) => plain !== undefined)).toEqual([true, true, false, false]);
  });

  it('counts the turns of the sequence numbers, through loss and reordering around them', () => {
    const { sender, receiver } = openEnds(profile);
    const numbers = [65533, 65535, 2, 65534, 0, 30000, 60000, 65535, 1];
    const packets = numbers.map((number) => rtp(number));
    const opened = packets.map((packet) => receiver.unprotectRtp(seal(sender, packet)));
    expect(opened).toEqual(packets);
  });

  it('does not take a packet of the turn before for one of this', () => {
    const { sender, receiver } = openEnds(profile);
    const old = seal(sender, rtp(40000));
    for (const number of [60000, 20000, 40000]) receiver.unprotectRtp(seal(sender, rtp(number)));
    expect(receiver.unprotectRtp(old)).toBeUndefined();
  });

  it('refuses a packet from before the first', () => {
    const { sender, receiver } = openEnds(profile);
    const other = openEnds(profile);
    receiver.unprotectRtp(seal(sender, rtp(0)));
    expect(receiver.unprotectRtp(seal(other.sender, rtp(65535)))).toBeUndefined();
    expect(sender.protectRtp(rtp(65535))).toBeUndefined();
  });

  it('protects a packet that is sent again as it did before', () => {
    const { sender } = openEnds(profile);
    const first = seal(sender, rtp(65535));
    seal(sender, rtp(3));
    expect(seal(sender, rtp(65535))).toEqual(first);
  });

  it('refuses a packet in which any bit is another, and then takes the true one', () => {
    const { sender, receiver } = openEnds(profile);
    const sealed = seal(sender, rtp(3));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(receiver.unprotectRtp(forged)).toBeUndefined();
    }
    expect(receiver.unprotectRtp(sealed)).toEqual(rtp(3));
  });

  it('refuses what is cut off', () => {
    const { sender, receiver } = openEnds(profile);
    const sealed = seal(sender, rtp(3));
    for (let bytes = 0; bytes < sealed.length; bytes += 1) {
      expect(receiver.unprotectRtp(sealed.subarray(0, bytes))).toBeUndefined();
    }
  });

  it('keeps a bounded number of sources, and none for what was forged', () => {
    const { sender, receiver } = openEnds(profile);
    const stranger = new SrtpSender(profile, {
      key: Buffer.alloc(16),
      salt: Buffer.alloc(SALT_BYTES[profile]),
    });
    for (let ssrc = 0; ssrc <= MAX_SOURCES; ssrc += 1) {
      receiver.unprotectRtp(seal(stranger, rtp(0, ssrc)));
    }
    for (let ssrc = 0; ssrc < MAX_SOURCES; ssrc += 1) {
      expect(receiver.unprotectRtp(seal(sender, rtp(0, ssrc)))).toBeDefined();
    }
    expect(receiver.unprotectRtp(seal(sender, rtp(0, MAX_SOURCES)))).toBeUndefined();
    expect(receiver.unprotectRtp(seal(sender, rtp(1, 0)))).toBeDefined();
  });
});

describe.each(PROFILES)('SRTCP by %s', (profile) => {
  it('gives back what was protected, each packet once and out of order too', () => {
    const { sender, receiver } = openEnds(profile);
    const report = writeReceiverReport(1, []);
    const nack = Buffer.concat([report, writeReceiverReport(2, [])]);
    const sealed = [report, nack].map((packet) => sealRtcp(sender, packet));
    const opened = [1, 0, 1, 0].map((i) =>
      receiver.unprotectRtcp(Buffer.from(sealed[i] ?? Buffer.alloc(0))),
    );
    expect(opened).toEqual([nack, report, undefined, undefined]);
  });

  it('refuses a packet in which any bit is another, or that is cut off', () => {
    const { sender, receiver } = openEnds(profile);
    const report = writeReceiverReport(1, [
      {
        ssrc: 2,
        fractionLost: 0,
        packetsLost: 0,
        highestSequence: 9,
        jitter: 0,
        lastSenderReport: 0,
        delaySinceLastReport: 0,
      },
    ]);
    const sealed = sealRtcp(sender, report);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(receiver.unprotectRtcp(forged)).toBeUndefined();
    }
    for (let bytes = 0; bytes < sealed.length; bytes += 1) {
      expect(receiver.unprotectRtcp(sealed.subarray(0, bytes))).toBeUndefined();
    }
    expect(receiver.unprotectRtcp(sealed)).toEqual(report);
  });

  it('protects nothing that has no header', () => {
    expect(openEnds(profile).sender.protectRtcp(Buffer.alloc(7))).toBeUndefined();
    expect(openEnds(profile).sender.protectRtp(Buffer.alloc(11))).toBeUndefined();
  });
});
