import {
  indicatorOf,
  leftOut,
  monthLong,
  monthShort,
  monthWord,
  type IndicatorView,
  type Tally,
} from '../../shared/monitoring/index.ts';
import { Chips, ConfirmMark } from '../platform/ui/index.ts';
import css from './monitoring.module.css';
import { Pane } from './pane.tsx';
import { useMembers, type Months } from './queries.ts';
import { Rows } from './rows.tsx';

/** What of an indicator is open beside the tiles. */
export type Open = {
  readonly view: IndicatorView;
  readonly shows: 'table' | 'list';
  /** A month of the twelve, or all of them. */
  readonly month: Months[number] | 'all';
  /** Null: what the figure counts. */
  readonly kind: string | null;
};

type Props = {
  readonly open: Open;
  readonly months: Months;
  readonly onOpen: (open: Open) => void;
  readonly onClose: () => void;
};

/** Behind a figure: its list, or its table of twelve months in which every number opens its list. */
export function Behind(props: Props) {
  const { open, onClose } = props;
  const { title, counts, source, confirmation } = indicatorOf(open.view.id);
  const kind = open.view.kinds.find(({ code }) => code === open.kind)?.label;
  const name = kind === undefined ? title : `${title}: ${kind.toLowerCase()}`;
  return (
    <Pane
      title={open.shows === 'table' ? `Tabla: ${title}` : name}
      label={open.shows === 'table' ? 'Tabla de la cifra elegida' : 'Lista de la cifra elegida'}
      onClose={onClose}
      foot={
        <p>
          <b>Qué cuenta.</b> {counts} {leftOut} Fuente: {source}. {confirmation === 'toConfirm' && <ConfirmMark />}
        </p>
      }
    >
      {open.shows === 'table' ? <MonthsTable {...props} /> : <List {...props} name={name} />}
    </Pane>
  );
}

/** How many rows the list of a month has. */
const rowsIn = ({ count, cells }: Tally, kind: string | null): number =>
  kind === null ? count : (cells.find((cell) => cell.kind === kind)?.count ?? 0);

function List({ open, months, onOpen, name }: Props & { readonly name: string }) {
  const { view, kind, month } = open;
  const rows = useMembers({ indicator: view.id, kind, months: month === 'all' ? months : [month] });
  const [before, last] = months.slice(-2);
  const near = [last, before].filter((one) => one !== undefined);
  const shown = month === 'all' || near.includes(month) ? near : [month, ...near];
  const chips = shown.map((one): [string, string] => {
    const tally = view.tallies.find((each) => each.month === one);
    return [one, `${monthWord(one)} · ${tally === undefined ? 0 : rowsIn(tally, kind)}`];
  });
  return (
    <>
      <div className={css.chips}>
        <Chips
          label="Mes"
          chips={[...chips, ['all', `12 meses · ${rowsIn(view.whole, kind)}`]]}
          chosen={month}
          onChoose={(id) => onOpen({ ...open, month: months.find((one) => one === id) ?? 'all' })}
        />
      </div>
      <Rows label={name} date={indicatorOf(view.id).date} query={rows} />
    </>
  );
}

function MonthsTable({ open, months, onOpen }: Props) {
  const { view } = open;
  const { unit } = indicatorOf(view.id);
  const kinds = view.kinds.filter(({ code }) => rowsIn(view.whole, code) > 0);
  if (kinds.length === 0) return <p className={css.none}>Nada que contar en estos meses.</p>;
  return (
    <div className={css.scroll}>
      <table className={css.months}>
        <caption className="visually-hidden">{indicatorOf(view.id).title}, por mes</caption>
        <thead>
          <tr>
            <th scope="col">Mes</th>
            {kinds.map(({ code, label }) => (
              <th key={code} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month}>
              <th scope="row">{monthShort(month)}</th>
              {kinds.map(({ code, label }) => (
                <td key={code}>
                  <Cell
                    {...{ tally: view.tallies.find((one) => one.month === month), kind: code, unit }}
                    label={`${label}, ${monthLong(month)}`}
                    onOpen={() => onOpen({ view, shows: 'list', month, kind: code })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  readonly tally: Tally | undefined;
  readonly kind: string;
  readonly unit: string | null;
  readonly label: string;
  readonly onOpen: () => void;
};

/** A number and, where something is measured, its median; a 0 has no list. */
function Cell({ tally, kind, unit, label, onOpen }: CellProps) {
  const cell = tally?.cells.find((one) => one.kind === kind);
  if (cell === undefined) return <>0</>;
  return (
    <>
      <button type="button" className={css.number} aria-label={`${cell.count}: ${label}`} onClick={onOpen}>
        {cell.count}
      </button>
      {unit !== null && cell.p50 !== null && (
        <span
          title={`Mediana en ${unit}; nueve de diez, hasta ${cell.p90 ?? ''}`}
        >{`${cell.p50} · ${cell.p90 ?? ''}`}</span>
      )}
    </>
  );
}
