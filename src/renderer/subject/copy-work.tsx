import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DataRequestView } from '../../shared/privacy/index.ts';
import { copyParts, withheldParts } from '../../shared/subject/index.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { WorkingPaperDialog } from '../papers/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient, type Output } from '../platform/client.ts';
import { DataTable, look, Notice, Panel, QueryState, Stores, ButtonRow } from '../platform/ui/index.ts';
import { PassageList } from './passage-list.tsx';
import { useOwnCopy, useRefreshSubject } from './queries.ts';

export type OwnCopy = Output<'getOwnCopy'>;
type Props = { readonly caseId: string; readonly request: DataRequestView };

/** The copy while it is made: what is in, what is out, each sentence that names somebody, then the two people. */
export function CopyWork({ caseId, request }: Props) {
  const copy = useOwnCopy(caseId, request.id);
  return (
    <Panel title="Copia de sus datos">
      <QueryState query={copy}>{(data) => <Standing {...{ caseId, request, data }} />}</QueryState>
    </Panel>
  );
}

type State = Props & { readonly data: OwnCopy };

function Standing({ caseId, request, data }: State) {
  const { fichas, notRead, passages } = data;
  return (
    <div className={look.stack}>
      <p>
        {fichas.length === 1 ? `De 1 ficha: ${fichas[0] ?? ''}.` : `De ${fichas.length} fichas: ${fichas.join(', ')}.`}
      </p>
      {notRead > 0 && (
        <Notice tone="warning">
          {notRead === 1 ? 'Hay 1 ficha más de ella' : `Hay ${notRead} fichas más de ella`} que usted no atiende y no
          están en esta copia. Pida a Coordinación que se las asigne, o que la prepare quien las atiende.
        </Notice>
      )}
      <PassageList {...{ caseId, requestId: request.id, passages }} />

      <p>
        <strong>Contiene: </strong>
        {data.inside
          .filter(({ count }) => count > 0)
          .map(({ part, count }) => `${copyParts[part].title} (${count})`)
          .join(' · ')}
      </p>
      <DataTable
        caption="Qué se reserva"
        columns={[
          { title: 'Qué', cell: ({ part }) => withheldParts[part].title },
          { title: 'Cuántos', cell: ({ count }) => String(count) },
          { title: 'Motivo y norma', cell: ({ why }) => why },
        ]}
        rows={data.withheld}
        keyOf={({ part }) => part}
        empty="Nada."
      />

      <Stores>
        <Leaving {...{ caseId, request, data }} />
      </Stores>
    </div>
  );
}

const stateWords = {
  none: null,
  asked: 'Espera que otra persona la apruebe en «Aprobaciones».',
  approved: 'Aprobada. Puede emitirla una vez, hoy: se imprime y se entrega en mano.',
} as const;

function Leaving({ caseId, request, data: { state, mayIssue, passages } }: State) {
  const client = useClient();
  const refresh = useRefreshSubject();
  const [open, setOpen] = useState<'draft' | 'ask' | 'issue' | null>(null);
  const close = () => {
    setOpen(null);
    void refresh();
  };
  const target = { caseId, requestId: request.id };
  // The pages are made anew with each decision.
  const paper = [request.id, 'own-copy', ...passages.map(({ key, released }) => `${key}${released ?? ''}`)];
  const words = stateWords[state];
  const show = () => client.showOwnCopy(target);
  return (
    <>
      {words !== null && <Notice tone={state === 'approved' ? 'done' : 'neutral'}>{words}</Notice>}
      <ButtonRow plain label="Ver el borrador" onClick={() => setOpen('draft')}>
        {mayIssue && state === 'none' && <Button onClick={() => setOpen('ask')}>Pedir la aprobación</Button>}
        {mayIssue && state === 'approved' && <Button onClick={() => setOpen('issue')}>Emitir e imprimir</Button>}
      </ButtonRow>
      {!mayIssue && <p className={look.secondary}>La emite el servicio legal o Coordinación.</p>}
      {open === 'draft' && (
        <WorkingPaperDialog title="Borrador de la copia de sus datos" paper={paper} make={show} onClose={close} />
      )}
      {open === 'issue' && (
        <WorkingPaperDialog
          title="Emitir la copia de sus datos"
          paper={paper}
          make={show}
          release={(out, by) => by.issueOwnCopy({ ...target, ...out })}
          onClose={close}
        />
      )}
      {open === 'ask' && (
        <PasswordAgainDialog
          title="¿Pedir la entrega de la copia?"
          verb="Pedir la aprobación"
          onConfirm={async (password, by) => {
            await by.proposeOwnCopy(target, { password });
            announce('Aprobación pedida.');
            close();
          }}
          onCancel={close}
        >
          <p>
            Sale del registro solo con la aprobación de otra persona profesional. Lo que se reserva y lo que se deja
            queda como está ahora: si algo cambia después, hay que pedirla otra vez.
          </p>
        </PasswordAgainDialog>
      )}
    </>
  );
}
