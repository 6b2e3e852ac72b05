/** Everybody and everything that the copy of one person may not tell: looked for, never shown. */
import { ageOf, sectionC, type ParticipantRole } from '../../shared/intake/index.ts';
import {
  bareWord,
  isSafeToCall,
  legalName,
  plainName,
  type PersonRecord,
  type PlaceIndex,
} from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Answers } from '../../shared/record/index.ts';
import { type Other, type Secrets } from '../../shared/subject/index.ts';
import { staffNames } from '../access/index.ts';
import { listConsents } from '../care/index.ts';
import { getCentre } from '../centre/index.ts';
import { getFormSection, getSectionA } from '../intake/index.ts';
import { allNamesOf } from '../papers/index.ts';
import { getPerson, getRecord, nameLists } from '../people/index.ts';
import { listReintegrationRecords } from '../reintegration/index.ts';
import { safetyPhones } from '../safety/index.ts';
import { sql } from 'kysely';
import type { Trx } from './tables.ts';

type Part = { readonly personId: string; readonly part: 'user' | 'aggressor' | 'informant' | ParticipantRole };

/** Whatever part they have or had, also in fichas of the same event and in those where she stands as somebody else. */
async function partsAround(trx: Trx, personId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    with hers (id, incident_id, pair_id) as (
      select case_file.id, incident_id, pair_id from case_file join case_pair on case_pair.id = case_file.pair_id
      where ${personId} in (user_id, aggressor_id, informant_id)
        or case_file.id in (select case_id from case_participant where person_id = ${personId})),
    around (id, pair_id, informant_id, maybe_user_id, maybe_aggressor_id) as (
      select id, pair_id, informant_id, maybe_user_id, maybe_aggressor_id from case_file
      where incident_id in (select incident_id from hers))
    select user_id as "personId", 'user' as part from case_pair where id in (select pair_id from around)
    union select aggressor_id, 'aggressor' from case_pair where id in (select pair_id from around)
    union select informant_id, 'informant' from around where informant_id is not null
    union select maybe_user_id, 'user' from around where maybe_user_id is not null
    union select maybe_aggressor_id, 'aggressor' from around where maybe_aggressor_id is not null
    union select person_id, role from case_participant where case_id in (select id from around)`.execute(trx);
  return rows.filter((one) => one.personId !== personId);
}

const whoWords = {
  user: 'otra persona atendida',
  aggressor: 'la persona denunciada',
  informant: 'quien informó',
  child: 'una hija o un hijo',
  relative: 'un familiar',
  guardian: 'quien la tiene a cargo',
  witness: 'testigo',
  other: 'otra persona',
} as const satisfies Record<Part['part'], string>;

const ofAge = 18;

type Around = { readonly today: CivilDate; readonly ownAddress: string };

async function otherOf(trx: Trx, { personId, part }: Part, { today, ownAddress }: Around): Promise<Other> {
  const { record } = await getRecord(trx, personId);
  const { address } = await getPerson(trx, personId);
  const isSame = plainName(address.text ?? '') === ownAddress;
  const years = ageOf(record, today);
  const texts = [
    ...record.documents.map(({ number }) => number),
    ...record.contacts.map(({ phone }) => phone),
    ...(isSame ? [] : [address.text, address.reference]),
    record.email,
  ].filter((text) => text !== null);
  const isMinor = years === null ? part === 'child' : years < ofAge;
  return { who: whoWords[part], names: allNamesOf(record), isMinor, isAccused: part === 'aggressor', texts };
}

/** Somebody whom the record knows by a name that was typed in a form. */
const named = (who: string, name: string): Other => ({
  who,
  names: [name],
  isMinor: false,
  isAccused: false,
  texts: [],
});

const networkNames = Object.entries(sectionC.questions)
  .filter(([, { kind, label }]) => kind === 'text' && /^Red \d+: nombre$/.test(label))
  .map(([name]) => name);
const shelterQuestions = ['insertionShelter1', 'insertionShelter2', 'insertionShelter3', 'insertionShelter4'] as const;

const textsOf = (answers: Answers, names: readonly string[]) =>
  names.map((name) => answers[name]).filter((text): text is string => typeof text === 'string' && text !== '');

export type Known = {
  readonly secrets: Secrets;
  readonly counts: Readonly<Record<'informant' | 'children' | 'others' | 'shelters', number>>;
};

/** What is looked for in every sentence of the copy of this person, over these fichas of hers. */
export async function knownAround(
  trx: Trx,
  {
    personId,
    caseIds,
    today,
    places,
  }: {
    readonly personId: string;
    readonly caseIds: readonly CaseId[];
    readonly today: CivilDate;
    readonly places: PlaceIndex;
  },
): Promise<Known> {
  const { record } = await getRecord(trx, personId);
  const { address } = await getPerson(trx, personId);
  const own = { today, ownAddress: plainName(address.text ?? '') };
  const parts = await partsAround(trx, personId);
  const others: Other[] = [];
  for (const part of parts) others.push(await otherOf(trx, part, own));
  const closed: string[] = [];
  for (const caseId of caseIds) {
    const a = (await getSectionA(trx, caseId)).answers;
    const c = (await getFormSection(trx, 'c', caseId)).answers;
    const houses = (await listReintegrationRecords(trx, 'placement', [caseId])).map(({ house }) => house);
    closed.push(...[a.shelterName, ...textsOf(c, shelterQuestions), ...houses].filter((text) => text !== null));
    others.push(...textsOf(c, networkNames).map((name) => named('su red de apoyo', name)));
    for (const { guardianNames } of await listConsents(trx, caseId))
      if (guardianNames !== null) others.push(named('quien consintió por una niña o niño', guardianNames));
  }
  const shelters = closed.length;
  for (const { name, number } of await safetyPhones(trx, caseIds)) {
    others.push(named('alguien de su plan de seguridad', name));
    closed.push(number);
  }
  for (const name of (await staffNames(trx)).values())
    others.push({ ...named('el personal del centro', name), isByWhole: true });
  // A number of somebody else that she gave to be called at is theirs, and so is one that he answers.
  closed.push(...record.contacts.filter((one) => !isHers(one)).map(({ phone }) => phone));
  const has = (test: (part: Part['part']) => boolean) =>
    new Set(parts.filter((one) => test(one.part)).map((one) => one.personId));
  return {
    secrets: {
      others,
      closed,
      ...ownOf(record, address),
      unsafe: unsafeOf(record, address),
      calm: await calmWords(trx, places, [address.districtCode, address.settlement]),
      names: bornNames,
    },
    counts: {
      informant: has((part) => part === 'informant' || part === 'witness').size,
      children: others.filter(({ isMinor }) => isMinor).length,
      others: has((part) => part === 'relative' || part === 'guardian' || part === 'other' || part === 'user').size,
      shelters,
    },
  };
}

type Address = Awaited<ReturnType<typeof getPerson>>['address'];
const isText = (one: string | null) => one !== null;
/** What she said of it; not asked is no yes. */
export const isMailSafe = ({ emailIsSafe }: Pick<PersonRecord, 'emailIsSafe'>): boolean => emailIsSafe === true;

/** What is hers, and so no secret. */
function ownOf(record: PersonRecord, { text, reference, isReserved }: Address) {
  return {
    ownNames: [legalName(record), record.preferredName, ...record.aliases].filter(isText),
    ownTexts: [
      ...record.documents.map(({ number }) => number),
      ...record.contacts.filter((one) => isHers(one) && isSafeToCall(one)).map(({ phone }) => phone),
      ...[isMailSafe(record) ? record.email : null, ...(isReserved ? [] : [text, reference])],
    ].filter(isText),
  };
}

/** «Costado del mercado» tells where; «mercado» is a word. */
const isPlace = (text: string) => text.split(/\s+/).length > 1;

/** Hers, and not for a paper that he may find: read to her at the centre. */
function unsafeOf(record: PersonRecord, { text, reference, isReserved }: Address): string[] {
  return [
    ...record.contacts.filter((one) => isHers(one) && !isSafeToCall(one)).map(({ phone }) => phone),
    isMailSafe(record) ? null : record.email,
    ...(isReserved ? [text, reference].map((one) => (one !== null && isPlace(one) ? one : null)) : []),
  ].filter(isText);
}

/** Names that people bear, word by word, as they are compared. */
const bornNames = {
  given: new Set(nameLists.givenNames.flatMap(([name]) => bareWord(name).split(' '))),
  surnames: new Set(nameLists.surnames.map(([name]) => bareWord(name))),
};

/** The centre, the place where it is and where she lives, and the departments of the country. */
async function calmWords(trx: Trx, places: PlaceIndex, [district, settlement]: readonly (string | null)[]) {
  const { name, districtCode, acronym } = await getCentre(trx);
  const near = [districtCode, district].flatMap((code) => places.byCode.get(code ?? '') ?? []);
  const departments = new Set(places.places.map(({ department }) => department));
  const around = near.flatMap((place) => [place.district, place.province]);
  return [name, acronym, settlement, ...around, ...departments].filter((text) => typeof text === 'string');
}

const herself = /^(?:ella(?: misma)?|suyo|propio|personal|de ella|m[ií]o|usuaria|la usuaria|persona usuaria)$/i;

/** Her own telephone, and nobody else's: whose it is was not asked, or it is hers, and he does not use it. */
export const isHers = ({ whose, isShared }: Pick<PersonRecord['contacts'][number], 'whose' | 'isShared'>): boolean =>
  !isShared && (whose === null || herself.test(whose.trim()));
