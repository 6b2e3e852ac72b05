/** One record that two people changed at the same time: what each of them changed stands, and nothing else is put back. */
import { normalizeDocumentNumber, normalizePhone } from './rules.ts';
import type { PersonContact, PersonRecord } from './record.ts';
import type { IdentityDocument } from './schema.ts';

/** What the record was when she began, as she left it, and as somebody else saved it meanwhile. */
type Sides<Value> = { readonly base: Value; readonly mine: Value; readonly theirs: Value };

function plain(value: unknown): string {
  const sorted = (_name: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part;
  return JSON.stringify(value ?? null, sorted);
}

const isSame = (one: unknown, other: unknown) => plain(one) === plain(other);

/** Field by field: hers where she changed it, else theirs. */
function eachField<Value extends object>({ base, mine, theirs }: Sides<Value>): Value {
  const names = Object.keys(theirs) as (keyof Value)[];
  return Object.fromEntries(
    names.map((name) => [name, isSame(base[name], mine[name]) ? theirs[name] : mine[name]]),
  ) as Value;
}

/**
 * Entry by entry, each found again by what it is (`keyOf`). One that the other side changed is not taken out, whoever
 * took it out: a number too many can be seen and mended, an answer that is lost cannot.
 */
function eachEntry<Entry extends object | string>(
  { base, mine, theirs }: Sides<readonly Entry[]>,
  keyOf: (entry: Entry) => string,
  join: (sides: Sides<Entry>) => Entry,
): Entry[] {
  if (isSame(base, mine)) return [...theirs];
  if (isSame(base, theirs)) return [...mine];
  const within = (list: readonly Entry[], entry: Entry) => list.find((one) => keyOf(one) === keyOf(entry));
  const stay = theirs.flatMap((entry) => {
    const [was, hers] = [within(base, entry), within(mine, entry)];
    if (hers !== undefined) return [was === undefined ? hers : join({ base: was, mine: hers, theirs: entry })];
    return was !== undefined && isSame(was, entry) ? [] : [entry];
  });
  const added = mine.filter((entry) => {
    const was = within(base, entry);
    return within(theirs, entry) === undefined && (was === undefined || !isSame(was, entry));
  });
  return [...stay, ...added];
}

const contactKey = ({ phone }: PersonContact) => normalizePhone(phone);
const documentKey = ({ kind, number }: IdentityDocument) =>
  `${kind ?? ''} ${number === null ? '' : normalizeDocumentNumber(number)}`;

export function rebaseRecord(sides: Sides<PersonRecord>): PersonRecord {
  const listOf = <Name extends 'aliases' | 'documents' | 'contacts'>(name: Name): Sides<PersonRecord[Name]> => ({
    base: sides.base[name],
    mine: sides.mine[name],
    theirs: sides.theirs[name],
  });
  return {
    ...eachField(sides),
    aliases: eachEntry(
      listOf('aliases'),
      (alias) => alias,
      ({ theirs }) => theirs,
    ),
    documents: eachEntry(listOf('documents'), documentKey, eachField),
    contacts: eachEntry(listOf('contacts'), contactKey, eachField),
  };
}
