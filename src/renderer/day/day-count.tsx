import { useRouterState } from '@tanstack/react-router';
import { onlyFor } from '../platform/session.tsx';
import { CountMark } from '../platform/ui/index.ts';
import { countLines } from '../../shared/day/index.ts';
import { useDayCount, useMyDay } from './queries.ts';

/** Cases that ask the reader for an answer today or are late, beside «Mi día» in the navigation. */
export const DayCount = onlyFor('alert.read', function Count() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  // On «Mi día» the list itself was just read.
  const isHome = path === '/';
  const mine = useMyDay(isHome).data;
  const counted = useDayCount(!isHome).data;
  const data = isHome ? mine && countLines(mine.lines) : counted;
  const total = data === undefined ? 0 : data.today + data.overdue;
  if (data === undefined || total === 0) return null;
  return (
    <CountMark
      count={total}
      isLate={data.today > 0}
      words={`${total === 1 ? ' caso' : ' casos'}: ${data.today} hoy, ${data.overdue} con algo vencido`}
    />
  );
});
