import { describe, expect, it } from 'vitest';
import { noEvents, type CaseEvents, type RegisterFacts } from '../../../src/shared/register/facts.ts';
import { indicators, indicatorValue } from '../../../src/shared/register/indicators.ts';

type Facts = Pick<RegisterFacts, 'answers' | 'events'>;

const nothing: Facts = { answers: {}, events: noEvents };
const withEvents = (events: Partial<CaseEvents>): Facts => ({ answers: {}, events: { ...noEvents, ...events } });
const action = (service: 'psychology' | 'social' | 'legal', number: number | null = null) => ({ service, number });
const plainFiling = {
  instance: null,
  asksProtection: false,
  asksPrecautionary: false,
  asksPolice: false,
  toChildProtection: false,
  report: null,
} as const;
const filing = (kind: number, more: Partial<CaseEvents['filings'][number]> = {}) =>
  withEvents({
    filings: [{ ...plainFiling, kind, ...more }],
  });
type Kit = CaseEvents['referrals'][number]['kit'];
const referral = (kind: string, services: string[] = [], kit: Kit = null) =>
  withEvents({ referrals: [{ kind, services, kit, isComplementary: false }] });

type Act = CaseEvents['acts'][number];
const told = (kind: Act['kind'], grants = false) =>
  withEvents({ acts: [{ kind, grants, favours: null, instance: null }] });
const judged = (favours: Act['favours'], instance: Act['instance'], kind: Act['kind'] = 'judgment') =>
  withEvents({ acts: [{ kind, grants: false, favours, instance }] });

/** Names of the indicators that are 1 for these facts. */
function set(facts: Facts): string[] {
  return indicators.filter((indicator) => indicatorValue(indicator, facts) === '1').map(({ variable }) => variable);
}

const everything: CaseEvents = {
  actions: [action('psychology', 32), action('social', 27)],
  filings: filing(4, { instance: 'court' }).events.filings,
  referrals: [],
  acts: [],
  valuations: 0,
};

