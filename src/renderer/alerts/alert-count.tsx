import { useRouterState } from '@tanstack/react-router';
import { useMay } from '../platform/session.tsx';
import css from './alerts.module.css';
import { useAlertCount } from './queries.ts';

/** Number of alerts nobody has seen, beside «Inicio» in the navigation; nothing when there are none. */
export function AlertCount() {
  return useMay('alert.read') ? <Count /> : null;
}

function Count() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data } = useAlertCount(path);
  if (data === undefined || data.unseen === 0) return null;
  return (
    <span className={[css.count, data.urgent > 0 ? css.urgentCount : ''].join(' ')}>
      {data.unseen}
      <span className="visually-hidden">{data.unseen === 1 ? ' aviso sin ver' : ' avisos sin ver'}</span>
    </span>
  );
}
