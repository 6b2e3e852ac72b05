import { useState } from 'react';
import { kinshipLabels, type ConflictDeclaration } from '../../shared/conflicts/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { announce } from '../platform/announce.ts';
import { DataTable, Notice, Panel, QueryState, type Column, Stores } from '../platform/ui/index.ts';
import { DeclarationForm } from './declaration-form.tsx';
import { useOwnDeclarations } from './queries.ts';

const columns: readonly Column<ConflictDeclaration>[] = [
  { title: 'Quién es', cell: (one) => kinshipLabels[one.kinship] },
  {
    title: 'Se compara por',
    cell: ({ hasDocument, hasNames }) =>
      [hasDocument ? 'documento' : null, hasNames ? 'nombres' : null].filter((part) => part !== null).join(' y '),
  },
  { title: 'Declarado', cell: (one) => formatCivilDate(one.declaredOn) },
];

/** «Mis vínculos»: whose cases I must not see. */
export function DeclarationsPanel() {
  const declarations = useOwnDeclarations();
  const [done, setDone] = useState(0);
  return (
    <>
      {done > 0 && <Notice tone="done">Vínculo declarado. Los casos de esa persona quedan fuera de su vista.</Notice>}
      <Panel title="Declarar un vínculo">
        <p>
          Declare su propio documento y a las personas cercanas a usted, al menos una vez al año. Si una de ellas figura
          en un caso, ese caso no se abre para usted y lo revisa Coordinación. Nadie puede leer lo declarado, tampoco
          usted: se guarda solo una marca para comparar.
        </p>
        <Stores>
          <DeclarationForm
            onDone={() => {
              setDone((count) => count + 1);
              announce('Vínculo declarado.');
            }}
          />
        </Stores>
      </Panel>
      <Panel title="Lo que declaré">
        <QueryState query={declarations}>
          {(all) =>
            all.length === 0 ? (
              <p>Aún no declaró ningún vínculo.</p>
            ) : (
              <DataTable
                caption={`Declaraciones: ${all.length}`}
                columns={columns}
                rows={all}
                keyOf={(one) => one.declarationId}
              />
            )
          }
        </QueryState>
        <p>Una declaración no se borra. Si tiene un error, declare la correcta y avise a Coordinación.</p>
      </Panel>
    </>
  );
}
