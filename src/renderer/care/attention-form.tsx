import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { serviceLabels, servicesOf } from '../../shared/access/index.ts';
import {
  actionWords,
  attentionChangeReasonLabels,
  attentionCorrectionSchema,
  attentionFields,
  attentionFormSchema,
  type AttentionLine,
  type ChosenAction,
} from '../../shared/care/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import type { z } from '../../shared/platform/zod.ts';
import type { Fields } from '../../shared/record/index.ts';
import { Drafted, useDraftedForm, type Draft } from '../intake/index.ts';
import {
  type AnyForm,
  Controlled,
  FormHead,
  LeaveGuard,
  type SectionForm,
  useSectionForm,
} from '../platform/forms/index.ts';
import { useSession } from '../platform/session.tsx';
import {
  ButtonRow,
  Clashes,
  look,
  Notice,
  Panel,
  PlainButton,
  saveWords,
  SearchField,
  Told,
} from '../platform/ui/index.ts';
import { FormFields, useValueWords, AskedFields, reasonFields } from '../record/index.ts';
import { useRefreshCare } from './queries.ts';

export type AttentionValues = z.input<typeof attentionFormSchema>;
type Correcting = z.input<typeof attentionCorrectionSchema>;

export const attentionOrder = Object.keys(attentionFields);
const orderOfCorrection = [...attentionOrder.map((name) => `attention.${name}`), 'isWithdrawn', 'reason', 'words'];

const correctionFields = {
  isWithdrawn: {
    ...{ kind: 'tick', isQuestion: true, label: '¿Se registró por error?' },
    hint: 'Si es así, sigue a la vista y deja de contar.',
  },
  ...reasonFields(attentionChangeReasonLabels, { label: 'Motivo de la corrección' }),
} as const satisfies Fields;

type Props = {
  readonly caseId: string;
  readonly actions: readonly ChosenAction[];
  readonly today: string;
};

function blankAttention(today: string): AttentionValues {
  return { action: '', on: today, time: null, withWhom: 'user', outcome: 'done', note: null };
}

export const isBlank = (values: AttentionValues, today: string): boolean =>
  Object.entries(blankAttention(today)).every(([name, value]) => values[name as keyof AttentionValues] === value);

/** A new attention: what was done, when, with whom and how it ended; the draft is that of what is written over the history. */
export function NewAttention(props: Props) {
  return (
    <Drafted of="attention" caseId={props.caseId}>
      {(draft) => <NewForm key={draft.draftId} {...{ ...props, draft }} />}
    </Drafted>
  );
}

type Over = Omit<Props, 'actions'> & {
  readonly draft: Draft;
  /** Prefix of the ids of the fields. */
  readonly id: string;
};

/** A new attention over its draft. */
export function useNewAttention({ caseId, today, draft, id }: Over) {
  const kept = useDraftedForm<AttentionValues>({
    ...{ kind: 'attention', caseId, draft, start: blankAttention(today) },
    ...{ schema: attentionFormSchema, id, sentAs: 'attention', refresh: useRefreshCare() },
  });
  /** @param after what follows once the answer erased the draft */
  const record = async (after: () => void, done?: () => void) => {
    await kept.send(
      async (attention, client) => {
        await client.recordAttention({ caseId, attention });
        after();
      },
      { words: 'Atención registrada.', ...(done && { done }) },
    );
  };
  return { ...kept, record };
}

function NewForm({ caseId, actions, today, draft }: Props & { readonly draft: Draft }) {
  const { form, saving, recoveredAt, discard, record } = useNewAttention({ caseId, today, draft, id: 'attention' });
  const emptied = () => {
    saving.leave();
    void discard();
  };
  return (
    <Panel title="Registrar una atención">
      {recoveredAt !== null && <Told>Se recuperó la atención que estaba escribiendo.</Told>}
      <FormHead form={form} order={attentionOrder} />
      <AttentionFields form={form} at="" actions={actions} />
      <ButtonRow busy={form.busy} label="Registrar atención" onClick={() => void record(emptied)}>
        <span className={look.secondary}>{saveWords(saving.state)}</span>
      </ButtonRow>
    </Panel>
  );
}

/** What «Corregir» of another attention takes the place of. */
export const correctionPlace = 'attention';
const replacing = {
  place: correctionPlace,
  words: 'La corrección que está escribiendo todavía no está guardada y se pierde al abrir la otra.',
};

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
      <LeaveGuard form={form} replacing={replacing} />
      <FormHead form={form} order={orderOfCorrection} />
      {isStale && <Differences form={form} line={line} />}
      <AttentionFields form={form} at="attention." actions={kept} />
      <AskedFields form={form} fields={correctionFields} />
      <ButtonRow busy={form.busy} label="Guardar corrección" onClick={() => void save()}>
        <PlainButton onClick={onDone}>Cancelar</PlainButton>
      </ButtonRow>
    </Panel>
  );
}

type Name = keyof typeof attentionFields;
type StoredValues = Pick<AttentionLine, Name>;

/** Somebody corrected it meanwhile: both versions field by field; what was typed can be chosen again. */
function Differences({ form, line }: { readonly form: SectionForm<Correcting>; readonly line: AttentionLine }) {
  const now = useWatch({ control: form.control, name: 'attention' }) as StoredValues;
  const [typed] = useState(now);
  const valueWords = useValueWords();
  const names = codesOf(attentionFields).filter((name) => typed[name] !== line[name]);
  const words = (values: StoredValues, name: Name) =>
    name === 'action' && values.action === line.action
      ? line.actionWords
      : valueWords(attentionFields[name], values[name]);
  if (names.length === 0) return <Notice>Ya no hay diferencias con lo guardado.</Notice>;
  return (
    <>
      <Notice tone="warning">Compare los datos: al guardar quedará lo que está en pantalla.</Notice>
      <Clashes
        rows={names.map((name) => ({
          ...{ id: name, label: attentionFields[name].label },
          ...{ theirs: words(line, name), mine: words(typed, name) },
        }))}
        taken={new Set(names.filter((name) => now[name] === line[name]))}
        onTaken={(taken) => {
          for (const name of names) {
            const value = taken.has(name) ? line[name] : now[name] === line[name] ? typed[name] : now[name];
            form.setValue(`attention.${name}`, value, { shouldDirty: true });
          }
        }}
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
function useOwnActions(actions: readonly ChosenAction[]) {
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

/** Typed by its number or its words, however few there are: «32», Enter. */
export function ActionField({
  form,
  name,
  actions,
  optional,
  hint,
}: Pick<FieldsProps, 'form' | 'actions'> & {
  readonly name: string;
  readonly optional?: boolean;
  readonly hint?: string;
}) {
  const options = useOwnActions(actions);
  return (
    <Controlled form={form} name={name} label="Acción" optional={optional} hint={hint}>
      {({ value, ...field }) => (
        <SearchField {...field} width="full" options={options} value={value === '' ? null : (value as string | null)} />
      )}
    </Controlled>
  );
}

function AttentionFields({ form, at, actions }: FieldsProps) {
  const action = <ActionField key="action" form={form} name={`${at}action`} actions={actions} />;
  return <FormFields fields={attentionFields} form={form} at={at} given={{ action }} />;
}
