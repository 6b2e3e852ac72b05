import { hrefOf } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { useWitnessState } from './queries.ts';

/** To Coordinación, while no weekly sheet was signed for more than a week and a day; nothing otherwise. */
export function LateSheetBanner() {
  const { isReadOnly } = useSession();
  const { data } = useWitnessState(useMay('audit.witness') && !isReadOnly);
  if (data?.isLate !== true) return null;
  return (
    <p>
      Hace {data.days} días que no se firma una hoja semanal de la bitácora.{' '}
      <a href={hrefOf('/auditoria')}>Hacer la hoja</a>
    </p>
  );
}
