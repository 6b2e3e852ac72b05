import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { askRules, type Ask } from '../../shared/alerts/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { casePath } from '../intake/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useRefresh } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import { moveByArrow, PlainButton, QueryState, Key, TableHead } from '../platform/ui/index.ts';
import css from './monitoring.module.css';
import type { Row } from './queries.ts';

type Props = {
  readonly label: string;
  /** Head of the date of a row. */
  readonly date: string;
  readonly query: UseQueryResult<Row[]>;
  /** What may be asked of whoever holds the ficha of a row. */
  readonly askIn?: (row: Row) => Ask | null;
};

/** The fichas behind a figure: number, the date that matters, who is in charge. ↑ ↓ move, Enter opens, P asks. */
export function Rows({ query, ...props }: Props) {
  return (
    <QueryState query={query}>
      {(rows) => (rows.length === 0 ? <p className={css.none}>Nada que listar.</p> : <Listed rows={rows} {...props} />)}
    </QueryState>
  );
}

const keyOf = ({ month, kind, id }: Row) => `${month} ${kind} ${id}`;

function Listed({ rows, label, date, askIn }: Omit<Props, 'query'> & { readonly rows: readonly Row[] }) {
  const [key, setKey] = useState('');
  const chosen = rows.find((row) => keyOf(row) === key) ?? rows[0];
  const asking = useAsking(askIn);
  return (
    <>
      <table className={css.rows} aria-label={label}>
        <TableHead of={['Ficha', date, 'A cargo']} />
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-chosen={row === chosen || undefined} onFocus={() => setKey(keyOf(row))}>
              <Cells row={row} onAsk={() => asking.ask(row)} />
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== undefined && chosen.caseId !== null && <Acts row={chosen} asking={asking} />}
    </>
  );
}

function Cells({ row, onAsk }: { readonly row: Row; readonly onAsk: () => void }) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    moveByArrow(event);
    if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !event.altKey && !event.metaKey) onAsk();
  };
  return (
    <>
      <th scope="row">
        {row.caseId === null ? (
          row.number
        ) : (
          <a data-act href={hrefOf(casePath, { caseId: row.caseId })} onKeyDown={press}>
            {row.number}
          </a>
        )}
      </th>
      <td data-late={row.isLate || undefined}>
        {row.on !== null && formatCivilDate(row.on)}
        {row.facts !== '' && <span>{row.facts}</span>}
      </td>
      <td>
        {row.who}
        {row.askedOn !== null && <span>{`pedido el ${formatCivilDate(row.askedOn).slice(0, 5)}`}</span>}
      </td>
    </>
  );
}

/** Asks for it once; what is asked for already says so. */
function useAsking(askIn: Props['askIn']) {
  const may = useMayStore('monitoring.ask');
  const act = useAct();
  const refresh = useRefresh(['monitoring', 'list']);
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const askOf = (row: Row) => (may && row.who !== '' ? (askIn?.(row) ?? null) : null);
  const ask = (row: Row) => {
    const [one, { caseId, who }] = [askOf(row), row];
    if (one === null || caseId === null) return;
    const wordsOf = ({ isNew }: { readonly isNew: boolean }) =>
      isNew ? `Pedido a ${who}: lo verá en «Mi día».` : `Ya está pedido a ${who}: se ve en «Mi día».`;
    void act.run((by) => by.askInCase({ caseId, ask: one }), {
      ...{ of: keyOf(row), words: wordsOf },
      done: (answer) => {
        setSaid(new Map([...said, [keyOf(row), wordsOf(answer)]]));
        void refresh();
      },
    });
  };
  return { act, ask, askOf, saidOf: (row: Row) => said.get(keyOf(row)) ?? '' };
}

function Acts({ row, asking }: { readonly row: Row; readonly asking: ReturnType<typeof useAsking> }) {
  const ask = asking.askOf(row);
  if (ask === null || row.caseId === null) return null;
  return (
    <div className={css.acts}>
      <p>
        <b>{row.number}:</b> {askRules[ask].words.toLocaleLowerCase('es')}
      </p>
      <div>
        <PlainButton
          small
          aria-keyshortcuts="P"
          aria-disabled={asking.act.busy}
          rightSection={<Key>P</Key>}
          onClick={() => asking.ask(row)}
        >
          {`Pedir a ${row.who}`}
        </PlainButton>
        <span role="status">{asking.saidOf(row)}</span>
      </div>
      <ActProblem act={asking.act} />
    </div>
  );
}
