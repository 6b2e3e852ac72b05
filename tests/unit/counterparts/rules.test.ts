import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/shared/care/index.ts';
import { blankConsent } from '../../../src/shared/care/index.ts';
import {
  bearsName,
  counterpartNoteSchema,
  isAbout,
  noteWords,
  waitsOf,
} from '../../../src/shared/counterparts/index.ts';

const consent = (given: Partial<Consent>): Consent => ({
  ...(blankConsent as unknown as Consent),
  ...{ form: 'spoken', purposes: ['police'], receivers: ['Comisaría Inventada'], ...given },
});

describe('a consent', () => {
  it('is about a hand-over when it names the institution and the kind', () => {
    expect(isAbout(consent({}), 'police', 'Comisaría Inventada')).toBe(true);
    expect(isAbout(consent({ receivers: ['Otra'] }), 'police', 'Comisaría Inventada')).toBe(false);
    expect(isAbout(consent({ receivers: [] }), 'police', 'Comisaría Inventada')).toBe(false);
    expect(isAbout(consent({ purposes: ['health'] }), 'police', 'Comisaría Inventada')).toBe(false);
  });

  it('names nobody where she said no or could not be asked: it holds for the kind', () => {
    for (const form of ['refused', 'couldNotAsk'] as const)
      expect(isAbout(consent({ form, receivers: [] }), 'police', 'Comisaría Inventada')).toBe(true);
  });
});

describe('what was noted', () => {
  it('reads as one sentence', () => {
    const parse = (note: unknown) => noteWords(counterpartNoteSchema.parse(note));
    expect(parse({ kind: 'measures', step: 'notified', on: '2026-06-10', time: null })).toBe(
      'Medidas notificadas a la persona denunciada, 10/06/2026',
    );
    const attended = { kind: 'attended', attended: 'yes', on: '2026-06-10', time: '08:40', kit: 'partial' };
    const certificate = { certificateNumber: '77', certificateOn: '2026-06-11' };
    expect(parse({ ...attended, kitItems: ['hiv-test'], ...certificate })).toBe(
      'Atendida el 10/06/2026, 08:40, kit entregado en parte (prueba de VIH), certificado 77, del 11/06/2026',
    );
    const missed = { on: null, time: null, kit: null, kitItems: null, certificateNumber: null, certificateOn: null };
    expect(parse({ kind: 'attended', attended: 'didNotCome', ...missed })).toBe('No fue atendida: no acudió');
  });

  it('of a kit says when and what', () => {
    const given = { kind: 'attended', attended: 'yes', on: '2026-06-10', kit: 'yes', certificateNumber: null };
    const rest = { certificateOn: null };
    const issues = (note: object) =>
      counterpartNoteSchema.safeParse({ ...given, ...rest, ...note }).error?.issues.map(({ path }) => path.join('.'));
    expect(issues({ time: null, kitItems: ['hiv-test'] })).toEqual(['time']);
    expect(issues({ time: '08:40', kitItems: null })).toEqual(['kitItems']);
    expect(issues({ time: '08:40', kitItems: [] })).toEqual(['kitItems']);
  });
});

describe('how long hand-overs wait', () => {
  const row = (firstActAt: string | null) => ({ handedAt: '2026-06-10T14:00:00.000Z', firstActAt });

  it('is the middle one of the answered, and the longest', () => {
    const rows = ['2026-06-10T14:10:00.000Z', '2026-06-10T16:00:00.000Z', '2026-06-12T14:00:00.000Z', null].map(row);
    expect(waitsOf(rows)).toEqual({ answered: 3, waiting: 1, middle: 120, longest: 2880 });
    expect(waitsOf([row(null)])).toEqual({ answered: 0, waiting: 1, middle: null, longest: null });
  });
});

describe('an account', () => {
  const person = { givenNames: 'Pedro Imaginario', firstSurname: 'Quispe', secondSurname: 'Condori' };

  it('may be of a person by one given name and her surnames, however they are spelled and ordered', () => {
    for (const name of [
      'Pedro Imaginario Quispe Condori',
      'PEDRO Kispe Condori',
      'Condori Quispe, Pédro',
      'Pedro Quispe',
      'Imaginario Quispe',
    ])
      expect(bearsName(name, person), name).toBe(true);
    expect(bearsName('Pedro Quispe Otro', { ...person, secondSurname: null })).toBe(true);
  });

  it('is of another with another surname or no given name of hers, and of nobody without a name', () => {
    for (const name of ['Pedro Quispe Otro', 'Pedro Condori', 'Juan Quispe Condori', 'Quispe Condori'])
      expect(bearsName(name, person), name).toBe(false);
    expect(bearsName('Pedro Quispe', { ...person, firstSurname: null })).toBe(false);
    expect(bearsName('Pedro Quispe', { ...person, givenNames: null })).toBe(false);
  });
});
