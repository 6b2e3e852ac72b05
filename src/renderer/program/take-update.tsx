import { Button } from '@mantine/core';
import { useState } from 'react';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { Told, SheetForm, TextField } from '../platform/ui/index.ts';

/** At a companion of an older version: the installer, from the signed file that the computer that keeps the record has. */
export function TakeUpdate() {
  const act = useAct();
  const [folder, setFolder] = useState('');
  const [lacks, setLacks] = useState(false);
  const [taken, setTaken] = useState<{ readonly version: string; readonly installer: string } | null>(null);
  const take = () => {
    const isEmpty = folder.trim() === '';
    setLacks(isEmpty);
    if (isEmpty || act.busy) return;
    void act.run((client) => client.takeUpdate({ folder }), {
      words: ({ version }) => `El instalador de la versión ${version} está listo.`,
      done: setTaken,
    });
  };
  if (taken !== null) {
    return (
      <Told tone="done">
        {`Listo: el instalador de la versión ${taken.version}, firmado y completo, está en ${taken.installer}. Cierre el programa y pida a quien administra esta computadora que lo ejecute.`}
      </Told>
    );
  }
  return (
    <SheetForm onSend={take}>
      <TextField
        words={{
          ...{ id: 'take-update-folder', label: 'Carpeta para el instalador' },
          hint: 'Ruta completa, por ejemplo E:\\Instalador. Se revisa la firma; nada se instala solo.',
          error: lacks ? 'Escriba la carpeta donde dejarlo.' : undefined,
        }}
        value={folder}
        maxLength={400}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          setFolder(currentTarget.value);
          setLacks(false);
        }}
      />
      <ActProblem act={act} />
      <div>
        <Button type="submit" aria-disabled={act.busy}>
          {act.busy ? 'Trayendo…' : 'Traer el instalador'}
        </Button>
      </div>
    </SheetForm>
  );
}
