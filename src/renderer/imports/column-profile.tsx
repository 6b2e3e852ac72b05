import { cellKindLabels, type ColumnProfile } from '../../shared/imports/index.ts';
import css from './imports.module.css';
import { counted } from './words.ts';

/** What stands in a column: kinds of values, empty cells, and the odd ones by their rows. */
export function ProfileOf({ profile }: { readonly profile: ColumnProfile }) {
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
