import { useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { onlyFor } from '../platform/session.tsx';
import { Panel, QueryState } from '../platform/ui/index.ts';
import { casePages } from './words.ts';

/** On «Mi día» of Coordinación: the fichas reservadas she does not open. A number, and nothing else of them. */
export const ClosedSeals = onlyFor('seal.list', function Closed() {
  const closed = useRead(
    ['intake', 'list', 'closed-seals'],
    async (client) => (await client.listClosedSeals({})).cases,
    { staleTime: 0 },
  );
  return (
    <QueryState query={closed}>
      {(cases) =>
        cases.length === 0 ? null : (
          <Panel title="Fichas reservadas">
            <p>Las abren otras personas. Usted puede cambiar quiénes, o levantar la reserva, con otra persona.</p>
            <ul>
              {cases.map(({ caseId, number }) => (
                <li key={caseId}>
                  <a href={hrefOf(casePages.reserve.path, { caseId })}>{`Ficha reservada ${number}`}</a>
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryState>
  );
});
