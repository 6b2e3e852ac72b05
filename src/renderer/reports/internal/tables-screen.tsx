import { useState, useEffect, useRef } from 'react';
import { addMonths, monthSchema } from '../../../shared/platform/dates.ts';
import { isPreventionSheet, preventionSheetIds, preventionSheets } from '../../../shared/prevention/index.ts';
import {
  agesOf,
  groupingsOf,
  internalPeriodWords,
  internalRules,
  notCounted,
  tableNumber,
  type TableRule,
} from '../../../shared/reports/index.ts';
import type { AgeGrouping } from '../../../shared/register/index.ts';
import { capital } from '../../../shared/platform/capital.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { useClient } from '../../platform/client.ts';
import { saveFile } from '../../platform/files.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { OneOfField, Icon, Notice, PageTitle, PlainButton, QueryState, ButtonRow } from '../../platform/ui/index.ts';
import { WorkingPaperDialog } from '../../papers/index.ts';
import { useDay } from '../../reception/index.ts';
import { Halves } from '../halves.tsx';
import css from '../reports.module.css';
import { MonthChanges } from './changes.tsx';
import { Figures, type Place } from './figures.tsx';
import { useTable, type TableAsk, useFigure, type FigureAsk } from './queries.ts';
import { Reconciliation } from './reconciliation.tsx';

/** `table`: the one that was shown of another period. */
type Props = { readonly period: string | null; readonly table: string | null };

/** «Tablas»: exact figures of a month or a year, each with the list behind it. */
export function TablesScreen({ period, table }: Props) {
  const today = useDay();
  const [key, setKey] = useState(table ?? firstKey);
  const shown = period ?? today.slice(0, 7);
  return (
    <>
      <PageTitle
        before={<Step period={shown} table={key} step={-1} />}
        aside={
          <>
            {stepped(shown, 1) <= today.slice(0, shown.length) && <Step period={shown} table={key} step={1} />}
            <Span period={shown} table={key} today={today} />
            <span className={css.quiet}>uso interno: cifras exactas, no salen del centro</span>
          </>
        }
      >
        {`Tablas: ${internalPeriodWords(shown)}`}
      </PageTitle>
      <Tables period={shown} table={key} onTable={setKey} />
    </>
  );
}

const stepped = (period: string, step: number): string => {
  const month = monthSchema.safeParse(period);
  return month.success ? addMonths(month.data, step) : String(Number(period) + step);
};

type WayProps = { readonly period: string; readonly table: string };

function Step({ period, table, step }: WayProps & { readonly step: 1 | -1 }) {
  const other = stepped(period, step);
  const words = `${step < 0 ? 'Anterior' : 'Siguiente'}: ${internalPeriodWords(other)}`;
  return (
    <a
      className={css.neighbour}
      data-step={step}
      href={hrefOf('/tablas/$period/$table', { period: other, table })}
      title={words}
      aria-label={words}
    >
      <Icon name="fold" size={18} />
    </a>
  );
}

/** From the month to its year and back to its last month. */
function Span({ period, table, today }: WayProps & { readonly today: string }) {
  const year = period.slice(0, 4);
  const last = year === today.slice(0, 4) ? today.slice(0, 7) : `${year}-12`;
  const other = period === year ? last : year;
  return (
    <a className={css.beside} href={hrefOf('/tablas/$period/$table', { period: other, table })}>
      {capital(internalPeriodWords(other))}
    </a>
  );
}

const labelOf = (key: string, title: string) => ({ code: key, label: `${tableNumber({ key })}. ${title}` });
const options = [
  ...internalRules.map(({ key, title }) => labelOf(key, title)),
  ...preventionSheetIds.map((key) => labelOf(key, preventionSheets[key])),
];
const firstKey = internalRules[0]?.key ?? '';

/** Groupings that fit the ages of a table; none where it has none. */
function groupingsFor(rule: TableRule | undefined): AgeGrouping[] {
  return rule === undefined ? [] : [...new Set(agesOf(rule).flatMap((age) => [...groupingsOf[age]]))];
}

function Tables({ period, table, onTable }: WayProps & { readonly onTable: (table: string) => void }) {
  const [grouping, setGrouping] = useState<AgeGrouping | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const rule = internalRules.find((one) => one.key === table);
  const groupings = groupingsFor(rule);
  const ask: TableAsk = { period, grouping, table: options.find(({ code }) => code === table)?.code ?? firstKey };
  return (
    <Halves aside={<Aside ask={ask} place={place} />}>
      <div className={css.choices}>
        <OneOfField
          words={{ label: 'Tabla' }}
          options={options}
          value={ask.table}
          onChange={(next) => {
            onTable(next);
            setPlace(null);
          }}
        />
        {groupings.length > 0 && (
          <OneOfField
            words={{ label: 'Grupos de edad' }}
            options={groupings.map((code) => ({ code, label: code }))}
            value={groupings.find((one) => one === grouping) ?? groupings[0] ?? null}
            onChange={(next) => {
              setGrouping(next);
              setPlace(null);
            }}
          />
        )}
      </div>
      <Table ask={ask} place={place} onPlace={setPlace} />
      <Files ask={ask} />
    </Halves>
  );
}

