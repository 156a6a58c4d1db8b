import { describe, expect, it } from 'vitest';
import { faultOf } from './fault';

describe('faultOf', () => {
  it('tells name and place of an error, and not what it says', () => {
    const fault = faultOf(new RangeError('Alice is out of range'));
    expect(fault.name).toBe('RangeError');
    expect(fault.frames[0]).toContain('fault.test.ts');
    expect(JSON.stringify(fault)).not.toContain('Alice');
  });

  it('is not fooled by a message that looks like a frame', () => {
    const fault = faultOf(new Error('Broken:\n    at Alice (secret:1:1)\n at Bob:1:1'));
    expect(JSON.stringify(fault)).not.toMatch(/Alice|Bob|secret/);
    expect(fault.frames[0]).toContain('fault.test.ts');
  });

  it('follows causes, and not for ever', () => {
    const ring = new Error('ring');
    ring.cause = ring;
    const fault = faultOf(new Error('outer', { cause: new TypeError('Alice', { cause: ring }) }));
    expect(fault.cause?.name).toBe('TypeError');
    expect(fault.cause?.cause?.cause?.cause).toBeUndefined();
    expect(JSON.stringify(fault)).not.toContain('Alice');
  });

  it('takes what is no error by its type alone', () => {
    expect(faultOf('Alice')).toEqual({ name: 'string', frames: [] });
  });
});
