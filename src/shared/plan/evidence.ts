/** How the work itself says that an action of the plan was done: a rule an action, and the fact that meets it. */
import type { Service } from '../access/index.ts';
import type { PlanAction } from '../intake/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { EventKind } from '../proceedings/index.ts';
import type { ReferralKind } from '../referrals/index.ts';

/** What was done in a case, each with its day. */
export type PlanWork = {
  /** What was done before it was done for another ficha, or by others. */
  readonly admittedOn: CivilDate;
  /** Attentions and interviews of the services; `number` is that of the follow-up action. */
  readonly attentions: readonly {
    readonly service: Service;
    readonly number: number | null;
    readonly on: CivilDate;
    readonly isWithHer: boolean;
  }[];
  readonly interviewedOn: CivilDate | null;
  readonly safetyPlanOn: CivilDate | null;
  /** Since when she lives with kin or in a shelter, and since when somebody accompanies her. */
  readonly placedOn: CivilDate | null;
  readonly accompaniedOn: CivilDate | null;
  /** Writs that were presented. */
  readonly filings: readonly { readonly kind: number; readonly on: CivilDate }[];
  readonly acts: readonly { readonly kind: EventKind; readonly on: CivilDate }[];
  /** Answers of the same day that do an action of the plan by themselves. */
  readonly sameDay: readonly { readonly action: PlanAction; readonly on: CivilDate }[];
  readonly referrals: readonly { readonly kind: ReferralKind; readonly on: CivilDate; readonly isAnswered: boolean }[];
};

export const evidencePages = [
  'interviews',
  'safety',
  'attentions',
  'proceeding',
  'presenting',
  'referrals',
  'risk',
  'reintegration',
] as const;
export type EvidencePage = (typeof evidencePages)[number];
export type Evidence = { readonly on: CivilDate; readonly words: string; readonly page: EvidencePage };

/** What happens once in a case. */
const facts = {
  interviewedOn: ['Primera entrevista', 'interviews'],
  safetyPlanOn: ['Plan de seguridad', 'safety'],
  placedOn: ['Inserción en redes', 'reintegration'],
  accompaniedOn: ['Acompañamiento empezado', 'reintegration'],
} as const satisfies Partial<Record<keyof PlanWork, readonly [string, EvidencePage]>>;

type Rule =
  | { readonly fact: keyof typeof facts }
  /** An attention with her: it informs her. */
  | { readonly service: Service }
  | { readonly number: readonly number[] }
  | { readonly filing: readonly number[] }
  | { readonly act: readonly EventKind[] }
  /** `answered`: it counts when the slip came back. */
  | { readonly referral: readonly ReferralKind[]; readonly answered?: true };

const rules: Readonly<Record<PlanAction, readonly Rule[]>> = {
  informViolence: [{ fact: 'interviewedOn' }, { service: 'psychology' }],
  informRights: [{ service: 'legal' }],
  identifyImpact: [{ fact: 'interviewedOn' }],
  informJustice: [{ service: 'legal' }],
  safetyPlan: [{ fact: 'safetyPlanOn' }],
  insertInFamily: [{ number: [36] }, { fact: 'placedOn' }],
  insertInHealth: [{ referral: ['health', 'mental-health', 'sis'], answered: true }],
  emergencyKit: [{ referral: ['emergency-kit'] }],
  otherServices: [
    {
      referral: [
        'urgent-care',
        'shelter',
        'accompaniment',
        'public-defence',
        'school',
        'social-programme',
        'other-cem',
      ],
      answered: true,
    },
    { fact: 'accompaniedOn' },
  ],
  reportUnprotected: [{ referral: ['upe', 'demuna'] }],
  promoteComplaint: [{ filing: [1, 4] }, { act: ['complaintFiled'] }],
  accompanyComplaint: [{ filing: [1] }],
  appear: [{ filing: [4] }],
  requestMeasures: [{ filing: [3, 5] }, { act: ['measuresRequested'] }],
  checkComplaint: [{ act: ['courtReceived', 'prosecutorReceived'] }],
  reportViolence: [{ filing: [2] }],
  flagrancy: [{ act: ['arrest'] }],
  singleInterview: [{ filing: [11] }, { referral: ['single-interview'] }, { act: ['singleInterview'] }],
  policeIntervention: [],
  promoteMeasures: [{ filing: [6] }],
  policeRecord: [],
  other: [],
};

const first = <One extends { readonly on: CivilDate }>(found: readonly One[]): One | undefined =>
  found.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0];

function met(rule: Rule, work: PlanWork): Evidence[] {
  const of = (on: CivilDate | null | undefined, words: string, page: EvidencePage): Evidence[] =>
    on === null || on === undefined ? [] : [{ on, words, page }];
  if ('fact' in rule) return of(work[rule.fact], facts[rule.fact][0], facts[rule.fact][1]);
  if ('service' in rule)
    return of(
      first(work.attentions.filter(({ service, isWithHer }) => isWithHer && service === rule.service))?.on,
      'Atención',
      'attentions',
    );
  if ('number' in rule) {
    const given = work.attentions.filter(({ number }) => number !== null && rule.number.includes(number));
    return of(first(given)?.on, 'Atención', 'attentions');
  }
  if ('filing' in rule)
    return of(
      first(work.filings.filter(({ kind }) => rule.filing.includes(kind)))?.on,
      'Escrito presentado',
      'presenting',
    );
  if ('act' in rule)
    return of(first(work.acts.filter(({ kind }) => rule.act.includes(kind)))?.on, 'Proceso', 'proceeding');
  const words = rule.answered === true ? 'Respuesta de la derivación' : 'Derivación';
  return of(first(sent(rule, work))?.on, words, 'referrals');
}

function sent({ referral, answered }: Extract<Rule, { referral: unknown }>, { referrals }: PlanWork) {
  return referrals.filter(({ kind, isAnswered }) => referral.includes(kind) && (answered === undefined || isAnswered));
}

function sinceAdmission(work: PlanWork): PlanWork {
  const isSince = ({ on }: { readonly on: CivilDate }) => on >= work.admittedOn;
  const { attentions, filings, acts, referrals, sameDay } = work;
  return {
    ...work,
    ...{ attentions: attentions.filter(isSince), filings: filings.filter(isSince) },
    ...{ acts: acts.filter(isSince), referrals: referrals.filter(isSince) },
    sameDay: sameDay.filter(isSince),
  };
}

/** The first fact that shows the action done; null while none does, or where it is ticked by hand alone. */
export function evidenceOf(action: PlanAction, work: PlanWork): Evidence | null {
  const since = sinceAdmission(work);
  const answered = since.sameDay
    .filter((one) => one.action === action)
    .map(({ on }): Evidence => ({ on, words: 'Respuesta del mismo día', page: 'risk' }));
  return first([...rules[action].flatMap((rule) => met(rule, since)), ...answered]) ?? null;
}

/** Whether the work marks it; the others are marked by hand. */
export function isMarkedByWork(action: PlanAction): boolean {
  return rules[action].length > 0;
}
