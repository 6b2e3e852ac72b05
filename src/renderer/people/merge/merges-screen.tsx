import { useState } from 'react';
import type { MergeLine } from '../../../shared/people/index.ts';
import { useRead, useRefresh } from '../../platform/query.ts';
import { ActDialog } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { type Column, DataTable, PageTitle, Panel, QueryState, LineButton } from '../../platform/ui/index.ts';
import css from './merge.module.css';

const key = ['people', 'merges'] as const;

const undoWords = {
  proposed: 'Se propuso separarlas',
  'later-first': 'Deshaga primero una unión posterior',
  done: 'Deshecha',
} as const;

/** «Uniones de personas»: what was joined, by whom, and taking it apart again. */
export function MergesScreen() {
  const merges = useRead(key, (client) => client.listMerges({}), { staleTime: 0 });
  const [undoing, setUndoing] = useState<MergeLine | null>(null);
  const mayDecide = useMay('proposal.decide');
  const columns: readonly Column<MergeLine>[] = [
    { title: 'Persona', cell: (line) => line.keptName },
    { title: 'Registro unido', cell: (line) => line.absorbedName },
    {
      title: 'Aprobó',
      cell: (line) =>
        `${line.mergedBy}, ${inLima(line.mergedAt)}${line.isSettled ? ' (al resolver la identidad)' : ''}`,
    },
    {
      title: 'Deshizo',
      cell: ({ undoneBy, undoneAt }) =>
        undoneBy === null || undoneAt === null ? '—' : `${undoneBy}, ${inLima(undoneAt)}`,
    },
    {
      title: 'Deshacer',
      cell: (line) =>
        line.undo === 'possible' ? (
          <LineButton
            label="Proponer separar"
            of={`${line.keptName} y ${line.absorbedName}`}
            onClick={() => setUndoing(line)}
          />
        ) : (
          undoWords[line.undo]
        ),
    },
  ];
  return (
    <>
      <PageTitle>Uniones de personas</PageTitle>
      {mayDecide && <Pending />}
      <QueryState query={merges}>
        {({ merges: rows }) => (
          <DataTable
            empty="No se unió ningún registro."
            caption={`Uniones: ${rows.length}, la más reciente primero`}
            columns={columns}
            rows={rows}
            keyOf={(line) => line.mergeId}
          />
        )}
      </QueryState>
      {undoing !== null && <Undo line={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

/** Proposed, and not yet decided by a second person. */
function Pending() {
  const proposals = useRead(
    [...key, 'pending'],
    async (client) =>
      (await client.listProposals({})).proposals.filter(
        ({ kind, state }) => state === 'pending' && (kind === 'person-merge' || kind === 'person-unmerge'),
      ),
    { staleTime: 0 },
  );
  return (
    <QueryState query={proposals}>
      {(pending) =>
        pending.length === 0 ? null : (
          <Panel title={`Por aprobar: ${pending.length}`}>
            <ul className={css.pending}>
              {pending.map((one) => (
                <li key={one.id}>
                  {`${one.summary} Propone ${one.proposedBy}, ${inLima(one.proposedAt)}. `}
                  {one.canDecide && <a href={hrefOf('/aprobaciones')}>Decidir en Aprobaciones</a>}
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryState>
  );
}

function Undo({ line, onClose }: { readonly line: MergeLine; readonly onClose: () => void }) {
  return (
    <ActDialog
      words={{
        ...{ title: '¿Proponer que se separen los dos registros?', send: 'Proponer separar', cancel: 'Cancelar' },
        sent: 'Propuesta enviada a Aprobaciones.',
      }}
      send={(client) => client.proposePersonUnmerge({ mergeId: line.mergeId })}
      {...{ onClose, refresh: useRefresh(key) }}
    >
      Cada ficha vuelve al registro que tenía. Lo que se escribió después de la unión queda en el registro conservado.
      Otra persona profesional debe aprobarlo.
    </ActDialog>
  );
}
