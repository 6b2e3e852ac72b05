import { useState, type ReactNode } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { saveFile } from '../platform/files.ts';
import { ActProblem, useAct, type ActClient } from '../platform/forms/index.ts';
import { ActionBar, ButtonRow, look, Panel, LineButton } from '../platform/ui/index.ts';
import { Halves } from './halves.tsx';
import { Reserved } from './reserved.tsx';
import css from './reports.module.css';

const kinds: readonly (readonly [mark: string, words: string])[] = [
  ['.pdf', 'Reporte para leer e imprimir'],
  ['.xlsx', 'Hoja de cálculo'],
  ['.csv', 'Tabla de texto'],
  ['lista-firmada', 'Lista firmada de los archivos'],
  ['.json', 'Datos para otros sistemas'],
];

function kindOf({ name }: FileHandle): number {
  return kinds.findIndex(([mark]) => name.includes(mark));
}

function kindWords(file: FileHandle): string {
  return kinds[kindOf(file)]?.[1] ?? 'Archivo';
}

function sizeWords({ size }: FileHandle): string {
  return `${Math.max(1, Math.round(size / 1024))} KB`;
}

/** What is read comes before what only machines read. */
async function exported(client: ActClient, month: string): Promise<readonly FileHandle[]> {
  const { files } = await client.exportMonth({ month });
  return files.toSorted((one, other) => kindOf(one) - kindOf(other));
}

/** Files of a closed month, the very bytes that were signed. */
export function ExportPanel({ month, aside }: { readonly month: string; readonly aside: ReactNode }) {
  const act = useAct();
  const [files, setFiles] = useState<readonly FileHandle[] | null>(null);
  const list = () =>
    act.run((client) => exported(client, month), {
      words: (all) => `${all.length} archivos listos para guardar.`,
      done: setFiles,
    });
  const save = (chosen: readonly FileHandle[] | null) =>
    act.run(
      async (client) => {
        const all = chosen ?? (await exported(client, month));
        if (chosen === null) setFiles(all);
        for (const file of all) await saveFile(client, file);
        return all.length;
      },
      // Each button its own keys: a file saved by «Guardar todo» can be saved once more.
      {
        of: chosen?.map(({ id }) => id).join(' ') ?? month,
        words: (count) => (count === 1 ? 'Archivo guardado.' : `${count} archivos guardados.`),
      },
    );
  return (
    <>
      <Halves aside={aside}>
        <Panel title="Exportar">
          <p>
            Son los archivos que se guardaron y firmaron al cerrar. No se calculan otra vez. Cada uno que guarde queda
            en «Registro de impresiones» hasta que diga que lo eliminó del disco.
          </p>
          <ActProblem act={act} />
          {files === null ? (
            <ButtonRow plain label="Elegir archivos" onClick={() => void list()} />
          ) : (
            <ul className={css.list}>
              {files.map((file) => (
                <li key={file.id}>
                  <span>
                    {file.name}
                    <span className={look.secondary}>
                      {' '}
                      · {kindWords(file)} · {sizeWords(file)}
                    </span>
                  </span>
                  <LineButton label="Guardar" of={file.name} onClick={() => void save([file])} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Reserved month={month} />
      </Halves>
      <ActionBar
        main={{
          ...{ label: 'Guardar todo', onClick: () => void save(files) },
          ...{ reads: true, byControlEnter: true, busy: act.busy },
        }}
      />
    </>
  );
}
