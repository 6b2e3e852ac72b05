import { useState } from 'react';
import type { ImportView } from '../../shared/imports/index.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { inLima } from '../platform/times.ts';
import { Told, Panel, Lines, ButtonRow } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { useRefreshImports } from './queries.ts';
import { counted } from './words.ts';

/** A list goes in by two people: one proposes, another professional approves (D4). */
export function ProposePanel({ view }: { readonly view: ImportView }) {
  return (
    <Panel title="Importación">{view.state === 'proposed' ? <Waiting view={view} /> : <Ready view={view} />}</Panel>
  );
}

function Waiting({ view: { proposal } }: { readonly view: ImportView }) {
  if (proposal === null) return null;
  return (
    <Told tone="accent">
      {proposal.summary}. Propuesta por {proposal.proposedBy}, {inLima(proposal.proposedAt)}. Falta que la apruebe otra
      persona profesional, desde su sesión, en «Aprobaciones». Mientras tanto la lista no se cambia.
    </Told>
  );
}

function blockersOf({ counts }: ImportView): string[] {
  if (counts === null) return [];
  const goesIn = counts.ready + counts.warning;
  return [
    ...(counts.error > 0
      ? [
          counted(
            counts.error,
            'fila con error: corríjala o déjela fuera.',
            'filas con error: corríjalas o déjelas fuera.',
          ),
        ]
      : []),
    ...(counts.ask > 0
      ? [`${counted(counts.ask, 'fila', 'filas')} por decidir: diga si la persona ya está en el registro.`]
      : []),
    ...(goesIn === 0 && counts.error + counts.ask === 0 ? ['No queda ninguna fila por importar.'] : []),
  ];
}

function Ready({ view }: { readonly view: ImportView }) {
  const [isAsking, setAsking] = useState(false);
  const { counts, proposal } = view;
  if (counts === null) return null;
  const blockers = blockersOf(view);
  return (
    <>
      {proposal?.state === 'declined' && (
        <Told tone="warning">La propuesta anterior se rechazó. Corrija lo necesario y propóngala otra vez.</Told>
      )}
      {blockers.length > 0 ? (
        <>
          <p>Para proponer la importación falta:</p>
          <Lines className={css.issues} of={blockers} />
        </>
      ) : (
        <>
          <p>
            Entrarán {counted(counts.ready + counts.warning, 'ficha', 'fichas')}; quedan fuera{' '}
            {counted(counts.excluded, 'fila', 'filas')}. Se puede deshacer mientras nadie las haya usado.
          </p>
          <ButtonRow label="Proponer importación" onClick={() => setAsking(true)} />
        </>
      )}
      {isAsking && <ProposeDialog view={view} onClose={() => setAsking(false)} />}
    </>
  );
}

function ProposeDialog({ view, onClose }: { readonly view: ImportView; readonly onClose: () => void }) {
  const refresh = useRefreshImports();
  return (
    <PasswordAgainDialog
      title="¿Proponer esta importación?"
      verb="Proponer importación"
      onConfirm={async (password, client) => {
        await client.proposeImport({ importId: view.importId, version: view.version }, { password });
        await refresh();
        announce('Importación propuesta.');
        onClose();
      }}
      onCancel={onClose}
    >
      <p>Otra persona profesional la aprueba desde su sesión. Hasta entonces no entra nada en el registro.</p>
    </PasswordAgainDialog>
  );
}
