import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { serviceLabels, servicesOf } from '../../shared/access/index.ts';
import {
  actionWords,
  attendedPartyLabels,
  attentionChangeReasonLabels,
  attentionCorrectionSchema,
  attentionFormSchema,
  attentionOutcomeLabels,
  type AttentionLine,
  type ChosenAction,
} from '../../shared/care/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { z } from '../../shared/platform/zod.ts';
import {
  DateControl,
  TimeControl,
  type AnyForm,
  Choice,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
  YesNoControl,
} from '../platform/forms/index.ts';
import { useSession } from '../platform/session.tsx';
import { PlainButton, look, DataTable, Notice, optionsOf, Panel } from '../platform/ui/index.ts';
import { useRefreshCare } from './queries.ts';

type Values = z.input<typeof attentionFormSchema>;
type Correcting = z.input<typeof attentionCorrectionSchema>;

const order = ['action', 'on', 'time', 'withWhom', 'outcome', 'note'];
const orderOfCorrection = [...order.map((name) => `attention.${name}`), 'isWithdrawn', 'reason', 'words'];

type Props = {
  readonly caseId: string;
  readonly actions: readonly ChosenAction[];
  readonly today: string;
};

function blank(today: string): Values {
  return { action: '', on: today, time: null, withWhom: 'user', outcome: 'done', note: null };
}

/** A new attention: what was done, when, with whom and how it ended. */
export function NewAttention({ caseId, actions, today }: Props) {
  const form = useSectionForm<Values>({
    ...{ schema: attentionFormSchema, defaultValues: blank(today), id: 'attention', sentAs: 'attention' },
    refresh: useRefreshCare(),
  });
  const record = () =>
    form.send((attention, client) => client.recordAttention({ caseId, attention }), {
      words: 'Atención registrada.',
      done: () => form.reset(blank(today)),
    });
  return (
    <Panel title="Registrar una atención">
      <FormHead form={form} order={order} />
      <AttentionFields form={form} at="" actions={actions} />
      <div className={look.row}>
        <Button aria-disabled={form.busy} onClick={() => void record()}>
          Registrar atención
        </Button>
      </div>
    </Panel>
  );
}

type CorrectProps = Props & { readonly line: AttentionLine; readonly onDone: () => void };

/** A correction keeps what stood before; one recorded by mistake stays readable and counts no more. */
export function CorrectAttention({ caseId, actions, line, onDone }: CorrectProps) {
  const refresh = useRefreshCare();
  const { action, on, time, withWhom, outcome, note } = line;
  const start: Correcting = {
    attention: { action, on, time, withWhom, outcome, note },
    isWithdrawn: line.isWithdrawn,
    reason: '' as Correcting['reason'],
    words: null,
  };
  const form = useSectionForm<Correcting>({
    schema: attentionCorrectionSchema,
    defaultValues: start,
    id: 'correction',
    refresh,
  });
  const [isStale, setStale] = useState(false);
  const reason = useWatch({ control: form.control, name: 'reason' });
  const save = () =>
    form.send(
      (values, client) => {
        const words = values.reason === 'other' ? values.words : null;
        const target = { caseId, attentionId: line.id, version: line.version };
        return client.correctAttention({ ...target, ...values, words });
      },
      {
        words: 'Corrección guardada.',
        done: onDone,
        refused: ({ code }) => {
          // The page reads it again: the next save goes over what is then in sight.
          if (code === 'conflict') setStale(true);
          return refresh();
        },
      },
    );
  // An action that is no longer chosen stays in the list while it is this one's.
  const kept = actions.some((one) => one.code === line.action)
    ? actions
    : [...actions, { code: line.action, number: null, label: line.actionWords, service: line.service }];
  return (
    <Panel title={`Corregir: ${line.actionWords}`}>
      <p>Lo que estaba escrito queda en el historial de la atención.</p>
      <FormHead form={form} order={orderOfCorrection} />
      {isStale && <Differences form={form} line={line} />}
      <AttentionFields form={form} at="attention." actions={kept} />
      <YesNoControl
        form={form}
        name="isWithdrawn"
        label="¿Se registró por error?"
        hint="Si es así, sigue a la vista y deja de contar."
        unanswered={false}
      />
      <Choice
        form={form}
        name="reason"
        label="Motivo de la corrección"
        options={optionsOf(attentionChangeReasonLabels)}
      />
      {reason === 'other' && <TextControl form={form} name="words" nullable label="Escriba el motivo" />}
      <div className={look.row}>
        <Button aria-disabled={form.busy} onClick={() => void save()}>
          Guardar corrección
        </Button>
        <PlainButton onClick={onDone}>Cancelar</PlainButton>
      </div>
    </Panel>
  );
}

