import { useState } from 'react';
import {
  fieldIds,
  fieldOf,
  rowRoleLabels,
  rowRoles,
  type FieldId,
  type ImportView,
  type ListRow,
  type PersonChoice,
  type RowIssue,
  type RowRole,
} from '../../shared/imports/index.ts';
import { type ActClient, ActProblem, useAct } from '../platform/forms/index.ts';
import { look, OneOfField, Dialog, TextField, TickField } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { useRefreshImports } from './queries.ts';

type Props = { readonly view: ImportView; readonly row: ListRow | null; readonly onClose: () => void };

type Texts = Partial<Record<FieldId, string>>;

const keyOf = (choice: PersonChoice): string => JSON.stringify(choice);
const someoneNew = keyOf({ kind: 'new' });

/** One row: who its persons are, what its cells say, or leaving it out. */
export function RowDialog({ view, row, onClose }: Props) {
  if (row === null) return null;
  return <RowForm key={row.line} view={view} row={row} onClose={onClose} />;
}

function changedTexts(row: ListRow, texts: Texts): Texts {
  const changed: Texts = {};
  for (const field of fieldIds) {
    const text = texts[field];
    if (text !== undefined && text !== (row.texts[field] ?? '')) changed[field] = text;
  }
  return changed;
}

function useRowForm({ view, onClose }: Props, row: ListRow) {
  const act = useAct({ refresh: useRefreshImports() });
  const [texts, setTexts] = useState<Texts>({ ...row.texts });
  const [isExcluded, setExcluded] = useState(row.verdict === 'excluded');
  const [isConfirmed, setConfirmed] = useState(row.isConfirmed);
  const [choices, setChoices] = useState<Record<RowRole, string | null>>({
    user: row.user.choice === null ? null : keyOf(row.user.choice),
    aggressor: row.aggressor.choice === null ? null : keyOf(row.aggressor.choice),
  });
  const { importId } = view;
  const { line } = row;
  const send = async (client: ActClient) => {
    for (const role of rowRoles) {
      const before = row[role].choice === null ? null : keyOf(row[role].choice);
      const chosen = choices[role];
      if (chosen === null || chosen === before) continue;
      const choice = JSON.parse(chosen) as PersonChoice;
      await client.chooseImportPerson({ importId, line, role, choice });
    }
    const changed = changedTexts(row, texts);
    const isMended = Object.keys(changed).length > 0 || isExcluded !== (row.verdict === 'excluded');
    if (isMended || isConfirmed !== row.isConfirmed)
      await client.editImportRow({ importId, line, texts: changed, isExcluded, isConfirmed });
  };
  const save = () => act.run(send, { words: `Fila ${line} guardada.`, done: onClose });
  return { act, texts, setTexts, isExcluded, setExcluded, isConfirmed, setConfirmed, choices, setChoices, save };
}

function RowForm(props: Props & { readonly row: ListRow }) {
  const { row, view, onClose } = props;
  const form = useRowForm(props, row);
  const { texts, setTexts, isExcluded, setExcluded, isConfirmed, setConfirmed, choices, setChoices } = form;
  const hasIssue = (field: FieldId) => row.issues.some((issue) => issue.field === field);
  // The parts of a whole name have no column, and can be mended all the same.
  const shown = fieldIds.filter(
    (field) => view.settings.columns[field] !== undefined || row.texts[field] !== undefined,
  );
  const isAsked = row.issues.some(({ severity }) => severity === 'ask');
  // What is doubtful first: a row has many cells.
  const fields = [...shown.filter(hasIssue), ...shown.filter((field) => !hasIssue(field))];
  const general = row.issues.filter((issue) => issue.field === null || !fields.includes(issue.field));
  return (
    <Dialog
      isForm
      title={`Fila ${row.line}`}
      confirm={{ label: 'Guardar fila', onClick: () => void form.save() }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <ActProblem act={form.act} />
      {general.length > 0 && (
        <ul className={css.issues}>
          {general.map((issue) => (
            <li key={issue.message}>{issue.message}</li>
          ))}
        </ul>
      )}
      {rowRoles.map((role) => (
        <WhoIs
          key={role}
          row={row}
          role={role}
          value={choices[role]}
          onChange={(chosen) => setChoices({ ...choices, [role]: chosen })}
        />
      ))}
      {isAsked && (
        <TickField
          words={{ label: 'Revisé lo que se pregunta: los datos quedan como se ven aquí' }}
          value={isConfirmed}
          onChange={setConfirmed}
        />
      )}
      <TickField
        words={{ label: 'Dejar esta fila fuera de la importación' }}
        value={isExcluded}
        onChange={setExcluded}
      />
      <div className={look.grid}>
        {fields.map((field) => (
          <CellField
            key={field}
            field={field}
            row={row}
            value={texts[field] ?? ''}
            onChange={(text) => setTexts({ ...texts, [field]: text })}
          />
        ))}
      </div>
    </Dialog>
  );
}

type WhoProps = {
  readonly row: ListRow;
  readonly role: RowRole;
  readonly value: string | null;
  readonly onChange: (chosen: string | null) => void;
};

function WhoIs({ row, role, value, onChange }: WhoProps) {
  const person = row[role];
  if (person.candidates.length === 0) return null;
  const options = [
    ...person.candidates.map((candidate) => ({
      code: keyOf(candidate.choice),
      label: `Es la misma: ${candidate.name} (${candidate.where}). ${candidate.level === 'probable' ? 'Probable.' : 'Posible.'} ${candidate.reasons.join(' ')}`,
    })),
    { code: someoneNew, label: 'Es otra persona: entra como nueva' },
  ];
  return (
    <OneOfField
      words={{
        label: `${rowRoleLabels[role]}: ¿quién es ${person.name}?`,
        hint: 'El programa propone; decide usted.',
        id: `who-${role}`,
      }}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}

type CellProps = {
  readonly field: FieldId;
  readonly row: ListRow;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

function CellField({ field, row, value, onChange }: CellProps) {
  const issues = row.issues.filter((issue) => issue.field === field);
  const of = (...severities: readonly RowIssue['severity'][]) =>
    issues.find((issue) => severities.includes(issue.severity))?.message;
  return (
    <TextField
      words={{
        label: fieldOf(field).label,
        error: of('error'),
        warning: of('ask', 'warning'),
        id: `cell-${field}`,
        optional: true,
      }}
      value={value}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
