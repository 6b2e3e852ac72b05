import { use } from 'react';
import { changeReasonWords } from '../../shared/history/index.ts';
import { changePath, partLabels, type ChangeSetView } from '../../shared/intake/index.ts';
import { inLima } from '../platform/times.ts';
import { look, PlacesProvider } from '../platform/ui/index.ts';
import { fieldLabel, fieldValue } from './forms/field-words.ts';
import css from './intake.module.css';

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
  const places = use(PlacesProvider);
  const placeOf = (code: string) => places.find((place) => place.code === code)?.label ?? code;
  const rows = rowsOf(sets, path);
  if (rows.length === 0) return <p>No hay cambios.</p>;
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Fecha y hora</th>
          <th scope="col">Quién</th>
          {path === null && <th scope="col">Dato</th>}
          <th scope="col">Antes</th>
          <th scope="col">Después</th>
          <th scope="col">Motivo</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td className={look.nowrap}>{inLima(row.set.changedAt)}</td>
            <td>{row.set.changedBy}</td>
            {path === null && (
              <th scope="row">
                <span className={look.secondary}>{partLabels[row.set.part]}</span>
                <br />
                {row.path === null ? 'Se guardó por primera vez' : fieldLabel(row.path)}
              </th>
            )}
            <td>{row.path === null ? '' : fieldValue(row.path, row.before, placeOf)}</td>
            <td>{row.path === null ? '' : fieldValue(row.path, row.after, placeOf)}</td>
            <td>{row.set.reason === null ? '—' : changeReasonWords(row.set.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
