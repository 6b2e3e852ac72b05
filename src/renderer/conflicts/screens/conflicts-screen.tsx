import { useState } from 'react';
import { dismissalReasonLabels, type DismissalReason, type FoundConflict } from '../../../shared/conflicts/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  PlainButton,
  ChoiceField,
  type Column,
  DataTable,
  Dialog,
  PageTitle,
  QueryState,
  StateBadge,
} from '../../platform/ui/index.ts';
import { useConflicts, useRefreshConflicts } from '../queries.ts';

const reasons = optionsOf(dismissalReasonLabels);

/** «Conflictos de interés»: which case is closed to whom, and what turned out to be none. */
export function ConflictsScreen() {
  const conflicts = useConflicts();
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
                <PlainButton
                  small
                  aria-label={`Descartar: ficha ${one.number}, ${one.staffName}`}
                  onClick={() => setDeciding(one)}
                >
                  Descartar
                </PlainButton>
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

function DismissDialog({ conflict, onClose }: DialogProps) {
  const act = useAct({ refresh: useRefreshConflicts() });
  const [reason, setReason] = useState<DismissalReason | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { caseId, staffId, by } = conflict;
  const dismiss = () => {
    setAsked(true);
    if (reason === null) return;
    void act.run((client) => client.dismissConflict({ caseId, staffId, by, reason }), {
      words: 'Conflicto descartado.',
      done: onClose,
    });
  };
  return (
    <Dialog
      title={`¿Descartar el conflicto de la ficha ${conflict.number}?`}
      confirm={{ label: 'Descartar', onClick: dismiss }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <p>{conflict.staffName} podrá ver la ficha según su función. Queda en la bitácora quién lo decidió.</p>
      <ActProblem act={act} />
      <ChoiceField
        words={{
          label: 'Motivo',
          id: 'dismissal-reason',
          error: isAsked && reason === null ? 'Elija el motivo.' : undefined,
        }}
        options={reasons}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
