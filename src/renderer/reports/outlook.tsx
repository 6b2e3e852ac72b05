/** «Así saldrá»: what the draft itself shows, and nothing that it does not. */
import { monthNames } from '../../shared/platform/typed-date.ts';
import { addMonths, monthSchema } from '../../shared/platform/dates.ts';
import { capital } from '../../shared/platform/capital.ts';
import { bandWords, periodWords, type PublishedMonth } from '../../shared/reports/index.ts';
import { bandLimit } from '../../shared/reports/codes.ts';
import { typeWords } from '../../shared/reports/labels.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { BarChart, ColumnChart, Fold, look, QueryState, type Point, Pane } from '../platform/ui/index.ts';
import { useMonthPreview } from './queries.ts';
import css from './reports.module.css';

export function Outlook({ month, isClosed }: { readonly month: string; readonly isClosed: boolean }) {
  const preview = useMonthPreview(month);
  const mayReadExact = useMay('report.internal');
  return (
    <Pane
      className={css.pane}
      label="Así saldrá"
      title={isClosed ? 'Así salió' : 'Así saldrá'}
      said={isClosed ? 'publicado, redondeado' : 'borrador, redondeado'}
      end={
        mayReadExact && (
          <a
            href={hrefOf('/tablas/$period', { period: month })}
            aria-label={`Exactas: tablas de ${periodWords(month)}`}
          >
            Exactas
          </a>
        )
      }
    >
      <QueryState query={preview}>{({ published }) => <OutlookOf published={published} month={month} />}</QueryState>
    </Pane>
  );
}

type OfUnit = { readonly published: PublishedMonth; readonly month: string };

export function OutlookPane(unit: OfUnit) {
  return (
    <Pane className={css.pane} title="Así saldrá" said="redondeado">
      <OutlookOf {...unit} />
    </Pane>
  );
}

export function OutlookOf({ published, month }: OfUnit) {
  return (
    <>
      {published.view === 'band' ? <Band /> : <Figures published={published} month={month} />}
      <div className={css.folded}>
        <Fold kind="line" isOpen={false} title="Cómo se lee">
          <p className={look.secondary}>{published.note}</p>
        </Fold>
      </div>
    </>
  );
}

function Band() {
  return (
    <div className={css.inside}>
      <p>
        Casos: <strong>{bandWords}</strong>
      </p>
      <p className={look.secondary}>De un mes con 20 casos o menos no se publica ninguna otra cifra.</p>
    </div>
  );
}

function rowsOf({ tables }: PublishedMonth, id: 'T1' | 'T2') {
  return tables.find((table) => table.id === id)?.rows ?? [];
}

function Figures({ published, month }: { readonly published: PublishedMonth; readonly month: string }) {
  const total = rowsOf(published, 'T1').find(({ code }) => code === 'total')?.values ?? [];
  const months = rowsOf(published, 'T2').filter(({ code }) => monthSchema.safeParse(code).success);
  const previous = addMonths(monthSchema.parse(month), -1);
  const before = months.find(({ code }) => code === previous);
  return (
    <>
      <dl className={css.sums}>
        <Sum value={published.total} words="casos del mes" />
        <Sum value={total[1] ?? null} words="acumulado del año" />
        {before !== undefined && (
          <Sum value={before.values[0] ?? bandWords} words={`${shortMonth(previous)}, publicado`} />
        )}
      </dl>
      {published.coverage !== null && (
        <div className={css.inside}>
          <p className={look.secondary}>{published.coverage}</p>
        </div>
      )}
      <Types published={published} />
      {months.length > 1 && <Year months={months} month={month} />}
    </>
  );
}

function Sum({ value, words }: { readonly value: number | string | null; readonly words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value ?? '–'}</dd>
    </div>
  );
}

function Types({ published: { margins } }: { readonly published: PublishedMonth }) {
  if (margins === null) return null;
  const points = typeWords
    .map((words, at): Point => ({ label: words.split(' ')[0] ?? words, long: words, value: margins.type[at] ?? 0 }))
    .toSorted((one, other) => other.value - one.value);
  const [first, second] = points;
  const isClear = first !== undefined && first.value > (second?.value ?? 0);
  return (
    <div className={css.inside}>
      <BarChart
        title={
          isClear ? `La violencia ${first.label.toLowerCase()} es la más registrada` : 'Casos por tipo de violencia'
        }
        points={points}
        counts="Casos"
        note="0 significa de 0 a 2 casos; las partes pueden no sumar el total."
      />
    </div>
  );
}

/** A month that is a band has no figure: its column stands at the limit, hatched, and says so. */
function Year({ months, month }: { readonly months: ReturnType<typeof rowsOf>; readonly month: string }) {
  const points = months.map(({ code, values: [cases = null] }): Point => {
    const names = { label: shortMonth(code), long: capital(periodWords(code)) };
    if (cases === null) return { ...names, value: bandLimit, words: `≤ ${bandLimit}`, mark: 'band' };
    return { ...names, value: cases, mark: code === month ? 'now' : 'before' };
  });
  const hasBand = points.some(({ mark }) => mark === 'band');
  return (
    <div className={css.inside}>
      <ColumnChart
        title="Casos publicados por mes"
        points={points}
        counts="Casos"
        note={hasBand ? `Rayado: ese mes se publica solo «${bandWords}».` : undefined}
      />
    </div>
  );
}

function shortMonth(month: string): string {
  return (monthNames[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3);
}
