import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportView } from '../../shared/imports/index.ts';
import { useClient } from '../platform/client.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { look, Told, WorkBar, ButtonRow } from '../platform/ui/index.ts';
import { useRefreshImports, useProgress } from './queries.ts';

type Props = {
  readonly view: ImportView;
  /** The list once every change of how it is read was answered. */
  readonly settled: () => Promise<ImportView>;
  readonly onChecked: () => void;
  readonly children: ReactNode;
};

/** The dry run: started here, followed and stopped here. */
export function CheckPanel({ view, settled, onChecked, children }: Props) {
  const act = useAct({ refresh: useRefreshImports() });
  const isAgain = view.counts !== null;
  const isStale = isAgain && view.state === 'draft';
  const check = () =>
    act.run(
      async (client) => {
        const { importId, version } = await settled();
        await client.checkImport({ importId, version });
      },
      { words: 'Filas revisadas.', done: onChecked },
    );
  return (
    <>
      {isStale && (
        <Told tone="warning">Corrigió filas: revise la lista otra vez para comparar de nuevo a sus personas.</Told>
      )}
      <ActProblem act={act} />
      {act.busy && <WorkProgress importId={view.importId} label="Revisando filas" />}
      <div className={look.row}>
        {!act.busy && (
          <Button
            variant={isAgain && !isStale ? 'default' : 'filled'}
            aria-disabled={view.pending.length > 0}
            onClick={() => void settled().then(({ pending }) => (pending.length === 0 ? check() : false))}
          >
            {isAgain ? 'Revisar otra vez' : 'Revisar filas'}
          </Button>
        )}
        {children}
        {!act.busy && <Before view={view} />}
      </div>
    </>
  );
}

/** What stands in the way of the dry run; before the first, that nothing goes in by it. */
function Before({ view: { pending, counts } }: Pick<Props, 'view'>) {
  if (pending.length > 0) return <span className={look.secondary}>Antes falta: {pending.join(' ')}</span>;
  return counts === null && <span className={look.secondary}>Todavía no entra nada en el registro.</span>;
}

function WorkProgress({ importId, label }: { readonly importId: string; readonly label: string }) {
  const client = useClient();
  const { data } = useProgress(importId, true);
  return (
    <div className={look.stack}>
      <WorkBar label={label} done={data?.done ?? 0} total={data?.total ?? 0} />
      <ButtonRow
        plain
        label="Detener"
        onClick={() => void client.cancelImportWork({ importId }).catch(() => undefined)}
      />
    </div>
  );
}
