import { describe, expect, it } from 'vitest';
import { networkOf } from './network-of';

describe('networkOf', () => {
  it('counts IPv4 addresses one by one, however they are written', () => {
    expect(networkOf('127.0.0.2')).toBe('127.0.0.2');
    expect(networkOf('::ffff:127.0.0.2')).toBe('127.0.0.2');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('leaves alone what is no address', () => {
    expect(networkOf('unknown')).toBe('unknown');
  });
});
