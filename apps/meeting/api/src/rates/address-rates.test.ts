import { describe, expect, it } from 'vitest';
import { AddressRates } from './address-rates';

const RATE = { most: 5, windowMs: 5000 };

describe('AddressRates', () => {
  it('serves others while one address floods', () => {
    const rates = new AddressRates(RATE);
    const waits = Array.from({ length: 1000 }, () => rates.take('127.0.0.1', 0));
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
    expect(Math.max(...waits)).toBe(1000);
    expect(rates.take('127.0.0.2', 0)).toBe(0);
    expect(rates.take('::ffff:127.0.0.3', 0)).toBe(0);
  });

  it('takes many addresses of one IPv6 network for one', () => {
    const rates = new AddressRates(RATE);
    const waits = Array.from({ length: 50 }, (_, host) => rates.take(`2001:db8::${host + 1}`, 0));
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
  });

  it('remembers only so many, the latest', () => {
    const rates = new AddressRates(RATE, 100);
    for (let index = 0; index < 10_000; index += 1) {
      rates.take(`10.0.${index >> 8}.${index & 255}`, index / 100);
    }
    expect(rates.size).toBe(100);
    for (let taken = 1; taken < 5; taken += 1) expect(rates.take('10.0.39.15', 100)).toBe(0);
    expect(rates.take('10.0.39.15', 100)).toBeGreaterThan(0);
  });

  it('keeps who floods in mind while thousands come once', () => {
    const rates = new AddressRates(RATE, 100);
    for (let index = 0; index < 5; index += 1) rates.take('127.0.0.1', 0);
    for (let index = 0; index < 99; index += 1) rates.take(`10.0.0.${index}`, 0);
    expect(rates.take('127.0.0.1', 0)).toBeGreaterThan(0);
  });

  it('forgets buckets that are full again', () => {
    const rates = new AddressRates(RATE);
    for (let index = 0; index < 200; index += 1) rates.take(`10.0.0.${index}`, 0);
    rates.take('10.1.0.0', 60_000);
    expect(rates.size).toBe(1);
  });
});
