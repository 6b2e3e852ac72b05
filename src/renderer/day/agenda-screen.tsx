import { useState } from 'react';
import { dayAndMonth, weekdayOf, type AgendaEntry } from '../../shared/day/index.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { casePages, useCentreDay } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import {
  OneOfField,
  EmptyState,
  look,
  PageTitle,
  PersonName,
  PlainButton,
  QueryState,
  Secret,
  optionsOf,
} from '../platform/ui/index.ts';
import css from './day.module.css';
import { useAgenda, type Agenda } from './queries.ts';
import { Pane, PaneLines } from './pane.tsx';

const whose = optionsOf({ mine: 'La mía', centre: 'La del centro' });
const kindWords = {
  visit: 'Cita',
  home: 'Visita domiciliaria',
  hearing: 'Audiencia',
  call: 'Llamar otra vez',
} as const;

/** «Semana»: appointments, home visits, hearings and next tries, by day. */
export function AgendaScreen() {
  const may = useMay('appointment.read');
  const today = useCentreDay().day;
  return (
    <>
      <PageTitle>Semana</PageTitle>
      {may ? <Weeks key={today} today={today} /> : <EmptyState>Su función no ve la agenda.</EmptyState>}
    </>
  );
}

function Weeks({ today }: { readonly today: CivilDate }) {
  const [from, setFrom] = useState(today);
  const [chosen, setChosen] = useState<'mine' | 'centre'>('mine');
  const agenda = useAgenda(from, chosen);
  return (
    <>
      <div className={look.fields}>
        <OneOfField words={{ label: 'Agenda' }} options={whose} value={chosen} onChange={setChosen} />
        <PlainButton onClick={() => setFrom(addDays(from, -7))}>Semana anterior</PlainButton>
        <PlainButton onClick={() => setFrom(today)}>Desde hoy</PlainButton>
        <PlainButton onClick={() => setFrom(addDays(from, 7))}>Semana siguiente</PlainButton>
      </div>
      <QueryState query={agenda}>
        {(read) => <Week from={from} agenda={read} isCentre={chosen === 'centre'} />}
      </QueryState>
    </>
  );
}

type WeekProps = { readonly from: CivilDate; readonly agenda: Agenda; readonly isCentre: boolean };

function Week({ from, agenda: { today, entries, loads }, isCentre }: WeekProps) {
  const days = Array.from({ length: 7 }, (_, at) => addDays(from, at));
  const shown = days.filter((day) => entries.some(({ on }) => on === day) || !isWeekend(day));
  return (
    <div className={css.days}>
      {shown.map((day) => (
        <Day key={day} day={day} isToday={day === today} entries={entries.filter(({ on }) => on === day)} />
      ))}
      {isCentre && loads.length > 0 && (
        <Pane title="Carga de la semana">
          <ul className={css.lines}>
            {loads.map(({ name, count }) => (
              <li key={name}>
                <span className={css.grow}>{name}</span>
                <span className={css.until}>{count}</span>
              </li>
            ))}
          </ul>
        </Pane>
      )}
    </div>
  );
}

const isWeekend = (day: CivilDate) => ['sábado', 'domingo'].includes(weekdayOf(day));

type DayProps = { readonly day: CivilDate; readonly isToday: boolean; readonly entries: readonly AgendaEntry[] };

function Day({ day, isToday, entries }: DayProps) {
  const title = `${weekdayOf(day)} ${dayAndMonth(day)}`;
  return (
    <Pane title={title} said={isToday ? 'hoy' : undefined}>
      <PaneLines isOrdered none="Nada.">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </PaneLines>
    </Pane>
  );
}

function Entry({ entry }: { readonly entry: AgendaEntry }) {
  const { kind, time, name, number, caseId, who, isMissed } = entry;
  const words = `${who.length > 1 ? `${kindWords[kind]} conjunta` : kindWords[kind]}${isMissed ? ', no vino' : ''}`;
  const path = kind === 'hearing' ? casePages.proceeding.path : '/casos/$caseId';
  return (
    <li>
      <time className={css.hour}>{time}</time>
      <span className={css.grow}>
        {caseId === null ? (
          words
        ) : (
          <a href={hrefOf(path, { caseId })}>{number === null ? words : `${words} · ${number}`}</a>
        )}
        <small>
          {name !== null && <PersonName>{name}</PersonName>}
          <Secret>{`${name === null ? '' : ' · '}${who.join(' y ') || 'Nadie designado'}`}</Secret>
        </small>
      </span>
    </li>
  );
}
