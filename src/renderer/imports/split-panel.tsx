import {
  nameOrderLabels,
  nameOrderOf,
  rowRoleLabels,
  type ImportView,
  type NameOrder,
  type SplitView,
} from '../../shared/imports/index.ts';
import { look, OneOfField, DataTable, optionsOf, Panel, type Column } from '../platform/ui/index.ts';
import css from './imports.module.css';
import type { SettingsUse } from './use-settings.ts';
import { counted } from './words.ts';

type Props = { readonly view: ImportView; readonly split: SplitView; readonly use: SettingsUse };

type Sample = SplitView['sample'][number];

const columns: readonly Column<Sample>[] = [
  { title: 'Fila', cell: (one) => one.line },
  { title: 'En el archivo', cell: (one) => one.text },
  { title: 'Primer apellido', cell: (one) => one.firstSurname ?? '—' },
  { title: 'Segundo apellido', cell: (one) => one.secondSurname ?? '—' },
  { title: 'Nombres', cell: (one) => one.givenNames ?? '—' },
  { title: 'Duda', cell: (one) => (one.doubt === null ? 'Ninguna' : <span className={css.doubt}>{one.doubt}</span>) },
];

/** How the whole names of a column are parted, shown before any row is checked; the order can be turned round. */
export function SplitPanel({ view, split, use }: Props) {
  const key = nameOrderOf[split.role];
  const order = use.settings[key];
  const sure = split.total - split.doubtful;
  return (
    <Panel title={`Apellidos y nombres: ${rowRoleLabels[split.role].toLowerCase()}`}>
      <div className={look.stack}>
        <OneOfField
          words={{
            label: 'Orden en que están escritos',
            hint: 'El programa lo propone por las palabras de la columna. Compruébelo con los ejemplos; si no es así, dele la vuelta.',
            error: order === null ? 'Diga en qué orden están escritos.' : undefined,
            id: `name-order-${split.role}`,
          }}
          inline
          options={optionsOf(nameOrderLabels)}
          value={order}
          onChange={(answer: NameOrder | null) => void use.change({ [key]: answer })}
        />
        {view.settings[key] !== null && (
          <>
            <p>
              Se separan sin duda {counted(sure, 'nombre', 'nombres')} de {counted(split.total, 'fila', 'filas')}.
              {split.doubtful > 0 &&
                ` ${counted(split.doubtful, 'fila dudosa se preguntará', 'filas dudosas se preguntarán')} al revisar: podrá corregirla o confirmarla.`}
            </p>
            <DataTable
              caption={`Ejemplos de cómo se separan: ${split.sample.length}`}
              columns={columns}
              rows={split.sample}
              keyOf={(one) => String(one.line)}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
