import { useMemo, type ComponentType } from 'react';
import type { FieldValues } from 'react-hook-form';
import {
  ruleChangeOf,
  type RuleChange,
  type RuleField,
  type RuleTable,
  type RuleValue,
  type RuleVersion,
} from '../../shared/rulebook/index.ts';
import type { z } from '../../shared/platform/zod.ts';
import {
  DateControl,
  ChoiceControl,
  type AnyForm,
  Controlled,
  FormHead,
  LeaveGuard,
  type SectionForm,
  TextControl,
  useSectionForm,
} from '../platform/forms/index.ts';
import {
  PlainButton,
  look,
  ChoiceField,
  focusTitleFrom,
  Panel,
  useFocusAtOnce,
  ButtonRow,
} from '../platform/ui/index.ts';
import { useRefreshRules } from './queries.ts';
import { ValueField } from './value-field.tsx';
import css from './rulebook.module.css';

/** `restore`: a new version with the value of a former one. */
export type RuleAct = 'add' | 'change' | 'confirm' | 'restore';

/** Draws the value of a table whose form is more than its fields; `form` holds it under `value`. */
export type RuleEditor = ComponentType<{ readonly form: AnyForm }>;

type Values = FieldValues;

const marks = [
  { code: 'official', label: 'Del texto oficial, que tengo a la vista' },
  { code: 'secondary', label: 'De otra fuente (libro, página, capacitación)' },
  { code: 'toConfirm', label: 'Por confirmar' },
] as const;

/** What the new version does to the one it starts from. */
const ways = [
  { code: 0, label: 'Cambió desde una fecha: lo anterior sigue valiendo para los hechos anteriores' },
  { code: 1, label: 'Estaba mal registrado: la versión anterior deja de contar' },
] as const;

const titles = {
  add: 'Agregar fila',
  change: 'Cambiar',
  confirm: 'Confirmar con el texto oficial',
  restore: 'Volver a una versión anterior',
} as const;

const rest = {
  replaces: 'Qué es este cambio',
  validFrom: 'Vale desde',
  validTo: 'Vale hasta',
  source: 'Fuente',
  confirmation: 'De dónde se sabe',
  note: 'Nota',
} as const;

/** The version a change starts from: that of today, else the newest. */
function baseOf(versions: readonly RuleVersion[]): RuleVersion | null {
  const living = versions.filter(({ isReplaced }) => !isReplaced);
  return living.find(({ isCurrent }) => isCurrent) ?? living.at(-1) ?? null;
}

function emptyValue(table: RuleTable<RuleValue>): Record<string, unknown> {
  const emptyOf: Readonly<Record<string, unknown>> = { yesNo: false, numbers: [] };
  return Object.fromEntries(
    table.fields.map(({ name, kind, optional }) => [
      name,
      emptyOf[kind] ?? (optional === true || kind === 'number' || kind === 'date' ? null : ''),
    ]),
  );
}

function startOf(table: RuleTable<RuleValue>, base: RuleVersion | null, act: RuleAct): Values {
  const isConfirming = act === 'confirm';
  return {
    value: base === null ? { ...(table.blank ?? emptyValue(table)) } : { ...base.value },
    validFrom: isConfirming ? (base?.validFrom ?? null) : null,
    validTo: isConfirming ? (base?.validTo ?? null) : null,
    source: '',
    confirmation: isConfirming ? 'official' : null,
    note: null,
    replaces: null,
  };
}

type Props = {
  readonly table: RuleTable<RuleValue>;
  readonly act: RuleAct;
  readonly versions: readonly RuleVersion[];
  /** Version whose value the form starts with; that of today without it. */
  readonly from?: RuleVersion | undefined;
  readonly Editor?: RuleEditor | undefined;
  readonly onDone: (rowId: string, isWaiting: boolean) => void;
  readonly onCancel: () => void;
};

