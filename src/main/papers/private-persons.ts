/** Everybody of a ficha by what a paper could tell of them: one list for writs, letters and actas (D38). */
import { ageOf, participantRoleLabels } from '../../shared/intake/index.ts';
import { minorWords, type PrivatePerson, type Withheld } from '../../shared/papers/index.ts';
import { legalName, plainName, type PersonRecord } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { listParticipantRows } from '../intake/index.ts';
import { getPerson, getRecord } from '../people/index.ts';
import { ageOn, type CaseRecord } from './case-record.ts';
import type { Trx } from './tables.ts';

/** What must not stand in a paper. */
export type Privacy = {
  /** Stops it: places, numbers, mails, and whoever must not even stand by initials. */
  readonly withheld: readonly Withheld[];
  /** Stand by their initials. */
  readonly persons: readonly PrivatePerson[];
};

export type CasePerson = PrivatePerson & {
  readonly personId: string;
  /** Documents, mail, telephones and places that would tell who or where they are. */
  readonly texts: readonly string[];
};

const ofAge = 18;
const isMinorAge = (years: number | null) => years !== null && years < ofAge;

/** As it is written in full, as in a hurry («Pedro Condori»), as lists have it («Condori, Pedro»). */
export function allNamesOf(record: PersonRecord): string[] {
  const first = record.givenNames?.split(' ')[0];
  const { firstSurname } = record;
  const short =
    first === undefined || firstSurname === null ? [] : [`${first} ${firstSurname}`, `${firstSurname} ${first}`];
  return [legalName(record), ...short, record.preferredName, ...record.aliases].filter((name) => name !== null);
}

/** Her home may be that of the user, of which the reserve of the user decides. */
function placesOf({ address }: CaseRecord['user'], { known: { user } }: CaseRecord): (string | null)[] {
  const isSame = plainName(address.text ?? '') === plainName(user.address.text ?? '');
  return isSame ? [] : [address.text, address.reference];
}

/** The pair first, then who informed and everybody else with a part in the ficha; each once. */
export async function casePersons(trx: Trx, record: CaseRecord, today: CivilDate): Promise<CasePerson[]> {
  const { row, userId, aggressorId, a } = record;
  const persons: CasePerson[] = [];
  const add = async (personId: string, part: Pick<PrivatePerson, 'who' | 'isMinor'>) => {
    if (persons.some((one) => one.personId === personId)) return;
    const { record: known } = await getRecord(trx, personId);
    const places = personId === userId ? [] : placesOf(await getPerson(trx, personId), record);
    const numbers = [...known.documents.map(({ number }) => number), ...known.contacts.map(({ phone }) => phone)];
    const texts = [...numbers, known.email, ...places].filter((text) => text !== null);
    persons.push({ personId, ...part, names: allNamesOf(known), texts });
  };
  const isMinor = isMinorAge(ageOn(record, today));
  await add(userId, { who: isMinor ? 'persona usuaria menor de edad' : 'persona usuaria', isMinor });
  await add(aggressorId, { who: 'persona denunciada', isMinor: false });
  if (row.informant_id !== null)
    await add(row.informant_id, { who: 'persona informante', isMinor: isMinorAge(a.informantAge) });
  for (const { person_id: personId, role } of await listParticipantRows(trx, row.id)) {
    const years = ageOf((await getRecord(trx, personId)).record, today);
    const isChild = isMinorAge(years) || (years === null && role === 'child');
    await add(personId, { who: isChild ? minorWords : participantRoleLabels[role].toLowerCase(), isMinor: isChild });
  }
  return persons;
}

/** Everybody but whom the paper names: by person, or by a whole name that it prints. */
export function privacyFrom(
  persons: readonly CasePerson[],
  named: { readonly ids: readonly string[]; readonly names: readonly string[] },
): Privacy {
  const whole = new Set(named.names.map(plainName));
  const others = persons.filter(
    ({ personId, names }) => !named.ids.includes(personId) && !whole.has(plainName(names[0] ?? '')),
  );
  return {
    withheld: others.flatMap(({ texts }) => texts),
    persons: others.map(({ who, names, isMinor }) => ({ who, names, isMinor })),
  };
}
