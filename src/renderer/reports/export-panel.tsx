import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { saveFile } from '../platform/files.ts';
import { Panel, Problem } from '../platform/ui/index.ts';
import css from './reports.module.css';

const kinds: readonly (readonly [end: string, words: string])[] = [
  ['.pdf', 'Reporte para leer e imprimir'],
  ['.xlsx', 'Hoja de cálculo'],
  ['.csv', 'Tabla de texto'],
  ['manifest.json', 'Lista firmada de los archivos'],
  ['.json', 'Datos para otros sistemas'],
];

function kindOf({ name }: FileHandle): number {
  return kinds.findIndex(([end]) => name.endsWith(end));
}

function kindWords(file: FileHandle): string {
  return kinds[kindOf(file)]?.[1] ?? 'Archivo';
}

function sizeWords({ size }: FileHandle): string {
  return `${Math.max(1, Math.round(size / 1024))} KB`;
}

/** Files of a closed month, the very bytes that were signed. */
export function ExportPanel({ month }: { readonly month: string }) {
  const client = useClient();
  const [files, setFiles] = useState<readonly FileHandle[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const work = async (act: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      announce(await act());
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    setBusy(false);
  };
  const list = () =>
    work(async () => {
      const answer = await client.exportMonth({ month });
      // What is read comes before what only machines read.
      setFiles(answer.files.toSorted((one, other) => kindOf(one) - kindOf(other)));
      return `${answer.files.length} archivos listos para guardar.`;
    });
  const save = (chosen: readonly FileHandle[]) =>
    work(async () => {
      for (const file of chosen) await saveFile(client, file);
      return chosen.length === 1 ? 'Archivo guardado.' : `${chosen.length} archivos guardados.`;
    });
  return (
    <Panel title="Exportar">
      <p>
        Son los archivos que se guardaron y firmaron al cerrar. No se calculan otra vez. Cada uno que guarde queda en
        «Registro de impresiones» hasta que diga que lo eliminó del disco.
      </p>
      <Problem words={problem} />
      {files === null ? (
        <div className={css.row}>
          <Button onClick={() => void list()}>Exportar</Button>
        </div>
      ) : (
        <>
          <ul className={css.list}>
            {files.map((file) => (
              <li key={file.id}>
                <span>
                  {file.name}
                  <span className={css.secondary}>
                    {' '}
                    · {kindWords(file)} · {sizeWords(file)}
                  </span>
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Guardar: ${file.name}`}
                  onClick={() => void save([file])}
                >
                  Guardar
                </Button>
              </li>
            ))}
          </ul>
          <div className={css.row}>
            <Button onClick={() => void save(files)}>Guardar todo</Button>
          </div>
        </>
      )}
    </Panel>
  );
}
