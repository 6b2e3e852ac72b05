import type { ComponentType } from 'react';
import { isOnlyDesk, servicesOf } from '../../shared/access/index.ts';
import { longDay, type CentreNow, type NextLine, type NextItem } from '../../shared/day/index.ts';
import type { Board } from '../../shared/reception/index.ts';
import { CounterpartDay, useCounterpartSide } from '../counterparts/index.ts';
import { ClosedSeals, OwnDraftCount, OwnDrafts, RepeatLinks } from '../intake/index.ts';
import { CargosOfToday } from '../filings/index.ts';
import type { Output } from '../platform/client.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { ActionBar, EmptyState, PageTitle, QueryState } from '../platform/ui/index.ts';
import { BoardBar, OrderOfArrival, useBoard, useBoardAct, usePassing } from '../reception/index.ts';
import { Behind, CentreToday, Unanswered } from './centre-now.tsx';
import { FirstAttention, MeasuresOfYear } from './centre-year.tsx';
import css from './day.module.css';
import { Decisions, useWaitingDecisions } from './decisions.tsx';
import { NextList } from './next-list.tsx';
import { PreventionToday } from './prevention-today.tsx';
import { useMyDay } from './queries.ts';
import { Hearings, Today } from './today.tsx';
import { useWaitingForMe, WaitingForMe } from './waiting.tsx';
import { Week } from './week.tsx';

/** What the domains of the months and of monitoring, which stand above, show to who leads the centre. */
export type CentreMonths = {
  readonly ToClose: ComponentType;
  readonly Intake: ComponentType;
  readonly Figures: ComponentType;
};

type MyDay = Output<'readMyDay'>;

/** «Mi día»: of whoever attends, who waits and what is next; of the desk, the order of arrival; two functions have both. */
export function MyDayScreen({ Months }: { readonly Months: CentreMonths }) {
  const { roles } = useSession().staff;
  const reads = useMay('alert.read');
  const mayOpen = useMay('case.open');
  const isDesk = roles.includes('admission');
  const prevents = roles.includes('preventionOfficer');
  const side = useCounterpartSide();
  return (
    <>
      <PageTitle
        aside={
          <>
            {mayOpen && <TodayWords />}
            {isDesk && <BoardBar />}
          </>
        }
      >
        Mi día
      </PageTitle>
      {isOnlyDesk(roles) && <OwnDraftCount />}
      {reads && <Days Months={Months} />}
      {isDesk && <OrderOfArrival isSecond={reads} />}
      {prevents && <PreventionToday />}
      {side !== null && <CounterpartDay />}
      {!reads && !isDesk && !prevents && side === null && (
        <EmptyState>Su función no atiende casos. Elija un tema en la navegación de la izquierda.</EmptyState>
      )}
    </>
  );
}

/** «miércoles 10 de junio», as the centre counts it. */
function TodayWords() {
  const today = useBoard().data?.today;
  return today === undefined ? null : <span className={css.quiet}>{longDay(today)}</span>;
}

function Days({ Months }: { readonly Months: CentreMonths }) {
  const day = useMyDay();
  const board = useBoard();
  return (
    <QueryState query={day}>
      {(read) => <QueryState query={board}>{(now) => <Drawn day={read} board={now} Months={Months} />}</QueryState>}
    </QueryState>
  );
}

function OwnCases({ day }: { readonly day: MyDay }) {
  const none = 'No hay casos asignados a usted. Aquí estarán los que registre y los que reciba su servicio.';
  return (
    <NextList
      title="Lo que sigue en mis casos"
      charge={day.cases === 1 ? '1 caso a cargo' : `${day.cases} casos a cargo`}
      mayCall={useMay('call.read')}
      lines={withoutWeek(day)}
      empty={day.cases === 0 ? none : 'Nada espera en sus casos.'}
    />
  );
}

type DrawnProps = { readonly day: MyDay; readonly board: Board; readonly Months: CentreMonths };

