import { caseStateLabels, type CaseLine } from '../../../shared/intake/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { MyAlerts } from '../../alerts/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import {
  ActionBar,
  DataTable,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  RiskWord,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import { OrderOfArrival } from '../../reception/index.ts';
import { ClosedSeals } from '../closed-seals.tsx';
import { DraftList } from '../draft-list.tsx';
import css from '../intake.module.css';
import { RepeatLinks } from '../repeat-links.tsx';
import { useMyCases } from '../queries.ts';
import { riskWord, stateTones } from '../words.ts';

const columns: readonly Column<CaseLine>[] = [
  {
    title: 'Ficha',
    cell: (line) =>
      line.isSealed ? (
        <>
          {line.number} <StateBadge tone="warning">Ficha reservada</StateBadge>
        </>
      ) : (
        line.number
      ),
  },
  { title: 'Persona usuaria', cell: (line) => line.userName },
  { title: 'Ingreso', cell: (line) => formatCivilDate(line.admittedOn) },
  {
    title: 'Estado',
    cell: (line) => <StateBadge tone={stateTones[line.state]}>{caseStateLabels[line.state]}</StateBadge>,
  },
  {
    title: 'Riesgo',
    cell: (line) => {
      const risk = riskWord(line.riskLevel);
      return <RiskWord level={risk.level} word={risk.word} />;
    },
  },
  { title: 'Lo que sigue', cell: (line) => line.next },
];

const arrivalLabel = 'Registrar llegada';

/** «Inicio»: what is half typed, the cases of my service, one main action; the desk opens on the order of arrival. */
export function HomeScreen() {
  const mayList = useMay('case.list');
  const mayOpen = useMay('case.open');
  const isDesk = useSession().staff.roles.includes('admission');
  const go = useGo();
  const register = () => go('/llegada');
  return (
    <>
      <PageTitle>{isDesk ? 'Orden de llegada' : 'Inicio'}</PageTitle>
      {mayList && <Today />}
      <RepeatLinks />
      <MyAlerts />
      {isDesk && <OrderOfArrival />}
      {mayList ? <MyWork register={mayOpen && !isDesk ? register : null} /> : <NoCases />}
      <ClosedSeals />
      {mayOpen && (
        <ActionBar main={{ label: arrivalLabel, onClick: register }}>
          <span>Alt+N</span>
        </ActionBar>
      )}
    </>
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

function MyWork({ register }: { readonly register: (() => void) | null }) {
  const work = useMyCases();
  const go = useGo();
  return (
    <QueryState query={work}>
      {({ cases, drafts }) => (
        <>
          {drafts.length > 0 && <DraftList drafts={drafts} />}
          {cases.length === 0 ? (
            <EmptyState {...(register !== null && { action: { label: `${arrivalLabel} (Alt+N)`, onClick: register } })}>
              Aún no hay casos para usted. Aquí estarán los que registre y los que reciba su servicio.
            </EmptyState>
          ) : (
            <DataTable
              caption={
                cases.length === 1
                  ? '1 caso, el más reciente primero'
                  : `${cases.length} casos, el más reciente primero`
              }
              columns={columns}
              rows={cases}
              keyOf={(line) => line.caseId}
              onOpen={(line) => go('/casos/$caseId', { caseId: line.caseId })}
            />
          )}
        </>
      )}
    </QueryState>
  );
}
