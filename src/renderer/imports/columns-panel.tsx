import { useEffect, useRef, useState } from 'react';
import {
  fieldIds,
  fieldOf,
  type FieldId,
  type ImportView,
  type ListColumns,
  cellKindLabels,
  type ColumnProfile,
} from '../../shared/imports/index.ts';
import { look, DataTable, Notice, Panel, Problem, type Column, Lines } from '../platform/ui/index.ts';
import css from './imports.module.css';
import type { SettingsUse } from './use-settings.ts';
import { counted } from './words.ts';

type FileColumn = ImportView['columns'][number] & { readonly at: number };

const groups = { ficha: 'Ficha', user: 'Persona usuaria', aggressor: 'Presunta persona agresora' } as const;

function fieldAt(columns: ListColumns, at: number): FieldId | null {
  return fieldIds.find((field) => columns[field] === at) ?? null;
}

/** What each column of the file is: recognised by its header, changed by the person. */
export function ColumnsPanel({ view, use }: { readonly view: ImportView; readonly use: SettingsUse }) {
  const choose = (at: number, field: FieldId | null) =>
    void use.change((now) => {
      const { ...columns } = now.columns;
      for (const id of fieldIds) if (columns[id] === at) Reflect.deleteProperty(columns, id);
      if (field !== null) columns[field] = at;
      return { columns };
    });
  const columns: readonly Column<FileColumn>[] = [
    { title: 'Columna del archivo', cell: (one) => `${one.letter} · ${one.header}` },
    {
      title: 'Ejemplos',
      cell: (one) => (
        <span className={css.examples}>
          {one.examples.length === 0 ? <span className={look.secondary}>Vacía</span> : one.examples.join(' · ')}
        </span>
      ),
    },
    { title: 'Qué contiene', cell: (one) => <ProfileOf profile={one.profile} /> },
    {
      title: 'Qué es',
      cell: (one) => (
        <FieldSelect
          label={`Qué es la columna ${one.letter}, ${one.header}`}
          value={fieldAt(use.settings.columns, one.at)}
          onChange={(field) => choose(one.at, field)}
        />
      ),
    },
  ];
  return (
    <Panel title="Columnas">
      <p>
        Lo que no se importa en un dato de la ficha se guarda igual, como texto de su fila. La fecha de ingreso y un
        nombre o apellido de la persona usuaria son indispensables. Mire lo raro de cada columna antes de revisar.
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
          <Lines className={css.issues} of={view.pending} />
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

/** Typing runs through the options: the one that is left standing for a moment, or when the focus goes on, is meant. */
const pause = 250;

function FieldSelect({ label, value, onChange }: SelectProps) {
  const [chosen, setChosen] = useState<{ readonly of: FieldId | null; readonly field: FieldId | null }>({
    of: value,
    field: value,
  });
  // What the list says now replaces what was being chosen before it.
  const field = chosen.of === value ? chosen.field : value;
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = () => {
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = null;
  };
  useEffect(() => stop, []);
  const choose = (next: FieldId | null) => {
    stop();
    setChosen({ of: value, field: next });
    waiting.current = setTimeout(() => {
      waiting.current = null;
      onChange(next);
    }, pause);
  };
  const settle = () => {
    if (waiting.current === null) return;
    stop();
    if (field !== value) onChange(field);
  };
  return (
    <select
      className={css.select}
      aria-label={label}
      value={field ?? ''}
      onChange={(event) => choose(event.target.value === '' ? null : (event.target.value as FieldId))}
      onBlur={settle}
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

/** What stands in a column: kinds of values, empty cells, and the odd ones by their rows. */
function ProfileOf({ profile }: { readonly profile: ColumnProfile }) {
  const kinds = profile.kinds
    .toSorted((one, other) => other.cells - one.cells)
    .map(({ kind, cells }) => {
      const [one, many] = cellKindLabels[kind];
      return counted(cells, one, many);
    });
  const empty = profile.empty === 0 ? [] : [counted(profile.empty, 'vacía', 'vacías')];
  const more = profile.oddTotal - profile.odd.length;
  return (
    <div className={css.profile}>
      <span>{[...kinds, ...empty].join(', ') || 'Sin celdas'}</span>
      {profile.oddTotal > 0 && (
        <ul className={css.issues} aria-label="Celdas raras">
          {profile.odd.map(({ line, text, why }) => (
            <li key={line}>
              Fila {line}: «{text}» ({why})
            </li>
          ))}
          {more > 0 && <li>y {counted(more, 'rara más', 'raras más')}</li>}
        </ul>
      )}
    </div>
  );
}
