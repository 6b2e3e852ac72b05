/**
 * Indicators the programme derives: 0 = No, 1 = Sí, computed from what was recorded and typed by nobody (register
 * form §9; filings §4; referrals §3).
 *
 * A rule is data. Where its source is not recorded the cell stays empty, because empty is «not known» and 0 would say
 * «No»: a question without answer, a kind of paper that the program does not compose yet.
 */
import type { Service } from '../access/index.ts';
import type { ReportClass } from '../filings/index.ts';
import { eventKindRules, type EventKind, type JudgmentInstance } from '../proceedings/index.ts';
import { isAsked, type AskedWhen, type Confirmation } from '../record/index.ts';
import { referralKinds } from '../referrals/index.ts';
import type { CaseEvents, Instance, RegisterFacts } from './facts.ts';

/** Null: what the record holds does not say. */
type Known = boolean | null;

/** A writ of one of these kinds was filed. */
type FilingRule = {
  readonly filing: readonly number[];
  readonly asks?: 'protection' | 'precautionary';
  readonly at?: Instance;
  readonly to?: 'childProtection';
  readonly report?: ReportClass;
  /** Whoever draws up such a paper records it as an action or a referral as well: without either there was none. */
  readonly isAttention?: true;
};

export type IndicatorRule =
  /** One of these numbered follow-up actions was registered. */
  | { readonly action: readonly number[] }
  | { readonly service: Service }
  | FilingRule
  | { readonly referral: readonly string[]; readonly service?: string }
  /** The slip of a referral says that the kit was delivered, whole or in part (to confirm). */
  | { readonly kitDelivered: true }
  /** Referred to a receiver that the directory ticks as a complementary service. */
  | { readonly complementary: true }
  /** Courts or prosecutors did it: nobody tells the centre of all they do, so that nothing told is not No. */
  | { readonly act: readonly EventKind[] }
  /** What they decided on the protection asked for; `done`: it is carried out. */
  | { readonly protection: 'granted' | 'done' }
  /** A judgment that favours her, whole: in part does not count (to confirm); `favourable`: of that instance, or any. */
  | { readonly favourable: JudgmentInstance | 'any' }
  /** At least so many signed valuations of the same case. */
  | { readonly valuations: number }
  | { readonly section: string; readonly answer: AskedWhen }
  | { readonly atLeast: number; readonly of: readonly IndicatorRule[] };

export type Indicator = {
  readonly variable: string;
  readonly label: string;
  readonly confirmation: Confirmation;
  readonly rule: IndicatorRule;
};

/** Kinds whose absence from the record says No: the others may still be filed on paper. */
const recordedKinds: readonly number[] = [3];

/** Filings 1–19 are legal work; 20 is a report of the centre (that each writ is an action of Section H: U51). */
const legalFilings = Array.from({ length: 19 }, (_, index) => index + 1);

const psychology: IndicatorRule = { atLeast: 1, of: [{ action: [32, 34] }, { service: 'psychology' }] };
const social: IndicatorRule = { atLeast: 1, of: [{ action: [27, 36, 40] }, { service: 'social' }] };
const legal: IndicatorRule = { atLeast: 1, of: [{ service: 'legal' }, { filing: legalFilings, isAttention: true }] };
const sponsorship: IndicatorRule = { filing: [4] };
const all = (...of: readonly IndicatorRule[]): IndicatorRule => ({ atLeast: of.length, of });

const row = (
  variable: string,
  label: string,
  rule: IndicatorRule,
  confirmation: Confirmation = 'project',
): Indicator => ({ variable, label, rule, confirmation });

