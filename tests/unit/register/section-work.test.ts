import { describe, expect, it } from 'vitest';
import { sectionOf, standsTo } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { answersSchema, blankAnswers, type Questions } from '../../../src/shared/record/index.ts';
import { everythingKept, refusals } from './kept-work.ts';
import { noKeptWork } from '../../../src/shared/register/reintegration-work.ts';
import { workLines, workRules, type Work } from '../../../src/shared/register/section-work.ts';

const day = (text: string) => text as CivilDate;
const nothing: Work = {
  admittedOn: day('2026-06-10'),
  ...{ answersB: {}, homeVisits: [], acts: [], filings: [], referrals: [], kitRefusals: [], kept: noKeptWork },
};
type Act = Work['acts'][number];
type Filing = Work['filings'][number];
type Referral = Work['referrals'][number];

const act = (kind: Act['kind'], on: string, rest: Partial<Act> = {}): Act => ({
  ...{ kind, on: day(on), act: null, favours: null, instance: null, office: null, officeKind: null, ...rest },
});
const filing = (kind: number, on: string, instance: Filing['instance'] = 'court'): Filing => ({
  ...{ kind, instance, on: day(on), title: 'Escrito inventado' },
});
const referral = (kind: string, rest: Partial<Referral> = {}): Referral => ({
  ...{ kind, asksKit: kind === 'emergency-kit', establishment: 'Hospital Inventado', issuedOn: day('2026-06-10') },
  ...{ level: null, attended: null, ...rest },
});
const attended = { on: day('2026-06-11'), professional: 'Médica Inventada' };
const refused = { reason: 10, words: 'Motivo inventado', on: day('2026-06-10') };

const acts = (...list: Act[]): Partial<Work> => ({ acts: list });
const before = (...list: Act[]) => acts(...list, act('courtReceived', '2026-06-10', { officeKind: 'familyCourt' }));

/** Question → value of what these facts show in a section. */
function shown(section: 'b' | 'c' | 'd' | 'e' | 'f', facts: Partial<Work>): Record<string, unknown> {
  const lines = workLines(section, { ...nothing, ...facts });
  return Object.fromEntries(lines.map(({ question, value }) => [question, value]));
}

const taken = { needsInsertion: 1, acceptsInsertion: 1, insertedInShelter: 1 };

