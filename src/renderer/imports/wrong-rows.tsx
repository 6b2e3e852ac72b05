import { useState } from 'react';
import type { ImportView, ListRow } from '../../shared/imports/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { PlainButton, look, Dialog } from '../platform/ui/index.ts';
import { useRefreshImports } from './queries.ts';
import { counted } from './words.ts';

/** Every row with an error left out by one act, and the act undone. */
export function WrongRows({ view, errors }: { readonly view: ImportView; readonly errors: number }) {
  const [isAsking, setAsking] = useState(false);
  const act = useAct({ refresh: useRefreshImports() });
  const { importId, version, leftOutTogether } = view;
  const leaveOut = () =>
    act.run((client) => client.leaveOutWrongRows({ importId, version }), {
      words: ({ rows }) => `${counted(rows, 'fila dejada fuera', 'filas dejadas fuera')}.`,
      done: () => setAsking(false),
    });
  const takeBack = () =>
    act.run((client) => client.takeBackWrongRows({ importId, version }), {
      words: ({ rows }) => `${counted(rows, 'fila devuelta', 'filas devueltas')} a la lista.`,
    });
  const wrongRows = errors === 1 ? 'la fila con error' : `las ${counted(errors, 'fila', 'filas')} con error`;
  if (errors === 0 && leftOutTogether === 0) return null;
  return (
    <div className={look.row}>
      {errors > 0 && <PlainButton onClick={() => setAsking(true)}>{`Dejar fuera ${wrongRows}`}</PlainButton>}
      {leftOutTogether > 0 && (
        <PlainButton onClick={() => void takeBack()}>
          {`Devolver ${counted(leftOutTogether, 'fila dejada fuera', 'filas dejadas fuera')}`}
        </PlainButton>
      )}
      {!isAsking && <ActProblem act={act} />}
      {isAsking && (
        <Dialog
          title={`¿Dejar fuera ${wrongRows}?`}
          confirm={{ label: errors === 1 ? 'Sí, dejarla fuera' : 'Sí, dejarlas fuera', onClick: () => void leaveOut() }}
          cancel={{ label: errors === 1 ? 'Corregirla' : 'Corregirlas una por una', onClick: () => setAsking(false) }}
        >
          <p>
            {errors === 1
              ? 'No entrará en el registro. Puede devolverla'
              : 'No entrarán en el registro. Puede devolverlas'}{' '}
            a la lista mientras no la proponga.
          </p>
          <ActProblem act={act} />
        </Dialog>
      )}
    </div>
  );
}

const isAsked = (row: ListRow) =>
  row.verdict === 'ask' && !row.isConfirmed && row.issues.some(({ severity }) => severity === 'ask');

/** What is asked at the cells of the rows that are shown, confirmed together: only what a person has before her. */
export function ConfirmShown({ view, rows }: { readonly view: ImportView; readonly rows: readonly ListRow[] }) {
  const act = useAct({ refresh: useRefreshImports() });
  const asked = rows.filter(isAsked);
  if (asked.length < 2) return null;
  const confirm = () =>
    act.run(
      (client) =>
        client.editImportRows({
          importId: view.importId,
          rows: asked.map(({ line }) => ({ line, texts: {}, isExcluded: false, isConfirmed: true })),
        }),
      { words: ({ rows: done }) => `${counted(done.length, 'fila confirmada', 'filas confirmadas')}.` },
    );
  return (
    <div className={look.row}>
      <PlainButton onClick={() => void confirm()}>Confirmar las {asked.length} de esta página</PlainButton>
      <span className={look.secondary}>Si las miró y los datos están bien como se ven.</span>
      <ActProblem act={act} />
    </div>
  );
}
