/** Words of a ficha, wherever they are kept: which they are, and closing and opening them where they stand. */
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { membersOf, standingSeal } from '../intake/index.ts';
import type { KeptCall } from '../platform/gate/gate-parts.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import type { RecordRef, SealedKind } from '../platform/storage/record-seals.ts';
import {
  recordsIn,
  turnTable,
  turnWords,
  valuesOf,
  type Turn,
  type WordColumns,
} from '../platform/storage/turned-words.ts';
import type { KeyRow } from './case-keys.ts';
import { tablesIn, type Trx } from './tables.ts';

type Beside = {
  readonly table: string;
  readonly owner: string;
  readonly columns: WordColumns[string]['columns'];
  readonly record: { readonly kind: string; readonly column: string } | null;
};

export type CaseWordsParts = {
  readonly kinds: readonly SealedKind[];
  readonly columns: WordColumns;
  /** Words of a ficha in rows that are no record of it. */
  readonly beside: readonly Beside[];
  /** Kinds that stand for several fichas: `event` those of an event, left open where another ficha shares it. */
  readonly shared: { readonly persons: readonly string[]; readonly event: readonly string[] };
  /** To which fichas these moves took a record. */
  readonly movedTo: (trx: Trx, moveIds: readonly string[]) => Promise<CaseId[]>;
};

const answerWords = { columns: { output: 'json' } } as const;
export const noKey: Turn['keyOf'] = () => Promise.resolve(null);

const nameOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

export class CaseWords {
  readonly #parts: CaseWordsParts;
  readonly #kinds: readonly SealedKind[];

