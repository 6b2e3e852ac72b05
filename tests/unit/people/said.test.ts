import { describe, expect, it } from 'vitest';
import { saidFacts, saidNames } from '../../../src/shared/people/index.ts';

describe('saidNames', () => {
  it.each([
    ['Rosa', ['Rosa', null, null]],
    ['Rosa Quispe', ['Rosa', 'Quispe', null]],
    ['Rosa Quispe Mamani', ['Rosa', 'Quispe', 'Mamani']],
    ['Rosa  Inventada Quispe Mamani', ['Rosa Inventada', 'Quispe', 'Mamani']],
    ['Rosa de la Cruz Mamani', ['Rosa', 'de la Cruz', 'Mamani']],
    ['Quispe Mamani, Rosa Inventada', ['Rosa Inventada', 'Quispe', 'Mamani']],
    ['Quispe, Rosa', ['Rosa', 'Quispe', null]],
    ['Rosa Quispe,', ['Rosa', 'Quispe', null]],
    ['de la', ['de la', null, null]],
  ])('«%s»', (words, [givenNames, firstSurname, secondSurname]) => {
    expect(saidNames(words)).toEqual({ givenNames, firstSurname, secondSurname });
  });
});

describe('saidFacts', () => {
  it('tells a DNI from a telephone and from a name', () => {
    expect(saidFacts('00112233').document).toEqual({ kind: 'dni', state: 'known', number: '00112233' });
    expect(saidFacts('+51 987 654 320').phone).toBe('987654320');
    expect(saidFacts(' Rosa ').names?.givenNames).toBe('Rosa');
  });

  it.each(['', '123', '11111111', 'Rosa 1992'])('puts «%s» nowhere', (words) => {
    expect(saidFacts(words)).toEqual({ names: null, document: null, phone: null });
  });
});
