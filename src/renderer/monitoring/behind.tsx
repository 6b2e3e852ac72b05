import {
  askInRow,
  indicatorOf,
  leftOut,
  monthLong,
  monthShort,
  monthWord,
  plural,
  type IndicatorView,
  type Tally,
} from '../../shared/monitoring/index.ts';
import { Chips, ConfirmMark, TableHead } from '../platform/ui/index.ts';
import css from './monitoring.module.css';
import { Pane } from './pane.tsx';
import { useMembers, type Months } from './queries.ts';
import { Rows } from './rows.tsx';

export type Open = {
  readonly view: IndicatorView;
  readonly shows: 'table' | 'parts' | 'list';
  /** A month of the twelve, or all of them. */
  readonly month: Months[number] | 'all';
  /** Null: what the figure counts, or all of a part. */
  readonly kind: string | null;
  /** A row of the breakdown; null: of all. */
  readonly part: string | null;
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
  const { title, source, confirmation, breakdown } = indicatorOf(open.view.id);
  const name = listName(open);
  const titles = { table: `Tabla: ${title}`, parts: `${breakdown?.table ?? ''}: ${title}`, list: name };
  return (
    <Pane
      title={titles[open.shows]}
      label={open.shows === 'list' ? 'Lista de la cifra elegida' : 'Tabla de la cifra elegida'}
      onClose={onClose}
      foot={
        <p>
          <b>Qué cuenta.</b> {countsOf(open)} {leftOut} Fuente: {source}.{' '}
          {confirmation === 'toConfirm' && <ConfirmMark />}
        </p>
      }
    >
      {open.shows !== 'list' && <TableChips {...props} />}
      {open.shows === 'table' && <MonthsTable {...props} />}
      {open.shows === 'parts' && <PartsTable {...props} />}
      {open.shows === 'list' && <List {...props} name={name} />}
    </Pane>
  );
}

/** Of a row of the breakdown, or of its table, what that counts. */
function countsOf({ view, shows, part }: Open): string {
  const { counts, breakdown } = indicatorOf(view.id);
  const isOfPart = shows === 'parts' || (shows === 'list' && part !== null);
  return isOfPart && breakdown !== undefined ? breakdown.counts : counts;
}

function listName({ view, kind, part }: Open): string {
  const { title, kinds } = indicatorOf(view.id);
  // A person or a service is called by its name.
  const isWord = kinds({ people: [] }).some(({ code }) => code === kind);
  const label = view.kinds.find(({ code }) => code === kind)?.label;
  const ofKind = isWord ? label?.toLowerCase() : label;
  const ofPart = view.parts.find(({ code }) => code === part)?.label;
  const name = ofPart === undefined ? title : ofPart;
  return ofKind === undefined ? name : `${name}: ${ofKind}`;
}

const rowsIn = ({ count, cells }: Tally, kind: string | null): number =>
  kind === null ? count : (cells.find((cell) => cell.kind === kind)?.count ?? 0);

type When = Months[number] | 'all';

const partRowsIn = ({ cells }: IndicatorView['parts'][number], kind: string | null, month: When): number =>
  cells
    .filter((cell) => (kind === null || cell.kind === kind) && (month === 'all' || cell.month === month))
    .reduce((sum, { count }) => sum + count, 0);

/** What a breakdown puts together, in a month or in all of them. */
const ofAll = ({ view, month }: Open): number =>
  (indicatorOf(view.id).breakdown?.of.kinds ?? []).reduce(
    (sum, kind) => sum + sizeOf({ view, kind, part: null, month, shows: 'parts' }, month),
    0,
  );

/** As many as the list of that month has, of a part or of all. */
function sizeOf({ view, kind, part }: Open, month: When): number {
  const own = view.parts.find(({ code }) => code === part);
  if (part !== null) return own === undefined ? 0 : partRowsIn(own, kind, month);
  const tally = month === 'all' ? view.whole : view.tallies.find((each) => each.month === month);
  return tally === undefined ? 0 : rowsIn(tally, kind);
}

