import { useState } from 'react';
import type { DataRequestView } from '../../shared/privacy/index.ts';
import { casePages } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { DataTable, Panel, PlainButton, QueryState, type Column, ButtonRow } from '../platform/ui/index.ts';
import { useDataRequests } from './queries.ts';
import { OutsideAnswerDialog, OutsideRequestDialog } from './request-dialogs.tsx';
import { requestColumns } from './request-words.tsx';

const fichaColumn: Column<DataRequestView> = {
  title: 'Ficha',
  cell: ({ caseId, caseNumber }) =>
    caseId === null ? 'Ninguna' : <a href={hrefOf(casePages.ownData.path, { caseId })}>{caseNumber}</a>,
};

const answering = (onAnswer: (id: string) => void): Column<DataRequestView> => ({
  title: 'Acciones',
  cell: ({ id, caseId, state }) =>
    caseId === null && state === 'open' ? (
      <PlainButton small onClick={() => onAnswer(id)}>
        Responder
      </PlainButton>
    ) : (
      '—'
    ),
});

/** «Pedidos sobre datos personales»: of users, in their ficha; of others, in none. */
export function RequestRegister() {
  const requests = useDataRequests();
  const mayRecord = useMay('dataRequest.recordOutside');
  const mayAnswer = useMay('dataRequest.answerOutside');
  const [isNew, setNew] = useState(false);
  const [answeringId, setAnswering] = useState<string | null>(null);
  const answered = requests.data?.find(({ id }) => id === answeringId);
  const columns = [...requestColumns.slice(0, 1), fichaColumn, ...requestColumns.slice(1)];
  return (
    <Panel title="Pedidos sobre datos personales">
      <p>
        Lo que pide la persona usuaria se registra en su ficha, en «Papeles», «Sus datos». Aquí se registra lo que pide
        cualquier otra persona, también quien fue denunciado: no se busca su nombre y no se le dice nada.
      </p>
      {mayRecord && <ButtonRow plain label="Pide datos otra persona" onClick={() => setNew(true)} />}
      <QueryState query={requests}>
        {(lines) => (
          <DataTable
            empty="No hay pedidos registrados."
            caption={lines.length === 1 ? '1 pedido' : `${lines.length} pedidos, el más reciente primero`}
            columns={mayAnswer ? [...columns, answering(setAnswering)] : columns}
            rows={lines}
          />
        )}
      </QueryState>
      {isNew && <OutsideRequestDialog onDone={() => setNew(false)} />}
      {answered !== undefined && <OutsideAnswerDialog request={answered} onDone={() => setAnswering(null)} />}
    </Panel>
  );
}
