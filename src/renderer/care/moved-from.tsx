import { movedWords, type MovableKind, type MoveTrace } from '../../shared/care/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { onlyFor } from '../platform/session.tsx';
import { Notice } from '../platform/ui/index.ts';
import { useMovable } from './queries.ts';

/** «Una atención se movió el 10/06/2026 a otra ficha», or came from one: never which one. */
export function traceWords({ way, kind, section, movedAt }: MoveTrace): string {
  const day = formatCivilDate(civilDateOf(Date.parse(movedAt)));
  const what = movedWords(kind, section);
  const many = kind === 'section';
  return way === 'out'
    ? `${what} ${many ? 'se movieron' : 'se movió'} el ${day} a otra ficha.`
    : `${what} ${many ? 'vinieron' : 'vino'} de otra ficha el ${day}.`;
}

type Props = { readonly caseId: string; readonly kind: MovableKind };

/** What left this page for another ficha; drawn only when something did. */
export const MovedFrom = onlyFor('record.move', function Traces({ caseId, kind }: Props) {
  const moves = (useMovable(caseId).data?.moves ?? []).filter((one) => one.kind === kind && one.way === 'out');
  return moves.map((one) => <Notice key={one.id}>{traceWords(one)}</Notice>);
});
