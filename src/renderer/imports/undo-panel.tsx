import { Button } from '@mantine/core';
import { useState } from 'react';
import { undoReasonLabels, type ImportHold, type ImportView, type UndoReason } from '../../shared/imports/index.ts';
import { optionsOf } from '../../shared/record/index.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { hrefOf } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import { look, ChoiceField, DataTable, Told, Panel, QueryState, type Column, ButtonRow } from '../platform/ui/index.ts';
import { useHolds, useRefreshImports } from './queries.ts';
import { counted } from './words.ts';

/** What came in, and taking the whole of it out again. */
export function UndoPanel({ view }: { readonly view: ImportView }) {
  const [isUndoing, setUndoing] = useState(false);
  const { undoProposal } = view;
  if (view.state === 'undone') {
    return (
      <Panel title="Importación deshecha">
        <p>
          {view.cases === 0
            ? 'Se retiraron todas sus fichas y personas. Queda el rastro en la bitácora.'
            : `Se retiró la importación. Quedan ${counted(view.cases, 'ficha que ya se había usado', 'fichas que ya se habían usado')}.`}
        </p>
      </Panel>
    );
  }
  const isWaiting = undoProposal?.state === 'pending';
  return (
    <Panel title="En el registro">
      <p>
        {counted(view.cases, 'ficha', 'fichas')} de esta lista en el registro
        {view.doneAt === null ? '' : `, desde ${inLima(view.doneAt)}`}. Se encuentran buscando a la persona. El archivo
        ya no se guarda; cada ficha conserva el texto de su fila.
      </p>
      {isWaiting && (
        <Told tone="accent">
          {undoProposal.summary}. Propuesto por {undoProposal.proposedBy}, {inLima(undoProposal.proposedAt)}. Falta que
          lo apruebe otra persona profesional, en «Aprobaciones».
        </Told>
      )}
      {!isWaiting && !isUndoing && <ButtonRow plain label="Deshacer importación…" onClick={() => setUndoing(true)} />}
      {!isWaiting && isUndoing && <Undo view={view} />}
    </Panel>
  );
}

const holdColumns: readonly Column<ImportHold>[] = [
  { title: 'Ficha', cell: (hold) => <a href={hrefOf('/casos/$caseId', { caseId: hold.caseId })}>{hold.number}</a> },
  { title: 'Fila', right: true, cell: (hold) => hold.line },
  { title: 'Por qué', cell: (hold) => hold.reasons.join(' ') },
];

function Undo({ view }: { readonly view: ImportView }) {
  const holds = useHolds(view.importId, true);
  return (
    <QueryState query={holds}>
      {(found) => (
        <div className={look.stack}>
          {found.total > 0 && (
            <>
              <Told tone="warning">
                {counted(found.total, 'ficha ya se usó', 'fichas ya se usaron')} después de la importación. Puede
                conservarlas y retirar las demás.
              </Told>
              <DataTable
                caption={`Fichas que ya se usaron: ${found.total}`}
                columns={holdColumns}
                rows={found.holds}
                keyOf={(hold) => hold.caseId}
              />
            </>
          )}
          <UndoForm view={view} held={found.total} />
        </div>
      )}
    </QueryState>
  );
}

const reasons = optionsOf(undoReasonLabels);

function UndoForm({ view, held }: { readonly view: ImportView; readonly held: number }) {
  const refresh = useRefreshImports();
  const [reason, setReason] = useState<UndoReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const goes = view.cases - held;
  return (
    <>
      <ChoiceField
        words={{
          label: 'Motivo',
          id: 'undo-reason',
          error: isMissing && reason === null ? 'Elija el motivo.' : undefined,
        }}
        options={reasons}
        value={reason}
        onChange={setReason}
      />
      <div className={look.row}>
        <Button
          color="severe.8"
          onClick={() => {
            setMissing(reason === null);
            setAsking(reason !== null);
          }}
        >
          {held === 0 ? 'Proponer deshacer' : 'Proponer deshacer las demás'}
        </Button>
      </div>
      {isAsking && reason !== null && (
        <PasswordAgainDialog
          title="¿Proponer deshacer la importación?"
          verb="Proponer"
          onConfirm={async (password, client) => {
            await client.proposeImportUndo(
              { importId: view.importId, version: view.version, reason, keepsTouched: held > 0 },
              { password },
            );
            await refresh();
            announce('Propuesta registrada.');
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        >
          <p>
            Se borran del registro {counted(goes, 'ficha', 'fichas')} con las personas que entraron con ellas
            {held === 0 ? '' : `; ${counted(held, 'ficha se conserva', 'fichas se conservan')}`}. Otra persona
            profesional lo aprueba desde su sesión.
          </p>
        </PasswordAgainDialog>
      )}
    </>
  );
}
