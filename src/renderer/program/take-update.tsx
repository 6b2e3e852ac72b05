import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { look, Notice, SheetForm, TextField } from '../platform/ui/index.ts';

/** At a companion of an older version: the installer, from the signed file that the computer that keeps the record has. */
export function TakeUpdate() {
  const client = useClient();
  const [folder, setFolder] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [taken, setTaken] = useState<{ readonly version: string; readonly installer: string } | null>(null);
  const take = async () => {
    if (busy) return;
    if (folder.trim() === '') {
      setError('Escriba la carpeta donde dejarlo.');
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      setTaken(await client.takeUpdate({ folder }));
    } catch (failure) {
      setError(wordsOf(failureOf(failure)));
    } finally {
      setBusy(false);
    }
  };
  if (taken !== null) {
    return (
      <Notice tone="done">
        <p role="status">
          {`Listo: el instalador de la versión ${taken.version}, firmado y completo, está en ${taken.installer}. Cierre el programa y pida a quien administra esta computadora que lo ejecute.`}
        </p>
      </Notice>
    );
  }
  return (
    <SheetForm className={look.stack} onSend={take}>
      <TextField
        words={{
          ...{ id: 'take-update-folder', label: 'Carpeta para el instalador', error },
          hint: 'Ruta completa, por ejemplo E:\\Instalador. Se revisa la firma; nada se instala solo.',
        }}
        value={folder}
        maxLength={400}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          setFolder(currentTarget.value);
          setError(undefined);
        }}
      />
      <div>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Trayendo…' : 'Traer el instalador'}
        </Button>
      </div>
    </SheetForm>
  );
}
