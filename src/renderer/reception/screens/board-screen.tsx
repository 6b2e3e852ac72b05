import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { ActionBar, EmptyState, PageTitle } from '../../platform/ui/index.ts';
import { OrderOfArrival } from '../board/board.tsx';

/** «Orden de llegada». */
export function BoardScreen() {
  const may = useMay('case.open');
  const go = useGo();
  const register = () => go('/llegada');
  return (
    <>
      <PageTitle>Orden de llegada</PageTitle>
      {may ? <OrderOfArrival /> : <EmptyState>Su función no recibe llegadas.</EmptyState>}
      {may && (
        <ActionBar main={{ label: 'Registrar llegada', onClick: register }}>
          <span>Alt+N</span>
        </ActionBar>
      )}
    </>
  );
}
