import { asOfNow, useRead } from '../platform/query.ts';
import { useGo } from '../platform/routes.ts';
import { onlyFor } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { registerKey } from './queries.ts';
import { PlainButton, Warning } from '../platform/ui/index.ts';

/** To who saved files outside on an earlier day and has not said that they were deleted. */
export const SavedOutsideWarning = onlyFor('printRegister.read', function Reminder() {
  const go = useGo();
  const { data } = useRead([...registerKey, 'outside-count'], (client) => client.countSavedOutside({}), asOfNow);
  if (data === undefined || data.oldestAt === null) return null;
  const since = inLima(data.oldestAt).slice(0, 10);
  const words =
    data.files === 1
      ? `Guardó 1 archivo fuera del programa el ${since}. Bórrelo del disco y márquelo.`
      : `Guardó ${data.files} archivos fuera del programa desde el ${since}. Bórrelos del disco y márquelos.`;
  return (
    <Warning>
      <span>{words}</span>
      <PlainButton small onClick={() => go('/registro-de-impresiones')}>
        Ver los archivos
      </PlainButton>
    </Warning>
  );
});
