/** What of a name is looked for in the open writ: enough to tell the person, never words that stand everywhere. */
import { describe, expect, it } from 'vitest';
import { composeFiling, namePieces } from '../../../src/shared/filings/index.ts';
import { facts, issue, options } from './sample.ts';

const child = 'Luz De La Cruz Quispe';

function composed(account: string, withheld: readonly string[]) {
  const told = { ...facts, incident: { ...facts.incident, account } };
  return composeFiling(told, options, { ...issue, withheld });
}

describe('namePieces', () => {
  it.each([
    ['Rosa de la Cruz Pérez', ['Rosa de la Cruz', 'Cruz Pérez']],
    [child, ['Luz De La Cruz', 'Cruz Quispe']],
    ['María del Carmen Inventada', ['María del Carmen', 'Carmen Inventada']],
    ['Ana Santa Cruz y Prueba', ['Ana Santa Cruz', 'Santa Cruz y Prueba']],
    ['Zoila Testigo Reservada', ['Zoila Testigo', 'Testigo Reservada']],
    ['Inventada', []],
    ['Luz de la', []],
  ])('of «%s»', (names, pairs) => {
    expect(namePieces(names)).toEqual([names, ...pairs]);
  });

  it('of particles alone are none', () => {
    expect(namePieces('de la')).toEqual([]);
  });

  it('leave «de la Fiscalía» as it is, and find the name with and without its particles', () => {
    const pieces = namePieces(child);
    expect(composed('Volvió cerca de la Fiscalía y de la casa.', pieces).withheldFound).toBe(false);
    for (const told of ['a luz de la cruz', 'a la niña Cruz Quispe', `a ${child}`]) {
      expect([told, composed(`Se llevó ${told}.`, pieces).withheldFound]).toEqual([told, true]);
    }
  });
});

describe('names that the writ prints', () => {
  it('stand although a withheld person has their surnames', () => {
    const ofUser = namePieces('Niño Quispe Inventada');
    expect(composed('Volvió.', ofUser).withheldFound).toBe(false);
    expect(composed('Vino la familia Quispe Inventada.', ofUser).withheldFound).toBe(true);
    expect(composed('Volvió.', namePieces('Niño Persona Inventada')).withheldFound).toBe(false);
  });

  it('are not hers where she stands by initials', () => {
    const minor = { ...facts, user: { ...facts.user, age: 15 }, incident: { ...facts.incident, account: null } };
    const told = { ...options, otherRequests: ['Que se oiga a Ñusta Ágata Quispe Inventada.'] };
    const withheld = namePieces('Niño Quispe Inventada');
    expect(composeFiling(minor, told, { ...issue, withheld }).withheldFound).toBe(true);
  });
});
