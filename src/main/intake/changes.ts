/** Changes of a ficha: kept with each save, with a reason once the case counts, and read back by who may read the part. */
import { changesBetween, flatFields, type ChangeReason, type Fields } from '../../shared/history/index.ts';
import {
  appraisals,
  changeParts,
  changePath,
  fichaNumberSchema,
  formSections,
  partSections,
  type AppraisalService,
  type ChangePart,
  type formContract,
  type FormSectionId,
} from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { partialDateSchema } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { factOfField } from '../../shared/people/index.ts';
import { isUnanswered } from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import { changedFields, listChanges, recordChanges, type Change, type ChangeSet } from '../history/index.ts';
import { getCaseRow, getPair, type CaseRow } from './case-repository.ts';
import { identityValue } from './links.ts';
import { listParticipantRows } from './participant-repository.ts';
import { personSight } from './person-sight.ts';
import { allowed } from './rights.ts';
import type { Trx, Use } from './tables.ts';

/** One part of a ficha as it was (null: never saved) and as it is now. */
export type PartChange = Pick<Change, 'record' | 'before' | 'after'> & {
  readonly part: ChangePart;
  /** What was empty is being filled for the first time: only values that were there count. */
  readonly onlyAltered?: boolean;
};

const isAppraisal = (part: ChangePart): part is AppraisalService => part in appraisals;

/** A person or the header as flat fields (`contact.phone`); null stays null. */
export function fieldsOf(record: object | null): Fields | null {
  const isWhole = (part: object) => [partialDateSchema, fichaNumberSchema].some((one) => one.safeParse(part).success);
  return record === null ? null : flatFields(record, isWhole);
}

const isAddress = (field: string) => ['address.text', 'address.reference', 'address.streetKind'].includes(field);
const addressReserve = { name: 'change.safe-address', isReserved: isAddress } as const;

/** Whether a value that was there is another now. */
function alters({ before, after }: PartChange): boolean {
  return before !== null && changesBetween(before, after).some((change) => !isUnanswered(change.before));
}

/** Only the fields that had a value, so that a first filling is no list of changes. */
function altered(change: PartChange): PartChange {
  if (change.onlyAltered !== true || change.before === null) return change;
  const had = Object.entries(change.before).filter(([, value]) => !isUnanswered(value));
  const names = new Set(had.map(([name]) => name));
  return {
    ...change,
    before: Object.fromEntries(had),
    after: Object.fromEntries(Object.entries(change.after).filter(([name]) => names.has(name))),
  };
}

/**
 * Keeps what a save changes in the parts of a ficha.
 *
 * @throws rule-broken/change-needs-reason when a saved answer of a validated case changes without one
 */
export async function keepChanges(
  unit: Use,
  row: Pick<CaseRow, 'id' | 'state'>,
  parts: readonly PartChange[],
  reason: ChangeReason | null,
): Promise<void> {
  if (reason === null && row.state !== 'draft' && parts.some(alters)) throw fail('rule-broken', 'change-needs-reason');
  for (const part of parts.map(altered)) {
    await recordChanges(unit, {
      caseId: row.id,
      part: part.part,
      record: part.record,
      before: part.before,
      after: part.after,
      reason,
      ...(part.record.kind === 'person' ? { reserve: addressReserve } : {}),
    });
  }
}

/** Paths of the fields of a section that were changed; appraisals tell theirs in the history alone. */
export async function changedIn(trx: Trx, caseId: CaseId, section: FormSectionId): Promise<string[]> {
  const parts = changeParts.filter((part) => partSections[part] === section && !isAppraisal(part));
  const fields = await changedFields(trx, { caseId, parts });
  return fields.map(({ part, field }) => changePath(part as ChangePart, field));
}

const reserves = {
  user: 'change.safe-address',
  aggressor: 'change.safe-address',
  informant: 'change.safe-address',
  psychology: 'change.psychology-appraisal',
  social: 'change.social-appraisal',
  legal: 'change.legal-appraisal',
} as const;

/** An appraisal that others only see handed over has no history for them. */
async function mayRead(unit: Use, part: ChangePart, caseId: CaseId): Promise<boolean> {
  const action = isAppraisal(part) ? appraisals[part].read : formSections[partSections[part]].read;
  const decision = await allowed(unit, action, caseId);
  return decision !== null && (!isAppraisal(part) || decision.view === null);
}

/** Sets without what was, or is, known of a person: where more of her was told in fichas the reader may not read. */
export function withoutFacts<S extends Pick<ChangeSet, 'isFirst' | 'fields'>>(sets: readonly S[]): S[] {
  return sets
    .map((set) => ({ ...set, fields: set.fields.filter(({ field }) => factOfField(field) === null) }))
    .filter(({ isFirst, fields }) => isFirst || fields.length > 0);
}

/** Parts of a ficha that tell of such a person. */
async function partlySeen(unit: Use, caseId: CaseId): Promise<ReadonlySet<string>> {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, row.pair_id);
  const persons = [
    ...[
      ['user', pair.user_id] as const,
      ['aggressor', pair.aggressor_id] as const,
      ['informant', row.informant_id] as const,
    ],
    ...(await listParticipantRows(trx, caseId)).map(({ person_id }) => ['participant', person_id] as const),
  ];
  const parts = new Set<string>();
  for (const [part, personId] of persons)
    if (personId !== null && !(await personSight(trx, unit, { caseId, personId })).isWhole) parts.add(part);
  return parts;
}

const most = 200;

export async function listFormChanges(
  unit: Use,
  { caseId, section }: InputOf<(typeof formContract)['listFormChanges']>,
): Promise<OutputOf<(typeof formContract)['listFormChanges']>> {
  const parts: ChangePart[] = [];
  for (const part of changeParts) {
    const isAsked = section === null || partSections[part] === section;
    if (isAsked && (await mayRead(unit, part, caseId))) parts.push(part);
  }
  const all = await listChanges(unit.trx, { caseId, parts, limit: most }, reserves);
  const closed = await partlySeen(unit, caseId);
  const sets = all.flatMap((set) => (closed.has(set.part) ? withoutFacts([set]) : [set]));
  const names = await staffNames(unit.trx);
  unit.note({ sets: sets.length, ...(section === null ? {} : { section }) });
  const told = [];
  for (const set of sets) {
    const fields = [];
    for (const { field, before, after } of set.fields) {
      const words = (value: unknown) => identityValue(unit, caseId, field, value);
      fields.push({ field, before: await words(before), after: await words(after) });
    }
    const changedBy = names.get(set.changedBy) ?? '';
    told.push({ ...set, part: set.part as ChangePart, changedBy, changedAt: set.changedAt, fields });
  }
  return { parts, sets: told };
}
