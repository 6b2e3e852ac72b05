import { caseStateLabels, type CaseLine } from '../../shared/intake/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useRead } from '../platform/query.ts';
import { useGo } from '../platform/routes.ts';
import {
  DataTable,
  EmptyState,
  QueryState,
  RiskWord,
  StateBadge,
  type Column,
  PersonName,
} from '../platform/ui/index.ts';
import { riskWord, stateTones } from './words.ts';

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
  { title: 'Persona usuaria', cell: (line) => <PersonName>{line.userName}</PersonName> },
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
];

export function CaseTable() {
  const work = useRead(['intake', 'list'], (client) => client.listMyCases({}), { staleTime: 0 });
  const go = useGo();
  return (
    <QueryState query={work}>
      {({ cases }) =>
        cases.length === 0 ? (
          <EmptyState>
            Aún no hay casos para usted. Aquí estarán los que registre y los que reciba su servicio.
          </EmptyState>
        ) : (
          <DataTable
            caption={
              cases.length === 1 ? '1 caso, el más reciente primero' : `${cases.length} casos, el más reciente primero`
            }
            columns={columns}
            rows={cases}
            keyOf={(line) => line.caseId}
            onOpen={(line) => go('/casos/$caseId', { caseId: line.caseId })}
          />
        )
      }
    </QueryState>
  );
}