function Drawn({ day, board, Months }: DrawnProps) {
  const { roles } = useSession().staff;
  const attends = servicesOf(roles).length > 0;
  const waiting = useWaitingForMe(board);
  const decisions = useWaitingDecisions();
  return (
    <>
      {day.terms !== null && <Week today={day.today} terms={day.terms} daysOff={day.daysOff} />}
      {attends && (
        <div className={css.halves}>
          <div className={css.column}>
            <WaitingForMe board={board} waiting={waiting} />
            {day.terms === null ? (
              <Today today={day.today} visits={board.visits} hearings={day.hearings} />
            ) : (
              <Hearings today={day.today} hearings={day.hearings} />
            )}
            {decisions !== null && decisions.length > 0 && !roles.includes('coordinator') && (
              <Decisions waiting={decisions} />
            )}
            <OwnDrafts />
          </div>
          <div className={css.column}>
            <CargosOfToday today={day.today} />
            <OwnCases day={day} />
          </div>
        </div>
      )}
      {day.centre !== null && <Centre {...{ day, board, decisions, attends, Months }} centre={day.centre} />}
      <MainAct waiting={waiting} decisions={day.centre !== null && !attends ? (decisions?.length ?? 0) : 0} />
    </>
  );
}

type CentreProps = {
  readonly day: MyDay;
  readonly centre: CentreNow;
  readonly board: Board;
  readonly decisions: ReturnType<typeof useWaitingDecisions>;
  readonly attends: boolean;
  readonly Months: CentreMonths;
};

/** What Coordinación sees of the centre: what cannot wait, what waits for her word, numbers that open their lists. */
function Centre({ day, centre, board, decisions, attends, Months }: CentreProps) {
  return (
    <div className={css.thirds}>
      <div className={css.column}>
        {!attends && <Unanswered lines={day.lines} />}
        <Decisions waiting={decisions} />
        {!attends && <OwnDrafts />}
      </div>
      <div className={css.column}>
        <CentreToday board={board} centre={centre} />
        <section className={css.pane} aria-label="Cifras del centro">
          <FirstAttention />
          <div className={css.chart}>
            <Months.Intake />
          </div>
        </section>
        <Months.Figures />
      </div>
      <div className={css.column}>
        <Months.ToClose />
        <Behind centre={centre} />
        <MeasuresOfYear />
        <ClosedSeals />
        <RepeatLinks />
      </div>
    </div>
  );
}

/** Terms of a proceeding stand in the week already. */
function withoutWeek({ terms, lines }: MyDay): NextLine[] {
  if (terms === null) return [...lines];
  const isOfWeek = ({ kind, page }: NextItem) => kind === 'term' && page === 'proceeding';
  return lines
    .map((line) => ({ ...line, items: line.items.filter((item) => !isOfWeek(item)) }))
    .filter(({ items }) => items.length > 0);
}

type MainProps = { readonly waiting: readonly Board['arrivals'][number][]; readonly decisions: number };

/** The one filled button: who waits, then what waits for a decision, then the next arrival. */
function MainAct({ waiting: [first], decisions }: MainProps) {
  const go = useGo();
  if (first !== undefined) return <Attend line={first} />;
  if (decisions > 0) {
    const decide = () => go('/aprobaciones');
    return (
      <ActionBar
        main={{ label: `Decidir pendientes (${decisions})`, onClick: decide, reads: true, byControlEnter: true }}
      />
    );
  }
  return <RegisterArrival />;
}

function Attend({ line }: { readonly line: Board['arrivals'][number] }) {
  const acts = useBoardAct(line);
  const { pass, question } = usePassing(line, acts);
  const attend = () => pass('attend');
  return (
    <>
      {question}
      <ActionBar main={{ label: `Atender a ${line.label}`, onClick: attend, busy: acts.busy, byControlEnter: true }} />
    </>
  );
}

function RegisterArrival() {
  const go = useGo();
  const { roles } = useSession().staff;
  // Whoever has the line on this very screen needs no way to it.
  if (!useMay('case.open') || roles.includes('admission')) return null;
  return <ActionBar main={{ label: 'Registrar llegada', onClick: () => go('/llegada'), byKey: 'Alt N' }} />;
}
