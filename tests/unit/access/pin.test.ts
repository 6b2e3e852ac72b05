import { describe, expect, it } from 'vitest';
import { pinProblem, pinSchema } from '../../../src/shared/access/index.ts';

describe('PIN', () => {
  it.each(['123456', '654321', '345678', '890123', '000000', '111111', '121212', '123123', '445544', '112112'])(
    'refuses %s: a run or a repetition',
    (pin) => {
      expect(pinProblem(pin)).toContain('seguidos o repetidos');
    },
  );

  it.each(['150387', '870315', '15031987', '19870315', '311299'])('refuses %s: a date', (pin) => {
    expect(pinProblem(pin)).toContain('fecha');
  });

  it.each(['482915', '903817', '774190', '50318847', '482915736'])('takes %s', (pin) => {
    expect(pinProblem(pin)).toBeNull();
    expect(pinSchema.safeParse(pin).success).toBe(true);
  });

  it.each(['', '12345', '48291a', ' 482915', '4829151234567', '４８２９１５'])(
    'is digits, from 6 to 12: not «%s»',
    (pin) => {
      expect(pinSchema.safeParse(pin).success).toBe(false);
    },
  );
});
