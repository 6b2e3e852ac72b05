/** Who has which case open, so that two people at one ficha see each other: in memory alone, as the sessions are. */
import type { Other } from '../../shared/companions/index.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { Session } from '../platform/gate/session.ts';
import type { Trx } from './tables.ts';

export type OpenSessions = { open(): readonly Session[] };

type What = Extract<HostEvent, { kind: 'case' }>['what'];

/** Tells the windows that have the case open; `but` is the one that knows already. */
export function tellCase(sessions: OpenSessions, caseId: CaseId, what: What, but: string | null): void {
  for (const { token, looking, connection } of sessions.open()) {
    if (looking?.caseId === caseId && token !== but) connection.tell({ kind: 'case', caseId, what });
  }
}

/** She has none open any more; also when her session ends. */
export function goFrom(sessions: OpenSessions, session: Session): void {
  const left = session.looking;
  session.looking = null;
  if (left !== null) tellCase(sessions, left.caseId, 'people', session.token);
}

/** She has this one open, and no other. */
export function comeTo(sessions: OpenSessions, session: Session, caseId: CaseId, since: Instant): void {
  if (session.looking?.caseId === caseId) return;
  goFrom(sessions, session);
  session.looking = { caseId, since };
  tellCase(sessions, caseId, 'people', session.token);
}

/** Everybody else who has the case open. */
export async function othersAt(
  trx: Trx,
  sessions: OpenSessions,
  { token, caseId }: { readonly token: string; readonly caseId: CaseId },
): Promise<Other[]> {
  const others = sessions.open().filter((one) => one.token !== token && one.looking?.caseId === caseId);
  const names = others.length === 0 ? null : await staffNames(trx);
  return others.map(({ staffId, connection, looking }) => ({
    name: names?.get(staffId) ?? '',
    device: connection.device,
    since: (looking as { since: Instant }).since,
  }));
}
