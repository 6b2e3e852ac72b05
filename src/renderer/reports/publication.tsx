import { ageBands } from '../../shared/reports/codes.ts';
import { displayTables, type DisplayTable, type PublishedMonth } from '../../shared/reports/index.ts';
import { ageWords, bandWords, sexWords, tableWords, totalWords } from '../../shared/reports/labels.ts';
import { look, Panel } from '../platform/ui/index.ts';
import { FigureTable } from './figure-table.tsx';

/** The crossing of the full view reads in two lines: age, and the sexes below it. */
function Table({ table, isFull }: { readonly table: DisplayTable; readonly isFull: boolean }) {
  if (!isFull || table.title !== `T4. ${tableWords.T4}`) return <FigureTable {...table} />;
  const groups = [
    ...ageBands.map((age) => ({ words: ageWords[age], columns: sexWords.length })),
    { words: totalWords, columns: 1 },
  ];
  const sexes = ageBands.flatMap(() => sexWords);
  return <FigureTable {...table} groups={groups} head={[table.head[0] ?? '', ...sexes]} />;
}

/** The unit as it is, or would be, published: rounded figures, or the band alone; how they are read stands beside. */
export function Publication({ published }: { readonly published: PublishedMonth }) {
  return (
    <>
      {published.coverage !== null && published.collects.length === 0 && <p>{published.coverage}</p>}
      {published.view === 'band' ? (
        <Panel title={tableWords.T1}>
          <p>
            Casos: <strong>{bandWords}</strong>
          </p>
          <p className={look.secondary}>De un mes con 20 casos o menos no se publica ninguna otra cifra.</p>
        </Panel>
      ) : (
        <div className={look.columns}>
          {displayTables(published).map((table) => (
            <Table key={table.title} table={table} isFull={published.view === 'full'} />
          ))}
        </div>
      )}
    </>
  );
}
