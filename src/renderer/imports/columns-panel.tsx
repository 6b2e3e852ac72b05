import { useState } from 'react';
import { fieldIds, fieldOf, type FieldId, type ImportView, type ListColumns } from '../../shared/imports/index.ts';
import { DataTable, Notice, Panel, Problem, type Column } from '../platform/ui/index.ts';
import css from './imports.module.css';
import type { SettingsUse } from './use-settings.ts';

type FileColumn = ImportView['columns'][number] & { readonly at: number };

const groups = { ficha: 'Ficha', user: 'Persona usuaria', aggressor: 'Presunta persona agresora' } as const;

function fieldAt(columns: ListColumns, at: number): FieldId | null {
  return fieldIds.find((field) => columns[field] === at) ?? null;
}

/** What each column of the file is: recognised by its header, changed by the person. */
export function ColumnsPanel({ view, use }: { readonly view: ImportView; readonly use: SettingsUse }) {
  const choose = (at: number, field: FieldId | null) => {
    void use.change((now) => {
      const { ...columns } = now.columns;
      for (const id of fieldIds) if (columns[id] === at) Reflect.deleteProperty(columns, id);
      if (field !== null) columns[field] = at;
      return { columns };
    });
  };
  const columns: readonly Column<FileColumn>[] = [
    { id: 'header', title: 'Columna del archivo', cell: (one) => `${one.letter} · ${one.header}` },
    {
      id: 'examples',
      title: 'Ejemplos',
      cell: (one) => (
        <span className={css.examples}>
          {one.examples.length === 0 ? <span className={css.secondary}>Vacía</span> : one.examples.join(' · ')}
        </span>
      ),
    },
    {
      id: 'field',
      title: 'Qué es',
      cell: (one) => (
        <FieldSelect
          label={`Qué es la columna ${one.letter}, ${one.header}`}
          value={fieldAt(use.settings.columns, one.at)}
          onChange={(field) => {
            choose(one.at, field);
          }}
        />
      ),
    },
  ];
  return (
    <Panel title="Columnas">
      <p>
        Lo que no se importa en un dato de la ficha se guarda igual, como texto de su fila. La fecha de ingreso y un
        nombre o apellido de la persona usuaria son indispensables.
      </p>
      <Problem words={use.problem} />
      <DataTable
        caption={`Columnas del archivo: ${view.columns.length}`}
        columns={columns}
        rows={view.columns.map((column, at) => ({ ...column, at }))}
        keyOf={(one) => one.letter}
      />
      {view.pending.length > 0 && (
        <Notice tone="warning">
          <ul className={css.issues}>
            {view.pending.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Panel>
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: FieldId | null;
  readonly onChange: (field: FieldId | null) => void;
};

/** Typing runs through the options: only the one that is left standing when the focus goes on is meant. */
function FieldSelect({ label, value, onChange }: SelectProps) {
  const [chosen, setChosen] = useState<{ readonly of: FieldId | null; readonly field: FieldId | null }>({
    of: value,
    field: value,
  });
  // What the list says now replaces what was being chosen before it.
  const field = chosen.of === value ? chosen.field : value;
  return (
    <select
      className={css.select}
      aria-label={label}
      value={field ?? ''}
      onChange={(event) => {
        setChosen({ of: value, field: event.target.value === '' ? null : (event.target.value as FieldId) });
      }}
      onBlur={() => {
        if (field !== value) onChange(field);
      }}
    >
      <option value="">No es un dato de la ficha</option>
      {(Object.entries(groups) as [keyof typeof groups, string][]).map(([group, title]) => (
        <optgroup key={group} label={title}>
          {fieldIds
            .filter((field) => fieldOf(field).group === group)
            .map((field) => (
              <option key={field} value={field}>
                {fieldOf(field).label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
