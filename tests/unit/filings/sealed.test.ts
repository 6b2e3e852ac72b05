/** Who must not be named in a writ: found in whatever people wrote, shortened or refused, told to who signs. */
import { describe, expect, it } from 'vitest';
import { composeFiling, type FilingFacts, type FilingOptions } from '../../../src/shared/filings/index.ts';
import type { PrivatePerson } from '../../../src/shared/papers/index.ts';
import { facts, issue, options } from './sample.ts';

const girl: PrivatePerson = { who: 'persona usuaria menor de edad', names: ['Luz De La Cruz Quispe'], isMinor: true };
const aunt: PrivatePerson = { who: 'familiar', names: ['Inés Ficticia de la Torre', 'Nena'], isMinor: false };

type Told = { readonly account?: string; readonly options?: Partial<FilingOptions>; readonly facts?: FilingFacts };

function composed(persons: readonly PrivatePerson[], told: Told, withheld: readonly string[] = []) {
  const base = told.facts ?? facts;
  const account = told.account ?? base.incident.account;
  const given = { ...base, incident: { ...base.incident, account } };
  return composeFiling(given, { ...options, ...told.options }, { ...issue, persons, withheld });
}

const words = (persons: readonly PrivatePerson[], told: Told) => JSON.stringify(composed(persons, told).paper.blocks);

describe('a name in the account', () => {
  it.each([
    [
      'whole, in any letters',
      girl,
      'Vio a LUZ DE LA CRUZ QUISPE y a luz de la cruz quispe.',
      'Vio a L. D. L. C. Q. y a L. D. L. C. Q.',
    ],
    [
      'two parts of it, particles or not',
      girl,
      'Vio a Luz Cruz y a la niña Cruz Quispe.',
      'Vio a L. C. y a la niña C. Q.',
    ],
    [
      'two parts that do not follow each other',
      aunt,
      'Llegó Inés Torre; inés torre vive cerca.',
      'Llegó I. T.; I. T. vive cerca.',
    ],
    ['words of two persons', aunt, 'Llegó Inés Pérez con Luis Torre.', 'Llegó Inés Pérez con Luis Torre.'],
    ['in another spelling', girl, 'Vio a Lus de la Crus Kispe.', 'Vio a L. C. K.'],
    ['one part of a minor', girl, 'Vio a Luz. No había luz.', 'Vio a L. No había luz.'],
    ['by what she is called', aunt, 'Llegó la Nena y después Inés Ficticia.', 'Llegó la N. y después I. F.'],
    ['one part of an adult is of many', aunt, 'Llegó Inés.', 'Llegó Inés.'],
  ])('%s', (_how, person, account, told) => {
    expect(words([person], { account })).toContain(told);
  });

  it('is left where it is part of a name that the writ prints', () => {
    const son: PrivatePerson = { who: 'niño', names: ['Persona Inventada Tres'], isMinor: true };
    const told = words([son], { account: 'Persona Inventada Dos golpeó a Persona Inventada Tres.' });
    expect(told).toContain('Persona Inventada Dos golpeó a P. I. T.');
  });

  it('does not hide a street under reserve that is called alike', () => {
    const told = { account: 'Vive en la calle Luz Quispe 123.' };
    expect(composed([girl], told, ['Calle Luz Quispe 123']).withheldFound).toBe(true);
  });
});

describe('a school', () => {
  const girlOnly = [girl];
  it.each([
    ['Estudia en la I.E. 50123.', 'Estudia en la [centro de estudios en reserva].'],
    ['Estudia en la I. E. N.º 50123 «Los Andes».', 'Estudia en la [centro de estudios en reserva].'],
    ['Va al colegio San José de Cluny, cerca.', 'Va al [centro de estudios en reserva], cerca.'],
    ['Va a la INSTITUCIÓN EDUCATIVA «Los Andes».', 'Va a la [centro de estudios en reserva].'],
    ['Va al jardín Mi Mundo Inventado.', 'Va al [centro de estudios en reserva].'],
  ])('of a minor is left out: %s', (account, told) => {
    expect(words(girlOnly, { account })).toContain(told);
  });

  it.each(['Estaba en el jardín de la casa.', 'El Colegio de Abogados de Lima lo dijo.', 'Salió del colegio.'])(
    'is none: %s',
    (account) => {
      expect(words(girlOnly, { account })).toContain(account);
    },
  );

  it('stays where nobody under age is protected', () => {
    const account = 'Trabaja en la I.E. 50123.';
    expect(words([aunt], { account })).toContain(account);
  });
});

describe('what is told to who signs', () => {
  it('says whom it concerns, what stands instead and how often', () => {
    const account = 'Luz gritó. Luz de la Cruz corrió a la I.E. 50123 con Inés Ficticia.';
    expect(composed([girl, aunt], { account }).changed).toEqual([
      'Persona usuaria menor de edad: por iniciales, «L.», «L. C.» (2 veces)',
      'Familiar: por iniciales, «I. F.» (1 vez)',
      'Centro de estudios: «[centro de estudios en reserva]» (1 vez)',
    ]);
  });

  it('is nothing where nobody was named', () => {
    const { changed, shortened } = composed([girl, aunt], { account: 'Volvió.' });
    expect([changed, shortened]).toEqual([[], []]);
  });
});

/** Every text that people write in a writ of kind 3. */
const planted = (text: string): Partial<FilingOptions> => ({
  measures: options.measures.map((one) => ({ ...one, reason: text, detail: text })),
  precautionary: options.precautionary.map((one) => ({ ...one, reason: text })),
  criteria: Object.fromEntries(Object.keys(options.criteria).map((id) => [id, text])) as FilingOptions['criteria'],
  evidence: [{ text, purpose: text }],
  annexes: [text],
  otherRequests: [text],
  urgency: { asked: true, reason: text },
});

describe('every text of a writ', () => {
  it('holds no name of anybody who must not be named, and says what it changed', () => {
    const text = 'Sobre Luz De La Cruz Quispe y su tía Inés Ficticia, en la I.E. 50123.';
    const incident = { ...facts.incident, place: text, acts: [text] };
    const result = composed([girl, aunt], { account: text, options: planted(text), facts: { ...facts, incident } });
    const paper = JSON.stringify(result.paper);
    for (const secret of ['Luz', 'Quispe y', 'Inés', 'Ficticia', '50123']) expect(paper).not.toContain(secret);
    expect(JSON.stringify(result.options)).not.toContain('Luz');
    expect(result.shortened.map(({ person }) => person)).toEqual([girl, aunt]);
    expect(paper).toContain('se presentan en sobre cerrado');
  });
});

describe('names that the writ prints', () => {
  it('are not hers where she stands by initials', () => {
    const minor = { ...facts, user: { ...facts.user, age: 15 }, incident: { ...facts.incident, account: null } };
    const herself: PrivatePerson = { who: 'menor', names: [facts.user.names ?? ''], isMinor: true };
    const told = composed([herself], { facts: minor, options: { otherRequests: ['Que se oiga a Ñusta Ágata.'] } });
    expect(JSON.stringify(told.paper)).toContain('Que se oiga a Ñ. Á.');
  });
});
