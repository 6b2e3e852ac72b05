/** How the fields of one file weigh otherwise than in general: bits a level of a field, added to those of the model. */
import { codesOf, eachOf } from '../../platform/codes-of.ts';
import { matchModel, type Shares } from './weights.ts';

const whole = ['same', 'swapped', 'oneError', 'twoParts', 'around', 'decade', 'sameYear', 'different'] as const;

/** Fields that a file may weigh anew, with their levels: each level of a field excludes the others. */
export const tunedFields = {
  ...{ first: Object.keys(matchModel.name), second: Object.keys(matchModel.name) },
  ...{ given: Object.keys(matchModel.name), document: Object.keys(matchModel.document), birth: [...whole] },
  ...{ phone: Object.keys(matchModel.phone), district: Object.keys(matchModel.district) },
  address: Object.keys(matchModel.address),
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type TunedField = keyof typeof tunedFields;
const fields = codesOf(tunedFields);

export type FieldLevels = Readonly<Record<TunedField, string | null>>;
export type Tuning = Readonly<Record<TunedField, Readonly<Record<string, number>>>>;

/** `u` is null where it is the frequency of the very name. */
export function sharesOf(field: TunedField, level: string): { readonly m: number; readonly u: number | null } {
  const isName = field === 'first' || field === 'second' || field === 'given';
  const table: Readonly<Record<string, Partial<Shares> | undefined>> = isName ? matchModel.name : matchModel[field];
  const { m = 0, u = null } = table[level] ?? {};
  return { m, u };
}

export function tuningOf(bits: (field: TunedField, level: string) => number): Tuning {
  const ofField = (field: TunedField) =>
    Object.fromEntries(tunedFields[field].map((level) => [level, bits(field, level)]));
  return eachOf(fields, ofField);
}

const groups = {
  family: ['first', 'second', 'phone', 'district', 'address'],
  birth: ['birth'],
  rest: ['given', 'document'],
} as const satisfies Readonly<Record<string, readonly TunedField[]>>;

type Tuned = { readonly family: number; readonly birth: number; readonly rest: number; readonly levels: FieldLevels };

/** The same comparison as this file weighs it. */
export function tuned<Weight extends Tuned>(weight: Weight, tuning: Tuning | undefined): Weight {
  if (tuning === undefined) return weight;
  const more = (group: keyof typeof groups) =>
    groups[group].reduce((sum, field) => sum + (tuning[field][weight.levels[field] ?? ''] ?? 0), 0);
  return {
    ...weight,
    family: weight.family + more('family'),
    birth: weight.birth + more('birth'),
    rest: weight.rest + more('rest'),
  };
}
