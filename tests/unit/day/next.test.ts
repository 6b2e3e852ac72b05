/** «Lo que sigue»: each kind of item, whose turn it is, until when, and that it ends with the fact behind it. */
import { describe, expect, it } from 'vitest';
import {
  nextOf,
  noContact,
  untilWords,
  type CaseFacts,
  type NextItem,
  type NextReader,
} from '../../../src/shared/day/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const today = '2026-06-10' as CivilDate;
const day = (text: string) => text as CivilDate;

const calm: CaseFacts = {
  ...{
    isDraft: false,
    isClosed: false,
    closing: null,
    team: ['psychology', 'social', 'legal'],
    level: 1,
    valuedOn: day('2026-06-01'),
    hasMeasures: false,
    safety: { dueOn: day('2026-06-30'), since: null },
  },
  ...{
    steps: [],
    reintegration: [],
    sameDay: [],
    notices: [],
    terms: [],
    hearings: [],
    referrals: [],
    differences: [],
    consents: [],
    corrections: [],
    handOvers: [],
  },
  ...{ hasDoubt: false, missing: { a: 0, b: 0 }, contact: noContact },
};

const psychologist: NextReader = { services: ['psychology'], isOwn: false };
const lawyer: NextReader = { services: ['legal'], isOwn: false };

const next = (facts: Partial<CaseFacts>, reader = psychologist) => nextOf({ ...calm, ...facts }, reader, today);
const told = (items: readonly NextItem[]) => items.map(({ task, group, until, who }) => [group, task, until, who]);

function aTerm(
  ruleId: string,
  on: string | null,
  more: Partial<CaseFacts['terms'][number]> = {},
): CaseFacts['terms'][number] {
  return {
    ...{ ruleId, task: `Tarea ${ruleId}`, actor: 'centre', consequence: 'internal' },
    ...{ warnsAt: on === null ? null : { on: day(on), time: '23:59' }, isOverdue: on !== null && on < today },
    ...more,
  };
}

const aWeapon = { words: 'Arma', says: 'policeIntervention', why: null, on: today } as const;

