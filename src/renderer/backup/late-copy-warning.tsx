import { useAct } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { hasDrillFailed, lastCopyWords } from './copy-words.ts';
import { useCopyState, useKeepCopyState } from './queries.ts';
import { PlainButton, Warning } from '../platform/ui/index.ts';

/** One sentence and one action while the newest copy elsewhere is too old, or one failed its drill; nothing otherwise. */
export function LateCopyWarning() {
  const mayRun = useMay('backup.run');
  const { data, dataUpdatedAt } = useCopyState(mayRun);
  const act = useAct();
  const keep = useKeepCopyState();
  const go = useGo();
  const { isReadOnly } = useSession();
  const mayDrill = useMay('backup.verify');
  // A copy of a file that was put back is not what is asked for.
  if (data === undefined || isReadOnly) return null;
  const failed = mayDrill && hasDrillFailed(data.drill);
  if (!data.isLate && !failed) return null;
  const words = failed
    ? 'Una copia no pasó la prueba del mes. Haga una copia nueva y vea cuál en «Copias».'
    : lastCopyWords(data, dataUpdatedAt);
  const copy = () => act.run((client) => client.makeCopy({}), { words: 'Copia hecha y verificada.', done: keep });
  return (
    <Warning>
      <span role={act.problem === null ? undefined : 'alert'}>{act.problem ?? words}</span>
      {data.folder === null || data.place !== 'outside' || failed ? (
        <PlainButton small onClick={() => go('/ajustes/copias')}>
          Ver las copias
        </PlainButton>
      ) : (
        <PlainButton small onClick={() => void copy()}>
          Hacer copia
        </PlainButton>
      )}
    </Warning>
  );
}