export const indicators: readonly Indicator[] = [
  row('CEM_ATENC_PSICOLOG', 'Atención psicológica en el CEM', psychology),
  row('CEM_ATENC_SOCIAL', 'Atención social en el CEM', social),
  row('CEM_ATENC_LEGAL', 'Atención legal en el CEM', legal, 'toConfirm'),
  row('PATROC_POLICIAL', 'Patrocinio legal en la instancia policial', { filing: [4], at: 'police' }),
  row('PATROC_FISCAL', 'Patrocinio legal en la instancia fiscal', { filing: [4], at: 'prosecutor' }),
  row('PATROC_JUDICIAL', 'Patrocinio legal en la instancia judicial', { filing: [4], at: 'court' }),
  row('PATROCINIO_LEGAL', 'Patrocinio legal', sponsorship),
  row('ATENCION_INTEGRAL', 'Atención integral', all(psychology, social, sponsorship)),
  row('ATENCION_INTERDISCIPLINARIA', 'Atención interdisciplinaria', { atLeast: 2, of: [psychology, social, legal] }),
  row('CEM_DENUNCIA', 'El CEM interpuso la denuncia', { filing: [1] }),
  row('CASOS_APERSONAMIENTO', 'Apersonamiento', { filing: [4] }),
  row('CEM_SOL_MED_PROTECCION', 'El CEM solicitó medidas de protección', { filing: [3, 5], asks: 'protection' }),
  row('CEM_SOL_MED_CAUTELARES', 'El CEM solicitó medidas cautelares', { filing: [3, 5], asks: 'precautionary' }),
  row('CASOS_CONSTITUCION_PARTE_CIVIL', 'Constitución en parte civil', { filing: [9] }),
  row('CASOS_QUEJA_DERECHO_FISCAL', 'Queja de derecho', { filing: [13] }),
  row('CASOS_RECURSO_IMPUG_JUDICIAL', 'Recurso impugnatorio judicial', { filing: [7, 14] }),
  row('CASOS_CAMARA_GESELL', 'Cámara Gesell', { act: ['singleInterview'] }),
  row('CASOS_REQUERIMIENTO_ACUSACION_FISCAL', 'Requerimiento de acusación fiscal', { act: ['accusation'] }),
  row('CASOS_MEDIDAS_PROTEC_CONCEDIDAS', 'Medidas de protección concedidas', { protection: 'granted' }),
  row('CASOS_MEDIDAS_PROTEC_EJECUTADAS', 'Medidas de protección ejecutadas', { protection: 'done' }),
  row('SENT_FAV_JUZG_PAZ_LET', 'Sentencia favorable: juzgado de paz letrado', { favourable: 'peace' }, 'toConfirm'),
  row(
    'SENT_FAV_JUZG_ESPECIAL',
    'Sentencia favorable: juzgado especializado',
    { favourable: 'specialised' },
    'toConfirm',
  ),
  row('SENT_FAV_SALA_SUPERIOR', 'Sentencia favorable: sala superior', { favourable: 'superior' }, 'toConfirm'),
  row('RES_FIN_FAV_SALA_SUPREMA', 'Resolución final favorable: sala suprema', { favourable: 'supreme' }, 'toConfirm'),
  row('SENTENCIA_FAVORABLE', 'Sentencia favorable', { favourable: 'any' }, 'toConfirm'),
  row('CEM_DERIVA_SALUD', 'Derivación a establecimiento de salud', { referral: ['health', 'emergency-kit'] }),
  row('CEM_DERIVA_SALUD_KIT_EMERG', 'Derivación para el kit de emergencia', {
    atLeast: 1,
    of: [{ referral: ['emergency-kit'] }, { referral: ['health'], service: 'emergency-kit' }],
  }),
  row('CASOS_KIT_EMERG_ENTREG', 'Kit de emergencia entregado', { kitDelivered: true }, 'toConfirm'),
  row('CEM_HOGAR_REFUGIO', 'Derivación a Hogar de Refugio Temporal', { referral: ['shelter'] }),
  row('SEGURO_MEDICO', 'Inserción en un seguro médico', { referral: ['sis'] }),
  row('CASOS_DERIV_SERVICIOS_MINJUSDH', 'Derivación a servicios del MINJUSDH', { referral: ['public-defence'] }),
  row('CASOS_DERIV_UPE', 'Derivación a la UPE', {
    atLeast: 1,
    of: [{ referral: ['upe'] }, { filing: [2], to: 'childProtection', isAttention: true }],
  }),
  row(
    'CASOS_DERIV_SERV_COMPLEMENT',
    'Derivación a servicios complementarios',
    {
      atLeast: 1,
      of: [{ referral: ['demuna', 'urgent-care', 'school', 'social-programme'] }, { complementary: true }],
    },
    'toConfirm',
  ),
  row('CASOS_INFORME_PSICO', 'Informe psicológico', {
    atLeast: 1,
    of: [{ action: [34] }, { filing: [20], report: 'psychological', isAttention: true }],
  }),
  row('CASOS_INFORME_SOCIAL', 'Informe social', {
    atLeast: 1,
    of: [{ action: [40] }, { filing: [20], report: 'social', isAttention: true }],
  }),
  row('CASOS_EVOLUCION_RIESGO', 'Evolución del riesgo registrada', { valuations: 2 }),
  row(
    'CASOS_PERSONAS_LGBTI',
    'Persona LGBTI',
    {
      section: 'B',
      answer: {
        any: [
          { question: 'sexualOrientation', is: [2, 3, 4, 5, 6, 7] },
          { question: 'genderIdentity', is: [2, 3, 4, 5, 6, 7] },
          { question: 'intersex', is: [1] },
        ],
      },
    },
    'toConfirm',
  ),
  row('CASOS_PERSONAS_EXTRANJERAS', 'Persona extranjera', {
    section: 'A',
    answer: {
      all: [
        { question: 'userIsForeign', is: [1] },
        { question: 'userIsPeruvian', is: [0] },
      ],
    },
  }),
];

/** Whether the recorded facts meet the rule; null when they do not say. */
export function holds(rule: IndicatorRule, facts: Pick<RegisterFacts, 'answers' | 'events'>): Known {
  if ('of' in rule) {
    return atLeast(
      rule.of.map((part) => holds(part, facts)),
      rule.atLeast,
    );
  }
  if ('answer' in rule) return isAnswered(rule.answer, facts.answers[rule.section] ?? {});
  return happened(rule, facts.events);
}

