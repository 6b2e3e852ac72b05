import { describe, expect, it } from 'vitest';
import { isPlausiblePhone, normalizePhone } from '../../../src/shared/people/rules.ts';

describe('a telephone', () => {
  it.each(['987654321', '+51 987 654 321', '0051987654321', '01 456 7890', '064-231234'])('%s can be one', (typed) => {
    expect(isPlausiblePhone(normalizePhone(typed))).toBe(true);
  });

  it.each(['4567890', '98765432', '9876543210', '123456789', '0123456', '0123456789', 'no tiene', ''])(
    '«%s» is told to be none',
    (typed) => {
      expect(isPlausiblePhone(normalizePhone(typed))).toBe(false);
    },
  );
});
