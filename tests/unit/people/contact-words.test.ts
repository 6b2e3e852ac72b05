import { describe, expect, it } from 'vitest';
import { blankUser, contactWords, type Contact } from '../../../src/shared/people/index.ts';

const saying = (contact: Partial<Contact>) => contactWords({ ...blankUser().contact, ...contact });

describe('how she may be called', () => {
  it('says when, to which number and with what words', () => {
    expect(
      saying({
        mayCall: 'yes',
        phone: '900 000 321',
        hours: 'De 10:00 a 12:00',
        whatToSay: 'de la botica',
        whose: null,
      }),
    ).toBe('Llame solo de 10:00 a 12:00, al 9·· ··· 321. Diga «de la botica».');
  });

  it('says whose the telephone is', () => {
    expect(saying({ mayCall: 'yes', phone: '900000321', whose: 'su hermana' })).toBe(
      'Se puede llamar al 9·· ··· 321 (su hermana).',
    );
  });

  it.each([
    [{ phone: '900000321' }, 'Falta preguntar si es seguro llamar'],
    [{ mayCall: 'no', phone: '900000321', hours: 'mañanas' }, 'No llame: no es seguro'],
    [{ mayCall: 'yes', hours: 'mañanas' }, 'Se puede llamar; falta el teléfono'],
  ] as const)('never invites a call that nobody allowed: %j', (contact, words) => {
    expect(saying(contact)).toBe(words);
  });
});
