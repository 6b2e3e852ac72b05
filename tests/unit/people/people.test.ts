import { describe, expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import {
  aggressorPersonSchema,
  blankAggressor,
  blankUser,
  dniCheck,
  makePlaceIndex,
  normalizeDocumentNumber,
  normalizePhone,
  personWarnings,
  placeLabel,
  searchPlaces,
  userPersonSchema,
  type PlaceRow,
  paperName,
} from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const context = { admittedOn: '2026-11-25' as CivilDate, age: 30 };
const user = { ...blankUser(), givenNames: 'Urpi', firstSurname: 'Condori', secondSurname: 'Apaza' };
const withNumber = (number: string) => ({
  ...user,
  document: { kind: 'dni' as const, state: 'known' as const, number },
});
const paths = (person: typeof user) => personWarnings(person, context).map((warning) => warning.path);

describe('schemas of persons', () => {
  it('take a user with one name only and refuse one with none', () => {
    expect(userPersonSchema.safeParse({ ...blankUser(), givenNames: 'O' }).success).toBe(true);
    expect(userPersonSchema.safeParse(blankUser()).success).toBe(false);
  });

  it('take an unknown aggressor without names, and not with them', () => {
    expect(aggressorPersonSchema.safeParse(blankAggressor()).success).toBe(true);
    expect(aggressorPersonSchema.safeParse({ ...blankAggressor(), givenNames: 'Juan' }).success).toBe(false);
  });

  it('accept a doubtful number: it warns, it does not block', () => {
    expect(userPersonSchema.safeParse(withNumber('1234567')).success).toBe(true);
  });
});

describe('dniCheck', () => {
  it.each([
    ['10117410', '2', 'G'],
    ['00000000', '6', 'K'],
    ['08765432', '5', 'J'],
    ['45678912', '4', 'I'],
    ['90000001', '0', 'D'],
    ['90000008', '7', 'A'],
  ])('gives the characters of vector %s', (number, digit, letter) => {
    expect(dniCheck(number)).toEqual({ digit, letter });
  });

  it('knows nothing of seven digits', () => {
    expect(dniCheck('1234567')).toBeNull();
  });
});

describe('normalisation of numbers', () => {
  it('drops spaces and turns full-width digits', () => {
    expect(normalizeDocumentNumber('12 345 678')).toBe('12345678');
    expect(normalizeDocumentNumber('\uff10\uff11234567')).toBe('01234567');
    expect(normalizePhone('+51 948-072-884')).toBe('948072884');
    expect(normalizePhone('0051948072884')).toBe('948072884');
  });
});

describe('personWarnings', () => {
  it.each(['1234567', '123456789', '11111111', '00000000', '10117410-3'])(
    'warns about document vector %s',
    (number) => {
      expect(paths(withNumber(number))).toContain('document.number');
    },
  );

  it.each(['01234567', '10117410-2', '10117410-G', '10 117 410'])('is silent about document vector %s', (number) => {
    expect(paths(withNumber(number))).not.toContain('document.number');
  });

  it('warns about mixed alphabets, capitals, age against birth and a phone of ten digits', () => {
    expect(paths({ ...user, givenNames: '\u041c\u0430ria' })).toContain('givenNames');
    expect(paths({ ...user, firstSurname: 'CONDORI' })).toContain('firstSurname');
    expect(paths({ ...user, birth: { year: 1980, month: null, day: null } })).toContain('birth');
    expect(paths({ ...user, birth: { year: 1995, month: null, day: null } })).not.toContain('birth');
    expect(paths({ ...user, contact: { ...user.contact, phone: '9329499263' } })).toContain('contact.phone');
  });
});

describe('places', () => {
  const index = makePlaceIndex(districts as unknown as PlaceRow[]);

  it('hold every district', () => {
    expect(index.places).toHaveLength(1891);
    expect(index.byReniec.size).toBe(1891);
    expect(index.byReniec.get('140115')?.code).toBe('150122');
  });

  it('are found by all words, without accents, up to the limit', () => {
    const found = searchPlaces(index, 'pariahuanca ancash');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((place) => place.district === 'Pariahuanca' && place.department.endsWith('ncash'))).toBe(true);
    expect(searchPlaces(index, 'a')).toHaveLength(50);
    expect(searchPlaces(index, '  ')).toEqual([]);
  });

  it('are named with province and department, abroad and unknown codes too', () => {
    expect(placeLabel(index, '150122')).toBe('Miraflores, Lima, Lima');
    expect(placeLabel(index, '999999')).toBe('Otro país');
    expect(placeLabel(index, '990101')).toBe('990101 (no encontrado)');
  });
});

describe('paperName', () => {
  const named = (givenNames: string | null, firstSurname: string | null, secondSurname: string | null = null) =>
    paperName({ nameState: 'known', givenNames, firstSurname, secondSurname });
  it.each([
    [named('Yeni', 'ccente', 'QUISPE'), 'Yeni Ccente Quispe'],
    [named('MARÍA DE LOS ÁNGELES', 'DE LA CRUZ'), 'María de los Ángeles de la Cruz'],
    [named('Ana', 'De la Cruz'), 'Ana De la Cruz'],
    [named('rosa', "d'angelo", 'SÁNCHEZ-PAZ'), "Rosa D'Angelo Sánchez-Paz"],
    [named('Ana', 'McKay'), 'Ana McKay'],
    [named(null, null), null],
  ])('prints %s', (printed, expected) => {
    expect(printed).toBe(expected);
  });
});
