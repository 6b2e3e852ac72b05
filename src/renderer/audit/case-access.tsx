import { useState } from 'react';
import { accessMarkLabels, type CaseVisit } from '../../shared/audit/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useRead } from '../platform/query.ts';
import {
  DataTable,
  look,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  TickField,
  type Column,
} from '../platform/ui/index.ts';

const columns: readonly Column<CaseVisit>[] = [
  { title: 'Día', cell: ({ on }) => <span className={look.nowrap}>{formatCivilDate(on)}</span> },
  {
    title: 'Horas',
    cell: ({ from, to }) => <span className={look.nowrap}>{from === to ? from : `${from} a ${to}`}</span>,
  },
  {
    title: 'Quién',
    cell: ({ staffName, role }) => (
      <>
        {staffName}
        <p className={look.secondary}>{role}</p>
      </>
    ),
  },
  { title: 'Leyó', cell: ({ reads }) => (reads === 0 ? '—' : String(reads)) },
  { title: 'Escribió', cell: ({ changes }) => (changes === 0 ? '—' : String(changes)) },
  { title: 'Imprimió o sacó', cell: ({ left }) => (left === 0 ? '—' : <strong>{String(left)}</strong>) },
  {
    title: 'Fuera de lo habitual',
    cell: ({ marks }) =>
      marks.length === 0 ? (
        '—'
      ) : (
        <span className={look.row}>
          {marks.map((mark) => (
            <StateBadge key={mark} tone={mark === 'outOfHours' ? 'warning' : 'error'}>
              {accessMarkLabels[mark]}
            </StateBadge>
          ))}
        </span>
      ),
  },
];

/** «Quién abrió este caso»: for who attends it, a line for each person and day. */
export function CaseAccessPage({ caseId }: { readonly caseId: string }) {
  const access = useRead(['audit', 'case', caseId], (client) => client.listCaseAccess({ caseId }), { staleTime: 0 });
  const [isUnusualOnly, setUnusualOnly] = useState(false);
  return (
    <>
      <PageTitle>Quién abrió este caso</PageTitle>
      <Panel>
        <p>
          Por persona y día: cuántas veces leyó, escribió, y sacó algo en papel o archivo. Si algo no le parece bien,
          dígalo a Coordinación o registre un incidente en «Datos personales». Usted también figura al mirar esta
          página.
        </p>
        <TickField
          words={{ label: 'Solo lo que sale de lo habitual', id: 'unusual-only' }}
          value={isUnusualOnly}
          onChange={(next) => setUnusualOnly(next)}
        />
        <QueryState query={access}>
          {({ visits, isCut }) => (
            <DataTable
              caption={
                isCut ? 'Lo más reciente primero; lo más antiguo está en «Auditoría»' : 'Lo más reciente primero'
              }
              columns={columns}
              rows={visits.filter(({ marks }) => !isUnusualOnly || marks.length > 0)}
              keyOf={({ on, staffName, from }) => `${on} ${staffName} ${from}`}
              empty="Nada fuera de lo habitual."
            />
          )}
        </QueryState>
      </Panel>
    </>
  );
}
