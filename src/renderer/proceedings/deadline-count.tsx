import { useEffect, useState } from 'react';
import { todayIn } from '../../shared/platform/clock.ts';
import { useUnpressed } from '../platform/client.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { useDeadlineCount, useRefreshProceedings } from './queries.ts';
import { CountMark } from '../platform/ui/index.ts';

/** What is late or falls due today, beside «Plazos» in the navigation; nothing when there is none. */
export function DeadlineCount() {
  return useMay('deadline.read') ? <Count /> : null;
}

function Count() {
  const { data } = useDeadlineCount();
  const total = data === undefined ? 0 : data.overdue + data.today;
  if (data === undefined || total === 0) return null;
  return (
    <CountMark
      count={total}
      isLate={data.overdue > 0}
      words={` plazos: ${data.overdue} vencidos, ${data.today} de hoy`}
    />
  );
}

const everyMinute = 60_000;
const dayHere = () => todayIn({ now: () => Date.now() });

/** Today by the clock of this window: asking the centre would keep an empty chair signed in. */
export function useDayHere(): string {
  const [day, setDay] = useState(dayHere);
  useEffect(() => {
    const timer = setInterval(() => setDay(dayHere()), everyMinute);
    return () => clearInterval(timer);
  }, []);
  return day;
}

/** Raises what is due when the centre is opened and when its day changes. */
export function DeadlineReminders() {
  const client = useUnpressed();
  const may = useMayStore('deadline.read');
  const refresh = useRefreshProceedings();
  const day = useDayHere();
  useEffect(() => {
    if (!may) return;
    // What fails here is asked again with the next opening; the board shows the dates in any case.
    client.remindDeadlines({}).then(refresh, () => undefined);
  }, [client, day, may, refresh]);
  return null;
}
