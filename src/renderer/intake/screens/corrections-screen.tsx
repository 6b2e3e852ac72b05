import { useState } from 'react';
import {
  annulReasonLabels,
  correctionFormSchema,
  correctionParts,
  correctionStateLabels,
  declineReasonLabels,
  partLabels,
  type Correction,
  type CorrectionState,
  type DeclineReason,
} from '../../../shared/intake/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import type { Input } from '../../platform/client.ts';
import { useRead, useRefresh } from '../../platform/query.ts';
import { Choice, ActProblem, FormHead, TextControl, useAct, useSectionForm } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useHolds, useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  look,
  ActionBar,
  type Column,
  DataTable,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Tone,
  LineButton,
  ChosenReasonDialog,
} from '../../platform/ui/index.ts';
import { sectionPaths } from '../words.ts';

const useCorrections = () =>
  useRead(['intake', 'corrections'], async (client) => (await client.listCorrections({})).corrections, {
    staleTime: 0,
  });

export const useRefreshCorrections = () => useRefresh(['intake', 'corrections'], ['alerts']);

/** «Correcciones pedidas»: what was asked and what became of it; who may not decide may ask. */
export function CorrectionsScreen() {
  const may = useMay('correction.ask');
  return (
    <>
      <PageTitle>Correcciones pedidas</PageTitle>
      {may ? <Work /> : <EmptyState>Su función no pide ni decide correcciones.</EmptyState>}
    </>
  );
}

function Work() {
  const corrections = useCorrections();
  const seesAnnulled = useMay('case.listAnnulled');
  const decides = useHolds('correction.decide');
  const mayDecide = useMay('correction.decide');
  return (
    <>
      <QueryState query={corrections}>
        {(all) => {
          const waiting = all.filter((one) => one.state === 'pending');
          const decided = all.filter((one) => one.state !== 'pending');
          return (
            <>
              {waiting.length === 0 ? (
                <EmptyState>No hay correcciones por decidir.</EmptyState>
              ) : (
                <Corrections caption={`Por decidir: ${waiting.length}`} rows={waiting} isOpen={mayDecide} />
              )}
              {decided.length > 0 && (
                <Corrections caption={`Decididas: ${decided.length}`} rows={decided} isOpen={false} />
              )}
            </>
          );
        }}
      </QueryState>
      {!decides && <Asking />}
      {seesAnnulled && <Annulled />}
    </>
  );
}

const tones = { pending: 'warning', accepted: 'done', declined: 'neutral' } as const satisfies Record<
  CorrectionState,
  Tone
>;

type TableProps = { readonly caption: string; readonly rows: readonly Correction[]; readonly isOpen: boolean };

function Corrections({ caption, rows, isOpen }: TableProps) {
  const { act, accept, decline, declining, setDeclining } = useDeciding();
  const columns: readonly Column<Correction>[] = [
    {
      title: 'Ficha',
      cell: (one) =>
        one.canDecide ? (
          <a className={look.nowrap} href={hrefOf('/casos/$caseId', { caseId: one.caseId })}>
            {one.number}
          </a>
        ) : (
          <span className={look.nowrap}>{one.number}</span>
        ),
    },
    { title: 'Parte', cell: (one) => partLabels[one.part] },
    { title: 'Qué debe corregirse', cell: (one) => <span className={look.written}>{one.words}</span> },
    { title: 'Pide', cell: (one) => `${one.askedBy}, ${inLima(one.askedAt)}` },
    {
      title: 'Decisión',
      cell: (one) => (
        <>
          <StateBadge tone={tones[one.state]}>{correctionStateLabels[one.state]}</StateBadge>
          {one.decidedAt !== null && (
            <p className={look.secondary}>{`${one.decidedBy ?? ''}, ${inLima(one.decidedAt)}`}</p>
          )}
          {one.declineReason !== null && <p>{one.declineWords ?? declineReasonLabels[one.declineReason]}</p>}
        </>
      ),
    },
  ];
  const acts: Column<Correction> = {
    title: 'Acciones',
    cell: (one) =>
      one.canDecide ? (
        <div className={look.row}>
          <LineButton label="Aceptar y corregir" of={`ficha ${one.number}`} onClick={() => void accept(one)} />
          <LineButton label="No aceptar" of={`ficha ${one.number}`} onClick={() => setDeclining(one)} />
        </div>
      ) : null,
  };
  return (
    <>
      <ActProblem act={act} />
      <DataTable caption={caption} columns={isOpen ? [...columns, acts] : columns} rows={rows} />
      {declining !== null && (
        <ChosenReasonDialog<DeclineReason>
          title={`¿Por qué no se corrige la ficha ${declining.number}?`}
          label="Motivo"
          reasons={declineReasonLabels}
          confirm="No aceptar"
          cancel="Volver a la lista"
          onChosen={(reason, words) => void decline(declining, { reason, words })}
          onCancel={() => setDeclining(null)}
        />
      )}
    </>
  );
}

