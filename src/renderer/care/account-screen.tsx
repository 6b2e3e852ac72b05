import { useState } from 'react';
import { retellingWords, toldBeforeSchema, type AccountLock } from '../../shared/intake/index.ts';
import { ClosedLine } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  look,
  EmptyState,
  Notice,
  NumberField,
  PageTitle,
  Panel,
  QueryState,
  ButtonRow,
} from '../platform/ui/index.ts';
import { AddSupplement } from './add-supplement.tsx';
import css from './care.module.css';
import { MovedFrom } from './moved-from.tsx';
import { useInterviews, useRefreshCare } from './queries.ts';

type Account = Output<'getAccount'>;

/** «Relato»: her account as it is quoted, what was added since, and how often she told it. */
export function AccountPage({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const account = useRead(['care', 'account', caseId], (client) => client.getAccount({ caseId }));
  const mayWrite = useMay('account.write') && !isClosed;
  return (
    <>
      <PageTitle>Relato y ampliaciones</PageTitle>
      <MovedFrom caseId={caseId} kind="supplement" />
      <QueryState query={account}>
        {(read) => (
          <>
            <Written account={read} isClosed={isClosed} />
            <Supplements caseId={caseId} account={read} mayWrite={mayWrite} />
            <Told caseId={caseId} account={read} mayWrite={mayWrite} />
          </>
        )}
      </QueryState>
    </>
  );
}

function lockWords(lock: AccountLock): string {
  if (lock.kind === 'open') return `Puede corregirse en la Sección B hasta el ${inLima(lock.locksAt)}.`;
  if (lock.kind === 'time') return `Bloqueado desde el ${inLima(lock.since)}: lo nuevo se agrega como ampliación.`;
  return `Bloqueado: lo cita el documento ${lock.by}, del ${inLima(lock.since)}. Lo nuevo se agrega como ampliación.`;
}

type WrittenProps = { readonly account: Account; readonly isClosed: boolean };

function Written({ account: { account, earlier, quotedFrom }, isClosed }: WrittenProps) {
  return (
    <Panel title="Relato">
      {quotedFrom !== null && (
        <Notice>
          {quotedFrom.number === null
            ? 'Es el relato de otra ficha del mismo hecho: se cita, no se vuelve a escribir.'
            : `Es el relato de la ficha ${quotedFrom.number}, del mismo hecho: se cita, no se vuelve a escribir.`}
        </Notice>
      )}
      {account === null ? (
        <EmptyState>Todavía no hay relato. Se escribe una sola vez, en la Sección B.</EmptyState>
      ) : (
        <>
          {isClosed ? (
            <ClosedLine />
          ) : (
            <Notice tone={account.lock.kind === 'open' ? 'accent' : 'neutral'}>{lockWords(account.lock)}</Notice>
          )}
          <p className={look.written}>{account.body}</p>
          <p className={look.secondary}>{`${inLima(account.at)}, ${account.by}`}</p>
        </>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length === 1 ? '1 versión anterior' : `${earlier.length} versiones anteriores`}</summary>
          <ul className={css.list}>
            {earlier.map((one) => (
              <li key={one.version}>
                <p className={look.secondary}>{`${inLima(one.at)}, ${one.by}`}</p>
                <p className={look.written}>{one.body}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

type PartProps = { readonly caseId: string; readonly account: Account; readonly mayWrite: boolean };

function Supplements({ caseId, account, mayWrite }: PartProps) {
  const { supplements } = account;
  return (
    <Panel title="Ampliaciones">
      {supplements.length === 0 ? (
        <p>No hay ampliaciones.</p>
      ) : (
        <ul className={css.list}>
          {supplements.map((one) => (
            <li key={one.id}>
              <p className={look.secondary}>{`Ampliación del ${inLima(one.at)}, ${one.by}`}</p>
              <p className={look.written}>{one.body}</p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && account.account !== null && <AddSupplement caseId={caseId} />}
    </Panel>
  );
}

function Told({ caseId, account, mayWrite }: PartProps) {
  const mayCount = useMay('interview.read');
  return (
    <Panel title="Veces que contó su historia">
      {mayCount ? <Count caseId={caseId} before={account.toldBefore} /> : null}
      {mayWrite && <ToldBefore key={account.version} caseId={caseId} account={account} />}
    </Panel>
  );
}

function Count({ caseId, before }: { readonly caseId: string; readonly before: number | null }) {
  const interviews = useInterviews(caseId);
  return (
    <QueryState query={interviews}>
      {({ retellings }) => (
        <p className={css.strong}>
          {retellingWords({ here: retellings.here, before }) ?? 'Todavía no consta que la haya contado.'}
          {before === null && ' No se le preguntó si la contó antes de venir.'}
        </p>
      )}
    </QueryState>
  );
}

function ToldBefore({ caseId, account }: { readonly caseId: string; readonly account: Account }) {
  const [times, setTimes] = useState<number | string | null>(account.toldBefore);
  const [error, setError] = useState<string | undefined>(undefined);
  const refresh = useRefreshCare();
  const act = useAct({ refresh });
  const save = () => {
    const parsed = toldBeforeSchema.nullable().safeParse(times);
    setError(parsed.success ? undefined : 'Escriba un número de 0 a 99.');
    if (!parsed.success) return;
    const told = { caseId, version: account.version, times: parsed.data };
    void act.run((client) => client.recordToldBefore(told), { words: 'Número guardado.', refused: refresh });
  };
  return (
    <>
      <ActProblem act={act} />
      <NumberField
        words={{
          label: 'Antes de venir al CEM',
          id: 'told-before',
          error,
          hint: 'Cuántas veces la contó en la comisaría, la fiscalía, un establecimiento de salud u otro CEM. Pregúntelo una sola vez.',
        }}
        unit="veces"
        value={times}
        onChange={setTimes}
      />
      <ButtonRow plain busy={act.busy} label="Guardar número" onClick={save} />
    </>
  );
}
