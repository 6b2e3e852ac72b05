import type { NextItem } from '../../shared/day/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { onlyFor } from '../platform/session.tsx';
import { QueryState, Secret } from '../platform/ui/index.ts';
import css from './day.module.css';
import { nextPaths } from './paths.ts';
import { useCaseNext } from './queries.ts';
import { Pane, PaneLines } from './pane.tsx';

/** «Lo que sigue» in one case: every act with whose turn it is, those of the reader as links. */
export const CaseNext = onlyFor('alert.read', function Next({ caseId }: { readonly caseId: string }) {
  const query = useCaseNext(caseId);
  return (
    <Pane title="Lo que sigue">
      <QueryState query={query}>
        {(items) => (
          <PaneLines none="No hay nada pendiente en esta ficha.">
            {items.map((item, at) => (
              <Item key={at} item={item} caseId={caseId} />
            ))}
          </PaneLines>
        )}
      </QueryState>
    </Pane>
  );
});

function Item({ item, caseId }: { readonly item: NextItem; readonly caseId: string }) {
  const isLate = item.group === 'today' || item.group === 'overdue';
  return (
    <li>
      <span className={css.grow}>
        <a href={hrefOf(nextPaths[item.page], { caseId })}>
          {item.isSensitive ? <Secret instead="Responder hoy">{item.task}</Secret> : item.task}
        </a>
        <small>{item.who}</small>
        {item.why !== null && (
          <Secret>
            <small>{item.why}</small>
          </Secret>
        )}
      </span>
      <span className={css.until} data-late={isLate || undefined}>
        {item.group === 'today' && item.until !== 'hoy' ? 'Pide respuesta hoy' : item.until}
      </span>
    </li>
  );
}
