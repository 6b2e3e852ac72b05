import { changeReasonWords } from '../../shared/history/index.ts';
import { changePath, partLabels, type ChangeSetView } from '../../shared/intake/index.ts';
import { inLima } from '../platform/times.ts';
import { DataTable, look, type Column } from '../platform/ui/index.ts';
import { fieldLabel, useFieldValue } from './forms/field-words.ts';

type Props = {
  readonly caption: string;
  readonly sets: readonly ChangeSetView[];
  /** Only the changes of this field, without its name; null for all. */
  readonly path?: string | null;
};

type Row = {
  readonly key: string;
  readonly set: ChangeSetView;
  readonly path: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

function rowsOf(sets: readonly ChangeSetView[], path: string | null): Row[] {
  return sets.flatMap((set): Row[] => {
    const fields = set.fields.map((change) => ({
      key: `${set.id} ${change.field}`,
      set,
      path: changePath(set.part, change.field),
      before: change.before,
      after: change.after,
    }));
    const first = { key: set.id, set, path: null, before: null, after: null };
    return path === null && set.isFirst ? [first] : fields.filter((row) => path === null || row.path === path);
  });
}

/** Changes newest first: when, who, what it was, what it became, why. */
export function ChangesTable({ caption, sets, path = null }: Props) {
  const valueOf = useFieldValue();
  const field: Column<Row> = {
    title: 'Dato',
    cell: (row) => (
      <>
        <span className={look.below}>{partLabels[row.set.part]}</span>
        {row.path === null ? 'Se guardó por primera vez' : fieldLabel(row.path)}
      </>
    ),
  };
  const columns: readonly Column<Row>[] = [
    { title: 'Fecha y hora', cell: ({ set }) => <span className={look.nowrap}>{inLima(set.changedAt)}</span> },
    { title: 'Quién', cell: ({ set }) => set.changedBy },
    ...(path === null ? [field] : []),
    { title: 'Antes', cell: (row) => row.path !== null && valueOf(row.path, row.before) },
    { title: 'Después', cell: (row) => row.path !== null && valueOf(row.path, row.after) },
    { title: 'Motivo', cell: ({ set }) => (set.reason === null ? '—' : changeReasonWords(set.reason)) },
  ];
  return (
    <DataTable
      empty="No hay cambios."
      caption={caption}
      columns={columns}
      rows={rowsOf(sets, path)}
      keyOf={({ key }) => key}
    />
  );
}
