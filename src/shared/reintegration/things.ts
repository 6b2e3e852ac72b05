/** What each record of insertion and reintegration is asked. From this data come schema, columns, form and words. */
import { homeVisitResults, reintegrationPlans } from '../intake/index.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import {
  contactHowLabels,
  contactResultLabels,
  endReasonLabels,
  goalWhoLabels,
  placementRefusalLabels,
  placementWayLabels,
  type EndingKind,
  type ReintegrationKind,
} from './codes.ts';

const street = /\b(jr|jir[oó]n|av|avda|avenida|calle|psje|pje|pasaje|mz|mza|manzana|urb|cdra|cuadra)\b[^;\n]{0,40}\d/i;

/** A street with its number: where she is kept safe stands nowhere. */
export const saysAddress = (text: string): boolean => street.test(text);

const noAddress = {
  isRight: (text: string) => !saysAddress(text),
  words: 'Parece una dirección: dónde está ella no se escribe en ninguna parte.',
};
const justAName = {
  isRight: (text: string) => !saysAddress(text) && !/\d{3}/.test(text),
  words: 'Escriba solo el nombre: la dirección de un hogar no se escribe en ninguna parte.',
};

const when = <Question extends string, Code extends string | number>(question: Question, ...is: Code[]) =>
  ({ question, is }) as const;

export const placementFields = {
  way: {
    ...{ kind: 'choice', label: 'Dónde', required: true, missing: 'Elija dónde, o que no acepta.', columns: 12 },
    ...{ inline: true, options: optionsOf(placementWayLabels) },
  },
  kinship: {
    ...{ kind: 'text', label: 'Parentesco o amistad', max: 60, isLine: true, required: true, columns: 4 },
    ...{ missing: 'Escriba quién es de ella, sin su nombre.', hint: 'Hermana, tía, amiga… sin su nombre.' },
    askedWhen: when('way', 'kin'),
  },
  age: {
    ...{ kind: 'number', label: 'Edad', min: 0, max: 120, unit: 'años', askedWhen: when('way', 'kin') },
  },
  officeId: {
    ...{ kind: 'id', brand: 'OfficeId', label: 'Coordinación de hogares', columns: 6 },
    askedWhen: when('way', 'shelter'),
  },
  house: {
    ...{ kind: 'text', label: 'Nombre del HRT', max: 120, isLine: true, of: 'code', columns: 6, check: justAName },
    ...{ hint: 'Dato reservado: lo lee solo el equipo del caso.', askedWhen: when('way', 'shelter') },
  },
  since: {
    ...{ kind: 'date', label: 'Desde el', required: true, missing: 'Escriba desde qué día.', columns: 4 },
    askedWhen: when('way', 'kin', 'shelter'),
  },
  refusal: {
    ...{ kind: 'choice', label: 'Por qué no acepta', required: true, missing: 'Elija el motivo.', columns: 8 },
    ...{ options: optionsOf(placementRefusalLabels), askedWhen: when('way', 'refused') },
  },
  refusalWords: {
    ...{ kind: 'text', label: 'Cuál es el motivo', max: 120, isLine: true, required: true, columns: 12 },
    ...{ missing: 'Escriba el motivo.', askedWhen: when('refusal', 'other'), check: noAddress },
  },
  saidOn: {
    ...{ kind: 'date', label: 'Lo dijo el', required: true, missing: 'Escriba qué día lo dijo.', columns: 4 },
    askedWhen: when('way', 'refused'),
  },
  words: {
    ...{ kind: 'text', label: 'Nota, sin direcciones ni nombres', max: 300, lines: 2, columns: 12, check: noAddress },
  },
} as const satisfies Fields;

const ours = when('implementer', 1);

export const planFields = {
  implementer: {
    ...{ kind: 'choice', label: 'Quién lo implementa', required: true, missing: 'Diga quién lo implementa.' },
    ...{ columns: 12, options: reintegrationPlans },
  },
  madeOn: {
    ...{ kind: 'date', label: 'Se decidió el', required: true, missing: 'Escriba qué día se decidió.', columns: 4 },
  },
  reviewOn: {
    ...{ kind: 'date', label: 'Se revisa el', required: true, missing: 'Escriba cuándo se revisa.', columns: 4 },
    askedWhen: ours,
  },
  words: { kind: 'text', label: 'Nota', max: 300, lines: 2, columns: 12 },
} as const satisfies Fields;

export const goalFields = {
  goal: {
    ...{ kind: 'text', label: 'Objetivo', max: 200, lines: 2, required: true, missing: 'Escriba el objetivo.' },
    columns: 12,
  },
  // No day stands last in a dialog: what helps to type it would lie under the buttons.
  dueOn: { kind: 'date', label: 'Hasta el', required: true, missing: 'Escriba hasta cuándo.', columns: 12 },
  who: {
    ...{ kind: 'choice', label: 'Quién', required: true, missing: 'Diga quién lo hace.', columns: 12, inline: true },
    options: optionsOf(goalWhoLabels),
  },
  institution: {
    ...{ kind: 'text', label: 'Qué institución', max: 120, isLine: true, required: true, columns: 8 },
    ...{ missing: 'Escriba qué institución.', askedWhen: when('who', 'other') },
  },
} as const satisfies Fields;

export const reviewFields = {
  heldOn: { kind: 'date', label: 'Se revisó el', required: true, missing: 'Escriba qué día se revisó.', columns: 4 },
  nextOn: { kind: 'date', label: 'Se revisa otra vez el (vacío: no se revisa más)', columns: 8 },
  words: {
    ...{ kind: 'text', label: 'Cómo va', max: 400, lines: 3, required: true, missing: 'Escriba cómo va.' },
    columns: 12,
  },
} as const satisfies Fields;

