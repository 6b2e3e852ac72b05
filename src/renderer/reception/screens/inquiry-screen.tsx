import { useState } from 'react';
import {
  channelLabels,
  inquiryFields,
  inquirySchema,
  inquiryWords,
  relationLabels,
  type Inquiry,
} from '../../../shared/reception/index.ts';
import { blankForm } from '../../../shared/record/index.ts';
import { useUnpressed } from '../../platform/client.ts';
import { FormHead, LeaveGuard, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useBeforeLock, useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  look,
  ActionBar,
  type Column,
  DataTable,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  useFocusAtOnce,
} from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { useInquiries } from '../queries.ts';
import css from '../reception.module.css';

const start = blankForm<Inquiry>(inquiryFields, { channel: 'inPerson' });

/** «Preguntan por otra persona»: nothing is looked up on screen, and the answer is one sentence for everybody. */
export function InquiryScreen() {
  const may = useMay('case.open');
  const mayRead = useMay('inquiry.read');
  const [isRecorded, setRecorded] = useState(false);
  return (
    <>
      <PageTitle>Preguntan por otra persona</PageTitle>
      {!may && <EmptyState>Su función no recibe consultas.</EmptyState>}
      {may &&
        (isRecorded ? (
          <Recorded onAgain={() => setRecorded(false)} />
        ) : (
          <InquiryForm onRecorded={() => setRecorded(true)} />
        ))}
      {mayRead && <Received key={String(isRecorded)} />}
    </>
  );
}

function WhatToSay() {
  return (
    <Panel title="Diga">
      <p className={css.said}>{inquiryWords}</p>
    </Panel>
  );
}

function InquiryForm({ onRecorded }: { readonly onRecorded: () => void }) {
  const form = useSectionForm<Inquiry>({ schema: inquirySchema, defaultValues: start, id: 'inquiry' });
  const record = () =>
    form.send((values, client) => client.recordInquiry(values), { words: 'Consulta registrada.', done: onRecorded });
  const client = useUnpressed();
  const { getValues, formState } = form;
  const { isDirty } = formState;
  // What can be recorded is, rather than be forgotten with the session.
  useBeforeLock(async (isPause) => {
    if (isPause) return;
    const inquiry = inquirySchema.safeParse(getValues());
    if (!isDirty || !inquiry.success) return;
    await client.recordInquiry(inquiry.data);
    onRecorded();
  });
  return (
    <>
      <LeaveGuard form={form} />
      <FormHead form={form} order={Object.keys(inquiryFields)} byBar />
      <div className={look.stack}>
        <WhatToSay />
        <Panel title="Lo que preguntó">
          <FormFields fields={inquiryFields} form={form} />
        </Panel>
      </div>
      <ActionBar main={{ label: 'Registrar consulta', onClick: () => void record(), busy: form.busy }} />
    </>
  );
}

/** Stays until it is left: the same for a person of the record and for anybody else. */
function Recorded({ onAgain }: { readonly onAgain: () => void }) {
  const go = useGo();
  const box = useFocusAtOnce<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1} className={look.stack}>
      <Notice tone="done" action={{ label: 'Registrar otra', onClick: onAgain }}>
        Consulta registrada.
      </Notice>
      <WhatToSay />
      <ActionBar main={{ label: 'Volver a la orden de llegada', reads: true, onClick: () => go('/llegadas') }} />
    </div>
  );
}

type Line = NonNullable<ReturnType<typeof useInquiries>['data']>[number];

const columns: readonly Column<Line>[] = [
  { title: 'Cuándo', cell: (line) => `${inLima(line.askedAt)} · ${channelLabels[line.channel]}` },
  { title: 'Preguntó por', cell: (line) => line.askedName },
  {
    title: 'Quién preguntó',
    cell: (line) =>
      [line.askerName ?? 'No dijo su nombre', line.relation === null ? null : relationLabels[line.relation]]
        .filter((part) => part !== null)
        .join(' · '),
  },
  { title: 'Descripción', cell: (line) => line.description ?? '—' },
  { title: 'Dejó dicho', cell: (line) => line.message ?? '—' },
  { title: 'Registró', cell: (line) => line.takenBy },
];

/** For Coordinación: everything that was asked. */
function Received() {
  const inquiries = useInquiries();
  return (
    <Panel title="Consultas recibidas">
      <QueryState query={inquiries}>
        {(lines) => (
          <DataTable
            empty="Aún no se registró ninguna consulta."
            caption="Las últimas 100, la más reciente primero"
            columns={columns}
            rows={lines}
            keyOf={(line) => line.inquiryId}
          />
        )}
      </QueryState>
    </Panel>
  );
}
