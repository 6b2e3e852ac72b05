import { useRef } from 'react';
import { importStateLabels, type ImportLine } from '../../../shared/imports/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useRead } from '../../platform/query.ts';
import { useGo } from '../../platform/routes.ts';
import { inLima } from '../../platform/times.ts';
import {
  look,
  DataTable,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { useRefreshImports } from '../queries.ts';
import { sendFile } from '../send-file.ts';
import { listPath, stateTones } from '../words.ts';

const columns: readonly Column<ImportLine>[] = [
  { title: 'Archivo', cell: (line) => line.fileName },
  {
    title: 'Estado',
    cell: (line) => <StateBadge tone={stateTones[line.state]}>{importStateLabels[line.state]}</StateBadge>,
  },
  { title: 'Filas', right: true, cell: (line) => line.rows },
  { title: 'Fichas en el registro', right: true, cell: (line) => line.cases },
  { title: 'Empezada por', cell: (line) => `${line.startedBy}, ${inLima(line.startedAt)}` },
];

/** «Importar lista»: choose an old list, and what became of those before. */
export function ImportsScreen() {
  const imports = useRead(['imports', 'lists'], async (client) => (await client.listImports({})).imports);
  const go = useGo();
  return (
    <>
      <PageTitle>Importar lista</PageTitle>
      <ChooseFile />
      <QueryState query={imports}>
        {(all) => (
          <DataTable
            empty="Aún no se importó ninguna lista."
            caption="Listas, de la más reciente a la más antigua"
            columns={columns}
            rows={all}
            keyOf={(line) => line.importId}
            onOpen={({ importId }) => go(listPath, { importId })}
          />
        )}
      </QueryState>
    </>
  );
}

function ChooseFile() {
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const act = useAct({ refresh: useRefreshImports() });
  const isBusy = act.busy;
  const open = (file: File) =>
    act.run((client) => sendFile(client, file), {
      words: 'Lista leída.',
      done: (importId) => go(listPath, { importId }),
    });
  return (
    <Panel title="Una lista de casos antiguos">
      <p>
        Elija el archivo de Excel (.xlsx) o de texto (.csv) donde el centro llevaba sus casos. Primero se revisa fila
        por fila y se ve qué pasaría; nada entra en el registro hasta que otra persona lo aprueba. Cada fila será una
        ficha cerrada «de lista antigua»: no cuenta en ningún reporte de este programa.
      </p>
      <ActProblem act={act} />
      <ButtonRow
        busy={isBusy}
        label="Elegir archivo…"
        meanwhile="Leyendo…"
        onClick={() => {
          if (!isBusy) input.current?.click();
        }}
      >
        <span className={look.secondary}>Hasta 20 MB y 5,000 filas.</span>
      </ButtonRow>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again once it was mended.
          if (file !== undefined) void open(file).finally(() => (event.target.value = ''));
        }}
      />
    </Panel>
  );
}
