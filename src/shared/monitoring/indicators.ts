/** Each indicator described once: what it counts, by which words, what its rows show. Tile, table, list and print read it. */
import type { Ask } from '../alerts/index.ts';
import { capital } from '../platform/capital.ts';
import { violenceKindLabels } from '../pairs/index.ts';
import { optionsOf, type Confirmation } from '../record/index.ts';
import { questionWords, sectionA, sectionB } from '../intake/index.ts';
import {
  countIntegral,
  countMeasures,
  countOverdue,
  countReferrals,
  countRepeats,
  countSevere,
  countTypes,
  countWaiting,
  countWorkload,
  stepCodes,
  type Count,
} from './count.ts';
import * as said from './findings.ts';
import type { Facts } from './facts.ts';
import type { Measure, Member, PartsOf } from './members.ts';

type Kind = { readonly code: string; readonly label: string };

/** A list that a tile opens: of one kind, or of those that its figure counts. */
type Link = {
  readonly label: string;
  readonly kind: string | null;
  /** Only where there is any. */
  readonly isRare?: true;
};

/** A right without which a row names no ficha: what the figure tells of it stands in a file of its own team. */
export type Guard = 'legalFile.read' | 'referral.record';

/** The same members by something else than their kind. */
export type Breakdown = {
  /** What opens it. */
  readonly table: string;
  /** The tile opens it first, and the months from there. */
  readonly isFirst?: true;
  /** Head of its rows. */
  readonly head: string;
  /** A kind, or (null) every one. */
  readonly columns: readonly { readonly label: string; readonly kind: string | null }[];
  readonly partsOf: (facts: Facts) => PartsOf;
  readonly label: (part: string) => string;
  /** Of how many: the kinds that it puts together, and what they are. */
  readonly of: { readonly kinds: readonly string[]; readonly words: readonly [one: string, many: string] };
  /** What its numbers say. */
  readonly counts: string;
};

export type Indicator = {
  /** Over its list: what the figure counts. */
  readonly title: string;
  /** «Qué cuenta.» */
  readonly counts: string;
  readonly source: string;
  readonly confirmation: Confirmation;
  /** Head of the date of a row. */
  readonly date: string;
  readonly kinds: (facts: Pick<Facts, 'people'>) => readonly Kind[];
  readonly measure: Measure;
  /** What its values are; null where nothing is measured. */
  readonly unit: 'días' | 'minutos' | null;
  readonly order: 'day' | 'longest';
  /** What opens its table. */
  readonly table: string;
  readonly links: readonly Link[];
  readonly guard?: Guard;
  /** What may be asked of whoever holds a ficha, by the kind of its row. */
  readonly asks?: Readonly<Record<string, Ask>>;
  readonly breakdown?: Breakdown;
  readonly count: Count;
  readonly finding: said.Said;
  readonly beside: said.Said;
};

/** Fichas of the month, beside those that somebody holds. */
const ofPeriod: readonly string[] = ['complete', 'missing'];

/** «A.4 Edad (persona usuaria)». */
function askedWords(part: string): string {
  const [section, name = ''] = part.split('.');
  const { label, item } = questionWords(section === 'a' ? sectionA : sectionB, name);
  return `${item} ${label}`.trim();
}

const fixed = (labels: Readonly<Record<string, string>>) => () => optionsOf(labels);
const everything = { of: 'count', kinds: null } as const;
const ownRule = 'Criterio del centro';

