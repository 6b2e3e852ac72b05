/** The public lists of names of resources/names, read once. */
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import givenNames from '../../../resources/names/given-names.json' with { type: 'json' };
import { makeNameFrequencies, type NameFrequencies, type NameLists } from '../../shared/people/index.ts';

/** JSON is typed as lists, not as the pairs that they are. */
export const nameLists = { surnames, givenNames } as unknown as NameLists;

let frequencies: NameFrequencies | null = null;

export function nameFrequencies(): NameFrequencies {
  frequencies ??= makeNameFrequencies(nameLists);
  return frequencies;
}
