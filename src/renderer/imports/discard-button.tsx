import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportView } from '../../shared/imports/index.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { useGo } from '../platform/routes.ts';
import { Dialog, Problem } from '../platform/ui/index.ts';
import { useRefreshImports } from './queries.ts';
import { useAct } from './use-act.ts';
import { listsPath } from './words.ts';

/** Drops a list that did not go in, after one question. */
export function DiscardButton({ view }: { readonly view: ImportView }) {
  const client = useClient();
  const refresh = useRefreshImports();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const [key] = useState(newKey);
  const { problem, run } = useAct();
  const discard = () =>
    run(async () => {
      await client.discardImport({ importId: view.importId, version: view.version }, { key });
      announce('Lista descartada.');
      go(listsPath);
      await refresh();
    });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        Descartar lista
      </Button>
      {isAsking && (
        <Dialog
          opened
          title="¿Descartar esta lista?"
          confirm={{ label: 'Descartar', onClick: () => void discard(), dangerous: true }}
          cancel={{
            label: 'Volver sin cambios',
            onClick: () => {
              setAsking(false);
            },
          }}
        >
          <p>Se borran del registro el archivo y lo corregido en sus filas. El archivo original no se toca.</p>
          <Problem words={problem} />
        </Dialog>
      )}
    </>
  );
}
