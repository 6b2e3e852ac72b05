/** What a record says in one line. The name of a shelter is never in it. */
import { homeVisitResults, reintegrationPlans } from '../intake/index.ts';
import {
  contactHowLabels,
  contactResultLabels,
  goalWhoLabels,
  placementRefusalLabels,
  type ReintegrationKind,
} from './codes.ts';
import type { ReintegrationValues } from './record.ts';

type Labelled = readonly { readonly code: number; readonly label: string }[];
const labelOf = (list: Labelled, code: number | null) => list.find((one) => one.code === code)?.label ?? '';

export function refusalWordsOf({
  refusal,
  refusalWords,
}: Pick<ReintegrationValues<'placement'>, 'refusal' | 'refusalWords'>): string {
  return refusalWords ?? (refusal === null ? '' : placementRefusalLabels[refusal]);
}

function placementWords(values: ReintegrationValues<'placement'>): string {
  const { way, kinship, age } = values;
  if (way === 'refused') return `No acepta: ${refusalWordsOf(values).toLocaleLowerCase('es')}`;
  if (way === 'shelter') return 'En un Hogar de Refugio Temporal';
  return `Con familiares o amistades: ${kinship ?? ''}${age === null ? '' : `, ${age} años`}`;
}

export const goalWhoWords = ({
  who,
  institution,
}: Pick<ReintegrationValues<'reintegration_goal'>, 'who' | 'institution'>) => institution ?? goalWhoLabels[who];

const levelWords = { 1: 'Básico', 2: 'Especializado' } as const;
export const accompanimentWords = ({ level }: Pick<ReintegrationValues<'accompaniment'>, 'level'>): string =>
  levelWords[level];

const wordsOf: { readonly [Kind in ReintegrationKind]: (values: ReintegrationValues<Kind>) => string } = {
  placement: placementWords,
  reintegration_plan: ({ implementer }) => labelOf(reintegrationPlans, implementer),
  reintegration_goal: (values) => `${values.goal} (${goalWhoWords(values)})`,
  reintegration_review: ({ words }) => words,
  accompaniment: accompanimentWords,
  accompaniment_contact: ({ how, result }) => `${contactHowLabels[how]}: ${contactResultLabels[result].toLowerCase()}`,
  home_visit: ({ made, why, result }) =>
    made === 1 ? labelOf(homeVisitResults, result) : `No se realizó: ${why ?? ''}`,
};

export function reintegrationWords(kind: ReintegrationKind, values: ReintegrationValues<ReintegrationKind>): string {
  // Kind and values come out of one record: together they fit, which a union of each does not say.
  return wordsOf[kind](values as never);
}
