import { describe, expect, it } from 'vitest';
import {
  composeFiling,
  filingOptionsSchema,
  lawOn,
  reservedSheet,
  tickedByDefault,
} from '../../../src/shared/filings/index.ts';
import { annexLetter } from '../../../src/shared/filings/fields/writ-fields.ts';
import { facts, issue, on, options } from './sample.ts';

type Facts = typeof facts;

function textOf(given: Facts, chosen = options, issued = issue): string {
  const pieces: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') pieces.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(composeFiling(given, chosen, issued).paper.blocks);
  return pieces.join('');
}

describe('composeFiling', () => {
  it('misses nothing when every fact is known', () => {
    expect(composeFiling(facts, options, issue).missing).toEqual([]);
  });

  it('lists what is missing and shows the gap on the paper', () => {
    const unknown = { ...facts, user: { ...facts.user, age: null }, incident: { ...facts.incident, date: null } };
    const { missing, paper } = composeFiling(unknown, options, issue);
    expect(missing.map((one) => one.fact)).toEqual(['agraviada.edad', 'hecho.fecha']);
    expect(JSON.stringify(paper)).toContain('"missing":true');
  });

  it('replaces a reserved address in any field, however it is spelled', () => {
    const account = 'Vivo en jirón LOS OLÍVOS N.º 123 y mi número es 987 654 321. Volvió.';
    const hidden = { ...issue, withheld: ['Jr. Los Olivos 123', '987654321'] };
    const leaked = { ...facts, incident: { ...facts.incident, account, place: 'Los Olivos 123' } };
    const text = textOf(leaked, options, hidden);
    expect(text).not.toMatch(/ol[ií]vos/i);
    expect(text).not.toContain('987');
    expect(text).toContain('Volvió.');
    expect(composeFiling(leaked, options, hidden).withheldFound).toBe(true);
    expect(composeFiling(facts, options, hidden).withheldFound).toBe(false);
  });

  it('says that the address is in reserve and asks to keep it so', () => {
    expect(textOf(facts)).toContain('domicilio real EN RESERVA');
    expect(textOf(facts)).toContain('SEGUNDO OTROSÍ DIGO: ');
  });

  it('agrees with a man protected and an accused woman', () => {
    const other = {
      ...facts,
      user: { ...facts.user, gender: 'male' as const },
      aggressor: { ...facts.aggressor, gender: 'female' as const },
    };
    const text = textOf(other);
    expect(text).toContain('a favor del agraviado, frente a la denunciada');
    expect(text).not.toMatch(/agraviada|al denunciado/);
  });

  it('names a child by initials only', () => {
    const guardian = { names: 'Adulta Inventada', document: { kind: 'none' as const }, bond: 'madre' };
    const text = textOf({ ...facts, guardian, user: { ...facts.user, age: 1, names: 'Niña Inventada Tres' } });
    expect(text).toContain('N. I. T.');
    expect(text).toContain('de 1 año de edad');
    expect(text).not.toContain('Niña Inventada');
  });

  it('prints only ticked articles, with both numberings, and ticks none that is not confirmed', () => {
    expect(textOf(facts)).toContain(
      'Art. 22 de la Ley 30364, modificado por la Ley 31715 (art. 32 del TUO; medidas de protección)',
    );
    expect(textOf(facts)).not.toContain('22-A');
    expect(tickedByDefault(lawOn(on), 3)).toEqual([]);
  });

  it('answers all eight criteria', () => {
    expect(textOf(facts).match(/no se cuenta con información\./g)).toHaveLength(3);
  });

  it('puts the measures in the order of the law and never the place of a shelter', () => {
    const measures = [
      { code: 'safe-shelter' as const, reason: 'Sin red familiar.', detail: 'Casa Inventada' },
      ...options.measures,
    ];
    const text = textOf(facts, { ...options, measures });
    expect(text.indexOf('Impedimento')).toBeLessThan(text.indexOf('Prohibición de comunicación'));
    expect(text).not.toContain('Casa Inventada');
  });

  it('letters the annexes by the number of the writ', () => {
    expect(textOf(facts, { ...options, writNumber: 2 })).toContain('2-B');
    expect([0, 25, 26].map(annexLetter)).toEqual(['A', 'Z', 'AA']);
  });

  it('has no line for a court file that does not exist yet', () => {
    expect(textOf(facts)).not.toContain('EXPEDIENTE');
    expect(textOf(facts, { ...options, courtFileNumber: '00001-2026' })).toContain('EXPEDIENTE');
  });
});

describe('filingOptionsSchema', () => {
  it('refuses a measure without a reason and a measure twice', () => {
    const one = options.measures[0];
    expect(filingOptionsSchema.safeParse({ ...options, measures: [{ ...one, reason: ' ' }] }).success).toBe(false);
    expect(filingOptionsSchema.safeParse({ ...options, measures: [one, one] }).success).toBe(false);
  });
});

describe('reservedSheet', () => {
  it('carries the address on a paper of its own', () => {
    const sheet = reservedSheet({
      number: '0002-2026',
      courtFileNumber: null,
      user: 'Ñ. Á.',
      witness: null,
      address: 'Los Olivos 123',
      contact: null,
      places: [],
      children: [],
      others: [],
      centre: facts.centre,
      practice: false,
    });
    expect(JSON.stringify(sheet)).toContain('Los Olivos 123');
  });
});
