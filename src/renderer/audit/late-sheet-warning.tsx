import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { useWitnessState } from './queries.ts';
import { Warning } from '../platform/ui/index.ts';

/** To Coordinación, while no weekly sheet was signed for more than a week and a day; nothing otherwise. */
export function LateSheetWarning() {
  const mayPrint = useMay('audit.witness');
  const { data } = useWitnessState(mayPrint);
  // What was read for its own page is no reason to ask whoever cannot make the sheet.
  if (!mayPrint || data?.isLate !== true) return null;
  return (
    <Warning>
      Hace {data.days} días que no se firma una hoja semanal de la bitácora.{' '}
      <a href={hrefOf('/auditoria')}>Hacer la hoja</a>
    </Warning>
  );
}
