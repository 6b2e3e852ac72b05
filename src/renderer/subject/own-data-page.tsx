import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DataRequestView } from '../../shared/privacy/index.ts';
import { useMayStore } from '../platform/session.tsx';
import { DataTable, look, PageTitle, Panel, PlainButton, QueryState, type Column } from '../platform/ui/index.ts';
import {
  AnswerRequestDialog,
  OwnRequestDialog,
  requestColumns,
  useRequestsOfCase,
  VerifyDialog,
} from '../privacy/index.ts';
import { CopyWork } from './copy-work.tsx';

type Work = { readonly act: 'verify' | 'answer' | 'copy'; readonly id: string };
type Acts = { readonly mayRecord: boolean; readonly mayAnswer: boolean; readonly on: (work: Work) => void };

const actsColumn = ({ mayRecord, mayAnswer, on }: Acts): Column<DataRequestView> => ({
  title: 'Acciones',
  cell: ({ id, state, right, identity }) =>
    state !== 'open' ? (
      '—'
    ) : (
      <span className={look.row}>
        {identity === 'not' && mayRecord && (
          <PlainButton small onClick={() => on({ act: 'verify', id })}>
            Verificar quién es
          </PlainButton>
        )}
        {identity !== 'not' && right === 'access' && (
          <PlainButton small onClick={() => on({ act: 'copy', id })}>
            Preparar la copia
          </PlainButton>
        )}
        {mayAnswer && (
          <PlainButton small onClick={() => on({ act: 'answer', id })}>
            Responder
          </PlainButton>
        )}
      </span>
    ),
});

type OfCase = { readonly caseId: string };

/** «Sus datos»: what she asked about them, and the copy of what the centre keeps of her. */
export function OwnDataPage({ caseId }: OfCase) {
  const requests = useRequestsOfCase(caseId);
  return (
    <>
      <PageTitle>Sus datos: pedidos y copia</PageTitle>
      <QueryState query={requests}>{(lines) => <Requests caseId={caseId} lines={lines} />}</QueryState>
    </>
  );
}

function Requests({ caseId, lines }: OfCase & { readonly lines: readonly DataRequestView[] }) {
  const mayRecord = useMayStore('dataRequest.record');
  const mayAnswer = useMayStore('dataRequest.answer');
  const [isNew, setNew] = useState(false);
  const [work, setWork] = useState<Work | null>(null);
  const chosen = lines.find(({ id }) => id === work?.id);
  // Only one act of the page is filled.
  const Record = work?.act === 'copy' ? PlainButton : Button;
  return (
    <>
      <Panel title="Pedidos">
        <p>
          Puede pedir ver lo que hay de ella, que se corrija, que se borre o que no se use. El plazo corre desde el día
          en que lo pidió y aparece en «Lo que sigue».
        </p>
        {mayRecord && (
          <div className={look.row}>
            <Record onClick={() => setNew(true)}>Registrar un pedido</Record>
          </div>
        )}
        <DataTable
          empty="No hay pedidos en esta ficha."
          caption={lines.length === 1 ? '1 pedido' : `${lines.length} pedidos, el más reciente primero`}
          columns={[...requestColumns, actsColumn({ mayRecord, mayAnswer, on: setWork })]}
          rows={lines}
        />
      </Panel>
      {isNew && <OwnRequestDialog caseId={caseId} onDone={() => setNew(false)} />}
      {chosen !== undefined && work !== null && (
        <Working {...{ caseId, act: work.act, request: chosen }} onDone={() => setWork(null)} />
      )}
    </>
  );
}

type WorkingProps = OfCase & {
  readonly act: Work['act'];
  readonly request: DataRequestView;
  readonly onDone: () => void;
};

function Working({ caseId, act, request, onDone }: WorkingProps) {
  if (act === 'copy') return <CopyWork caseId={caseId} request={request} />;
  if (act === 'verify') return <VerifyDialog {...{ caseId, request, onDone }} />;
  return <AnswerRequestDialog {...{ caseId, request, onDone }} />;
}
