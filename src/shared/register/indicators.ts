/**
 * Indicators the programme derives: 0 = No, 1 = Sí, computed from what was recorded and typed by nobody (register
 * form, part 9; filings, part 4; referrals, part 3).
 *
 * A rule is data. `null` says that the program does not record its source yet: the cell stays empty, because empty is
 * «not known» and 0 would say «No».
 */
import type { Service } from '../access/index.ts';
import { isAsked, type AskedWhen, type Confirmation } from '../platform/questions.ts';
import type { CaseEvents, Instance, RegisterFacts } from './facts.ts';

export type IndicatorRule =
  /** One of these numbered follow-up actions was registered. */
  | { readonly action: readonly number[] }
  /** Any attention of that service. */
  | { readonly service: Service }
  /** A writ of one of these kinds was filed. */
  | { readonly filing: readonly number[]; readonly asks?: 'protection' | 'precautionary'; readonly at?: Instance }
  | { readonly referral: readonly string[]; readonly service?: string }
  /** At least so many signed valuations of the same case. */
  | { readonly valuations: number }
  /** An answer of the form. */
  | { readonly section: string; readonly answer: AskedWhen }
  | { readonly atLeast: number; readonly of: readonly IndicatorRule[] };

export type Indicator = {
  readonly variable: string;
  readonly label: string;
  readonly confirmation: Confirmation;
  readonly rule: IndicatorRule | null;
};

/** Filings 1–19 are legal work; 20 is a report of the centre (that each writ is an action of Section H: U51). */
const legalFilings = Array.from({ length: 19 }, (_, index) => index + 1);

const psychology: IndicatorRule = { atLeast: 1, of: [{ action: [32, 34] }, { service: 'psychology' }] };
const social: IndicatorRule = { atLeast: 1, of: [{ action: [27, 36, 40] }, { service: 'social' }] };
const legal: IndicatorRule = { atLeast: 1, of: [{ service: 'legal' }, { filing: legalFilings }] };
const sponsorship: IndicatorRule = { filing: [4] };
const all = (...of: readonly IndicatorRule[]): IndicatorRule => ({ atLeast: of.length, of });

const row = (
  variable: string,
  label: string,
  rule: IndicatorRule | null,
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
  row('CASOS_CAMARA_GESELL', 'Cámara Gesell', null),
  row('CASOS_REQUERIMIENTO_ACUSACION_FISCAL', 'Requerimiento de acusación fiscal', null),
  row('CASOS_MEDIDAS_PROTEC_CONCEDIDAS', 'Medidas de protección concedidas', null),
  row('CASOS_MEDIDAS_PROTEC_EJECUTADAS', 'Medidas de protección ejecutadas', null),
  row('SENT_FAV_JUZG_PAZ_LET', 'Sentencia favorable: juzgado de paz letrado', null),
  row('SENT_FAV_JUZG_ESPECIAL', 'Sentencia favorable: juzgado especializado', null),
  row('SENT_FAV_SALA_SUPERIOR', 'Sentencia favorable: sala superior', null),
  row('RES_FIN_FAV_SALA_SUPREMA', 'Resolución final favorable: sala suprema', null),
  row('SENTENCIA_FAVORABLE', 'Sentencia favorable', null),
  row('CEM_DERIVA_SALUD', 'Derivación a establecimiento de salud', { referral: ['health', 'emergency-kit'] }),
  row('CEM_DERIVA_SALUD_KIT_EMERG', 'Derivación para el kit de emergencia', {
    atLeast: 1,
    of: [{ referral: ['emergency-kit'] }, { referral: ['health'], service: 'emergency-kit' }],
  }),
  row('CASOS_KIT_EMERG_ENTREG', 'Kit de emergencia entregado', null),
  row('CEM_HOGAR_REFUGIO', 'Derivación a Hogar de Refugio Temporal', { referral: ['shelter'] }),
  row('SEGURO_MEDICO', 'Inserción en un seguro médico', { referral: ['sis'] }),
  row('CASOS_DERIV_SERVICIOS_MINJUSDH', 'Derivación a servicios del MINJUSDH', { referral: ['public-defence'] }),
  row('CASOS_DERIV_UPE', 'Derivación a la UPE', { referral: ['upe'] }),
  row(
    'CASOS_DERIV_SERV_COMPLEMENT',
    'Derivación a servicios complementarios',
    { referral: ['demuna', 'urgent-care', 'school', 'social-programme'] },
    'toConfirm',
  ),
  row('CASOS_INFORME_PSICO', 'Informe psicológico', { action: [34] }),
  row('CASOS_INFORME_SOCIAL', 'Informe social', { action: [40] }),
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

/** Whether the recorded facts meet the rule. */
export function holds(rule: IndicatorRule, facts: Pick<RegisterFacts, 'answers' | 'events'>): boolean {
  if ('of' in rule) return rule.of.filter((part) => holds(part, facts)).length >= rule.atLeast;
  if ('answer' in rule) return isAsked(rule.answer, facts.answers[rule.section] ?? {});
  return happened(rule, facts.events);
}

type EventRule = Exclude<IndicatorRule, { readonly of: unknown } | { readonly answer: unknown }>;

function happened(rule: EventRule, events: CaseEvents): boolean {
  if ('action' in rule) return events.actions.some(({ number }) => number !== null && rule.action.includes(number));
  if ('valuations' in rule) return events.valuations >= rule.valuations;
  if ('filing' in rule) return events.filings.some((filing) => isFiled(rule, filing));
  if ('referral' in rule) {
    return events.referrals.some(
      ({ kind, services }) =>
        rule.referral.includes(kind) && (rule.service === undefined || services.includes(rule.service)),
    );
  }
  return events.actions.some(({ service }) => service === rule.service);
}

function isFiled(
  rule: Extract<IndicatorRule, { readonly filing: unknown }>,
  filing: CaseEvents['filings'][number],
): boolean {
  if (!rule.filing.includes(filing.kind)) return false;
  if (rule.at !== undefined && filing.instance !== rule.at) return false;
  if (rule.asks === undefined) return true;
  return rule.asks === 'protection' ? filing.asksProtection : filing.asksPrecautionary;
}

/** `1`, `0`, or '' while the program does not record the source. */
export function indicatorValue(indicator: Indicator, facts: Pick<RegisterFacts, 'answers' | 'events'>): string {
  if (indicator.rule === null) return '';
  return holds(indicator.rule, facts) ? '1' : '0';
}
