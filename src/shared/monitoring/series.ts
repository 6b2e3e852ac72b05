/**
 * The series of evaluation: what the record holds of each year, line by line. A line that it does not hold says so, and is
 * never a zero.
 */
import { monthOf } from '../platform/clock.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import { eventKindRules, type EventKind } from '../proceedings/index.ts';
import type { ReferralKind } from '../referrals/index.ts';
import { countMeasures, countTypes, countWaiting, type Count } from './count.ts';
import type { Facts, Ficha } from './facts.ts';
import type { Guard } from './indicators.ts';
import { chosen, monthsOf, tallyOf, type Measure, type Member } from './members.ts';

type Line = {
  readonly group: string;
  readonly label: string;
  /** Said of the line in its list, or (without `count`) why the record does not hold it. */
  readonly words: string;
  readonly date: string;
  /** Null: the record does not hold it. */
  readonly count: Count | null;
  readonly measure: Measure;
  /** Of this line alone; the others have that of their group. */
  readonly guard?: Guard;
};

const everyOne: Measure = { of: 'count', kinds: null };

const line = (group: string, label: string, count: Count | null, rest: Partial<Line> = {}): Line => ({
  ...{ group, label, count, measure: everyOne, words: '', date: 'Día', ...rest },
});

const notHeld = (group: string, label: string, words: string) => line(group, label, null, { words });

/** The fichas that the reports of the year count and that this holds of. */
const ofFichas =
  (holds: (ficha: Ficha) => boolean): Count =>
  (facts, months) =>
    countTypes(facts, months).filter(({ caseId }) => {
      const ficha = caseId === null ? undefined : facts.fichas.get(caseId);
      return ficha !== undefined && holds(ficha);
    });

type Told = { readonly caseId: string; readonly on: CivilDate; readonly kind: string; readonly facts: string };

function memberOf({ fichas }: Facts, { caseId, on, kind, facts }: Told): Member[] {
  const ficha = fichas.get(caseId);
  if (ficha === undefined) return [];
  const { number, who } = ficha;
  const rest = { value: null, facts, isLate: false };
  return [{ id: ficha.caseId, caseId: ficha.caseId, number, who, month: monthOf(on), kind, on, ...rest }];
}

/** A ficha counts once a year, on the first day of such an act in it. */
const ofActs =
  (...kinds: readonly EventKind[]): Count =>
  (facts, months) => {
    const own = facts.acts.filter(({ kind, on }) => kinds.includes(kind) && months.includes(monthOf(on)));
    const first = new Map(own.toSorted((one, other) => other.on.localeCompare(one.on)).map((one) => [one.caseId, one]));
    return [...first.values()].flatMap(({ caseId, on, kind }) =>
      memberOf(facts, { caseId, on, kind, facts: eventKindRules[kind].label }),
    );
  };

/** Of acts in fichas of a type of violence. */
const ofActsByType =
  (type: Ficha['type'], ...kinds: readonly EventKind[]): Count =>
  (facts, months) =>
    ofActs(...kinds)(facts, months).filter(({ id }) => facts.fichas.get(id)?.type === type);

const ofMeasures =
  (step: string): Count =>
  (facts, months) =>
    countMeasures(facts, months).filter(({ kind }) => kind === step);

const ofReferrals =
  (kinds: readonly ReferralKind[], isOnlyAttended: boolean): Count =>
  (facts, months) =>
    facts.referrals
      .filter((one) => kinds.includes(one.kind) && months.includes(monthOf(one.issuedOn)))
      .filter(({ isAttended }) => isAttended || !isOnlyAttended)
      .flatMap((one) =>
        memberOf(facts, { caseId: one.caseId, on: one.issuedOn, kind: one.kind, facts: one.words }).map((row) => ({
          ...row,
          id: one.id,
        })),
      );

const prosecution = ['preparatoryOpened', 'immediateProcessOpened', 'accusation'] as const;
const byAct = { date: 'Primer acto' } as const;
const groups = {
  complaints: 'Casos y denuncias',
  criminal: 'Proceso penal',
  measures: 'Medidas de protección',
  sentences: 'Sentencias',
  femicide: 'Feminicidio',
  health: 'Salud y salud mental',
  school: 'Escolaridad',
  waiting: 'Espera',
} as const;
const { complaints, criminal, measures, sentences, femicide, health, school, waiting } = groups;

/** Lines whose rows tell what the legal file or a referral holds: they name a ficha to whoever may open that. */
const guards: Readonly<Record<string, Guard>> = {
  [criminal]: 'legalFile.read',
  [sentences]: 'legalFile.read',
  [femicide]: 'legalFile.read',
  [measures]: 'legalFile.read',
  [health]: 'referral.record',
  [school]: 'referral.record',
};
export const guardOf = (id: SeriesId): Guard | undefined => seriesOf(id).guard ?? guards[seriesOf(id).group];