export const accompanimentFields = {
  referralId: { kind: 'id', brand: 'ReferralId', label: 'Derivación', columns: 6 },
  level: {
    ...{ kind: 'choice', label: 'Acompañamiento', required: true, missing: 'Elija básico o especializado.' },
    ...{ inline: true, columns: 6 },
    options: [
      { code: 1, label: 'Básico' },
      { code: 2, label: 'Especializado' },
    ],
  },
  since: { kind: 'date', label: 'Empezó el', required: true, missing: 'Escriba qué día empezó.', columns: 4 },
  officeId: { kind: 'id', brand: 'OfficeId', label: 'Servicio que la acompaña', columns: 12 },
  person: { kind: 'text', label: 'Quién la acompaña', max: 120, isLine: true, of: 'code', columns: 8 },
} as const satisfies Fields;

export const contactFields = {
  heldOn: { kind: 'date', label: 'Fecha', required: true, missing: 'Escriba la fecha.', columns: 4 },
  how: {
    ...{ kind: 'choice', label: 'Cómo', required: true, missing: 'Elija cómo fue.', columns: 8 },
    options: optionsOf(contactHowLabels),
  },
  result: {
    ...{ kind: 'choice', label: 'Resultado', required: true, missing: 'Elija el resultado.', inline: true },
    ...{ columns: 12, options: optionsOf(contactResultLabels) },
  },
  words: { kind: 'text', label: 'Nota', max: 400, lines: 2, columns: 12 },
} as const satisfies Fields;

const isMade = when('made', 1);

/** Which visit, and its day, are taken from the attention or the agenda where they stand there. */
export const homeVisitFields = {
  visitId: { kind: 'id', brand: 'VisitId', label: 'Visita', columns: 6 },
  made: {
    ...{ kind: 'yesNo', label: '¿Se realizó la visita?', required: true, missing: 'Diga si se realizó.', columns: 4 },
  },
  visitedOn: { kind: 'date', label: 'Fecha', required: true, missing: 'Escriba la fecha.', columns: 4 },
  why: {
    ...{ kind: 'text', label: 'Por qué no se realizó', max: 300, lines: 2, required: true, columns: 12 },
    ...{ missing: 'Escriba el motivo.', askedWhen: when('made', 0) },
  },
  result: {
    ...{ kind: 'choice', label: 'Estimación del riesgo', required: true, missing: 'Elija el resultado.', inline: true },
    ...{ columns: 6, options: homeVisitResults, askedWhen: isMade },
  },
  actions: {
    ...{ kind: 'text', label: 'Acciones a realizar', max: 500, lines: 3, required: true, columns: 12 },
    ...{ missing: 'Escriba qué se hará.', askedWhen: when('result', 2) },
  },
} as const satisfies Fields;

export const reintegrationFields = {
  placement: placementFields,
  reintegration_plan: planFields,
  reintegration_goal: goalFields,
  reintegration_review: reviewFields,
  accompaniment: accompanimentFields,
  accompaniment_contact: contactFields,
  home_visit: homeVisitFields,
} as const satisfies Record<ReintegrationKind, Fields>;

/** How it ended, of each that has an end. */
const endFieldsWith = <const Reasons extends Readonly<Record<string, string>>>(reasons: Reasons) =>
  ({
    endedOn: { kind: 'date', label: 'Hasta el', required: true, missing: 'Escriba hasta qué día.', columns: 4 },
    endReason: {
      ...{ kind: 'choice', label: 'Cómo terminó', required: true, missing: 'Elija cómo terminó.', columns: 8 },
      options: optionsOf<keyof Reasons & string>(reasons),
    },
    endWords: { kind: 'text', label: 'Cómo fue', max: 300, lines: 2, columns: 12, check: noAddress },
  }) as const satisfies Fields;

export const endFields = {
  placement: endFieldsWith(endReasonLabels.placement),
  reintegration_plan: endFieldsWith(endReasonLabels.reintegration_plan),
  reintegration_goal: endFieldsWith(endReasonLabels.reintegration_goal),
  accompaniment: endFieldsWith(endReasonLabels.accompaniment),
} as const satisfies Record<EndingKind, Fields>;

export const endSchema = <const Kind extends EndingKind>(kind: Kind) =>
  valuesSchema<(typeof endFields)[Kind]>(endFields[kind]).refine(
    (values) => {
      const { endReason, endWords } = values as Readonly<Record<string, unknown>>;
      return endReason !== 'other' || endWords !== null;
    },
    { path: ['endWords'], error: 'Escriba cómo terminó.' },
  );

type Rule = {
  /** The day on which it begins; what ends does not end before. */
  readonly days: readonly string[];
  /** Days that cannot have passed. */
  readonly coming: readonly string[];
  /** What it hangs from. */
  readonly of: EndingKind | null;
};

export const reintegrationRules: Readonly<Record<ReintegrationKind, Rule>> = {
  placement: { days: ['since', 'saidOn'], coming: [], of: null },
  reintegration_plan: { days: ['madeOn'], coming: ['reviewOn'], of: null },
  reintegration_goal: { days: [], coming: ['dueOn'], of: 'reintegration_plan' },
  reintegration_review: { days: ['heldOn'], coming: ['nextOn'], of: 'reintegration_plan' },
  accompaniment: { days: ['since'], coming: [], of: null },
  accompaniment_contact: { days: ['heldOn'], coming: [], of: 'accompaniment' },
  home_visit: { days: ['visitedOn'], coming: [], of: null },
};
