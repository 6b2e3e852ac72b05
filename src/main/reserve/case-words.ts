/** Words of a ficha, wherever they are kept: which they are, and closing and opening them where they stand. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import type { RecordRef, SealedKind } from '../platform/storage/record-seals.ts';
import { recordsIn, turnTable, turnWords, type Turn, type WordColumns } from '../platform/storage/turned-words.ts';
import type { KeyRow } from './case-keys.ts';
import { tablesIn, type Trx } from './tables.ts';

export type CaseWordsParts = {
  readonly kinds: readonly SealedKind[];
  readonly columns: WordColumns;
  /** Kinds that stand for several fichas: `event` those of an event, left open where another ficha shares it. */
  readonly shared: { readonly persons: readonly string[]; readonly event: readonly string[] };
};

/** The call whose answer was kept under its key, and the case it was about. */
export type KeptCall = { readonly caseId: CaseId | null; readonly key: string | null };

/** Words of drafts and of kept answers: they are no record under seal. */
const [draftWords, answerWords] = [{ body: 'json' }, { output: 'json' }] as const;

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
   * that the call did not touch: the event of a ficha that got a linked one.
   */
  async closeTouched(
    trx: Trx,
    { touched, call }: { readonly touched: readonly RecordRef[]; readonly call: KeptCall },
    { keys, keyOf }: Pick<Turn, 'keyOf'> & { readonly keys: readonly KeyRow[] },
  ): Promise<RecordRef[]> {
    if (keys.length === 0) return [];
    const opened: RecordRef[] = [];
    const names = new Set(touched.map(({ kind }) => kind));
    const kinds = this.#kinds.filter(({ kind }) => names.has(kind));
    let left = touched.filter(({ kind }) => kinds.some((one) => one.kind === kind));
    for (const { case_id: caseId, key_version: version } of keys) {
      const target = await keyOf(caseId, version);
      const own = await this.#ownRecords(trx, kinds, caseId);
      if (target !== null) {
        const mine = left.filter((ref) => own.has(nameOf(ref)));
        await this.#turn(trx, mine, { target, keyOf });
        await this.#turnBeside(trx, { caseId, key: call.caseId === caseId ? call.key : null }, { target, keyOf });
        if (names.has('case_file')) opened.push(...(await this.#openShared(trx, caseId, keyOf)));
      }
      left = left.filter((ref) => !own.has(nameOf(ref)));
    }
    await this.#turn(trx, left, { target: null, keyOf });
    const known = new Set(touched.map(nameOf));
    return opened.filter((ref) => !known.has(nameOf(ref)));
  }

  async #openShared(trx: Trx, caseId: CaseId, keyOf: Turn['keyOf']): Promise<RecordRef[]> {
    if (!(await isEventShared(trx, caseId))) return [];
    const kinds = this.#kinds.filter(({ kind }) => this.#parts.shared.event.includes(kind));
    return this.#turn(trx, await recordsIn(platformOf(trx), kinds, caseId), { target: null, keyOf });
  }

  /** All words of a case under a key, or under none; answers the records that changed. */
  async turnCase(trx: Trx, caseId: CaseId, turn: Turn): Promise<RecordRef[]> {
    const own = await this.#ownRecords(trx, this.#kinds, caseId);
    const all = await recordsIn(platformOf(trx), this.#kinds, caseId);
    await this.#turnBeside(trx, { caseId, key: null }, turn);
    const [mine, shared] = [all.filter((ref) => own.has(nameOf(ref))), all.filter((ref) => !own.has(nameOf(ref)))];
    const closed = await this.#turn(trx, mine, turn);
    return [...closed, ...(await this.#turn(trx, shared, { ...turn, target: null }))];
  }

  #turn(trx: Trx, refs: readonly RecordRef[], turn: Turn): Promise<RecordRef[]> {
    return turnWords(platformOf(trx), refs, { kinds: this.#parts.kinds, columns: this.#parts.columns }, turn);
  }

  /** Drafts of the case, and the answer kept under this key. */
  async #turnBeside(trx: Trx, { caseId, key }: { caseId: CaseId; key: string | null }, turn: Turn): Promise<void> {
    const platform = platformOf(trx);
    await turnTable(platform, { table: 'draft', owner: 'case_id', ids: [caseId] }, draftWords, turn);
    if (key === null) return;
    await turnTable(platform, { table: 'idempotency_key', owner: 'key', ids: [key] }, answerWords, turn);
  }

  /** What belongs to the case alone, by kind and id: the event of linked fichas is read by all of them. */
  async #ownRecords(trx: Trx, kinds: readonly SealedKind[], caseId: CaseId): Promise<Set<string>> {
    const refs = await recordsIn(platformOf(trx), kinds, caseId);
    const { event } = this.#parts.shared;
    const isShared = kinds.some(({ kind }) => event.includes(kind)) && (await isEventShared(trx, caseId));
    return new Set(refs.filter(({ kind }) => !isShared || !event.includes(kind)).map(nameOf));
  }
}

async function isEventShared(trx: Trx, caseId: CaseId): Promise<boolean> {
  const { count } = await tablesIn(trx)
    .selectFrom('case_file')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('incident_id', 'is not', null)
    .where('incident_id', '=', (of) => of.selectFrom('case_file').select('incident_id').where('id', '=', caseId))
    .executeTakeFirstOrThrow();
  return count > 1;
}
