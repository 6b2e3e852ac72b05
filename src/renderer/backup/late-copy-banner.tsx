import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import css from './backup.module.css';
import { hasDrillFailed, lastCopyWords } from './copy-words.ts';
import { useCopyState, useKeepCopyState } from './queries.ts';

/** One sentence and one action while the newest copy elsewhere is too old, or one failed its drill; nothing otherwise. */
export function LateCopyBanner() {
  const mayRun = useMay('backup.run');
  const { data, dataUpdatedAt } = useCopyState(mayRun);
  const client = useClient();
  const keep = useKeepCopyState();
  const go = useGo();
  const [problem, setProblem] = useState<string | null>(null);
  const { isReadOnly } = useSession();
  const mayDrill = useMay('backup.verify');
  // A copy of a file that was put back is not what is asked for.
  if (data === undefined || isReadOnly) return null;
  const failed = mayDrill && hasDrillFailed(data.drill);
  if (!data.isLate && !failed) return null;
  const words = failed
    ? 'Una copia no pasó la prueba del mes. Haga una copia nueva y vea cuál en «Copias».'
    : lastCopyWords(data, dataUpdatedAt);
  const copy = async () => {
    try {
      keep(await client.makeCopy({}));
      announce('Copia hecha y verificada.');
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  return (
    <div className={css.late}>
      <span role={problem === null ? undefined : 'alert'}>{problem ?? words}</span>
      {data.folder === null || data.place !== 'outside' || failed ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            go('/ajustes/copias');
          }}
        >
          Ver las copias
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" onClick={copy}>
          Hacer copia
        </Button>
      )}
    </div>
  );
}
