import type { ReactNode } from 'react';
import { serviceLabels } from '../../shared/access/index.ts';
import { caseStateLabels, type CaseOverview } from '../../shared/intake/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { CaseAlerts } from '../alerts/index.ts';
import { CaseNext } from '../day/index.ts';
import { casePages, conditionWord, HandOverToServices } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { Facts, PersonName, Secret, type Fact } from '../platform/ui/index.ts';
import type { useTimeline } from './queries.ts';
import css from './timeline.module.css';

type Timeline = ReturnType<typeof useTimeline>['told'];
type Props = { readonly overview: CaseOverview; readonly timeline: Timeline };

/** Beside the history: what comes next, what waits, what holds, who attends her. */
export function Side({ overview, timeline }: Props) {
  const { caseId } = overview;
  return (
    <aside className={css.side} aria-label="De esta ficha">
      <div className={css.next}>
        <CaseNext caseId={caseId} />
      </div>
      <Urgent caseId={caseId} />
      <CaseAlerts caseId={caseId} />
      {timeline !== undefined && <InForce inForce={timeline.inForce} />}
      <Team overview={overview} team={timeline?.team ?? []} />
      <Pane title="Datos de la ficha">
        <Facts of={factsOf(overview)} />
      </Pane>
    </aside>
  );
}

function Pane({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.pane} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** An emergency is one press away from the page that a case opens on. */
function Urgent({ caseId }: { readonly caseId: string }) {
  const { title, path, may } = casePages.urgentReferral;
  if (!useMay(may)) return null;
  return (
    <p className={css.urgent}>
      <a href={hrefOf(path, { caseId })}>{title}</a>
      <kbd aria-hidden="true">F2</kbd>
    </p>
  );
}

function InForce({ inForce }: { readonly inForce: NonNullable<Timeline>['inForce'] }) {
  if (inForce === null || (inForce.measures.length === 0 && inForce.hearing === null)) return null;
  const { measures, hearing } = inForce;
  const rows: Fact[] = measures.map(({ words, state, since }): Fact => [
    state,
    since === null ? words : `${words}, desde el ${formatCivilDate(since)}`,
  ]);
  if (hearing !== null) rows.push([hearing.words, `${formatCivilDate(hearing.on)} ${hearing.time}, ${hearing.office}`]);
  return (
    <Pane title="Vigente">
      <Secret instead={<p>Con reserva.</p>}>
        <Facts of={rows} />
      </Secret>
    </Pane>
  );
}

type TeamProps = { readonly overview: CaseOverview; readonly team: NonNullable<Timeline>['team'] };

function Team({ overview, team }: TeamProps) {
  const mayHandOver = useMayStore('case.handOver');
  const rows = team.map(({ service, name }): Fact => [serviceLabels[service], name ?? 'Nadie todavía']);
  return (
    <Pane title="Quién la atiende">
      {rows.length === 0 ? <p>Ningún servicio tiene esta ficha todavía.</p> : <Facts of={rows} />}
      {mayHandOver && <HandOverToServices overview={overview} />}
    </Pane>
  );
}

function factsOf(overview: CaseOverview): Fact[] {
  const official = overview.fichaNumber;
  const opened = overview.team.find(({ role }) => role === 'Abrió la ficha');
  return [
    ['Ingreso', formatCivilDate(overview.admittedOn)],
    ['Estado', caseStateLabels[overview.state]],
    [
      'N.º de ficha oficial',
      official === null
        ? 'Sin registrar'
        : [official.numeric, official.alphabetic, official.year].filter((part) => part !== null).join('-'),
    ],
    overview.aggressorName !== '' && [
      'Presunta persona agresora',
      <PersonName key="name">{overview.aggressorName}</PersonName>,
    ],
    overview.confirmedCondition !== null && ['Condición', conditionWord(overview.confirmedCondition)],
    overview.reportingMonth !== null && ['Mes del reporte', overview.reportingMonth.split('-').reverse().join('/')],
    opened !== undefined && ['Abrió la ficha', opened.name],
  ];
}
