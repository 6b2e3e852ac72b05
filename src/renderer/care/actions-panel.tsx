import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { serviceLabels, services } from '../../shared/access/index.ts';
import { actionsOn, actionWords, followUpActionFormSchema, type FollowUpAction } from '../../shared/care/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { z } from '../../shared/platform/zod.ts';
import { useCentreDay } from '../intake/index.ts';
import {
  Choice,
  Controlled,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
  YesNoControl,
} from '../platform/forms/index.ts';
import { useMayStore } from '../platform/session.tsx';
import {
  ConfirmMark,
  DataTable,
  DateField,
  NumberField,
  Panel,
  QueryState,
  StateBadge,
  type Column,
} from '../platform/ui/index.ts';
import css from './care.module.css';
import { useFollowUpActions, useRefreshCare } from './queries.ts';

type Values = z.input<typeof followUpActionFormSchema>;

/** The catalogue of follow-up actions: what can be chosen today, and changes of the centre from a day on. */
export function ActionsPanel() {
  const catalogue = useFollowUpActions();
  const today = useCentreDay().day;
  const mayChange = useMayStore('settings.centre');
  const [changing, setChanging] = useState<FollowUpAction | 'new' | null>(null);
  return (
    <QueryState query={catalogue}>
      {({ actions }) => (
        <>
          <Panel title="Acciones de seguimiento">
            <p>
              Una atención antigua se lee siempre con las palabras que la acción tenía ese día. Los números oficiales
              que no se conocen están por confirmar.
            </p>
            <ActionTable actions={actionsOn(actions, today)} mayChange={mayChange} onChange={setChanging} />
            {mayChange && changing === null && (
              <div className={css.row}>
                <Button
                  variant="default"
                  onClick={() => {
                    setChanging('new');
                  }}
                >
                  Agregar acción
                </Button>
              </div>
            )}
          </Panel>
          {changing !== null && (
            <ActionForm
              key={changing === 'new' ? 'new' : changing.code}
              action={changing === 'new' ? null : changing}
              today={today}
              onDone={() => {
                setChanging(null);
              }}
            />
          )}
        </>
      )}
    </QueryState>
  );
}

type TableProps = {
  readonly actions: readonly FollowUpAction[];
  readonly mayChange: boolean;
  readonly onChange: (action: FollowUpAction) => void;
};

function ActionTable({ actions, mayChange, onChange }: TableProps) {
  const columns: readonly Column<FollowUpAction>[] = [
    { id: 'label', title: 'Acción', cell: (action) => actionWords(action) },
    { id: 'service', title: 'Servicio', cell: (action) => serviceLabels[action.service] },
    { id: 'counts', title: 'Cuenta como atención', cell: (action) => (action.countsAsAttention ? 'Sí' : 'No') },
    {
      id: 'source',
      title: 'Fuente',
      cell: (action) => (
        <>
          {action.source} {action.confirmation === 'toConfirm' && <ConfirmMark />}
        </>
      ),
    },
    { id: 'since', title: 'Vale desde', cell: (action) => formatCivilDate(action.validFrom) },
    {
      id: 'state',
      title: 'Estado',
      cell: (action) => (
        <StateBadge tone={action.isUsed ? 'done' : 'neutral'}>{action.isUsed ? 'En uso' : 'Ya no se usa'}</StateBadge>
      ),
    },
  ];
  const acts: Column<FollowUpAction> = {
    id: 'acts',
    title: 'Acciones',
    cell: (action) => (
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Cambiar: ${actionWords(action)}`}
        onClick={() => {
          onChange(action);
        }}
      >
        Cambiar
      </Button>
    ),
  };
  return (
    <DataTable
      caption={`${actions.length} acciones de seguimiento`}
      columns={mayChange ? [...columns, acts] : columns}
      rows={actions}
      keyOf={(action) => action.code}
    />
  );
}

const order = ['number', 'service', 'label', 'countsAsAttention', 'isUsed', 'validFrom'];

type FormProps = { readonly action: FollowUpAction | null; readonly today: string; readonly onDone: () => void };

function ActionForm({ action, today, onDone }: FormProps) {
  const start: Values = {
    number: action?.number ?? null,
    service: action?.service ?? ('' as Values['service']),
    label: action?.label ?? '',
    countsAsAttention: action?.countsAsAttention ?? true,
    isUsed: action?.isUsed ?? true,
    validFrom: today,
  };
  const form = useSectionForm<Values>({
    ...{ schema: followUpActionFormSchema, defaultValues: start, id: 'action', sentAs: 'action' },
    refresh: useRefreshCare(),
  });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const save = () =>
    form.send((values, client) => client.saveFollowUpAction({ code: action?.code ?? null, action: values }), {
      words: 'Acción guardada.',
      done: onDone,
    });
  return (
    <Panel title={action === null ? 'Agregar acción' : `Cambiar: ${actionWords(action)}`}>
      <FormHead form={drawn} order={order} />
      <Controlled form={drawn} name="number" words={{ label: 'Número en la ficha', optional: true }}>
        {({ value, ...field }) => <NumberField {...field} value={value as number | string | null} />}
      </Controlled>
      <Choice
        inline
        form={drawn}
        name="service"
        words={{ label: 'Servicio' }}
        options={services.map((code) => ({ code, label: serviceLabels[code] }))}
      />
      <TextControl form={form} name="label" words={{ label: 'Acción, como debe leerse' }} />
      <Flag form={drawn} name="countsAsAttention" label="¿Cuenta como atención?" />
      <Flag form={drawn} name="isUsed" label="¿Se usa desde ese día?" />
      <Controlled form={drawn} name="validFrom" words={{ label: 'Vale desde' }}>
        {({ value, ...field }) => <DateField {...field} value={value as string | null} />}
      </Controlled>
      <div className={css.row}>
        <Button aria-disabled={form.busy} onClick={() => void save()}>
          Guardar acción
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancelar
        </Button>
      </div>
    </Panel>
  );
}

type FlagProps = { readonly form: SectionForm<FieldValues>; readonly name: string; readonly label: string };

function Flag({ form, name, label }: FlagProps) {
  return <YesNoControl form={form} name={name} words={{ label }} unanswered={false} />;
}
