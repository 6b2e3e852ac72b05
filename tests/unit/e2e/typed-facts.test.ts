/** The counter of the journeys goes red for each of the five facts that were typed twice (UX rules §1, principle 3). */
import { describe, expect, it } from 'vitest';
import { TypedFacts } from '../../e2e/typed-facts.ts';

const door = 'Quién llega';
const her = '1. Persona usuaria';
const him = '2. Presunta persona agresora';

function twiceOf(...typed: [label: string, panel: string, value: string][]): readonly string[] {
  const facts = new TypedFacts();
  facts.know('who signs');
  for (const [label, panel, value] of typed) facts.note({ label, panel }, value);
  return facts.twice;
}

describe('facts typed twice', () => {
  it.each([
    [
      'the name said at the door',
      [
        ['Busque primero a la persona que llega', door, 'Rosa Quispe'],
        ['Nombres', her, 'Rosa'],
      ],
    ],
    [
      'the name sought',
      [
        ['Busque a la presunta persona agresora', him, 'Pedro'],
        ['Nombres', him, 'Pedro'],
      ],
    ],
    [
      'the birth date and the age',
      [
        ['Fecha de nacimiento', her, '09041992'],
        ['A.4Edad', her, '34'],
      ],
    ],
    [
      'the account and that she told it',
      [
        ['Relato de la persona usuaria', '', 'x'],
        ['¿Contó lo que le pasó?', '', 'Sí'],
      ],
    ],
    ['the signer', [['Profesional que firma', 'Firma', 'Paula']]],
    [
      'any field with the same words',
      [
        ['Motivo', 'x', 'A'],
        ['Motivo', 'x', 'A'],
      ],
    ],
  ] as [string, [string, string, string][]][])('%s', (_what, typed) => {
    expect(twiceOf(...typed)).toHaveLength(1);
  });

  it('are none where each was said once', () => {
    expect(
      twiceOf(
        ['Busque primero a la persona que llega', door, 'Rosa Quispe'],
        ['Apellido materno', her, 'Ficticia'],
        ['Busque a la presunta persona agresora', him, 'Pedro Quispe'],
        ['Fecha de nacimiento', her, '09041992'],
        ['A.5Edad', him, '40'],
      ),
    ).toEqual([]);
  });
});
