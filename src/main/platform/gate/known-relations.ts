/** How the caller of one transaction stands to cases: read once, and again after whatever was touched in it. */
import type { CaseRelation } from '../../../shared/access/index.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import type { Session } from './session.ts';

/** Null when there is no such case. */
type Read<Trx> = (trx: Trx, session: Session, caseId: CaseId) => Promise<CaseRelation | null>;

export class KnownRelations<Trx extends object> {
  readonly #read: Read<Trx>;
  readonly #known = new WeakMap<Trx, Map<CaseId, CaseRelation | null>>();

  constructor(read: Read<Trx>) {
    this.#read = read;
  }

  /** A transaction has one caller. */
  async of(trx: Trx, session: Session, caseId: CaseId): Promise<CaseRelation | null> {
    const known = this.#known.get(trx) ?? new Map<CaseId, CaseRelation | null>();
    const before = known.get(caseId);
    if (before !== undefined) return before;
    const relation = await this.#read(trx, session, caseId);
    this.#known.set(trx, known.set(caseId, relation));
    return relation;
  }

  forget(trx: Trx): void {
    this.#known.delete(trx);
  }
}
