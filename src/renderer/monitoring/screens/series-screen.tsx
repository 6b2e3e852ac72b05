import { useRef, useState } from 'react';
import { leftOut, seriesOf, type SeriesId } from '../../../shared/monitoring/index.ts';
import { asOfNow, useRead } from '../../platform/query.ts';
import { PageTitle, QueryState, TableHead } from '../../platform/ui/index.ts';
import css from '../monitoring.module.css';
import { Pane } from '../pane.tsx';
import { useYear, type Series } from '../queries.ts';
import { Rows } from '../rows.tsx';

type Chosen = { readonly line: SeriesId; readonly year: number };

/** «Serie anual»: what the record holds of each year; every number opens its list, and what is not held says so. */
export function SeriesScreen() {
  const read = useRead(['monitoring', 'series'], (client) => client.readSeries({}), asOfNow);
  return (
    <>
      <PageTitle aside={<span className={css.quiet}>por año · uso interno</span>}>Serie anual</PageTitle>
      <QueryState query={read}>{(data) => <Lines series={data} />}</QueryState>
    </>
  );
}

function Lines({ series }: { readonly series: Series }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const groups = Map.groupBy(series.lines, ({ id }) => seriesOf(id).group);
  const show = (next: Chosen) => {
    opener.current = document.activeElement as HTMLElement | null;
    setChosen(next);
  };
  const close = () => {
    setChosen(null);
    opener.current?.focus();
  };
  return (
    <div className={css.page} data-sheet data-open={chosen !== null || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div className={css.series} tabIndex={0} role="region" aria-label="Serie por año">
        <table className={css.years}>
          <caption className="visually-hidden">Lo que el registro guarda de cada año</caption>
          <TableHead of={[null, ...series.years]} />
          {[...groups].map(([group, lines]) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={series.years.length + 1}>
                  {group}
                </th>
              </tr>
              {lines.map((line) => (
                <Line key={line.id} line={line} years={series.years} onOpen={show} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {chosen !== null && <Year chosen={chosen} onClose={close} />}
    </div>
  );
}

type LineProps = {
  readonly line: Series['lines'][number];
  readonly years: Series['years'];
  readonly onOpen: (chosen: Chosen) => void;
};

function Line({ line: { id, figures }, years, onOpen }: LineProps) {
  const { label, count, words } = seriesOf(id);
  return (
    <tr>
      <th scope="row" data-part={label.startsWith('por ') || undefined}>
        {label}
      </th>
      {count === null ? (
        <td colSpan={years.length} className={css.notHeld}>
          no se registra<span>{words}</span>
        </td>
      ) : (
        figures.map((figure, at) => (
          <td key={years[at]}>
            {figure === null || figure === 0 ? (
              (figure ?? '–')
            ) : (
              <button
                type="button"
                className={css.number}
                aria-label={`${figure}: ${label}, ${years[at] ?? ''}`}
                onClick={() => onOpen({ line: id, year: years[at] ?? 0 })}
              >
                {figure}
              </button>
            )}
          </td>
        ))
      )}
    </tr>
  );
}

function Year({ chosen: { line, year }, onClose }: { readonly chosen: Chosen; readonly onClose: () => void }) {
  const rows = useYear(line, year);
  const { group, label, words, date } = seriesOf(line);
  const title = `${label}, ${year}`;
  return (
    <Pane
      title={title}
      label="Lista de la cifra elegida"
      onClose={onClose}
      foot={
        <p>
          <b>Qué cuenta.</b> {group}. {words} {leftOut}
        </p>
      }
    >
      <Rows label={title} date={date} query={rows} />
    </Pane>
  );
}
