import { useState } from 'react';
import type { ImportView } from '../../shared/imports/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { PlainButton, Dialog } from '../platform/ui/index.ts';
import { useRefreshImports } from './queries.ts';
import { listsPath } from './words.ts';

/** Drops a list that did not go in, after one question. */
export function DiscardButton({ view }: { readonly view: ImportView }) {
  const refresh = useRefreshImports();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const act = useAct();
  const discard = () =>
    act.run((client) => client.discardImport({ importId: view.importId, version: view.version }), {
      words: 'Lista descartada.',
      done: () => {
        go(listsPath);
        void refresh();
      },
    });
  return (
    <>
      <PlainButton onClick={() => setAsking(true)}>Descartar lista</PlainButton>
      {isAsking && (
        <Dialog
          title="¿Descartar esta lista?"
          confirm={{ label: 'Descartar', onClick: () => void discard(), dangerous: true }}
          cancel={{ label: 'Volver sin cambios', onClick: () => setAsking(false) }}
        >
          <p>Se borran del registro el archivo y lo corregido en sus filas. El archivo original no se toca.</p>
          <ActProblem act={act} />
        </Dialog>
      )}
    </>
  );
}