describe('what the work shows', () => {
  it.each<['b' | 'c' | 'd' | 'e' | 'f', string, Partial<Work>, Record<string, unknown>]>([
    ['c', 'a home visit', { homeVisits: [day('2026-06-12')] }, { homeVisitMade: 1 }],
    ['c', 'a shelter that took her in', { referrals: [referral('shelter', { attended })] }, taken],
    ['c', 'a shelter that has not answered', { referrals: [referral('shelter')] }, {}],
    [
      'b',
      'a referral to Acompañamiento',
      { referrals: [referral('accompaniment', { level: 2 })] },
      { accompanimentReferral: 2 },
    ],
    ['b', 'a referral to both levels', { referrals: [referral('accompaniment')] }, {}],
    ['c', 'another referral answered', { referrals: [referral('health', { attended })] }, {}],
    [
      'd',
      'police and prosecutor before she came',
      before(
        act('policeInformed', '2026-06-01', { office: 'Comisaría Inventada' }),
        act('prosecutorReceived', '2026-06-03'),
        act('prosecutorReceived', '2026-06-05', { office: 'Fiscalía Inventada' }),
      ),
      {
        priorInstances: ['police', 'prosecutor'],
        ...{ policeOffice: 'Comisaría Inventada', policeSince: '2026-06-01' },
        ...{ prosecutorOffice: 'Fiscalía Inventada', prosecutorSince: '2026-06-03' },
      },
    ],
    [
      'd',
      'courts by their row of the directory and by a judgment',
      before(
        act('courtReceived', '2026-05-01', { officeKind: 'magistrateCourt' }),
        act('measuresDecided', '2026-05-02', { officeKind: 'familyCourt' }),
        act('chamberReceived', '2026-05-03'),
        act('judgment', '2026-05-04', { instance: 'supreme' }),
      ),
      {
        priorInstances: ['peaceCourt', 'specialisedCourt', 'superiorCourt', 'supremeCourt'],
        ...{ peaceCourtSince: '2026-05-01', specialisedCourtSince: '2026-05-02' },
        ...{ superiorCourtSince: '2026-05-03', supremeCourtSince: '2026-05-04' },
      },
    ],
    ['d', 'a court that the directory does not know', before(act('courtReceived', '2026-05-01')), {}],
    ['d', 'a breach, which places nothing', before(act('breach', '2026-05-01', { officeKind: 'policeStation' })), {}],
    [
      'e',
      'writs that carry out an action',
      { filings: [filing(3, '2026-06-11'), filing(4, '2026-06-12')] },
      {
        planActions: ['appear', 'requestMeasures'],
      },
    ],
    ['e', 'a writ that carries out none', { filings: [filing(14, '2026-06-11')] }, {}],
    [
      'e',
      'a referral for the kit',
      { referrals: [referral('health', { asksKit: true })] },
      {
        planActions: ['emergencyKit'],
      },
    ],
    ['e', 'a referral for anything else', { referrals: [referral('health')] }, {}],
    ['f', 'sexual violence', { answersB: { violenceType: 3 } }, { sexualViolenceCase: 1 }],
    [
      'f',
      'acts of it beside another',
      { answersB: { violenceType: 2, sexualActs: ['rape'] } },
      { sexualViolenceCase: 1 },
    ],
    ['f', 'no act of it', { answersB: { violenceType: 2, sexualActs: [] } }, {}],
    [
      'f',
      'the slip of the kit',
      { referrals: [referral('emergency-kit', { attended })] },
      {
        ...{ kitHealthCentre: 'Hospital Inventado', kitProfessional: 'Médica Inventada' },
      },
    ],
    [
      'f',
      'a slip that names nobody',
      { referrals: [referral('emergency-kit', { attended: { ...attended, professional: null } })] },
      {
        kitHealthCentre: 'Hospital Inventado',
      },
    ],
    ['f', 'the slip of another referral', { referrals: [referral('health', { attended })] }, {}],
    ['f', 'why not the kit', { kitRefusals: [refused] }, { noKitReason: 10, otherNoKitReason: 'Motivo inventado' }],
    ['f', 'why not, of a list', { kitRefusals: [{ ...refused, reason: 3, words: null }] }, { noKitReason: 3 }],
    ['f', 'why not, and the kit after all', { kitRefusals: [refused], referrals: [referral('emergency-kit')] }, {}],
    [
      'f',
      'the newest act',
      acts(act('chamberDecided', '2026-07-01'), act('policeInformed', '2026-06-01')),
      {
        processInstance: 5,
      },
    ],
    [
      'f',
      'a judgment of the peace',
      acts(act('judgment', '2026-07-01', { instance: 'peace' })),
      { processInstance: 3 },
    ],
    [
      'f',
      'a newer writ',
      { ...acts(act('policeInformed', '2026-06-01')), filings: [filing(4, '2026-06-02', 'prosecutor')] },
      {
        processInstance: 2,
      },
    ],
    [
      'f',
      'a newer writ at a court of either kind',
      { ...acts(act('policeInformed', '2026-06-01')), filings: [filing(4, '2026-06-02')] },
      {},
    ],
    [
      'f',
      'a newer report, or a writ elsewhere',
      {
        ...acts(act('policeInformed', '2026-06-01')),
        filings: [filing(20, '2026-06-02'), filing(2, '2026-06-03', 'other')],
      },
      { processInstance: 1 },
    ],
    [
      'f',
      'two instances on one day',
      acts(act('policeInformed', '2026-06-01'), act('prosecutorReceived', '2026-06-01')),
      {},
    ],
  ])('in Section %s: %s', (section, _, facts, expected) => {
    expect(shown(section, facts)).toEqual(expected);
  });

  it('is said with the fact, its day and where it is read', () => {
    const judged = act('judgment', '2026-07-01', { instance: 'superior', favours: 'yes', office: 'Sala Inventada' });
    expect(workLines('f', { ...nothing, ...acts(judged) })).toEqual([
      {
        ...{ question: 'processInstance', value: 5, on: '2026-07-01', page: 'proceeding' },
        words: 'Sentencia: favorable a ella, Sala Inventada',
      },
    ]);
  });

  it('names no shelter, and nobody of one', () => {
    const lines = workLines('c', {
      ...nothing,
      referrals: [referral('shelter', { establishment: 'Casa Secreta', attended })],
    });
    expect(JSON.stringify(lines)).not.toMatch(/Secreta|Inventada/);
  });

  it('shows nothing where nothing was done', () => {
    for (const section of ['b', 'c', 'd', 'e', 'f'] as const) expect(shown(section, {})).toEqual({});
  });

  it('answers only questions of its section, as the section takes them', () => {
    const everything: Work = {
      ...nothing,
      answersB: { violenceType: 3 },
      homeVisits: [day('2026-06-12')],
      acts: (['peace', 'specialised', 'superior', 'supreme'] as const)
        .map((instance) => act('judgment', '2026-05-01', { instance, office: 'x'.repeat(160) }))
        .concat(
          act('policeInformed', '2026-05-01', { office: 'x' }),
          act('prosecutorReceived', '2026-05-02', { office: 'x' }),
        ),
      kept: everythingKept,
      filings: [1, 2, 3, 4, 6, 11].map((kind) => filing(kind, '2026-06-11')),
      referrals: [
        referral('shelter', { attended }),
        referral('emergency-kit', { attended, establishment: 'x'.repeat(200) }),
      ],
    };
    const found = new Set<string>();
    for (const section of ['b', 'c', 'd', 'e', 'f'] as const) {
      const questions: Questions = sectionOf(section).questions;
      const refusal = section === 'f' ? workLines(section, { ...nothing, kitRefusals: [refused] }) : [];
      const place =
        section === 'f' ? workLines(section, { ...nothing, ...acts(act('chamberHeard', '2026-07-01')) }) : [];
      for (const { question, value } of [
        ...workLines(section, everything),
        ...refusal,
        ...place,
        ...refusals(section),
      ]) {
        found.add(question);
        const one = questions[question];
        if (one === undefined) throw new Error(`${section} asks no ${question}`);
        const schema = answersSchema({ [question]: one });
        expect(schema.safeParse({ ...blankAnswers({ [question]: one }), [question]: value }).success).toBe(true);
      }
    }
    expect(workRules.map(({ question }) => question).filter((question) => !found.has(question))).toEqual([]);
  });
});

describe('how an answer stands to it', () => {
  it.each<[string | number | string[], unknown, 'blank' | 'same' | 'differs']>([
    [1, null, 'blank'],
    ['Hospital', '', 'blank'],
    [['police'], null, 'blank'],
    [['police'], [], 'differs'],
    [1, 1, 'same'],
    ['Hospital Inventado', ' hospital inventado', 'same'],
    [['police'], ['police', 'prosecutor'], 'same'],
    [1, 0, 'differs'],
    ['Hospital', 'Otro', 'differs'],
    [['police', 'prosecutor'], ['police'], 'differs'],
  ])('%j and %j: %s', (value, answer, stands) => {
    expect(standsTo({ value }, answer)).toBe(stands);
  });
});
