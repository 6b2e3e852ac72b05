/** What the record holds of one case, read once for a paper, and the texts of it that no paper may carry. */
import { documentKindLabels, streetKindLabels, type UserPerson } from '../../shared/people/index.ts';
import {
  sectionA,
  type SectionAAnswers,
  type SectionBAnswers,
  type SectionCAnswers,
} from '../../shared/intake/index.ts';
import type { Centre } from '../../shared/centre/index.ts';
import type { StaffMember } from '../../shared/access/index.ts';
import { completedYears, type CivilDate, type PartialDate } from '../../shared/platform/dates.ts';
import { getStaff } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import {
  accountForPaper,
  getCaseRow,
  getFormSection,
  getIncident,
  getPair,
  getSectionA,
  getSectionB,
  isPhoneOfAccused,
  listParticipantRows,
  occurredOn,
  type CaseRow,
  personSeen,
  type Reader,
} from '../intake/index.ts';
import { getPerson, getRecord, isOutOfReach } from '../people/index.ts';
import { listWords } from '../../shared/papers/words.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Trx } from './tables.ts';

export type CaseRecord = {
  readonly row: CaseRow;
  readonly userId: string;
  readonly user: UserPerson;
  readonly aggressorId: string;
  readonly aggressor: UserPerson;
  /** Nobody calls or reminds her: she died, or somebody accused in a ficha of hers uses her telephone too. */
  readonly isOutOfReach: boolean;
  /** The same persons with everything the record knows, for what no paper may carry. */
  readonly known: { readonly user: UserPerson; readonly aggressor: UserPerson; readonly informant: UserPerson | null };
  /** Every telephone of the user, the informant and who else has a part in the case. */
  readonly phones: readonly string[];
  /** Null when she came by herself. */
  readonly informant: UserPerson | null;
  readonly a: SectionAAnswers;
  readonly b: SectionBAnswers;
  readonly c: SectionCAnswers;
  readonly incident: { readonly date: PartialDate | null; readonly hour: string | null; readonly place: string | null };
  /** What she told, with its supplements; null when nothing was written. */
  readonly account: string | null;
  readonly centre: Centre;
  /** Who composes the paper. */
  readonly staff: StaffMember;
};

/**
 * Everything a paper is made of. Of its persons, what was told in fichas that its author may read.
 *
 * @throws not-found
 */
export async function readCaseRecord(trx: Trx, caseId: CaseId, reader: Reader): Promise<CaseRecord> {
  const row = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, row.pair_id);
  const incident = await getIncident(trx, row.incident_id);
  const seen = async (personId: string) => {
    const person = await personSeen(trx, reader, { caseId, personId });
    // A reserve that was told elsewhere holds for the address that was told here.
    const { isReserved } = (await getPerson(trx, personId)).address;
    return { ...person, address: { ...person.address, isReserved } };
  };
  const user = await seen(pair.user_id);
  const isHisToo = await isPhoneOfAccused(trx, pair.user_id, user.contact.phone);
  return {
    row,
    userId: pair.user_id,
    user,
    aggressorId: pair.aggressor_id,
    aggressor: await seen(pair.aggressor_id),
    isOutOfReach: (await isOutOfReach(trx, pair.user_id)) || isHisToo,
    phones: await phonesOf(trx, row, pair.user_id),
    informant: row.informant_id === null ? null : await seen(row.informant_id),
    known: {
      user: await getPerson(trx, pair.user_id),
      aggressor: await getPerson(trx, pair.aggressor_id),
      informant: row.informant_id === null ? null : await getPerson(trx, row.informant_id),
    },
    a: (await getSectionA(trx, caseId)).answers,
    b: (await getSectionB(trx, caseId)).answers,
    c: (await getFormSection(trx, 'c', caseId)).answers,
    incident: { date: occurredOn(incident), hour: incident.occurred_time, place: incident.place },
    account: await accountForPaper(trx, row),
    centre: await getCentre(trx),
    staff: await getStaff(trx, reader.session.staffId),
  };
}

async function phonesOf(trx: Trx, row: CaseRow, userId: string): Promise<string[]> {
  const participants = await listParticipantRows(trx, row.id);
  const ids = [userId, row.informant_id, ...participants.map((one) => one.person_id)];
  const phones: string[] = [];
  for (const id of new Set(ids)) {
    if (id !== null) phones.push(...(await getRecord(trx, id)).record.contacts.map(({ phone }) => phone));
  }
  return phones;
}