type StoredValues = Pick<AttentionLine, 'action' | 'on' | 'time' | 'withWhom' | 'outcome' | 'note'>;

/** What each field says, for both versions. */
const fieldWords = {
  action: { label: 'Acción', of: (values: StoredValues, line: AttentionLine) => actionOf(values, line) },
  on: { label: 'Fecha', of: (values: StoredValues) => formatCivilDate(values.on) },
  time: { label: 'Hora', of: (values: StoredValues) => values.time ?? '—' },
  withWhom: { label: 'Con quién', of: (values: StoredValues) => attendedPartyLabels[values.withWhom] },
  outcome: { label: 'Cómo terminó', of: (values: StoredValues) => attentionOutcomeLabels[values.outcome] },
  note: { label: 'Nota', of: (values: StoredValues) => values.note ?? '—' },
} as const;

function actionOf(values: StoredValues, line: AttentionLine): string {
  return values.action === line.action ? line.actionWords : values.action;
}

/** Somebody corrected it meanwhile: both versions field by field; what is typed stays until it is given up. */
function Differences({ form, line }: { readonly form: SectionForm<Correcting>; readonly line: AttentionLine }) {
  const mine = useWatch({ control: form.control, name: 'attention' }) as StoredValues;
  const names = (Object.keys(fieldWords) as (keyof typeof fieldWords)[]).filter((name) => mine[name] !== line[name]);
  if (names.length === 0) return <Notice>Ya no hay diferencias con lo guardado.</Notice>;
  return (
    <>
      <Notice tone="warning">Compare los datos: al guardar quedará lo que está en pantalla.</Notice>
      <DataTable
        caption="Datos distintos"
        columns={[
          { title: 'Dato', cell: (name) => fieldWords[name].label },
          { title: 'Guardado por otra persona', cell: (name) => fieldWords[name].of(line, line) },
          { title: 'Escrito por usted', cell: (name) => fieldWords[name].of(mine, line) },
          {
            title: 'Elegir',
            cell: (name) => (
              <PlainButton
                small
                aria-label={`Usar lo guardado: ${fieldWords[name].label}`}
                onClick={() => form.setValue(`attention.${name}`, line[name], { shouldDirty: true })}
              >
                Usar lo guardado
              </PlainButton>
            ),
          },
        ]}
        rows={names}
        keyOf={(name) => name}
      />
    </>
  );
}

type FieldsProps = {
  readonly form: AnyForm;
  readonly at: '' | 'attention.';
  readonly actions: readonly ChosenAction[];
};

/** Actions of the own service come alone: nobody else records them. */
function useOwnActions(actions: FieldsProps['actions']) {
  const { roles } = useSession().staff;
  const own = servicesOf(roles);
  const all = roles.includes('coordinator');
  return actions
    .filter((action) => all || own.includes(action.service))
    .map((action) => ({
      code: action.code,
      label: all || own.length > 1 ? `${actionWords(action)} · ${serviceLabels[action.service]}` : actionWords(action),
    }));
}

function AttentionFields({ form, at, actions }: FieldsProps) {
  const options = useOwnActions(actions);
  return (
    <>
      <Choice form={form} name={`${at}action`} label="Acción" options={options} />
      <div className={look.columns}>
        <DateControl form={form} name={`${at}on`} label="Fecha" />
        <TimeControl form={form} name={`${at}time`} label="Hora" optional />
      </div>
      <div className={look.columns}>
        <Choice form={form} name={`${at}withWhom`} label="Con quién" options={optionsOf(attendedPartyLabels)} />
        <Choice form={form} name={`${at}outcome`} label="Cómo terminó" options={optionsOf(attentionOutcomeLabels)} />
      </div>
      <TextControl
        form={form}
        name={`${at}note`}
        nullable
        lines={3}
        label="Nota"
        optional
        hint="La lee el equipo del caso."
      />
    </>
  );
}
