/** Whom a writ does not name, with what else must not stand in it (D38). */
import {
  hidesUser,
  namedChildren,
  sealedTexts,
  type FilingKind,
  type FilingOptions,
} from '../../shared/filings/index.ts';
import type { Withheld } from '../../shared/papers/index.ts';
import { legalName } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import {
  ageOn,
  casePersons,
  privacyFrom,
  withheldTexts,
  type CasePerson,
  type CaseRecord,
  type Privacy,
} from '../papers/index.ts';
import { signsForChild } from './facts.ts';
import type { Trx } from './tables.ts';

export type Asked = {
  readonly kind: FilingKind;
  readonly options: Pick<FilingOptions, 'answers' | 'lists'>;
  readonly isReserved: boolean;
};

/** The accused, the adults whom the writ protects, and who signs for a child. */
function namedIds(records: readonly CaseRecord[], today: CivilDate): string[] {
  return records
    .flatMap((record) => [
      record.aggressorId,
      ...(isUnderAge(record, today) ? [] : [record.userId]),
      ...(signsForChild(record, today) ? [record.row.informant_id] : []),
    ])
    .filter((id) => id !== null);
}

const isUnderAge = (record: CaseRecord, today: CivilDate) => (ageOn(record, today) ?? 18) < 18;

/** A victim who is protected is named in the envelope alone (kind 15). */
function hiddenUser({ known: { user } }: CaseRecord): Withheld[] {
  const names = legalName(user);
  const { number } = user.document;
  return [
    ...(names === null ? [] : [{ who: 'persona usuaria', names: [names], isMinor: false }]),
    ...(number === null ? [] : [number]),
  ];
}

/** @param linked the fichas of the same event whose persons the writ names as well */
export async function privacyOf(
  trx: Trx,
  { record, linked }: { readonly record: CaseRecord; readonly linked: readonly CaseRecord[] },
  { kind, options, isReserved }: Asked,
  today: CivilDate,
): Promise<Privacy> {
  const records = [record, ...linked];
  const all = new Map<string, CasePerson>();
  for (const one of records)
    for (const person of await casePersons(trx, one, today))
      if (!all.has(person.personId)) all.set(person.personId, person);
  const named = { ids: namedIds(records, today), names: namedChildren(kind, options) };
  const { withheld, persons } = privacyFrom([...all.values()], named);
  return {
    withheld: [
      ...withheldTexts(record, isReserved),
      ...linked.flatMap((other) => withheldTexts(other, true)),
      ...sealedTexts(kind, options),
      ...(hidesUser(kind, options) ? hiddenUser(record) : []),
      ...withheld,
    ],
    persons,
  };
}