export const indicators = {
  types: {
    ...{ title: 'Casos por tipo', date: 'Ingreso', unit: null, order: 'day', table: 'Por tipo' },
    counts: 'Las fichas validadas que cuenta el reporte del mes, por su tipo principal de violencia.',
    ...{ source: 'Reglas del reporte mensual', confirmation: 'project' },
    kinds: fixed(Object.fromEntries(Object.entries(violenceKindLabels).map(([code, words]) => [code, capital(words)]))),
    ...{ measure: everything, links: [{ label: 'Lista', kind: null }] },
    ...{ count: countTypes, finding: said.typesFinding, beside: said.typesBeside },
  },
  severe: {
    ...{ title: 'Severos sin valorar de nuevo', date: 'Debía valorarse', unit: null, order: 'day', table: 'Tabla' },
    counts:
      'Las fichas con una valoración severa (FVR) cuya nueva valoración vencía en el mes y no se hizo en el mes. El plazo es el de la tabla «Plazos». Una ficha cerrada ya no la debe: la tabla la muestra aparte.',
    ...{ source: 'Tabla «Plazos», fila D36b', confirmation: 'toConfirm' },
    kinds: fixed({
      ...{ pending: 'Sin valorar', late: 'Tarde, en el mes', inTime: 'A tiempo', closed: 'Cerradas sin valorar' },
    }),
    measure: { of: 'count', kinds: ['pending'] },
    asks: { pending: 'valuation' },
    links: [{ label: 'Lista', kind: null }],
    ...{ count: countSevere, finding: said.severeFinding, beside: said.severeBeside },
  },
  repeats: {
    ...{ title: 'Parejas con dos hechos o más', date: 'Ingreso', unit: null, order: 'day', table: 'Tabla' },
    counts:
      'Las parejas que con una ficha del mes suman dos hechos o más, y las personas denunciadas que con ella suman dos mujeres o más que no comparten un hecho. Una ficha de una lista anterior vale como hecho de antes.',
    ...{ source: ownRule, confirmation: 'project' },
    kinds: fixed({ pair: 'Parejas', accused: 'Denunciadas por varias' }),
    measure: { of: 'count', kinds: ['pair'] },
    links: [
      { label: 'Parejas', kind: null },
      { label: 'Denunciadas', kind: 'accused' },
    ],
    ...{ count: countRepeats, finding: said.repeatsFinding, beside: said.repeatsBeside },
  },
  waiting: {
    ...{ title: 'De la llegada a la primera atención', date: 'Llegada', unit: 'minutos' },
    ...{ order: 'longest', table: 'Tabla' },
    counts:
      'Los minutos desde que empezó a esperar hasta que alguien la atendió; la mediana y el 90 % como PERCENTIL.INC. No entra quien se retiró antes ni lo copiado de papel.',
    ...{ source: 'Orden de llegada', confirmation: 'project' },
    kinds: fixed({ attended: 'Llegadas atendidas' }),
    measure: { of: 'median', kinds: null },
    links: [{ label: 'Las más largas', kind: null }],
    ...{ count: countWaiting, finding: said.waitingFinding, beside: said.waitingBeside },
  },
  measures: {
    ...{ title: 'Medidas pedidas', date: 'Día del paso', unit: 'días', order: 'longest', table: 'Por paso' },
    counts:
      'El primer día en que se pidieron, se concedieron o entraron en ejecución las medidas de cada ficha, y los días desde el paso anterior. El pedido se cuenta desde el ingreso. Un paso con fecha anterior al que sigue no mide días: está en «Fechas por revisar».',
    ...{ source: 'Actos del proceso y cargos', confirmation: 'project' },
    kinds: fixed({ asked: 'Pedidas', granted: 'Concedidas', executed: 'En ejecución', review: 'Fechas por revisar' }),
    guard: 'legalFile.read',
    measure: { of: 'median', kinds: ['asked'] },
    links: [
      { label: 'Pedidas', kind: null },
      { label: 'Concedidas', kind: 'granted' },
      { label: 'Por revisar', kind: 'review', isRare: true },
    ],
    count: (facts, months) =>
      countMeasures(facts, months).filter(({ kind }) => kind === 'review' || stepCodes.some((step) => step === kind)),
    ...{ finding: said.measuresFinding, beside: said.measuresBeside },
  },
  overdue: {
    ...{ title: 'Sin contacto hace 30 días', date: 'Desde', unit: 'días', order: 'longest', table: 'Tabla' },
    counts:
      'Al fin del mes: las fichas validadas, no cerradas hoy, sin atención en los 30 días anteriores, y los plazos del proceso vencidos que nadie había cerrado. En los 12 meses cada uno está una vez, como en el último de ellos.',
    ...{ source: ownRule, confirmation: 'toConfirm' },
    kinds: fixed({ contact: 'Sin contacto', term: 'Plazos pasados' }),
    measure: { of: 'count', kinds: ['contact'] },
    asks: { contact: 'contact' },
    links: [
      { label: 'Lista', kind: null },
      { label: 'Plazos', kind: 'term' },
    ],
    ...{ count: countOverdue, finding: said.overdueFinding, beside: said.overdueBeside },
  },
  integral: {
    ...{ title: 'Con atención integral', date: 'Ingreso', unit: null, order: 'day', table: 'Tabla' },
    counts:
      'De las fichas del mes, las que hasta hoy tienen atención psicológica, social y patrocinio legal (integral), y las que tienen dos servicios (interdisciplinaria).',
    ...{ source: 'Indicadores del registro central', confirmation: 'toConfirm' },
    kinds: fixed({ integral: 'Integral', interdisciplinary: 'Dos servicios', less: 'Uno o ninguno' }),
    measure: { of: 'count', kinds: ['integral'] },
    links: [
      { label: 'Lista', kind: null },
      { label: 'Uno o ninguno', kind: 'less' },
    ],
    ...{ count: countIntegral, finding: said.integralFinding, beside: said.integralBeside },
  },
  referrals: {
    ...{ title: 'Derivaciones respondidas', date: 'Emitida', unit: null, order: 'day', table: 'Por mes' },
    counts:
      'Las derivaciones emitidas en el mes, por si hasta hoy volvió la respuesta. «Pasadas» son las que ya debían haber vuelto.',
    ...{ source: 'Tabla «Derivaciones sin respuesta»', confirmation: 'project' },
    kinds: fixed({ answered: 'Respondidas', waiting: 'En espera', late: 'Pasadas', closed: 'Cerradas sin respuesta' }),
    measure: { of: 'count', kinds: ['answered'] },
    links: [
      { label: 'Lista', kind: null },
      { label: 'Pasadas', kind: 'late' },
    ],
    guard: 'referral.record',
    asks: { late: 'answer' },
    breakdown: {
      ...{ table: 'Por institución', isFirst: true, head: 'Institución', label: (part) => part },
      columns: [
        { label: 'Emitidas', kind: null },
        { label: 'Respondidas', kind: 'answered' },
        { label: 'Pasadas', kind: 'late' },
      ],
      of: { kinds: ['answered', 'waiting', 'late', 'closed'], words: ['derivación', 'derivaciones'] },
      partsOf: ({ referrals }) => {
        const institutions = new Map(referrals.map(({ id, institution }) => [id, institution]));
        return ({ id }) => [institutions.get(id) ?? ''];
      },
      counts:
        'Las derivaciones emitidas en el mes por la institución que nombra la carta: escrita de dos maneras, está en dos filas. «Pasadas» son las que ya debían haber vuelto.',
    },
    ...{ count: countReferrals, finding: said.referralsFinding, beside: said.referralsBeside },
  },
  workload: {
    ...{ title: 'Casos a cargo', date: 'Desde', unit: null, order: 'day', table: 'Por persona' },
    counts:
      'Al fin del mes: las fichas no cerradas hoy que alguien tenía, cada una una vez; y de cada persona o servicio, las que tenía. «Datos que faltan» son respuestas obligatorias de A y B de las fichas que ingresaron en el mes. En los 12 meses cada ficha está una vez.',
    ...{ source: ownRule, confirmation: 'project' },
    kinds: ({ people }) => [
      { code: 'held', label: 'Fichas a cargo' },
      ...people,
      { code: 'complete', label: 'Fichas completas' },
      { code: 'missing', label: 'Con datos que faltan' },
    ],
    measure: { of: 'count', kinds: ['held'] },
    links: [
      { label: 'Lista', kind: null },
      { label: 'Faltan datos', kind: 'missing' },
    ],
    asks: { missing: 'data', complete: 'data' },
    breakdown: {
      ...{ table: 'Por pregunta', head: 'Pregunta', label: askedWords },
      columns: [{ label: 'Sin respuesta', kind: null }],
      of: { kinds: ofPeriod, words: ['ficha que ingresó', 'fichas que ingresaron'] },
      partsOf:
        ({ fichas }) =>
        ({ caseId, kind }) =>
          ofPeriod.includes(kind) ? (fichas.get(caseId ?? '')?.unanswered ?? []) : [],
      counts:
        'Las fichas que ingresaron en el mes a las que se les hace esa pregunta de A o B, obligatoria o no, y que no tienen respuesta.',
    },
    ...{ count: countWorkload, finding: said.workloadFinding, beside: said.workloadBeside },
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorId = keyof typeof indicators;
export const indicatorIds = Object.keys(indicators) as readonly IndicatorId[];
export const indicatorOf = (id: IndicatorId): Indicator => indicators[id];

/** What a row asks for; of a row of the breakdown what that says to be missing. Null where there is nothing to ask. */
export function askInRow(id: IndicatorId, row: Pick<Member, 'kind' | 'caseId' | 'isLate'>, part: string | null) {
  const isAsking = row.isLate || (part !== null && id === 'workload');
  return row.caseId !== null && isAsking ? (indicatorOf(id).asks?.[row.kind] ?? null) : null;
}

/** What no figure of the page counts. */
export const leftOut =
  'No entran las fichas reservadas ni las que están cerradas para usted; tampoco las anuladas ni las de listas anteriores.';
