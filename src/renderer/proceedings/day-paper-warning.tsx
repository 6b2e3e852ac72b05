import { useState } from 'react';
import { useMay } from '../platform/session.tsx';
import { DayPaper } from './day-paper.tsx';
import { useDayPaperState } from './queries.ts';
import { PlainButton, Warning } from '../platform/ui/index.ts';

/**
 * Before the centre closes: the sheet of the day is printed while the computer is on. Locking itself never waits for an
 * answer, so it is asked from an hour on, and who has a sheet of the day,
 * of the own cases or of the whole centre, is not asked any more.
 */
export function DayPaperWarning() {
  return useMay('deadline.read') ? <Reminder /> : null;
}

function Reminder() {
  const mayAll = useMay('case.assign');
  const [isOpen, setOpen] = useState(false);
  const [isLater, setLater] = useState(false);
  const { data } = useDayPaperState();
  const asks = data?.isClosingTime === true && data.leftAt === null && !isLater;
  if (!asks && !isOpen) return null;
  return (
    <>
      <Warning>
        <span>Antes de cerrar: la hoja del día aún no se imprimió.</span>
        <PlainButton small onClick={() => setOpen(true)}>
          Hoja del día
        </PlainButton>
        <PlainButton small onClick={() => setLater(true)}>
          Hoy no
        </PlainButton>
      </Warning>
      {isOpen && <DayPaper scope={mayAll ? 'all' : 'mine'} onClose={() => setOpen(false)} />}
    </>
  );
}
