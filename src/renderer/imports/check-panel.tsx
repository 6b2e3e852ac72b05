import { Button } from '@mantine/core';
import type { ImportView } from '../../shared/imports/index.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { Notice, Problem } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { useRefreshImports } from './queries.ts';
import { useAct } from './use-act.ts';
import { WorkProgress } from './work-progress.tsx';

type Props = {
  readonly view: ImportView;
  /** The list once every change of how it is read was answered. */
  readonly settled: () => Promise<ImportView>;
  readonly onChecked: () => void;
};

/** The dry run: started here, followed and stopped here. */
export function CheckPanel({ view, settled, onChecked }: Props) {
  const client = useClient();
  const refresh = useRefreshImports();
  const { problem, isBusy, run } = useAct();
  const isAgain = view.counts !== null;
  const isStale = isAgain && view.state === 'draft';
  const check = () =>
    run(async () => {
      const { importId, version } = await settled();
      await client.checkImport({ importId, version }, { key: newKey() });
      await refresh();
      announce('Filas revisadas.');
      onChecked();
    });
  return (
    <>
      {isStale && (
        <Notice tone="warning">
          <p>Corrigió filas: revise la lista otra vez para comparar de nuevo a sus personas.</p>
        </Notice>
      )}
      <Problem words={problem} />
      {isBusy ? (
        <WorkProgress importId={view.importId} label="Revisando filas" />
      ) : (
        <div className={css.row}>
          <Button
            variant={isAgain && !isStale ? 'default' : 'filled'}
            aria-disabled={view.pending.length > 0}
            onClick={() => {
              void settled().then(({ pending }) => (pending.length === 0 ? check() : false));
            }}
          >
            {isAgain ? 'Revisar otra vez' : 'Revisar filas'}
          </Button>
          {view.pending.length > 0 && <span className={css.secondary}>Antes falta: {view.pending.join(' ')}</span>}
          {view.pending.length === 0 && !isAgain && (
            <span className={css.secondary}>Todavía no entra nada en el registro.</span>
          )}
        </div>
      )}
    </>
  );
}
