import { useHolds } from '../platform/session.tsx';
import { CountMark } from '../platform/ui/index.ts';
import { usePreventionCount } from './queries.ts';

/** Activities without attendance, beside «Prevención» in the navigation of who writes it. */
export function PreventionCount() {
  const { data } = usePreventionCount(useHolds('prevention.write'));
  if (data === undefined || data.open === 0) return null;
  return <CountMark count={data.open} isLate={false} words={data.open === 1 ? ' sin asistencia' : ' sin asistencia'} />;
}