describe('indicators the program computes', () => {
  it.each<[string, Facts, string[]]>([
    ['nothing done', nothing, []],
    ['action 34', withEvents({ actions: [action('psychology', 34)] }), ['CEM_ATENC_PSICOLOG', 'CASOS_INFORME_PSICO']],
    ['action 40', withEvents({ actions: [action('social', 40)] }), ['CEM_ATENC_SOCIAL', 'CASOS_INFORME_SOCIAL']],
    ['a legal attention', withEvents({ actions: [action('legal')] }), ['CEM_ATENC_LEGAL']],
    ['complaint by the centre', filing(1), ['CEM_ATENC_LEGAL', 'CEM_DENUNCIA']],
    ['measures asked', filing(3, { asksProtection: true }), ['CEM_ATENC_LEGAL', 'CEM_SOL_MED_PROTECCION']],
    ['precautionary asked', filing(3, { asksPrecautionary: true }), ['CEM_ATENC_LEGAL', 'CEM_SOL_MED_CAUTELARES']],
    [
      'appearance before the prosecutor',
      filing(4, { instance: 'prosecutor' }),
      ['CEM_ATENC_LEGAL', 'PATROC_FISCAL', 'PATROCINIO_LEGAL', 'CASOS_APERSONAMIENTO'],
    ],
    ['appeal', filing(14), ['CEM_ATENC_LEGAL', 'CASOS_RECURSO_IMPUG_JUDICIAL']],
    ['a report of the centre', filing(20), []],
    ['health referral', referral('health', ['trauma']), ['CEM_DERIVA_SALUD']],
    ['kit asked', referral('health', ['emergency-kit']), ['CEM_DERIVA_SALUD', 'CEM_DERIVA_SALUD_KIT_EMERG']],
    ['kit alone', referral('emergency-kit'), ['CEM_DERIVA_SALUD', 'CEM_DERIVA_SALUD_KIT_EMERG']],
    ['shelter', referral('shelter'), ['CEM_HOGAR_REFUGIO']],
    ['insurance', referral('sis'), ['SEGURO_MEDICO']],
    ['public defence', referral('public-defence'), ['CASOS_DERIV_SERVICIOS_MINJUSDH']],
    ['UPE', referral('upe'), ['CASOS_DERIV_UPE']],
    ['DEMUNA', referral('demuna'), ['CASOS_DERIV_SERV_COMPLEMENT']],
    ['urgent care', referral('urgent-care'), ['CASOS_DERIV_SERV_COMPLEMENT']],
    ['school', referral('school'), ['CASOS_DERIV_SERV_COMPLEMENT']],
    ['social programme', referral('social-programme'), ['CASOS_DERIV_SERV_COMPLEMENT']],
    [
      'a receiver ticked as complementary',
      withEvents({ referrals: [{ kind: 'sis', services: [], kit: null, isComplementary: true }] }),
      ['SEGURO_MEDICO', 'CASOS_DERIV_SERV_COMPLEMENT'],
    ],
    ['centre for aggressors', referral('aggressor-centre'), []],
    ['single interview', referral('single-interview'), []],
    ['a single interview told', told('singleInterview'), ['CASOS_CAMARA_GESELL']],
    ['an accusation told', told('accusation'), ['CASOS_REQUERIMIENTO_ACUSACION_FISCAL']],
    ['measures granted', told('measuresDecided', true), ['CASOS_MEDIDAS_PROTEC_CONCEDIDAS']],
    ['measures of civil law alone', told('measuresDecided'), []],
    ['measures carried out', told('executionStarted'), ['CASOS_MEDIDAS_PROTEC_EJECUTADAS']],
    ['hers, of a justice of the peace', judged('yes', 'peace'), ['SENT_FAV_JUZG_PAZ_LET', 'SENTENCIA_FAVORABLE']],
    [
      'hers, of a specialised court',
      judged('yes', 'specialised', 'immediateJudgment'),
      ['SENT_FAV_JUZG_ESPECIAL', 'SENTENCIA_FAVORABLE'],
    ],
    [
      'hers, of a superior chamber',
      judged('yes', 'superior', 'appealJudgment'),
      ['SENT_FAV_SALA_SUPERIOR', 'SENTENCIA_FAVORABLE'],
    ],
    [
      'hers, of the supreme chamber',
      judged('yes', 'supreme', 'appealJudgment'),
      ['RES_FIN_FAV_SALA_SUPREMA', 'SENTENCIA_FAVORABLE'],
    ],
    ['hers, and nobody said of what instance', judged('yes', null), ['SENTENCIA_FAVORABLE']],
    ['hers in part alone', judged('partly', 'peace'), []],
    ['not hers', judged('no', 'peace'), []],
    ['a judgment whose side nobody said', judged(null, 'peace'), []],
    ['one valuation', withEvents({ valuations: 1 }), []],
    ['two valuations', withEvents({ valuations: 2 }), ['CASOS_EVOLUCION_RIESGO']],
    [
      'foreign and not Peruvian',
      { ...nothing, answers: { A: { userIsForeign: 1, userIsPeruvian: 0 } } },
      ['CASOS_PERSONAS_EXTRANJERAS'],
    ],
    ['dual nationality', { ...nothing, answers: { A: { userIsForeign: 1, userIsPeruvian: 1 } } }, []],
    ['trans woman', { ...nothing, answers: { B: { genderIdentity: 2 } } }, ['CASOS_PERSONAS_LGBTI']],
    [
      'heterosexual, cisgender',
      { ...nothing, answers: { B: { sexualOrientation: 1, genderIdentity: 1, intersex: 0 } } },
      [],
    ],
  ])('%s', (_, facts, expected) => {
    expect(set(facts)).toEqual(expected);
  });

  it('calls attention integral with both services and sponsorship, interdisciplinary with two', () => {
    const whole = set(withEvents(everything));
    expect(whole).toEqual(expect.arrayContaining(['ATENCION_INTEGRAL', 'ATENCION_INTERDISCIPLINARIA']));
    const unsponsored = set(withEvents({ ...everything, filings: [] }));
    expect(unsponsored).toContain('ATENCION_INTERDISCIPLINARIA');
    expect(unsponsored).not.toContain('ATENCION_INTEGRAL');
    const alone = set(withEvents({ actions: [action('psychology')] }));
    expect(alone).not.toContain('ATENCION_INTERDISCIPLINARIA');
  });

  const valueOf = (variable: string, facts: Facts) => {
    const indicator = indicators.find((one) => one.variable === variable);
    if (indicator === undefined) throw new Error('no such indicator');
    return indicatorValue(indicator, facts);
  };

  it('says No only of what the record would hold', () => {
    const no = indicators.filter((indicator) => indicatorValue(indicator, nothing) === '0');
    expect(no.map(({ variable }) => variable)).toEqual([
      ...['CEM_ATENC_PSICOLOG', 'CEM_ATENC_SOCIAL', 'CEM_ATENC_LEGAL'],
      ...['ATENCION_INTEGRAL', 'ATENCION_INTERDISCIPLINARIA'],
      ...['CEM_DERIVA_SALUD', 'CEM_DERIVA_SALUD_KIT_EMERG', 'CASOS_KIT_EMERG_ENTREG', 'CEM_HOGAR_REFUGIO'],
      'SEGURO_MEDICO',
      ...['CASOS_DERIV_SERVICIOS_MINJUSDH', 'CASOS_DERIV_UPE', 'CASOS_DERIV_SERV_COMPLEMENT'],
      ...['CASOS_INFORME_PSICO', 'CASOS_INFORME_SOCIAL', 'CASOS_EVOLUCION_RIESGO'],
    ]);
  });

  it('leaves empty what the program does not record yet: 0 would say No', () => {
    for (const variable of ['CEM_DENUNCIA', 'PATROC_JUDICIAL', 'PATROCINIO_LEGAL', 'CASOS_APERSONAMIENTO']) {
      expect([variable, valueOf(variable, filing(3))]).toEqual([variable, '']);
    }
    // Both services, and whether she was sponsored stands nowhere.
    expect(valueOf('ATENCION_INTEGRAL', withEvents({ ...everything, filings: [] }))).toBe('');
  });

  it('says No of measures only where a decision was told that granted none', () => {
    for (const variable of ['CASOS_MEDIDAS_PROTEC_CONCEDIDAS', 'CASOS_MEDIDAS_PROTEC_EJECUTADAS']) {
      expect([variable, valueOf(variable, told('measuresDecided'))]).toEqual([variable, '0']);
      expect([variable, valueOf(variable, told('measuresRequested'))]).toEqual([variable, '']);
    }
    expect(valueOf('CASOS_MEDIDAS_PROTEC_EJECUTADAS', told('measuresDecided', true))).toBe('');
    expect(valueOf('CASOS_CAMARA_GESELL', nothing)).toBe('');
  });

  it('has 38, each with a rule: a row without one is no row', () => {
    expect(indicators).toHaveLength(38);
  });

  it.each<[string, Facts, string, string]>([
    ['none told', nothing, '', ''],
    ['another act told', told('accusation'), '', ''],
    ['one of there, not hers', judged('no', 'superior'), '0', '0'],
    ['one of there, hers in part', judged('partly', 'superior'), '0', '0'],
    ['one of there, side not said', judged(null, 'superior'), '', ''],
    ['one of elsewhere, not hers', judged('no', 'peace'), '', '0'],
    ['one of elsewhere, hers', judged('yes', 'peace'), '', '1'],
    ['hers, instance not said', judged('yes', null), '', '1'],
    [
      'not hers of there, and hers of an instance that nobody said',
      withEvents({ acts: [...judged('no', 'superior').events.acts, ...judged('yes', null).events.acts] }),
      '',
      '1',
    ],
  ])('tells of judgments: %s', (_, facts, ofSuperior, ofAny) => {
    expect([valueOf('SENT_FAV_SALA_SUPERIOR', facts), valueOf('SENTENCIA_FAVORABLE', facts)]).toEqual([
      ofSuperior,
      ofAny,
    ]);
  });

  it.each<[Kit, string]>([
    [null, ''],
    ['yes', '1'],
    ['partial', '1'],
    ['no', '0'],
  ])('tells of the kit what the slip says: %s', (kit, value) => {
    expect(valueOf('CASOS_KIT_EMERG_ENTREG', referral('emergency-kit', ['emergency-kit'], kit))).toBe(value);
  });

  it('leaves empty the instance of an appearance when nobody said it', () => {
    expect(valueOf('PATROC_FISCAL', filing(4, { instance: null }))).toBe('');
  });

  it.each(['police', 'court', 'other'] as const)('says No of the prosecutor when it was filed at: %s', (instance) => {
    expect(valueOf('PATROC_FISCAL', filing(4, { instance }))).toBe('0');
  });

  it.each<[string, string, Facts['answers'], string]>([
    ['nothing shared', 'CASOS_PERSONAS_LGBTI', { B: {} }, ''],
    ['one of three answered', 'CASOS_PERSONAS_LGBTI', { B: { sexualOrientation: 1 } }, ''],
    [
      'all three answered',
      'CASOS_PERSONAS_LGBTI',
      { B: { sexualOrientation: 1, genderIdentity: 1, intersex: 0 } },
      '0',
    ],
    ['one answer is enough for Yes', 'CASOS_PERSONAS_LGBTI', { B: { sexualOrientation: 2 } }, '1'],
    ['nationality not asked', 'CASOS_PERSONAS_EXTRANJERAS', {}, ''],
    ['foreign, the other not known', 'CASOS_PERSONAS_EXTRANJERAS', { A: { userIsForeign: 1 } }, ''],
    ['not foreign', 'CASOS_PERSONAS_EXTRANJERAS', { A: { userIsForeign: 0 } }, '0'],
  ])('%s: %s', (_, variable, answers, expected) => {
    expect(valueOf(variable, { answers, events: noEvents })).toBe(expected);
  });
});
