import { useEffect, useRef, useState } from 'react';
import type { z } from '../../../shared/platform/zod.ts';
import { channelLabels, inquirySchema, inquiryWords, relationLabels } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import {
  Choice,
  ChoiceControl,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
} from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
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
} from '../../platform/ui/index.ts';
import { useInquiries } from '../queries.ts';
import css from '../reception.module.css';

type Values = z.input<typeof inquirySchema>;

const blank: Values = {
  channel: 'inPerson',
  askedName: '',
  relation: null,
  askerName: null,
  description: null,
  message: null,
};
const order = ['channel', 'askedName', 'relation', 'askerName', 'description', 'message'];

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
  const form = useSectionForm<Values>({ schema: inquirySchema, defaultValues: blank, id: 'inquiry' });
  const record = () =>
    form.send((values, client) => client.recordInquiry(values), { words: 'Consulta registrada.', done: onRecorded });
  return (
    <>
      <FormHead form={form} order={order} />
      <div className={look.stack}>
        <WhatToSay />
        <Panel title="Lo que preguntó">
          <InquiryFields form={form} />
        </Panel>
      </div>
      <ActionBar main={{ label: 'Registrar consulta', onClick: () => void record(), busy: form.busy }} />
    </>
  );
}

function InquiryFields({ form }: { readonly form: SectionForm<Values> }) {
  return (
    <>
      <div className={look.grid}>
        <TextControl form={form} name="askedName" label="Por quién pregunta" spellCheck={false} />
        <TextControl
          form={form}
          name="askerName"
          label="Quién pregunta, según dice"
          optional
          nullable
          spellCheck={false}
        />
      </div>
      <div className={look.grid}>
        <Choice form={form} name="channel" label="Cómo pregunta" options={optionsOf(channelLabels)} />
        <ChoiceControl
          form={form}
          name="relation"
          label="Qué relación dice tener"
          optional
          options={optionsOf(relationLabels)}
        />
      </div>
      <TextControl
        form={form}
        name="description"
        lines={2}
        label="Descripción"
        optional
        hint="Cómo es o cómo suena, ropa, vehículo, con quién viene."
        nullable
      />
      <TextControl form={form} name="message" lines={2} label="Lo que deja para Coordinación" optional nullable />
    </>
  );
}

/** Stays until it is left: the same for a person of the record and for anybody else. */
function Recorded({ onAgain }: { readonly onAgain: () => void }) {
  const go = useGo();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
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