/** A month, the one before it, and all of them; `size` null: how many is not said. */
function MonthChips({ open, months, onOpen, isSized }: Props & { readonly isSized: boolean }) {
  const { month } = open;
  const [before, last] = months.slice(-2);
  const near = [last, before].filter((one) => one !== undefined);
  const shown = month === 'all' || near.includes(month) ? near : [month, ...near];
  const words = (one: When, name: string): [string, string] => [one, isSized ? `${name} · ${sizeOf(open, one)}` : name];
  return (
    <div className={css.chips}>
      <Chips
        label="Mes"
        chips={[...shown.map((one) => words(one, monthWord(one))), words('all', '12 meses')]}
        chosen={month}
        onChoose={(id) => onOpen({ ...open, month: months.find((one) => one === id) ?? 'all' })}
      />
    </div>
  );
}

function List({ name, ...props }: Props & { readonly name: string }) {
  const { view, kind, month, part } = props.open;
  const rows = useMembers({ indicator: view.id, kind, part, months: month === 'all' ? props.months : [month] });
  return (
    <>
      <MonthChips {...props} isSized />
      <Rows label={name} date={indicatorOf(view.id).date} query={rows} askIn={(row) => askInRow(view.id, row, part)} />
    </>
  );
}

/** The months, or what they are made of. */
function TableChips({ open, onOpen }: Props) {
  const { table, breakdown } = indicatorOf(open.view.id);
  if (breakdown === undefined) return null;
  return (
    <div className={css.chips}>
      <Chips
        label="Cómo se agrupa"
        chips={[
          ['table', table],
          ['parts', breakdown.table],
        ]}
        chosen={open.shows}
        onChoose={(shows) => onOpen({ ...open, shows: shows === 'parts' ? 'parts' : 'table' })}
      />
    </div>
  );
}

/** A row an institution, or a question: of a month, or of all. */
function PartsTable(props: Props) {
  const { view, month } = props.open;
  const { title, breakdown } = indicatorOf(view.id);
  if (breakdown === undefined) return null;
  const rows = view.parts
    .map((part) => ({ part, size: partRowsIn(part, null, month) }))
    .filter(({ size }) => size > 0)
    .toSorted((one, other) => other.size - one.size);
  return (
    <>
      <MonthChips {...props} isSized={false} />
      <p className={css.of}>{`De ${plural(ofAll(props.open), ...breakdown.of.words)}.`}</p>
      {rows.length === 0 && <p className={css.none}>Nada que contar en estos meses.</p>}
      {rows.length > 0 && (
        <div className={css.scroll}>
          <table className={css.months} data-parts>
            <caption className="visually-hidden">{`${title}, ${breakdown.table.toLowerCase()}`}</caption>
            <TableHead of={[breakdown.head, ...breakdown.columns.map(({ label }) => label)]} />
            <tbody>
              {rows.map(({ part }) => (
                <tr key={part.code}>
                  <th scope="row">{part.label}</th>
                  {breakdown.columns.map(({ label, kind }) => (
                    <td key={label}>
                      <Number
                        count={partRowsIn(part, kind, month)}
                        label={`${label}, ${part.label}`}
                        onOpen={() => props.onOpen({ view, shows: 'list', month, kind, part: part.code })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
        <TableHead of={['Mes', ...kinds.map(({ label }) => label)]} />
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month}>
              <th scope="row">{monthShort(month)}</th>
              {kinds.map(({ code, label }) => (
                <td key={code}>
                  <Cell
                    {...{ tally: view.tallies.find((one) => one.month === month), kind: code, unit }}
                    label={`${label}, ${monthLong(month)}`}
                    onOpen={() => onOpen({ view, shows: 'list', month, kind: code, part: null })}
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

type NumberProps = { readonly count: number; readonly label: string; readonly onOpen: () => void };

/** Opens its list; a 0 has none. */
function Number({ count, label, onOpen }: NumberProps) {
  if (count === 0) return <>0</>;
  return (
    <button type="button" className={css.number} aria-label={`${count}: ${label}`} onClick={onOpen}>
      {count}
    </button>
  );
}

/** A number and, where something is measured, its median. */
function Cell({ tally, kind, unit, label, onOpen }: CellProps) {
  const cell = tally?.cells.find((one) => one.kind === kind);
  return (
    <>
      <Number count={cell?.count ?? 0} label={label} onOpen={onOpen} />
      {unit !== null && cell !== undefined && cell.p50 !== null && (
        <span
          title={`Mediana en ${unit}; nueve de diez, hasta ${cell.p90 ?? ''}`}
        >{`${cell.p50} · ${cell.p90 ?? ''}`}</span>
      )}
    </>
  );
}