/** One form for every table, made from its fields: the value, and where it is known from. */
export function RuleForm({ table, act, versions, from, Editor, onDone, onCancel }: Props) {
  const base = baseOf(versions);
  const schema = useMemo((): z.ZodType<Values> => ruleChangeOf(table.value), [table]);
  const form = useSectionForm<Values>({
    ...{ schema, defaultValues: startOf(table, from ?? base, act), id: 'rule', sentAs: 'change' },
    refresh: useRefreshRules(),
  });
  const box = useFocusAtOnce<HTMLDivElement>();
  const target = { tableId: table.id, rowId: base?.rowId ?? null, seenVersions: versions.length };
  const save = () =>
    form.send((change, client) => client.changeRule({ ...target, change: change as RuleChange }), {
      done: ({ rowId, isWaiting }) => onDone(rowId, isWaiting),
      toTitle: true,
    });
  const title = act === 'add' ? (table.addWords ?? titles.add) : titles[act];
  return (
    <Panel title={title}>
      <div
        className={Editor === undefined ? css.form : look.stack}
        ref={box}
        tabIndex={-1}
        role="group"
        aria-label={title}
      >
        <Head form={form} table={table} />
        <LeaveGuard form={form} />
        {Editor === undefined ? (
          table.fields
            .filter(({ isFixed }) => isFixed !== true || base === null)
            .map((field) => <ValueField key={field.name} form={form} field={field} />)
        ) : (
          <Editor form={form} />
        )}
        <SourceFields form={form} base={base} act={act} />
        <ButtonRow busy={form.busy} label={act === 'confirm' ? 'Confirmar' : 'Guardar'} onClick={() => void save()}>
          <PlainButton
            onClick={(event) => {
              onCancel();
              focusTitleFrom(event.currentTarget);
            }}
          >
            Cancelar
          </PlainButton>
        </ButtonRow>
      </div>
    </Panel>
  );
}

/** A field by its name; of a list, each part of each of its items. */
function labelsOf({ name, label, item }: RuleField, part: unknown): [string, string][] {
  if (item === undefined || !Array.isArray(part)) return [[`value.${name}`, label]];
  return [
    [`value.${name}.root`, label],
    ...part.flatMap((one: object, at) =>
      Object.keys(one).map((key): [string, string] => [`value.${name}.${at}.${key}`, `${item} ${at + 1}`]),
    ),
  ];
}

function Head({ form, table }: { readonly form: SectionForm<Values>; readonly table: RuleTable<RuleValue> }) {
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(table.fields.flatMap((field) => labelsOf(field, form.getValues(`value.${field.name}`)))),
    ...rest,
  };
  return <FormHead form={form} order={Object.keys(labels)} />;
}

type SourceProps = {
  readonly form: SectionForm<Values>;
  readonly base: RuleVersion | null;
  readonly act: RuleAct;
};

function SourceFields({ form, base, act }: SourceProps) {
  return (
    <>
      {act === 'change' && base !== null && (
        <Controlled form={form} name="replaces" label={rest.replaces}>
          {({ value, onChange, ...field }) => (
            <ChoiceField
              {...field}
              options={ways}
              value={value === null ? 0 : 1}
              onChange={(way) => onChange(way === 1 ? base.version : null)}
            />
          )}
        </Controlled>
      )}
      <DateControl form={form} name="validFrom" label={rest.validFrom} hint="El primer día en que rige. dd/mm/aaaa" />
      <DateControl form={form} name="validTo" label={rest.validTo} optional hint="Solo si dejó de regir. dd/mm/aaaa" />
      <TextControl
        form={form}
        name="source"
        lines={2}
        label={rest.source}
        hint="Norma, artículo y fecha de publicación, o quién lo decidió en el centro."
      />
      <ChoiceControl form={form} name="confirmation" label={rest.confirmation} options={marks} />
      <TextControl form={form} name="note" nullable lines={2} label={rest.note} optional />
    </>
  );
}
