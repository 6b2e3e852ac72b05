/** Keeping the directory; every change of an entry stays readable. */
import type { Authority, AuthorityForm, directoryContract } from '../../shared/directory/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { listOwnChanges, recordChanges } from '../history/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { findAuthority, insertAuthority, listAuthorities, updateAuthority } from './repository.ts';
import { fold } from '../../shared/platform/text.ts';

type Use = Unit<Trx>;
type Contract = typeof directoryContract;

const part = 'directory';
const recordKind = 'authority';

async function getAuthority(trx: Trx, authorityId: string): Promise<Authority> {
  const found = await findAuthority(trx, authorityId);
  if (found === null) throw fail('not-found');
  return found;
}

/** What its history tells: everything a person can read of an entry. */
function fieldsOf({ authorityId: _id, changedOn: _on, version: _version, ...fields }: Authority) {
  return fields;
}

/** Two entries that nobody could tell apart in a list are refused while both are in use. */
async function refuseTwin(trx: Trx, authority: AuthorityForm, own: string | null): Promise<void> {
  const same = (await listAuthorities(trx, [authority.kind])).find(
    (one) =>
      one.isActive &&
      one.authorityId !== own &&
      one.districtCode === authority.districtCode &&
      fold(one.office) === fold(authority.office),
  );
  if (same !== undefined) throw fail('duplicate', 'authority-twice');
}

/** Writes down what changed and answers the entry as it is now. */
async function settle(unit: Use, authorityId: string, before: Authority | null): Promise<Authority> {
  const after = await getAuthority(unit.trx, authorityId);
  await recordChanges(unit, {
    caseId: null,
    part,
    record: { kind: recordKind, id: authorityId },
    before: before === null ? null : fieldsOf(before),
    after: fieldsOf(after),
    reason: null,
  });
  unit.touch(recordKind, authorityId);
  unit.about(recordKind, authorityId);
  unit.note({ kind: after.kind });
  return after;
}

export type DirectoryParts = {
  /** Called in the same transaction when what counts days changed: the district or the days of distance. */
  readonly daysChanged: (unit: Use) => Promise<void>;
};

async function keep(
  unit: Use,
  input: InputOf<Contract['keepAuthority']>,
  { daysChanged }: DirectoryParts,
): Promise<Authority> {
  const { authorityId, version, authority } = input;
  await refuseTwin(unit.trx, authority, authorityId);
  if (authorityId === null) {
    const id = unit.newId();
    await insertAuthority(unit.trx, authority, { id, today: unit.today });
    return settle(unit, id, null);
  }
  const before = await getAuthority(unit.trx, authorityId);
  await updateAuthority(unit.trx, { id: authorityId, version: version ?? 0, today: unit.today }, { authority });
  const after = await settle(unit, authorityId, before);
  if (after.distanceDays !== before.distanceDays || after.districtCode !== before.districtCode) await daysChanged(unit);
  return after;
}

async function retire(unit: Use, input: InputOf<Contract['retireAuthority']>): Promise<Authority> {
  const { authorityId, version, isActive } = input;
  const before = await getAuthority(unit.trx, authorityId);
  if (isActive) await refuseTwin(unit.trx, before, authorityId);
  await updateAuthority(unit.trx, { id: authorityId, version, today: unit.today }, { isActive });
  return settle(unit, authorityId, before);
}

async function listChanges(unit: Use, authorityId: string): Promise<OutputOf<Contract['listAuthorityChanges']>> {
  await getAuthority(unit.trx, authorityId);
  const names = await staffNames(unit.trx);
  const sets = await listOwnChanges(unit.trx, { kind: recordKind, id: authorityId }, 100);
  return {
    changes: sets.map((set) => ({
      changedBy: names.get(set.changedBy) ?? '',
      changedAt: set.changedAt as Instant,
      isFirst: set.isFirst,
      fields: set.fields.map(({ field, before, after }) => ({ field, before, after })),
    })),
  };
}

export function directoryHandlers(parts: DirectoryParts): Handlers<Contract, Trx> {
  return {
    listAuthorities: inside(async (unit, { kinds }) => ({ authorities: await listAuthorities(unit.trx, kinds) })),
    keepAuthority: inside((unit, input) => keep(unit, input, parts)),
    retireAuthority: inside(retire),
    listAuthorityChanges: inside((unit, { authorityId }) => listChanges(unit, authorityId)),
  };
}
