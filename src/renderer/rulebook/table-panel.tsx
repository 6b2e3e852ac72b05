import { useState } from 'react';
import type { RuleTable, RuleValue, RuleVersion } from '../../shared/rulebook/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import {
  look,
  DataTable,
  Panel,
  QueryState,
  TextField,
  TickField,
  type Column,
  ButtonRow,
} from '../platform/ui/index.ts';
import { RuleMark } from './mark.tsx';
import { newRow, rowPath, tablesPath } from './paths.ts';
import { useRules } from './queries.ts';
import css from './rulebook.module.css';
import { sinceWords } from './since.ts';
import { fold } from '../../shared/platform/text.ts';

/** A row as the list shows it: the version of today, or the newest where none counts today. */
type Line = RuleVersion & { readonly versions: number };

function linesOf(versions: readonly RuleVersion[]): Line[] {
  return [...Map.groupBy(versions, ({ rowId }) => rowId).values()].flatMap((own) => {
    const living = own.filter(({ isReplaced }) => !isReplaced);
    const shown = own.find(({ isCurrent }) => isCurrent) ?? living.at(-1);
    return shown === undefined ? [] : [{ ...shown, versions: own.length }];
  });
}

const columns: readonly Column<Line>[] = [
  { title: 'Fila', cell: (line) => line.label },
  { title: 'Vale desde', cell: (line) => sinceWords(line.validFrom) },
  { title: 'Vale hasta', cell: (line) => (line.validTo === null ? 'Sigue vigente' : formatCivilDate(line.validTo)) },
  { title: 'Fuente', cell: (line) => line.source },
  { title: 'Estado', cell: (line) => <RuleMark {...line} /> },
  { title: 'Versiones', cell: (line) => line.versions, right: true },
];

type Props = { readonly table: RuleTable<RuleValue> };

/** Where the button of the list leads, and what it says; null where nothing is added from here. */
function addsOf({ id, mayAdd, addsElsewhere, addsTo, addWords }: Props['table']) {
  if (mayAdd !== true || addsElsewhere === true) return addsTo ?? null;
  return { tableId: id, words: addWords ?? 'Agregar fila' };
}

export function RuleTablePanel({ table }: Props) {
  const rules = useRules(table.id);
  const mayChange = useMay('settings.datedTables');
  const go = useGo();
  const adds = addsOf(table);
  return (
    <div className={look.stack}>
      <p>
        <a href={hrefOf(tablesPath)}>Todas las tablas</a>
      </p>
      <Panel title={table.title}>
        <p>{table.about}</p>
        {table.needsTwoEyes && table.worksApproved !== true && (
          <p>Un cambio vale desde que se guarda; queda confirmado cuando otra persona profesional lo aprueba.</p>
        )}
        {mayChange && adds !== null && (
          <ButtonRow plain label={adds.words} onClick={() => go(rowPath, { tableId: adds.tableId, rowId: newRow })} />
        )}
      </Panel>
      <QueryState query={rules}>{(versions) => <Rows table={table} lines={linesOf(versions)} />}</QueryState>
    </div>
  );
}

function Rows({ table, lines }: Props & { readonly lines: readonly Line[] }) {
  const go = useGo();
  const [text, setText] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const shown = lines.filter(
    (line) =>
      (!onlyOpen || line.confirmation === 'toConfirm') &&
      fold(text)
        .split(/\s+/)
        .every((word) => fold(`${line.label} ${line.source}`).includes(word)),
  );
  return (
    <>
      <div className={css.filter}>
        <TextField
          words={{ label: 'Buscar en la tabla', optional: true }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TickField words={{ label: 'Solo lo que está por confirmar' }} value={onlyOpen} onChange={setOnlyOpen} />
      </div>
      <DataTable
        empty={lines.length === 0 ? 'Aún no hay ninguno.' : 'Ninguna fila coincide con lo buscado.'}
        caption={`${table.title}: ${shown.length} de ${lines.length} filas`}
        columns={columns}
        rows={shown}
        keyOf={(line) => line.rowId}
        onOpen={({ rowId }) => go(rowPath, { tableId: table.id, rowId })}
      />
    </>
  );
}
