/** Which words are surnames: by the public lists of names, and by the columns of the list itself. */
import {
  countLists,
  countOwn,
  leanOf,
  nameFieldsOf,
  nameOrderOf,
  nameUnits,
  noCounts,
  orderOf,
  rowRoles,
  sumOf,
  type ListSettings,
  type NameCounts,
  type NameLean,
  type NameOrder,
  type RowRole,
} from '../../shared/imports/index.ts';
import { nameLists } from '../people/index.ts';
import { type SourceTable, textsOf } from './list-file.ts';

let counts: NameCounts | null = null;

export function leanWith(own: NameCounts): NameLean {
  counts ??= countLists(nameLists);
  return leanOf(counts, own);
}

let lean: NameLean | null = null;

/** By the public lists alone. */
export function publicLean(): NameLean {
  lean ??= leanWith(noCounts);
  return lean;
}

/** Order of a column of whole names, as its words and the public lists tell it. */
export function orderOfColumn(table: SourceTable, at: number | undefined): NameOrder | null {
  return at === undefined ? null : orderOf(textsOf(table, at), publicLean());
}

type Own = { readonly surnames: string[]; readonly given: string[] };

/**
 * Names of separate columns. Where the public lists say of the columns as a whole that they are exchanged, they are no
 * evidence of anything.
 */
function separate(table: SourceTable, settings: ListSettings, role: RowRole): Own {
  const fields = nameFieldsOf[role];
  const lean = publicLean();
  const namesIn = (field: keyof ListSettings['columns']) =>
    textsOf(table, settings.columns[field]).flatMap((text) => nameUnits(text, lean));
  const own = {
    surnames: [fields.firstSurname, fields.secondSurname, fields.surnames].flatMap(namesIn),
    given: namesIn(fields.givenNames),
  };
  const isTold = sumOf(own.surnames.map(lean)) > 0 && sumOf(own.given.map(lean)) < 0;
  return isTold ? own : { surnames: [], given: [] };
}

/** Of whole names only those of four words in the order of the column: two surnames, two given names. */
function together(table: SourceTable, settings: ListSettings, role: RowRole): Own {
  const order = settings[nameOrderOf[role]];
  const own: Own = { surnames: [], given: [] };
  if (order === null) return own;
  const lean = publicLean();
  for (const text of textsOf(table, settings.columns[nameFieldsOf[role].whole])) {
    const units = nameUnits(text, lean);
    if (units.length !== 4 || text.includes(',')) continue;
    const [head, tail] = [units.slice(0, 2), units.slice(2)];
    const [asSurnames, asGiven] = order === 'surnamesFirst' ? [head, tail] : [tail, head];
    // A row in the other order would teach the wrong thing.
    if (sumOf(asSurnames.map(lean)) < sumOf(asGiven.map(lean))) continue;
    own.surnames.push(...asSurnames);
    own.given.push(...asGiven);
  }
  return own;
}

/** How often each name of the list stands as a surname and as a given name in it. */
export function ownCounts(table: SourceTable, settings: ListSettings): NameCounts {
  const found = rowRoles.flatMap((role) => [separate(table, settings, role), together(table, settings, role)]);
  return countOwn(
    found.flatMap((own) => own.surnames),
    found.flatMap((own) => own.given),
  );
}
