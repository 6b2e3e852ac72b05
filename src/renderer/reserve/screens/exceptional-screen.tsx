import { useState } from 'react';
import { exceptionalReasonLabels, type ExceptionalReason } from '../../../shared/reserve/index.ts';
import { PasswordAgainDialog } from '../../access/index.ts';
import { announce } from '../../platform/announce.ts';
import { useGo } from '../../platform/routes.ts';
import { useHolds } from '../../platform/session.tsx';
import {
  look,
  ActionBar,
  EmptyState,
  Told,
  PageTitle,
  Panel,
  QueryState,
  Stores,
  TextField,
  ReasonFields,
  reasonOf,
  reasonProblem,
  type Reason,
} from '../../platform/ui/index.ts';
import { useExceptional, useRefreshReserve } from '../queries.ts';

/** «Acceso excepcional»: one ficha of somebody else, to read, for half an hour. */
export function ExceptionalScreen() {
  const may = useHolds('breakGlass.open');
  return (
    <>
      <PageTitle>Acceso excepcional</PageTitle>
      {may ? (
        <Stores>
          <Asking />
        </Stores>
      ) : (
        <EmptyState>Su función no abre fichas de otras personas. Avise a Coordinación.</EmptyState>
      )}
    </>
  );
}

function Asking() {
  const state = useExceptional();
  return (
    <QueryState query={state}>
      {({ open, leftToday }) => {
        if (open !== null)
          return <EmptyState>Tiene un acceso abierto. Termínelo arriba antes de abrir otro.</EmptyState>;
        if (leftToday === 0) return <EmptyState>Ya usó los tres accesos de hoy. Llame a Coordinación.</EmptyState>;
        return <Form leftToday={leftToday} />;
      }}
    </QueryState>
  );
}

const numberForm = /^\d{4}-\d{4,6}$/;

function Form({ leftToday }: { readonly leftToday: number }) {
  const go = useGo();
  const refresh = useRefreshReserve();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState<Reason<ExceptionalReason>>({ code: null, words: '' });
  const [tried, setTried] = useState(false);
  const [isProving, setProving] = useState(false);
  const typed = number.trim();
  const isWrong = !numberForm.test(typed);
  const ask = () => {
    setTried(true);
    if (!isWrong && reasonProblem(reason) === null) setProving(true);
    else document.getElementById(isWrong ? 'exceptional-number' : 'exceptional-reason')?.focus();
  };
  return (
    <>
      <Told tone="warning">
        Para una urgencia, cuando no está quien atiende la ficha. Dura 30 minutos y solo se lee. Queda registrado lo que
        abra; Coordinación lo revisa dentro de 72 horas.
      </Told>
      <Panel>
        <div className={look.stack}>
          <TextField
            words={{
              label: 'Número de la ficha',
              hint: 'Como está en la ficha o en sus papeles: 2026-0001.',
              id: 'exceptional-number',
              error: tried && isWrong ? 'Escriba el número como está en la ficha: 2026-0001.' : undefined,
            }}
            maxLength={11}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <ReasonFields
            id="exceptional-reason"
            labels={exceptionalReasonLabels}
            value={reason}
            onChange={setReason}
            tried={tried}
          />
          <p className={look.secondary}>{`Le quedan hoy: ${leftToday}.`}</p>
        </div>
      </Panel>
      <ActionBar main={{ label: 'Abrir la ficha', onClick: ask }} />
      {isProving && (
        <PasswordAgainDialog
          title={`¿Abrir la ficha ${typed} por acceso excepcional?`}
          verb="Abrir"
          onConfirm={async (password, client) => {
            const input = { number: typed, ...reasonOf(reason) };
            const { caseId } = await client.openExceptionalAccess(input, { password });
            setProving(false);
            await refresh();
            announce('Acceso excepcional abierto por 30 minutos.');
            go('/casos/$caseId', { caseId });
          }}
          onCancel={() => setProving(false)}
        >
          <p>Se avisa ahora a Coordinación y al equipo de la ficha.</p>
        </PasswordAgainDialog>
      )}
    </>
  );
}