/** Facts, the item they make, and the same facts gone. */
const kinds: readonly (readonly [string, Partial<CaseFacts>, readonly (readonly string[])[]])[] = [
  [
    'a fact that cannot wait',
    { sameDay: [{ words: 'Amenaza de muerte', says: 'safetyPlan', why: null, on: day('2026-06-09') }] },
    [['today', 'Responder: amenaza de muerte', 'ayer, 09/06', 'Psicología, Social y Legal']],
  ],
  [
    'a notice that no work ends',
    { notices: [{ kind: 'askedAbout', note: 'Un hombre', on: today }] },
    [['today', 'Preguntaron por la persona usuaria', 'hoy', 'Psicología, Social y Legal']],
  ],
  [
    'a severe risk without measures',
    { level: 3 },
    [['today', 'Solicitar medidas de protección', 'hace 9 días, 01/06', 'Legal']],
  ],
  [
    'a severe risk that no lawyer knows of',
    { level: 3, team: ['psychology'] },
    [['today', 'Entregar el caso a Servicio legal', 'hace 9 días, 01/06', 'Psicología']],
  ],
  [
    'a term that is late',
    { terms: [aTerm('D36b', '2026-06-09')] },
    [['overdue', 'Tarea D36b', 'ayer, 09/06', 'Psicología']],
  ],
  [
    'a severe risk without a safety plan',
    { level: 3, hasMeasures: true, safety: null },
    [['soon', 'Hacer el plan de seguridad con ella', 'hace 9 días, 01/06', 'Psicología']],
  ],
  [
    'a moderate risk without a safety plan',
    { level: 2, safety: null },
    [['later', 'Hacer el plan de seguridad con ella', '', 'Psicología']],
  ],
  [
    'a valuation after the safety plan',
    { valuedOn: day('2026-06-09'), safety: { dueOn: day('2026-06-30'), since: 'valued' } },
    [['soon', 'Releer el plan de seguridad con ella', 'ayer, 09/06', 'Psicología']],
  ],
  [
    'a measure taken after the safety plan',
    { safety: { dueOn: day('2026-06-30'), since: 'answered' } },
    [['soon', 'Releer el plan de seguridad con ella', 'hoy', 'Psicología']],
  ],
  [
    'a fact whose action stands in the plan: said once',
    {
      sameDay: [aWeapon],
      steps: [
        {
          ...{ action: 'policeIntervention', label: 'Solicitar la intervención policial', service: 'legal' },
          ...{ to: null, isOwn: false, dueOn: today },
        },
      ],
    },
    [['today', 'Responder: arma', 'hoy', 'Psicología, Social y Legal']],
  ],
  [
    'a safety plan to be read again this week',
    { safety: { dueOn: day('2026-06-12'), since: null } },
    [['later', 'Releer el plan de seguridad con ella', 'viernes 12/06', 'Psicología']],
  ],
  [
    'a safety plan whose day has passed',
    { safety: { dueOn: day('2026-06-09'), since: null } },
    [['overdue', 'Releer el plan de seguridad con ella', 'ayer, 09/06', 'Psicología']],
  ],
  [
    'a step of the plan',
    {
      steps: [
        { action: 'other', label: 'Paso A', service: 'psychology', to: null, isOwn: false, dueOn: day('2026-06-12') },
      ],
    },
    [['later', 'Paso A', 'viernes 12/06', 'Psicología']],
  ],
  [
    'a step of the plan that is late, of one person',
    {
      steps: [
        {
          action: 'appear',
          label: 'Paso B',
          service: 'social',
          to: 'Sonia Inventada',
          isOwn: false,
          dueOn: day('2026-06-08'),
        },
      ],
    },
    [['overdue', 'Paso B', 'hace 2 días, 08/06', 'Sonia Inventada']],
  ],
  ['a term of tomorrow', { terms: [aTerm('D33a', '2026-06-11')] }, [['soon', 'Tarea D33a', 'mañana, 11/06', 'Legal']]],
  [
    'a term of this week',
    { terms: [aTerm('D31a', '2026-06-12')] },
    [['later', 'Tarea D31a', 'viernes 12/06', 'Social y Legal']],
  ],
  [
    'a term that others must meet',
    { terms: [aTerm('D02', '2026-06-10', { consequence: 'verify' })] },
    [['soon', 'Verificar: Tarea D02', 'hoy', 'Legal']],
  ],
  ['a term without its day', { terms: [aTerm('D39', null)] }, [['later', 'Tarea D39', '', 'Legal']]],
  [
    'a hearing',
    {
      hearings: [
        { kind: 'Audiencia única', office: 'Juzgado', attends: 'Luz', isOwn: false, at: { on: today, time: '11:30' } },
      ],
    },
    [['soon', 'Audiencia: Audiencia única', 'hoy, 11:30', 'Luz']],
  ],
  [
    'a referral without its slip',
    { referrals: [{ words: 'Salud', dueOn: day('2026-06-08'), isHere: false }] },
    [['overdue', 'Pedir la respuesta de la derivación', 'hace 2 días, 08/06', 'Social']],
  ],
  [
    'a hand-over to an institution here, from its first day',
    { referrals: [{ words: 'Comisaría', dueOn: day('2026-06-30'), isHere: true }] },
    [['later', 'Pedir la respuesta de la derivación', 'el 30/06', 'Social']],
  ],
  [
    'what a counterpart noted that differs',
    { differences: [day('2026-06-10')] },
    [['soon', 'Revisar lo que anotó la contraparte', 'hoy', 'Psicología, Social y Legal']],
  ],
  [
    'a consent that could not be asked',
    { consents: [day('2026-06-05')] },
    [['later', 'Pedir el consentimiento que no se pudo pedir', '', 'Social']],
  ],
  [
    'corrections that were asked for',
    { corrections: [day('2026-06-05'), day('2026-06-08')] },
    [['later', 'Decidir 2 correcciones pedidas', '', 'Psicología, Social y Legal']],
  ],
  [
    'a hand-over that nobody took up',
    { handOvers: [{ service: 'legal', to: null, isOwn: false, on: day('2026-06-09') }] },
    [['soon', 'Empezar la atención', 'ayer, 09/06', 'Legal']],
  ],
  [
    'a draft that misses answers',
    { isDraft: true, missing: { a: 0, b: 6 } },
    [['later', 'Completar Sección B y validar', '', 'Psicología']],
  ],
  [
    'a draft whose Section A is not whole',
    { isDraft: true, missing: { a: 2, b: 6 } },
    [['later', 'Completar Sección A', '', 'Psicología']],
  ],
  ['a whole draft', { isDraft: true }, [['later', 'Validar la ficha', '', 'Psicología']]],
  [
    'a draft with a doubt',
    { isDraft: true, hasDoubt: true },
    [['later', 'Decir si es la misma persona', '', 'Psicología']],
  ],
];

