/** The unit of work of a commit, and what it gathered for the audit entry of its call. */
import type { CaseId } from '../../../shared/platform/ids.ts';
import type { CallFrame, Unit } from './handler.ts';

type Ref = { readonly kind: string; readonly id: string };

export type Gathered = {
  /** What the entry is about: the case, else what the handler said, else the first record touched. */
  readonly object: Ref | null;
  readonly touched: readonly Ref[];
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  /** Stands in an entry of an earlier call. */
  readonly isJoined: boolean;
};

type Rules = {
  readonly name: string;
  /** A record changed: what was known of it may no longer hold. */
  readonly touched: () => void;
  /** One more permission on a case. @throws forbidden, not-found, wrong-secret */
  readonly permit: (action: string, caseId: CaseId) => Promise<CallFrame['decision']>;
};

export function gatheringUnit<Trx>(
  trx: Trx,
  frame: CallFrame,
  { name, touched: changed, permit }: Rules,
): { unit: Unit<Trx>; gathered: (caseId: CaseId | null) => Gathered } {
  const touched = new Map<string, Ref>();
  const aside = new Map<string, Ref>();
  // The review counts what was read by an acceso excepcional.
  const detail: Record<string, string | number | boolean> =
    frame.decision.isExceptional === true ? { exceptional: true } : {};
  let subject: Ref | null = null;
  let isJoined = false;
  const unit: Unit<Trx> = {
    ...frame,
    trx,
    touch: (kind, id) => {
      touched.set(`${kind} ${id}`, { kind, id });
      changed();
    },
    touchAside: (kind, id) => {
      aside.set(`${kind} ${id}`, { kind, id });
      changed();
    },
    note: (more) => void Object.assign(detail, more),
    joinsEarlier: () => void (isJoined = true),
    about: (kind, id) => void (subject = { kind, id }),
    require: permit,
  };
  const gathered = (caseId: CaseId | null): Gathered => ({
    object: subject ?? (caseId === null ? (touched.values().next().value ?? null) : { kind: 'case_file', id: caseId }),
    touched: [...new Map([...touched, ...aside]).values()],
    detail: { ...detail, procedure: name },
    isJoined,
  });
  return { unit, gathered };
}
