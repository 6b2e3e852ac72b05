import { describe, expect, it } from 'vitest';
import { under } from '../../../src/shared/platform/codes-of.ts';

describe('what stands under a name', () => {
  it('is of the table alone: what every object has besides is none of it', () => {
    const words = { open: 'Abierta' };
    expect(under<string>(words, 'open')).toBe('Abierta');
    for (const name of ['closed', 'constructor', 'toString', '__proto__'])
      expect(under<string>(words, name)).toBe(undefined);
  });
});