describe('the safety plan', () => {
  it('is not reminded of for a mild risk, nor where nothing was valued', () => {
    expect(next({ level: 1, safety: null })).toEqual([]);
    expect(next({ level: null, valuedOn: null, safety: null })).toEqual([]);
  });
});

describe('what is next in a case', () => {
  it('is nothing where nothing is to be done', () => {
    expect(next({})).toEqual([]);
  });

  it.each(kinds)('is said of %s, and ends with it', (_, facts, items) => {
    expect(told(next(facts))).toEqual(items);
  });

  it('never is nothing after a severe risk, until measures are asked for', () => {
    expect(next({ level: 3, valuedOn: today })).toHaveLength(1);
    expect(next({ level: 3, valuedOn: today, isDraft: true, missing: { a: 0, b: 2 } })).toHaveLength(2);
    expect(next({ level: 3, hasMeasures: true })).toEqual([]);
  });

  it('tells of the measures once, by their term where it runs', () => {
    expect(told(next({ level: 3, terms: [aTerm('D33b', '2026-06-10')] }))).toEqual([
      ['today', 'Tarea D33b', 'hoy', 'Legal'],
    ]);
  });

  it('asks for the first interview once, by its term', () => {
    const facts = { isDraft: true, missing: { a: 0, b: null } };
    expect(told(next({ ...facts, terms: [aTerm('D30', '2026-06-08')] }))).toEqual([
      ['overdue', 'Tarea D30', 'hace 2 días, 08/06', 'Psicología'],
    ]);
    expect(told(next(facts))).toEqual([['later', 'Completar Sección B', '', 'Psicología']]);
  });

  it('leaves out what the record says by itself, and what falls due in more than a week', () => {
    expect(next({ notices: [{ kind: 'handedOver', note: null, on: today }] })).toEqual([]);
    expect(next({ notices: [{ kind: 'deadlineOverdue', note: 'x', on: today }] })).toEqual([]);
    expect(next({ terms: [aTerm('D36a', '2026-06-18')] })).toEqual([]);
    expect(next({ terms: [aTerm('D36a', '2026-06-17')] })).toHaveLength(1);
  });

  it('does not tell of a hand-over beside the work it brings', () => {
    const handOvers = [{ service: 'psychology', to: null, isOwn: false, on: today }] as const;
    expect(told(next({ handOvers, terms: [aTerm('D30', '2026-06-10')] }))).toEqual([
      ['soon', 'Tarea D30', 'hoy', 'Psicología'],
    ]);
  });

  it('puts a danger before a step of protection that is older', () => {
    const facts = {
      level: 3 as const,
      valuedOn: day('2026-06-01'),
      sameDay: [aWeapon],
    };
    expect(next(facts).map(({ kind }) => kind)).toEqual(['sameDay', 'protect']);
  });

  it('puts what cannot wait first, then what is late, then by day', () => {
    const facts = {
      sameDay: [aWeapon],
      terms: [
        aTerm('D36a', '2026-06-12'),
        aTerm('D34a', '2026-06-07'),
        aTerm('D33a', '2026-06-09'),
        aTerm('D31a', '2026-06-10'),
      ],
    };
    expect(next(facts).map(({ task }) => task)).toEqual([
      'Responder: arma',
      'Tarea D34a',
      'Tarea D33a',
      'Tarea D31a',
      'Tarea D36a',
    ]);
  });
});

