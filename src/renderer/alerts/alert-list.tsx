import { ruleOf, type Alert } from '../../shared/alerts/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { onlyFor, useIsCoordination, useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { look, Panel, QueryState, StateBadge, Secret, LineButton } from '../platform/ui/index.ts';
import css from './alerts.module.css';
import { useCaseAlerts, useRefreshAlerts } from './queries.ts';

/** What ends with the work is said by «Lo que sigue» as long as it is so. */
function isOpen(alert: Alert): boolean {
  const { endsWithWork, isClosedByAct } = ruleOf(alert);
  return alert.closedAt === null && (endsWithWork !== true || isClosedByAct === true);
}

/** «Avisos» on the page of a case; those already attended to stay folded. */
export const CaseAlerts = onlyFor('alert.read', function OfCase({ caseId }: { readonly caseId: string }) {
  const query = useCaseAlerts(caseId);
  return (
    <QueryState query={query}>
      {(alerts) => {
        if (alerts.length === 0) return null;
        const open = alerts.filter(isOpen);
        const closed = alerts.filter((alert) => !isOpen(alert));
        return (
          <Panel title="Avisos">
            {open.length === 0 ? (
              <p className={look.secondary}>No hay avisos por atender.</p>
            ) : (
              <AlertList alerts={open} />
            )}
            {closed.length > 0 && (
              <details className={css.earlier}>
                <summary>{`Avisos anteriores (${closed.length})`}</summary>
                <AlertList alerts={closed} />
              </details>
            )}
          </Panel>
        );
      }}
    </QueryState>
  );
});

function AlertList({ alerts }: { readonly alerts: readonly Alert[] }) {
  return (
    <ul className={css.list}>
      {alerts.map((alert) => (
        <AlertLine key={alert.alertId} alert={alert} />
      ))}
    </ul>
  );
}

function AlertLine({ alert }: { readonly alert: Alert }) {
  const rule = ruleOf(alert);
  const isUrgent = rule.isUrgent && alert.closedAt === null;
  const isCoordination = useIsCoordination();
  const mayAcknowledge = useMay('alert.acknowledge');
  return (
    <li className={[css.alert, isUrgent ? css.urgent : ''].join(' ')}>
      <div>
        <p className={css.head}>
          {isUrgent && <StateBadge tone="error">Urgente</StateBadge>}
          <span className={look.strong}>
            <Secret instead="Aviso">{rule.label}</Secret>
          </span>
        </p>
        {alert.note !== null && (
          <Secret>
            <p className={look.written}>{alert.note}</p>
          </Secret>
        )}
        {alert.closedAt === null && (
          <Secret>
            <p>{isCoordination ? (rule.coordinationAdvice ?? rule.advice) : rule.advice}</p>
          </Secret>
        )}
        <p className={look.secondary}>{storyOf(alert)}</p>
      </div>
      {alert.closedAt === null && mayAcknowledge && <Acts alert={alert} />}
    </li>
  );
}

function storyOf(alert: Alert): string {
  const by = alert.raisedBy === null ? 'lo detectó el registro' : `lo originó ${alert.raisedBy}`;
  const parts = [`${inLima(alert.raisedAt)}, ${by}`];
  if (alert.seenAt !== null) parts.push(`visto por ${alert.seenBy ?? ''}, ${inLima(alert.seenAt)}`);
  if (alert.closedAt !== null) parts.push(`atendido por ${alert.closedBy ?? ''}, ${inLima(alert.closedAt)}`);
  return `${parts.join(' · ')}.`;
}

function Acts({ alert }: { readonly alert: Alert }) {
  const act = useAct({ refresh: useRefreshAlerts() });
  const rule = ruleOf(alert);
  const about = `${rule.label}, ficha ${alert.number}`;
  const acknowledge = (how: 'seen' | 'closed') =>
    act.run((client) => client.acknowledgeAlert({ caseId: alert.caseId, alertId: alert.alertId, act: how }), {
      words: how === 'seen' ? 'Aviso marcado como visto.' : 'Aviso atendido.',
      toTitle: true,
    });
  return (
    <>
      <div className={css.acts}>
        {!alert.isSeen && <LineButton label="Marcar como visto" of={about} onClick={() => void acknowledge('seen')} />}
        {rule.isClosedByAct !== true && (
          <LineButton label="Atendido" of={about} onClick={() => void acknowledge('closed')} />
        )}
      </div>
      {act.problem !== null && (
        <div className={css.refused}>
          <ActProblem act={act} />
        </div>
      )}
    </>
  );
}
