import { useEffect } from 'react';
import { hrefOf } from '../platform/routes.ts';
import { useSession, useSessionAccess } from '../platform/session.tsx';
import { readOnlyPath } from './paths.ts';
import { useTroubles } from './queries.ts';
import { bannerWords, isReadOnlyTrouble } from '../../shared/audit/index.ts';

/** What the check of the start finds, or two people end, behind an open window reaches its session. */
function useReadOnlySession(isReadOnly: boolean | undefined): void {
  const { update } = useSessionAccess();
  const session = useSession();
  useEffect(() => {
    if (isReadOnly !== undefined && isReadOnly !== session.isReadOnly) update({ isReadOnly });
  }, [isReadOnly, session.isReadOnly, update]);
}

/** What was found of the file, over every screen: which day it goes back to, what is missing, what to do. */
export function TroubleBanner() {
  const { data } = useTroubles();
  useReadOnlySession(data?.isReadOnly);
  const troubles = data?.troubles ?? [];
  const told = troubles.some(isReadOnlyTrouble) ? troubles.filter(isReadOnlyTrouble) : troubles;
  return told.map((trouble) => {
    const words = bannerWords(trouble);
    return words === null ? null : (
      <p key={trouble.kind} role="alert">
        {words}{' '}
        <a href={hrefOf(isReadOnlyTrouble(trouble) ? readOnlyPath : '/auditoria')}>
          {isReadOnlyTrouble(trouble) ? 'Qué pasó y cómo sigue' : 'Ver en «Auditoría»'}
        </a>
      </p>
    );
  });
}

/** In the place of an act that would be refused now. */
export function ReadOnlyWords() {
  return (
    <p>
      Solo lectura: ahora no se puede guardar. Anótelo en papel. <a href={hrefOf(readOnlyPath)}>Ver qué pasó</a>
    </p>
  );
}