/** In the order of the page; the codes are those of the yearly file. */
export const seriesLines = {
  cases: line(complaints, 'Casos atendidos', countTypes, {
    date: 'Ingreso',
    words: 'Fichas que cuentan los reportes.',
  }),
  'cases-with-complaint': line(
    complaints,
    'Con denuncia al ingreso',
    ofFichas(({ complaint }) => complaint === true),
    {
      ...{ date: 'Ingreso', words: 'Fichas cuya sección A dice que hay denuncia.' },
    },
  ),
  'complaints-filed': line(complaints, 'Denuncias anotadas en el proceso', ofActs('complaintFiled'), {
    ...{ ...byAct, guard: 'legalFile.read' },
  }),
  arrests: line(criminal, 'Detenciones en flagrancia', ofActs('arrest'), byAct),
  prosecutions: line(criminal, 'Procesos penales', ofActs(...prosecution), {
    ...{ ...byAct, words: 'Fichas con formalización, proceso inmediato o acusación.' },
  }),
  'prosecutions-physical': line(criminal, 'por violencia física', ofActsByType('physical', ...prosecution), byAct),
  'prosecutions-psychological': line(
    ...([criminal, 'por violencia psicológica', ofActsByType('psychological', ...prosecution), byAct] as const),
  ),
  'prosecutions-sexual': line(criminal, 'por violencia sexual', ofActsByType('sexual', ...prosecution), byAct),
  'prosecutions-economic': line(criminal, 'por violencia económica', ofActsByType('economic', ...prosecution), byAct),
  'prosecutions-by-offence': notHeld(
    ...([criminal, 'por delito', 'El registro no guarda por qué delito se procesa; sí el tipo de violencia.'] as const),
  ),
  'measures-asked': line(measures, 'Pedidas', ofMeasures('asked'), byAct),
  'measures-granted': line(measures, 'Concedidas', ofMeasures('granted'), byAct),
  'measures-executed': line(measures, 'En ejecución', ofMeasures('executed'), byAct),
  'fichas-with-breach': line(measures, 'Con incumplimiento', ofMeasures('breached'), {
    ...byAct,
    words:
      'Fichas en cuyo proceso se anotó un incumplimiento, una vez, en el año del primero. T14 cuenta otra cosa: cada incumplimiento, también los que se dijeron en una atención.',
  }),
  judgments: line(sentences, 'Con sentencia', ofActs('judgment', 'immediateJudgment'), byAct),
  'judgments-final': line(sentences, 'Con sentencia firme', ofActs('judgmentFinal'), byAct),
  'alimony-judgments': line(sentences, 'Con sentencia de alimentos', ofActs('alimonyJudgment'), byAct),
  'judgments-favourable': notHeld(
    ...([
      sentences,
      'Favorables',
      'El registro no guarda el sentido de la sentencia en una respuesta cerrada.',
    ] as const),
  ),
  'femicide-attempts': line(
    femicide,
    'Tentativas',
    ofFichas(({ isFemicideAttempt }) => isFemicideAttempt),
    {
      ...{ date: 'Ingreso', words: 'Fichas cuya sección D califica el último hecho como tentativa de feminicidio.' },
    },
  ),
  'femicide-dependants': line(
    ...([femicide, 'Personas que dependían de una víctima'] as const),
    ofFichas((ficha) => ficha.dependedOnFemicideVictim),
    { date: 'Ingreso', words: 'Fichas cuya sección B dice que dependía de una víctima de feminicidio.' },
  ),
  femicides: notHeld(
    femicide,
    'Feminicidios',
    'La ficha es de quien vino al centro: no hay ficha de una víctima muerta.',
  ),
  'health-referred': line(health, 'Derivadas a salud', ofReferrals(['health', 'emergency-kit'], false)),
  'health-attended': line(health, 'Atendidas en salud', ofReferrals(['health', 'emergency-kit'], true)),
  'mental-health-referred': line(health, 'Derivadas a salud mental', ofReferrals(['mental-health'], false)),
  'mental-health-attended': line(health, 'Atendidas en salud mental', ofReferrals(['mental-health'], true)),
  'school-referred': line(school, 'Derivadas a la escuela', ofReferrals(['school'], false)),
  'school-attended': line(school, 'Atendidas por la escuela', ofReferrals(['school'], true)),
  'school-at-follow-up': notHeld(
    ...([
      school,
      'Asisten a la escuela en el seguimiento',
      'El seguimiento no pregunta si las niñas y niños estudian.',
    ] as const),
  ),
  arrivals: line(waiting, 'Llegadas atendidas', countWaiting, { date: 'Llegada' }),
  'waiting-median': line(waiting, 'Espera mediana, en minutos', countWaiting, {
    ...{ date: 'Llegada', measure: { of: 'median', kinds: null }, words: 'Mediana como PERCENTIL.INC.' },
  }),
} as const satisfies Record<string, Line>;

export type SeriesId = keyof typeof seriesLines;
export const seriesIds = Object.keys(seriesLines) as readonly SeriesId[];
export const seriesOf = (id: SeriesId): Line => seriesLines[id];

/** Members of a line in a year; none where the record does not hold it. */
export function membersOfYear(id: SeriesId, facts: Facts, year: number): Member[] {
  const { count, measure } = seriesOf(id);
  const months = monthsOf(year);
  return count === null ? [] : chosen(count(facts, months), measure, { months, kind: null });
}

/** Null: the record does not hold it, or there is nothing to measure. */
export function figureOfYear(id: SeriesId, facts: Facts, year: number): number | null {
  const { count, measure } = seriesOf(id);
  return count === null ? null : tallyOf(membersOfYear(id, facts, year), measure, monthsOf(year)).figure;
}

/** Years in which a ficha counts or somebody was attended, the newest first; this one always. */
export function yearsOf({ fichas, attended, today }: Facts): number[] {
  const yearOf = (on: string) => Number(on.slice(0, 4));
  const counted = [...fichas.values()].flatMap(({ countedIn, admittedOn }) => [countedIn, admittedOn]);
  const all = [...counted.filter((one): one is Month | CivilDate => one !== null), ...attended.map(({ on }) => on)];
  return [...new Set([yearOf(today), ...all.map(yearOf)])].toSorted((one, other) => other - one);
}
