import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Update } from '../../shared/program/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { SheetForm, PlainButton, look, Notice, Panel, Stores, TextField } from '../platform/ui/index.ts';
import css from './program.module.css';

const megabytes = (size: number) => `${Math.max(1, Math.round(size / 1024 / 1024))} MB`;

/** A signed update file, without internet: looked at, then made ready for whoever installs it. */
export function UpdatePanel() {
  const act = useAct();
  const [file, setFile] = useState('');
  const [found, setFound] = useState<Update | null>(null);
  const check = () =>
    act.run((client) => client.checkUpdate({ file }), {
      words: ({ version }) => `El archivo es la versión ${version}, firmada y completa.`,
      done: setFound,
    });
  return (
    <Panel title="Actualizar el programa">
      <p>
        Sin internet: quien publica el programa entrega un archivo de actualización firmado. Aquí se revisa; nada se
        instala solo.
      </p>
      <SheetForm
        onSend={() => {
          setFound(null);
          if (file.trim() !== '' && !act.busy) void check();
        }}
      >
        <TextField
          words={{
            id: 'update-file',
            label: 'Archivo de actualización',
            hint: 'Ruta completa, por ejemplo E:\\registro-cem-0-2-0.actualización',
          }}
          value={file}
          maxLength={400}
          onChange={({ currentTarget }) => {
            setFile(currentTarget.value);
            setFound(null);
          }}
        />
        <div>
          <PlainButton type="submit">Revisar archivo de actualización</PlainButton>
        </div>
      </SheetForm>
      {found === null ? <ActProblem act={act} /> : <Found key={found.version} file={file} update={found} />}
    </Panel>
  );
}

function Found({ file, update }: { readonly file: string; readonly update: Update }) {
  const act = useAct();
  const [folder, setFolder] = useState('');
  const [installer, setInstaller] = useState<string | null>(null);
  const prepare = () =>
    act.run((client) => client.prepareUpdate({ file, folder }), {
      words: () => 'Copia hecha. El instalador está listo.',
      done: (ready) => setInstaller(ready.installer),
    });
  const { version, date, notes, size } = update;
  if (installer !== null) return <Ready installer={installer} />;
  return (
    <>
      <Notice>
        {`Versión ${version} del ${formatCivilDate(date)}, ${megabytes(size)}. Firmada por quien publica el programa y completa.`}
      </Notice>
      <p className={css.notes}>{notes}</p>
      <Stores>
        <form
          className={look.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (folder.trim() !== '' && !act.busy) void prepare();
          }}
        >
          <TextField
            words={{ id: 'update-folder', label: 'Carpeta para el instalador', hint: 'Ruta completa' }}
            value={folder}
            maxLength={400}
            onChange={({ currentTarget }) => setFolder(currentTarget.value)}
          />
          <div>
            <Button type="submit">Hacer la copia y preparar el instalador</Button>
          </div>
          <ActProblem act={act} />
        </form>
      </Stores>
    </>
  );
}

function Ready({ installer }: { readonly installer: string }) {
  return (
    <Notice tone="done">
      <p>{`Listo. La copia del registro está hecha y verificada. El instalador está en ${installer}`}</p>
      <p>
        Cierre el programa en esta computadora y pida a quien la administra que lo ejecute. Guarde el instalador de la
        versión anterior: si algo sale mal, se instala de nuevo y se recupera el registro desde la copia («Recuperar
        desde una copia»).
      </p>
    </Notice>
  );
}
