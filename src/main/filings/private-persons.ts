/** Everybody of a ficha who must not be named in its writs, with what else would tell who or where they are (D38). */
import {
  hidesUser,
  minorWords,
  namedChildren,
  sealedTexts,
  type FilingKind,
  type FilingOptions,
} from '../../shared/filings/index.ts';
import { ageOf, participantRoleLabels } from '../../shared/intake/index.ts';
import type { PrivatePerson, Withheld } from '../../shared/papers/index.ts';
import { legalName, plainName, type PersonRecord } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Trx } from '../database.ts';
import { listParticipantRows } from '../intake/index.ts';
import { ageOn, withheldTexts, type CaseRecord } from '../papers/index.ts';
import { getPerson, getRecord } from '../people/index.ts';
import { signsForChild } from './facts.ts';

/** What must not stand in a writ. */
export type Privacy = {
  /** Stops it: places, numbers, mails, and who is named in the sealed envelope alone. */
  readonly withheld: readonly Withheld[];
  /** Stand by their initials. */
  readonly persons: readonly PrivatePerson[];
};

export type Asked = {
  readonly kind: FilingKind;
  readonly options: Pick<FilingOptions, 'answers' | 'lists'>;
  readonly isReserved: boolean;
};

const ofAge = 18;
const isMinorAge = (years: number | null) => years !== null && years < ofAge;

type Part = { readonly personId: string; readonly who: string; readonly isMinor: boolean };

/** Who has a part in a ficha and is not named in its papers: herself under age, and everybody beside the pair. */
async function partsOf(trx: Trx, record: CaseRecord, today: CivilDate): Promise<Part[]> {
  const { row, userId, a } = record;
  const parts: Part[] = [];
  if (isMinorAge(ageOn(record, today)))
    parts.push({ personId: userId, who: 'persona usuaria menor de edad', isMinor: true });
  if (row.informant_id !== null && !signsForChild(record, today))
    parts.push({ personId: row.informant_id, who: 'persona informante', isMinor: isMinorAge(a.informantAge) });
  for (const { person_id: personId, role } of await listParticipantRows(trx, row.id)) {
    const years = ageOf((await getRecord(trx, personId)).record, today);
    const isMinor = isMinorAge(years) || (years === null && role === 'child');
    parts.push({ personId, who: isMinor ? minorWords : participantRoleLabels[role].toLowerCase(), isMinor });
  }
  return parts;
}

/** The accused, the adults whom the writ protects, and who signs for a child. */
function namedIds(records: readonly CaseRecord[], today: CivilDate): Set<string | null> {
  return new Set(
    records.flatMap((record) => [
      record.aggressorId,
      ...(isMinorAge(ageOn(record, today)) ? [] : [record.userId]),
      ...(signsForChild(record, today) ? [record.row.informant_id] : []),
    ]),
  );
}

const namesOf = (record: PersonRecord): string[] =>
  [legalName(record), record.preferredName, ...record.aliases].filter((name) => name !== null);

/** Her home may be that of the user, of which the reserve of the user decides. */
function placesOf({ address }: CaseRecord['user'], { known: { user } }: CaseRecord): (string | null)[] {
  const isSame = plainName(address.text ?? '') === plainName(user.address.text ?? '');
  return isSame ? [] : [address.text, address.reference];
}

/** @param inFull names of whom the kind names in full */
async function privatePersons(
  trx: Trx,
  records: readonly CaseRecord[],
  inFull: readonly string[],
  today: CivilDate,
): Promise<Privacy> {
  const seen = namedIds(records, today);
  const named = new Set(inFull.map(plainName));
  const persons: PrivatePerson[] = [];
  const withheld: string[] = [];
  for (const record of records)
    for (const { personId, ...part } of await partsOf(trx, record, today)) {
      if (seen.has(personId)) continue;
      seen.add(personId);
      const { record: known } = await getRecord(trx, personId);
      if (named.has(plainName(legalName(known) ?? ''))) continue;
      persons.push({ ...part, names: namesOf(known) });
      const places = personId === record.userId ? [] : placesOf(await getPerson(trx, personId), record);
      const texts = [...known.documents.map(({ number }) => number), known.email, ...places];
      withheld.push(...texts.filter((text) => text !== null));
    }
  return { withheld, persons };
}

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
  const { withheld, persons } = await privatePersons(trx, [record, ...linked], namedChildren(kind, options), today);
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
