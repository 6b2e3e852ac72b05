import { useRouterState } from '@tanstack/react-router';
import { useMay } from '../platform/session.tsx';
import { useAlertCount } from './queries.ts';
import { CountMark } from '../platform/ui/index.ts';

/** Number of alerts nobody has seen, beside «Mi día» in the navigation; nothing when there are none. */
export function AlertCount() {
  return useMay('alert.read') ? <Count /> : null;
}

function Count() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data } = useAlertCount(path);
  if (data === undefined || data.unseen === 0) return null;
  return (
    <CountMark
      count={data.unseen}
      isLate={data.urgent > 0}
      words={data.unseen === 1 ? ' aviso sin ver' : ' avisos sin ver'}
    />
  );
}
