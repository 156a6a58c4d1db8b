import { describe, expect, it } from 'vitest';
import { ClientPaths } from './client-paths';
import { createIceCredentials } from './ice-credentials';
import { IceLite } from './ice-lite';
import { RecentChecks } from './recent-checks';

describe('ICE credentials', () => {
  it('are long, of the letters that are allowed, and never the same', () => {
    const many = Array.from({ length: 200 }, createIceCredentials);
    for (const { ufrag, password } of many) {
      expect(ufrag).toMatch(/^[A-Za-z0-9+/]{8}$/);
      expect(password).toMatch(/^[A-Za-z0-9+/]{32}$/);
    }
    expect(new Set(many.map(({ password }) => password)).size).toBe(many.length);
  });
});

describe('IceLite', () => {
  it('answers nobody before it knows the other end', () => {
    const ice = new IceLite();
    expect(ice.ufrags).toEqual([]);
    expect(ice.passwordOf(ice.credentials.ufrag)).toBeUndefined();
  });

  it('keeps its credentials while the other end keeps its', () => {
    const ice = new IceLite();
    const before = ice.credentials;
    const remote = createIceCredentials();
    ice.connect(remote);
    ice.connect({ ...remote });
    expect(ice.credentials).toEqual(before);
    expect(ice.ufrags).toEqual([before.ufrag]);
  });

  it('takes new ones with a restart, and forgets the old when the new are used', () => {
    const ice = new IceLite();
    const before = ice.credentials;
    ice.connect(createIceCredentials());
    ice.connect(createIceCredentials());
    const after = ice.credentials;
    expect(after.password).not.toBe(before.password);
    expect(ice.passwordOf(before.ufrag)).toBe(before.password);
    ice.settle(before.ufrag);
    expect(ice.ufrags).toEqual([before.ufrag, after.ufrag]);
    ice.settle(after.ufrag);
    expect(ice.ufrags).toEqual([after.ufrag]);
    expect(ice.passwordOf(before.ufrag)).toBeUndefined();
  });

  it('keeps few of many restarts', () => {
    const ice = new IceLite();
    for (let i = 0; i < 100; i += 1) ice.connect(createIceCredentials());
    expect(ice.ufrags).toHaveLength(4);
    expect(ice.ufrags.at(-1)).toBe(ice.credentials.ufrag);
  });
});

describe('ClientPaths', () => {
  const wifi = { address: '192.0.2.1', port: 1 };
  const cable = { address: '192.0.2.2', port: 1 };

  it('takes the first way until the client names one', () => {
    const paths = new ClientPaths();
    paths.add(wifi, false);
    paths.add(cable, false);
    expect(paths.selected).toEqual(wifi);
    paths.add(cable, true);
    expect(paths.selected).toEqual(cable);
    paths.add(wifi, false);
    expect(paths.selected).toEqual(cable);
  });

  it('gives up the oldest of many, and not the one in use', () => {
    const paths = new ClientPaths();
    paths.add(wifi, true);
    const dropped = Array.from({ length: 20 }, (_, i) => paths.add({ ...cable, port: i }, false));
    expect([...paths.keys()]).toHaveLength(8);
    expect([...paths.keys()]).toContain('192.0.2.1 1');
    expect(dropped.filter(Boolean).at(0)).toBe('192.0.2.2 0');
  });
});

describe('RecentChecks', () => {
  it('lets a check come again from where it came, and from nowhere else', () => {
    const checks = new RecentChecks();
    const transaction = Buffer.from('twelve bytes');
    expect(checks.add(transaction, 'here')).toBe(true);
    expect(checks.add(transaction, 'here')).toBe(true);
    expect(checks.add(transaction, 'there')).toBe(false);
  });

  it('forgets the oldest', () => {
    const checks = new RecentChecks();
    checks.add(Buffer.from('the first'), 'here');
    for (let i = 0; i < 256; i += 1) checks.add(Buffer.from(String(i)), 'here');
    expect(checks.add(Buffer.from('255'), 'there')).toBe(false);
    expect(checks.add(Buffer.from('the first'), 'there')).toBe(true);
  });
});