describe('whose turn it is', () => {
  const late = { terms: [aTerm('D33a', '2026-06-09')] };

  it('is of both whose sections a term asks for, each on the page of its own', () => {
    const described = { terms: [aTerm('D31a', '2026-06-10')] };
    const readers = (['social', 'legal', 'psychology'] as const).map((service) => ({
      services: [service],
      isOwn: false,
    }));
    expect(readers.map((reader) => next(described, reader)).map(([one]) => [one?.isMine, one?.page])).toEqual([
      [true, 'sectionC'],
      [true, 'sectionD'],
      [false, 'sectionC'],
    ]);
    const both: NextReader = { services: ['legal', 'social'], isOwn: false };
    expect(next(described, both)[0]?.page).toBe('sectionC');
    // Nobody of the legal service holds it: the page is that of whoever does.
    expect(next({ ...described, team: ['social'] }, readers[0])[0]).toMatchObject({
      turn: ['social'],
      page: 'sectionC',
    });
  });

  it('is of the service whose work it is', () => {
    expect(next(late, lawyer)[0]).toMatchObject({ isMine: true, turn: ['legal'] });
    expect(next(late)[0]).toMatchObject({ isMine: false });
  });

  it('is of whoever holds the case where that service does not', () => {
    const d02 = { terms: [aTerm('D02', '2026-06-09')] };
    expect(next({ ...d02, team: ['psychology'] })[0]).toMatchObject({ isMine: true, who: 'Psicología' });
    expect(told(next({ ...late, team: ['social', 'psychology'] }))).toEqual([
      ['overdue', 'Entregar el caso a Servicio legal', 'ayer, 09/06', 'Psicología'],
    ]);
    expect(next({ ...late, team: [] }, { services: ['social'], isOwn: true })[0]).toMatchObject({
      isMine: true,
      who: '',
    });
    expect(next({ ...late, team: [] }, { services: ['social'], isOwn: false })[0]).toMatchObject({ isMine: false });
  });

  it('is of the first of two, and of the second where the first does not hold the case', () => {
    const contact = { terms: [aTerm('D34a', '2026-06-09')] };
    expect(next(contact)[0]).toMatchObject({ isMine: false, turn: ['social'] });
    expect(next({ ...contact, team: ['psychology', 'legal'] })[0]).toMatchObject({
      isMine: true,
      turn: ['psychology'],
    });
  });

  it('of a hearing is of who goes', () => {
    const hearing = { kind: 'Vista', office: 'Sala', attends: 'Luz', at: { on: today, time: '11:30' } };
    expect(next({ hearings: [{ ...hearing, isOwn: true }] }, lawyer)[0]).toMatchObject({ isMine: true });
    expect(next({ hearings: [{ ...hearing, isOwn: false }] }, lawyer)[0]).toMatchObject({ isMine: false });
    expect(next({ hearings: [{ ...hearing, attends: null, isOwn: false }] }, lawyer)[0]).toMatchObject({
      isMine: true,
    });
  });

  it('joins two services in one person', () => {
    const both: NextReader = { services: ['psychology', 'legal'], isOwn: false };
    const facts = { terms: [aTerm('D33a', '2026-06-09'), aTerm('D36a', '2026-06-09'), aTerm('D32a', '2026-06-09')] };
    expect(next(facts, both).map(({ isMine }) => isMine)).toEqual([true, true, false]);
  });
});

it.each([
  ['2026-06-10', null, 'hoy'],
  ['2026-06-10', '23:59', 'hoy'],
  ['2026-06-10', '15:30', 'hoy, 15:30'],
  ['2026-06-11', null, 'mañana, 11/06'],
  ['2026-06-09', '10:00', 'ayer, 09/06'],
  ['2026-06-01', null, 'hace 9 días, 01/06'],
  ['2026-06-16', null, 'martes 16/06'],
  ['2026-06-17', null, 'el 17/06'],
])('%s at %s is said «%s»', (on, time, words) => {
  expect(untilWords({ on: day(on), time }, today)).toBe(words);
});

describe('a step of the plan', () => {
  const step = { label: 'Paso', service: 'legal', to: null, isOwn: false, dueOn: today } as const;
  const stepsOf = (facts: Partial<CaseFacts>, action: 'safetyPlan' | 'requestMeasures') =>
    next({ ...facts, steps: [{ ...step, action }] }).filter(({ kind }) => kind === 'planStep').length;

  it('is not said beside an item of the case that says the same', () => {
    expect(stepsOf({ level: 3, safety: null }, 'safetyPlan')).toBe(0);
    expect(stepsOf({ level: 1, safety: null }, 'safetyPlan')).toBe(1);
    expect(stepsOf({ level: 3 }, 'requestMeasures')).toBe(0);
    expect(stepsOf({ level: 2, terms: [aTerm('D33a', '2026-06-11')] }, 'requestMeasures')).toBe(0);
    expect(stepsOf({ level: 2 }, 'requestMeasures')).toBe(1);
  });
});
