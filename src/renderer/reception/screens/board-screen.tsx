import { useEffect } from 'react';
import { isOnlyDesk } from '../../../shared/access/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { EmptyState, PageTitle } from '../../platform/ui/index.ts';
import { BoardBar } from '../board/board-bar.tsx';
import { OrderOfArrival } from '../board/board.tsx';
import { wantLine } from '../line/kept.ts';

/** «Orden de llegada»; that of the desk is its «Mi día». */
export function BoardScreen() {
  const may = useMay('case.open');
  const isDesk = isOnlyDesk(useSession().staff.roles);
  const go = useGo();
  useEffect(() => {
    if (isDesk) go('/');
  }, [go, isDesk]);
  if (isDesk) return null;
  return (
    <>
      <PageTitle aside={may && <BoardBar />}>Orden de llegada</PageTitle>
      {may ? <OrderOfArrival /> : <EmptyState>Su función no recibe llegadas.</EmptyState>}
    </>
  );
}

/** «Registrar llegada»: to the line of the screen that has it. */
export function ToLineScreen() {
  const { roles } = useSession().staff;
  const go = useGo();
  useEffect(() => {
    wantLine();
    go(roles.includes('admission') ? '/' : '/llegadas');
  }, [go, roles]);
  return null;
}