type Decision = Input<'decideCorrection'>['decision'];

function useDeciding() {
  const refresh = useRefreshCorrections();
  const act = useAct({ refresh });
  const go = useGo();
  const [declining, setDeclining] = useState<Correction | null>(null);
  const close = () => setDeclining(null);
  const decide = ({ caseId, id, version }: Correction, decision: Decision, words: string, done: () => void) =>
    act.run((client) => client.decideCorrection({ caseId, correctionId: id, version, decision }), {
      ...{ of: id, words, done },
      refused: async () => {
        close();
        await refresh();
      },
    });
  return {
    ...{ act, declining, setDeclining },
    accept: (one: Correction) =>
      decide(one, { state: 'accepted' }, 'Corrección aceptada. Cambie el dato en la Sección A.', () =>
        go(sectionPaths.a, { caseId: one.caseId }),
      ),
    decline: (one: Correction, why: Omit<Extract<Decision, { state: 'declined' }>, 'state'>) =>
      decide(one, { state: 'declined', ...why }, 'Respuesta guardada.', close),
  };
}

type Values = z.input<typeof correctionFormSchema>;
const blank: Values = { number: '', part: '' as Values['part'], words: '' };
const order = ['number', 'part', 'words'];

/** For a ficha of one's own that may no longer be written: the number stands on its papers. */
function Asking() {
  const form = useSectionForm<Values>({
    ...{ schema: correctionFormSchema, defaultValues: blank, id: 'correction', refresh: useRefreshCorrections() },
  });
  const ask = () =>
    form.send((values, client) => client.askCorrection(values), {
      words: 'Corrección pedida. El equipo del caso recibe un aviso.',
      done: () => form.reset(blank),
    });
  return (
    <>
      <Panel title="Pedir una corrección">
        <p>Para una ficha que usted abrió y ya no puede cambiar. La decide quien tiene el caso a cargo.</p>
        <FormHead form={form} order={order} byBar />
        <TextControl
          form={form}
          name="number"
          width="narrow"
          label="Número de la ficha"
          hint="Por ejemplo 2026-0005."
        />
        <Choice
          form={form}
          name="part"
          label="Parte de la ficha"
          options={correctionParts.map((code) => ({ code, label: partLabels[code] }))}
        />
        <TextControl
          form={form}
          name="words"
          lines={3}
          label="Qué debe corregirse"
          hint="Qué dice la ficha y qué debe decir."
        />
      </Panel>
      <ActionBar main={{ label: 'Pedir corrección', onClick: () => void ask(), busy: form.busy }} />
    </>
  );
}

function Annulled() {
  const annulled = useRead(['intake', 'annulled'], async (client) => (await client.listAnnulledCases({})).cases, {
    staleTime: 0,
  });
  return (
    <Panel title="Fichas anuladas">
      <QueryState query={annulled}>
        {(cases) =>
          cases.length === 0 ? (
            <p>No hay fichas anuladas.</p>
          ) : (
            <DataTable
              columns={[
                { title: 'Ficha', cell: (one) => one.number },
                { title: 'Motivo', cell: (one) => one.words ?? annulReasonLabels[one.reason] },
                { title: 'Anuló', cell: (one) => one.annulledBy },
                { title: 'Fecha y hora', cell: (one) => inLima(one.annulledAt) },
              ]}
              rows={cases}
              keyOf={(one) => one.number}
            />
          )
        }
      </QueryState>
    </Panel>
  );
}
