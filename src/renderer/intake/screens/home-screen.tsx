import { isOnlyDesk } from '../../../shared/access/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { MyAlerts } from '../../alerts/index.ts';
import { ActionBar, EmptyState, PageTitle, Panel, StateBadge } from '../../platform/ui/index.ts';
import { OrderOfArrival } from '../../reception/index.ts';
import { CaseTable } from '../case-table.tsx';
import { ClosedSeals } from '../closed-seals.tsx';
import css from '../intake.module.css';
import { RepeatLinks } from '../repeat-links.tsx';
import { useMyCases } from '../queries.ts';
import { casesPath } from '../words.ts';

const arrivalLabel = 'Registrar llegada';

/**
 * «Mi día»: what is half typed, the cases of my service, one main action. The desk opens on the order of arrival, and whoever
 * stands at it reads neither names nor risks: its fichas have a page of their own.
 */
export function HomeScreen() {
  const mayList = useMay('case.list');
  const mayOpen = useMay('case.open');
  const { roles } = useSession().staff;
  const isDesk = roles.includes('admission');
  const readsNoNames = isOnlyDesk(roles);
  const go = useGo();
  const register = () => go('/llegada');
  return (
    <>
      <PageTitle>Mi día</PageTitle>
      {mayList && !readsNoNames && <Today />}
      <RepeatLinks />
      <MyAlerts />
      {readsNoNames && <OwnDrafts />}
      {isDesk && <OrderOfArrival />}
      {!mayList && <NoCases />}
      {mayList && !readsNoNames && (
        <CaseTable register={mayOpen && !isDesk ? { label: `${arrivalLabel} (Alt+N)`, onClick: register } : null} />
      )}
      <ClosedSeals />
      {mayOpen && (
        <ActionBar main={{ label: arrivalLabel, onClick: register }}>
          <span>Alt+N</span>
        </ActionBar>
      )}
    </>
  );
}

/** How many, and where: whose they are is read there. */
function OwnDrafts() {
  const count = useMyCases().data?.drafts.length ?? 0;
  if (count === 0) return null;
  return (
    <p>
      <a href={hrefOf(casesPath)}>
        {count === 1 ? 'Tiene 1 borrador sin terminar' : `Tiene ${count} borradores sin terminar`}
      </a>
    </p>
  );
}

/** Cases with a fact that cannot wait, until somebody of the team says what was done. */
function Today() {
  const cases = useMyCases().data?.cases.filter(({ sameDay }) => sameDay.length > 0) ?? [];
  if (cases.length === 0) return null;
  return (
    <Panel title="Piden respuesta hoy">
      <ul className={css.drafts}>
        {cases.map((line) => (
          <li key={line.caseId} className={css.draft}>
            <StateBadge tone="error">Urgente</StateBadge>
            <a
              href={hrefOf('/casos/$caseId/riesgo', { caseId: line.caseId })}
            >{`Responder: ficha ${line.number} · ${line.userName}`}</a>
            <span className={css.grow}>{line.sameDay.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NoCases() {
  return <EmptyState>Su función no atiende casos. Elija un tema en la navegación de la izquierda.</EmptyState>;
}