  constructor(parts: CaseWordsParts) {
    this.#parts = parts;
    const hasWords = (table: string) => parts.columns[table] !== undefined;
    this.#kinds = parts.kinds.filter(
      ({ kind, table, children, ofCase }) =>
        ofCase !== undefined &&
        !parts.shared.persons.includes(kind) &&
        (hasWords(table) || children.some((child) => hasWords(child.table))),
    );
  }

  /** Everything a kept answer may name of the case. */
  async idsOf(trx: Trx, caseId: CaseId): Promise<Set<string>> {
    const refs = await recordsIn(platformOf(trx), this.#kinds, caseId);
    return new Set<string>([caseId, ...refs.map(({ id }) => id)]);
  }

  /**
   * Closes what a call wrote in fichas whose key it holds, and opens what went from them to others. Answers what changed
   * that the call did not touch: the rest of a record that moved, the event of a ficha that got a linked one.
   *
   * @throws rule-broken `seal-key-waits` where a record went to a ficha reservada whose key is not at hand, or what stands
   * for words without a key would be kept
   */
  async closeTouched(
    trx: Trx,
    { touched, call }: { readonly touched: readonly RecordRef[]; readonly call: KeptCall },
    { keys, keyOf }: Pick<Turn, 'keyOf'> & { readonly keys: readonly KeyRow[] },
  ): Promise<RecordRef[]> {
    if (keys.length === 0) return [];
    const besides: RecordRef[] = [];
    const names = new Set(touched.map(({ kind }) => kind));
    const kinds = this.#kinds.filter(({ kind }) => names.has(kind));
    let left = touched.filter(({ kind }) => kinds.some((one) => one.kind === kind));
    for (const { case_id: caseId, key_version: version } of keys) {
      const target = await keyOf(caseId, version);
      const own = await this.#ownRecords(trx, kinds, caseId);
      const mine = left.filter((ref) => own.has(nameOf(ref)));
      await this.#turn(trx, mine, target === null ? { target, keyOf: noKey } : { target, keyOf });
      if (target !== null) {
        besides.push(...(await this.#turnBeside(trx, caseId, { target, keyOf })));
        if (call.caseId === caseId) await turnAnswer(trx, call.key, { target, keyOf });
        if (names.has('case_file')) besides.push(...(await this.#openShared(trx, caseId, keyOf)));
      }
      left = left.filter((ref) => !own.has(nameOf(ref)));
    }
    await this.#turn(trx, left, { target: null, keyOf });
    besides.push(...(await this.#turnMoved(trx, touched, { keys, keyOf })));
    const known = new Set(touched.map(nameOf));
    return besides.filter((ref) => !known.has(nameOf(ref)));
  }

  /** A record that moved takes its parts and drafts along, which the call names or not. */
  async #turnMoved(
    trx: Trx,
    touched: readonly RecordRef[],
    { keys, keyOf }: Pick<Turn, 'keyOf'> & { readonly keys: readonly KeyRow[] },
  ): Promise<RecordRef[]> {
    const moves = touched.flatMap(({ kind, id }) => (kind === 'moved_record' ? [id] : []));
    const changed: RecordRef[] = [];
    for (const caseId of moves.length === 0 ? [] : await this.#parts.movedTo(trx, moves)) {
      const row = keys.find(({ case_id }) => case_id === caseId);
      const target = row === undefined ? null : await keyOf(caseId, row.key_version);
      if (row !== undefined && target === null) throw fail('rule-broken', 'seal-key-waits');
      changed.push(...(await this.turnCase(trx, caseId, { target, keyOf })));
    }
    return changed;
  }

  async #openShared(trx: Trx, caseId: CaseId, keyOf: Turn['keyOf']): Promise<RecordRef[]> {
    if ((await whoseEvent(trx, caseId)) !== 'shared') return [];
    const kinds = this.#kinds.filter(({ kind }) => this.#parts.shared.event.includes(kind));
    return this.#turn(trx, await recordsIn(platformOf(trx), kinds, caseId), { target: null, keyOf });
  }

  /** All words of a case under a key, or under none; answers the records that changed. */
  async turnCase(trx: Trx, caseId: CaseId, turn: Turn): Promise<RecordRef[]> {
    const whose = await whoseEvent(trx, caseId);
    const { event } = this.#parts.shared;
    const all = await recordsIn(platformOf(trx), this.#kinds, caseId);
    const isOfEvent = ({ kind }: RecordRef) => event.includes(kind);
    const beside = await this.#turnBeside(trx, caseId, turn);
    const own = await this.#turn(
      trx,
      all.filter((ref) => !isOfEvent(ref)),
      turn,
    );
    const events = all.filter(isOfEvent);
    if (whose === 'others' && turn.target !== null) return [...beside, ...own];
    const ofEvent = whose === 'own' ? turn : { ...turn, target: null };
    return [...beside, ...own, ...(await this.#turn(trx, events, ofEvent))];
  }

  #turn(trx: Trx, refs: readonly RecordRef[], turn: Turn): Promise<RecordRef[]> {
    return turnWords(platformOf(trx), refs, { kinds: this.#parts.kinds, columns: this.#parts.columns }, turn);
  }

  /** Words in rows beside the records; answers the records whose seals are made of them as well. */
  async #turnBeside(trx: Trx, caseId: CaseId, turn: Turn): Promise<RecordRef[]> {
    const changed: RecordRef[] = [];
    for (const { table, owner, columns, record } of this.#parts.beside) {
      const rows = { table, owner, ids: [caseId] };
      const owners = await turnTable(platformOf(trx), rows, { columns }, turn);
      if (record === null || owners.size === 0) continue;
      const ids = await valuesOf(platformOf(trx), rows, record.column);
      changed.push(...ids.map((id) => ({ kind: record.kind, id })));
    }
    return changed;
  }

  /** What belongs to the case alone, by kind and id: the event of linked fichas is read by all of them. */
  async #ownRecords(trx: Trx, kinds: readonly SealedKind[], caseId: CaseId): Promise<Set<string>> {
    const refs = await recordsIn(platformOf(trx), kinds, caseId);
    const { event } = this.#parts.shared;
    const isOwn = !kinds.some(({ kind }) => event.includes(kind)) || (await whoseEvent(trx, caseId)) === 'own';
    return new Set(refs.filter(({ kind }) => isOwn || !event.includes(kind)).map(nameOf));
  }
}

/** The answer that is told again to the same key, with the words it may hold. */
async function turnAnswer(trx: Trx, key: string | null, turn: Turn): Promise<void> {
  if (key === null) return;
  await turnTable(platformOf(trx), { table: 'idempotency_key', owner: 'key', ids: [key] }, answerWords, turn);
}

/**
 * Whose the event of a ficha is: its own; `shared` with one that others read, and open then; of `others` where linked
 * fichas are reserved for the same people and another of them closes it.
 */
async function whoseEvent(trx: Trx, caseId: CaseId): Promise<'own' | 'shared' | 'others'> {
  const linked = await tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'is_sealed'])
    .where('incident_id', '=', (of) => of.selectFrom('case_file').select('incident_id').where('id', '=', caseId))
    .where('annulled_at', 'is', null)
    .where('id', '<>', caseId)
    .execute();
  if (linked.length === 0) return 'own';
  const members = new Set(await sealMembers(trx, caseId));
  for (const { id, is_sealed: isSealed } of linked) {
    const theirs = await sealMembers(trx, id);
    const isSame = theirs.length === members.size && theirs.every((one) => members.has(one));
    if (isSealed === 0 || !isSame) return 'shared';
  }
  return linked.every(({ id }) => caseId < id) ? 'own' : 'others';
}

/** Who opens a ficha that is reservada now; nobody for another. */
export async function sealMembers(trx: Trx, caseId: CaseId): Promise<StaffId[]> {
  const standing = await standingSeal(trx, caseId);
  return standing === undefined ? [] : membersOf(trx, standing.id);
}
