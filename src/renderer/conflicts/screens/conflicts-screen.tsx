import { useState } from 'react';
import { dismissalReasonLabels, type DismissalReason, type FoundConflict } from '../../../shared/conflicts/index.ts';
import { optionsOf, type Fields } from '../../../shared/record/index.ts';
import { useRead } from '../../platform/query.ts';
import { useMay } from '../../platform/session.tsx';
import { type Column, DataTable, PageTitle, QueryState, StateBadge, LineButton } from '../../platform/ui/index.ts';
import { FormDialog } from '../../record/index.ts';
import { useRefreshConflicts } from '../queries.ts';

/** «Conflictos de interés»: which case is closed to whom, and what turned out to be none. */
export function ConflictsScreen() {
  const conflicts = useRead(['conflicts', 'found'], async (client) => (await client.listConflicts({})).conflicts);
  const mayDecide = useMay('conflict.decide');
  const [deciding, setDeciding] = useState<FoundConflict | null>(null);
  const columns: readonly Column<FoundConflict>[] = [
    { title: 'Ficha', cell: (one) => one.number },
    { title: 'No puede verla', cell: (one) => one.staffName },
    { title: 'Coincide por', cell: (one) => (one.by === 'document' ? 'Documento' : 'Nombres completos') },
    {
      title: 'Estado',
      cell: ({ dismissed }) => (
        <StateBadge tone={dismissed === null ? 'warning' : 'neutral'}>
          {dismissed === null ? 'Cerrada para esa persona' : `Descartado: ${dismissalReasonLabels[dismissed]}`}
        </StateBadge>
      ),
    },
    ...(mayDecide
      ? [
          {
            title: 'Decisión',
            cell: (one: FoundConflict) =>
              one.dismissed === null ? (
                <LineButton
                  label="Descartar"
                  of={`ficha ${one.number}, ${one.staffName}`}
                  onClick={() => setDeciding(one)}
                />
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageTitle>Conflictos de interés</PageTitle>
      <p>
        Una ficha queda cerrada para quien declaró un vínculo con una de sus personas. Si no es esa persona, descarte el
        conflicto y podrá verla. Los suyos los decide otra persona de Coordinación.
      </p>
      <QueryState query={conflicts}>
        {(all) => (
          <DataTable
            empty="No hay fichas cerradas por un vínculo declarado."
            caption={`Fichas cerradas por un vínculo: ${all.filter((one) => one.dismissed === null).length}`}
            columns={columns}
            rows={all}
            keyOf={(one) => `${one.caseId} ${one.staffId}`}
          />
        )}
      </QueryState>
      {deciding !== null && <DismissDialog conflict={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

type DialogProps = { readonly conflict: FoundConflict; readonly onClose: () => void };

const options = optionsOf<DismissalReason>(dismissalReasonLabels);
const fields = {
  reason: {
    ...{ kind: 'choice', label: 'Motivo', options, required: true, mayClear: true },
    missing: 'Elija el motivo.',
  },
} as const satisfies Fields;

function DismissDialog({ conflict, onClose }: DialogProps) {
  const { caseId, staffId, by } = conflict;
  return (
    <FormDialog
      {...{ fields, id: 'dismissal', isShort: true, dangerous: true, onDone: onClose }}
      words={{
        ...{ title: `¿Descartar el conflicto de la ficha ${conflict.number}?`, send: 'Descartar' },
        sent: 'Conflicto descartado.',
      }}
      send={({ reason }, client) => client.dismissConflict({ caseId, staffId, by, reason })}
      refresh={useRefreshConflicts()}
    >
      <p>{conflict.staffName} podrá ver la ficha según su función. Queda en la bitácora quién lo decidió.</p>
    </FormDialog>
  );
}