/**
 * Completed years on a day; from the age she told when the birth date is only partly known; null when neither is. Where
 * this ficha was told none, a birth date told elsewhere says it all the same: who is a child must not go unseen.
 */
export function ageOn(record: CaseRecord, on: CivilDate): number | null {
  const yearsOf = ({ birth }: UserPerson) => (birth === null ? null : completedYears(birth, on));
  return yearsOf(record.user) ?? record.a.userAge ?? yearsOf(record.known.user);
}

export type PaperDocument = { kind: 'document'; name: string; number: string } | { kind: 'none' | 'not-remembered' };

/** Null while it was not asked. */
export function documentOf({ document }: Pick<UserPerson, 'document'>): PaperDocument | null {
  if (document.number !== null && document.kind !== null) {
    return { kind: 'document', name: documentKindLabels[document.kind], number: document.number };
  }
  if (document.state === 'none' || document.state === 'inProcess') return { kind: 'none' };
  return document.state === 'notCarriedForgotten' ? { kind: 'not-remembered' } : null;
}

/** «física y visual»; null when she has none or it was not asked. */
export function disabilityWords({ a }: CaseRecord): string | null {
  if (a.hasDisability !== 1) return null;
  const ticks = sectionA.questions.disabilityKinds.ticks;
  const kinds = (a.disabilityKinds ?? []).map((kind) =>
    kind === 'other' && a.otherDisability !== null ? a.otherDisability : ticks[kind].label.toLowerCase(),
  );
  return kinds.length === 0 ? 'tipo no precisado' : listWords(kinds);
}

/** Label of the answered option; null when nothing was answered. */
export function optionLabel(
  question: { readonly options: readonly { readonly code: number; readonly label: string }[] },
  code: number | null,
): string | null {
  return question.options.find((option) => option.code === code)?.label ?? null;
}

/** Street, number and reference in one line; null when no street is written. */
export function addressLine({ address }: Pick<UserPerson, 'address'>, district: string | null): string | null {
  if (address.text === null) return null;
  const kind =
    address.streetKind === null || address.streetKind === 'other' ? '' : `${streetKindLabels[address.streetKind]} `;
  return [
    `${kind}${address.text}`,
    address.settlement,
    address.reference === null ? null : `referencia: ${address.reference}`,
    district === null ? null : `distrito de ${district}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function contactTexts(person: Pick<UserPerson, 'contact'>): (string | null)[] {
  return [person.contact.phone, person.contact.email];
}

/**
 * Texts no paper carries (safety rules S1, S3, S6): safe phone and mail of the user and of whoever
 * informed, the name of a shelter, and the address with its reference when it is in reserve.
 */
export function withheldTexts(record: CaseRecord, isAddressReserved: boolean): string[] {
  const { a, c } = record;
  const { user, informant } = record.known;
  const shelters = [a.shelterName, c.insertionShelter1, c.insertionShelter2, c.insertionShelter3, c.insertionShelter4];
  const addresses = [
    ...(isAddressReserved ? [user.address.text, user.address.reference] : []),
    ...(informant?.address.isReserved === true ? [informant.address.text, informant.address.reference] : []),
  ];
  const people = [user, ...(informant === null ? [] : [informant])];
  const texts = [...addresses, ...people.flatMap(contactTexts), ...record.phones, ...shelters];
  return texts.filter((text) => text !== null);
}

/** Words of what is kept out of a paper, for the screen. */
export function reservedWords(record: CaseRecord, isAddressReserved: boolean): string[] {
  const { contact } = record.user;
  return [
    ...(isAddressReserved ? ['domicilio'] : []),
    ...(contact.phone === null ? [] : ['teléfono seguro']),
    ...(contact.email === null ? [] : ['correo']),
  ];
}

export function centreHead(centre: Centre): { name: string; letterhead: string[] } {
  const name = `Centro Emergencia Mujer ${centre.name}`;
  const slogan = centre.yearSlogan === null ? [] : [centre.yearSlogan];
  return { name, letterhead: [centre.ministry, centre.programme, name, ...slogan] };
}