type TableProps = {
  readonly ask: TableAsk;
  readonly place: Place | null;
  readonly onPlace: (place: Place) => void;
};

function Table({ ask, place, onPlace }: TableProps) {
  const read = useTable(ask);
  return (
    <QueryState query={read}>
      {({ table }) => (
        <>
          <Figures table={table} chosen={place} onChoose={isPreventionSheet(table.key) ? null : onPlace} />
          <ul className={css.notes}>
            <li>{notCounted}</li>
            {table.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </QueryState>
  );
}

function Aside({ ask, place }: { readonly ask: TableAsk; readonly place: Place | null }) {
  const read = useTable(ask);
  const row = place === null ? undefined : read.data?.table.rows[place.row];
  const column = place === null ? undefined : read.data?.table.columns[place.column];
  return (
    <div className={css.column}>
      {place !== null && row !== undefined && column !== undefined ? (
        <FigureList
          ask={{ ...ask, ...place }}
          title={row.label === column.label ? row.label : `${row.label} · ${column.label}`}
        />
      ) : (
        <Notice>
          {isPreventionSheet(ask.table) ? (
            <p>
              Son cifras de actividades: no abren una lista de fichas. Cada actividad está en{' '}
              <a href={hrefOf('/prevencion')}>Prevención</a>.
            </p>
          ) : (
            <p>Elija una cifra para ver sus fichas. Con las flechas pasa de una cifra a otra.</p>
          )}
        </Notice>
      )}
      <MonthChanges period={ask.period} />
      {ask.period.includes('-') && <Reconciliation month={ask.period} />}
    </div>
  );
}

/** Paper and spreadsheet; both stand in the register of prints. */
function Files({ ask }: { readonly ask: TableAsk }) {
  const client = useClient();
  const act = useAct();
  const [paper, setPaper] = useState<'one' | 'all' | null>(null);
  const asked = { ...ask, table: paper === 'one' ? ask.table : null };
  const save = () =>
    act.run(
      async (by) => {
        const { file } = await by.makeInternalFile({ period: ask.period, grouping: ask.grouping });
        await saveFile(by, file);
      },
      { words: 'Tablas guardadas en una hoja de cálculo.' },
    );
  return (
    <>
      <ActProblem act={act} />
      <ButtonRow plain label="Imprimir esta tabla" onClick={() => setPaper('one')}>
        <PlainButton onClick={() => setPaper('all')}>Imprimir todas</PlainButton>
        <PlainButton aria-disabled={act.busy} onClick={() => void save()}>
          {act.busy ? 'Un momento…' : 'Guardar todas en hoja de cálculo'}
        </PlainButton>
      </ButtonRow>
      {paper !== null && (
        <WorkingPaperDialog
          title={`Tablas internas: ${internalPeriodWords(ask.period)}`}
          paper={['internal', ask.period, ask.grouping ?? '', asked.table ?? '']}
          make={() => client.internalPaper(asked)}
          release={(out, by) => by.releaseInternalPaper({ ...asked, ...out })}
          onClose={() => setPaper(null)}
        />
      )}
    </>
  );
}

/** The fichas behind a figure, or the acts. Of whom she may not read the answer she sees that it is there. */
function FigureList({ ask, title }: { readonly ask: FigureAsk; readonly title: string }) {
  const read = useFigure(ask);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [ask.row, ask.column, ask.table]);
  return (
    <section className={css.pane} aria-label={`Lista: ${title}`}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {read.data !== undefined && <span className={css.quiet}>{read.data.length}</span>}
      </header>
      <QueryState query={read}>
        {(things) => {
          const open = things.filter(({ number }) => number !== null);
          const others = things.length - open.length;
          return (
            <ul className={css.listed} data-acts={open.some(({ on }) => on !== null) || undefined}>
              {open.map(({ caseId, number, on }, at) => (
                <li key={at}>
                  <a href={hrefOf('/casos/$caseId', { caseId: caseId ?? '' })}>{number}</a>
                  {on !== null && <span className={css.quiet}>{formatCivilDate(on)}</span>}
                </li>
              ))}
              {others > 0 && <li>{others === 1 ? '1 que usted no abre.' : `${others} que usted no abre.`}</li>}
            </ul>
          );
        }}
      </QueryState>
    </section>
  );
}