/** Whether so many parts hold, whatever those not known turn out to be. */
function atLeast(parts: readonly Known[], count: number): Known {
  const holding = parts.filter((part) => part === true).length;
  if (holding >= count) return true;
  return holding + parts.filter((part) => part === null).length >= count ? null : false;
}

function isAnswered(rule: AskedWhen, answers: RegisterFacts['answers'][string]): Known {
  if ('all' in rule) {
    const parts = rule.all.map((part) => isAnswered(part, answers));
    return atLeast(parts, parts.length);
  }
  if ('any' in rule) {
    return atLeast(
      rule.any.map((part) => isAnswered(part, answers)),
      1,
    );
  }
  return (answers[rule.question] ?? null) === null ? null : isAsked(rule, answers);
}

type EventRule = Exclude<IndicatorRule, { readonly of: unknown } | { readonly answer: unknown }>;

function happened(rule: EventRule, events: CaseEvents): Known {
  if ('action' in rule) return events.actions.some(({ number }) => number !== null && rule.action.includes(number));
  if ('valuations' in rule) return events.valuations >= rule.valuations;
  if ('filing' in rule) return isFiled(rule, events.filings);
  if ('act' in rule) return events.acts.some(({ kind }) => rule.act.includes(kind)) || null;
  if ('protection' in rule) return isProtected(rule.protection, events.acts);
  if ('favourable' in rule) return isFavourable(rule.favourable, events.acts);
  if ('complementary' in rule) return events.referrals.some(({ isComplementary }) => isComplementary);
  if ('kitDelivered' in rule) return isKitDelivered(events.referrals);
  if ('referral' in rule) {
    const isReferred = events.referrals.some(
      ({ kind, services }) =>
        rule.referral.includes(kind) && (rule.service === undefined || services.includes(rule.service)),
    );
    return isReferred || noneUnlessElsewhere(rule.referral, referralKinds);
  }
  return events.actions.some(({ service }) => service === rule.service);
}

/** No only where a decision was told and granted nothing. */
function isProtected(until: 'granted' | 'done', acts: CaseEvents['acts']): Known {
  const [decided, granted] = [acts.some(({ kind }) => kind === 'measuresDecided'), acts.some(({ grants }) => grants)];
  const isDone = acts.some(({ kind }) => kind === 'executionStarted');
  if (until === 'granted' ? granted : isDone) return true;
  return decided && !granted ? false : null;
}

/** No only where every judgment told says that it is not hers; one whose instance nobody said may be of any. */
function isFavourable(at: JudgmentInstance | 'any', acts: CaseEvents['acts']): Known {
  const judgments = acts.filter(({ kind }) => eventKindRules[kind].isJudgment);
  const own = judgments.filter(({ instance }) => at === 'any' || instance === at);
  if (own.some(({ favours }) => favours === 'yes')) return true;
  const mayBe = judgments.filter(({ instance }) => at === 'any' || instance === at || instance === null);
  const isOpen = mayBe.some(({ favours }) => favours === null || favours === 'yes');
  return own.length === 0 || isOpen ? null : false;
}

/** Not known while a slip that could tell of it has not come back. */
function isKitDelivered(referrals: CaseEvents['referrals']): Known {
  const asked = referrals.filter(({ services }) => services.includes('emergency-kit'));
  if (asked.some(({ kit }) => kit === 'yes' || kit === 'partial')) return true;
  return asked.some(({ kit }) => kit === null) ? null : false;
}

/** Nothing on record: No only where every kind is one the program composes, else it may lie on another paper. */
function noneUnlessElsewhere<K>(kinds: readonly K[], composed: readonly K[]): Known {
  return kinds.every((kind) => composed.includes(kind)) ? false : null;
}

function isFiled(rule: FilingRule, filings: CaseEvents['filings']): Known {
  const asked = filings.filter(
    (filing) =>
      rule.filing.includes(filing.kind) &&
      (rule.to === undefined || filing.toChildProtection) &&
      (rule.report === undefined || rule.report === filing.report) &&
      (rule.asks === undefined || (rule.asks === 'protection' ? filing.asksProtection : filing.asksPrecautionary)),
  );
  const { at } = rule;
  if (asked.some(({ instance }) => at === undefined || instance === at)) return true;
  // Filed somewhere, and nobody said where.
  if (asked.some(({ instance }) => instance === null)) return null;
  // Every one of them was left at another instance, and where is known.
  if (at !== undefined && asked.length > 0) return false;
  return rule.isAttention === true ? false : noneUnlessElsewhere<number>(rule.filing, recordedKinds);
}

/** `1`, `0`, or '' where what the record holds does not say. */
export function indicatorValue(indicator: Indicator, facts: Pick<RegisterFacts, 'answers' | 'events'>): string {
  const value = holds(indicator.rule, facts);
  return value === null ? '' : value ? '1' : '0';
}
