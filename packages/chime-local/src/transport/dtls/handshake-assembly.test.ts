import { describe, expect, it } from 'vitest';
import { HandshakeAssembly } from './handshake-assembly';
import { parseFragments, writeHandshake, type HandshakeFragment } from './handshake-message';

function part(sequence: number, length: number, offset: number, text: string): HandshakeFragment {
  return { type: 11, sequence, length, offset, part: Buffer.from(text) };
}

describe('HandshakeAssembly', () => {
  it('puts parts together that overlap and come in any order', () => {
    const assembly = new HandshakeAssembly();
    assembly.add(part(0, 10, 6, 'ghij'));
    assembly.add(part(0, 10, 0, 'abcd'));
    expect(assembly.peek()).toBeUndefined();
    assembly.add(part(0, 10, 2, 'cdefg'));
    expect(assembly.peek()).toEqual({ type: 11, sequence: 0, body: Buffer.from('abcdefghij') });
  });

  it('gives messages in their order, and tells those that were taken', () => {
    const assembly = new HandshakeAssembly();
    expect(assembly.add(part(1, 1, 0, 'b'))).toBe(false);
    expect(assembly.peek()).toBeUndefined();
    expect(assembly.add(part(0, 0, 0, ''))).toBe(false);
    expect(assembly.peek()?.sequence).toBe(0);
    assembly.accept();
    expect(assembly.peek()?.sequence).toBe(1);
    expect(assembly.add(part(0, 0, 0, ''))).toBe(true);
  });

  it('waits anew for a message that was none', () => {
    const assembly = new HandshakeAssembly();
    assembly.add(part(0, 1, 0, 'x'));
    assembly.drop();
    expect(assembly.peek()).toBeUndefined();
    expect(assembly.add(part(0, 1, 0, 'a'))).toBe(false);
    expect(assembly.peek()?.body.toString()).toBe('a');
  });

  it('begins anew where parts disagree about the whole', () => {
    const assembly = new HandshakeAssembly();
    assembly.add(part(0, 5000, 0, 'nonsense'));
    assembly.add(part(0, 2, 0, 'ab'));
    expect(assembly.peek()?.body.toString()).toBe('ab');
  });

  it('keeps nothing of messages that are too long or too far ahead', () => {
    const assembly = new HandshakeAssembly();
    assembly.add(part(0, 0xffffff, 0, 'a'));
    assembly.add(part(4, 1, 0, 'e'));
    for (const sequence of [0, 1, 2, 3]) {
      assembly.add(part(sequence, 1, 0, 'a'));
      expect(assembly.peek()?.sequence).toBe(sequence);
      assembly.accept();
    }
    expect(assembly.peek()).toBeUndefined();
  });
});

describe('parseFragments', () => {
  const whole = writeHandshake({ type: 1, sequence: 2, body: Buffer.from('hello') });

  it('reads several in a record, up to the first that is malformed', () => {
    const cutOff = whole.subarray(0, -1);
    const parts = parseFragments(Buffer.concat([whole, whole, cutOff]));
    expect(parts).toHaveLength(2);
    expect(parts[1]).toEqual({
      ...{ type: 1, sequence: 2, length: 5, offset: 0 },
      part: Buffer.from('hello'),
    });
  });

  it('refuses a part beyond its message', () => {
    const beyond = Buffer.from(whole);
    beyond.writeUIntBE(1, 6, 3);
    expect(parseFragments(beyond)).toEqual([]);
  });
});
