/** Which papers a session began: their words are told at each pause in typing without an entry of their own. */
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';

type Call = Pick<CallFrame, 'session'>;
type Of<Kind> = { readonly caseId: CaseId; readonly kind: Kind };

export class BegunPapers<Kind> {
  /** Goes with the session. */
  readonly #kinds = new WeakMap<Session, Map<CaseId, Set<Kind>>>();

  /** Only once its beginning stands in the audit. */
  begin({ session }: Call, { caseId, kind }: Of<Kind>): void {
    const cases = this.#kinds.get(session) ?? new Map<CaseId, Set<Kind>>();
    this.#kinds.set(session, cases.set(caseId, (cases.get(caseId) ?? new Set()).add(kind)));
  }

  /** @throws rule-broken / paper-not-begun */
  require({ session }: Call, { caseId, kind }: Of<Kind>): void {
    if (this.#kinds.get(session)?.get(caseId)?.has(kind) !== true) throw fail('rule-broken', 'paper-not-begun');
  }
}
