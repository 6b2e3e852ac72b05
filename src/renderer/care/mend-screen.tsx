import type { CaseOverview } from '../../shared/intake/index.ts';
import { moveReasonLabels } from '../../shared/care/index.ts';
import { useMay } from '../platform/session.tsx';
import { look, EmptyState, PageTitle, Panel, QueryState } from '../platform/ui/index.ts';
import { AnnulPanel } from './annul-panel.tsx';
import css from './care.module.css';
import { MovePanel } from './move-panel.tsx';
import { traceWords } from './moved-from.tsx';
import { useMovable } from './queries.ts';

/** «Corregir esta ficha»: what was typed in the wrong one goes to the right one; a ficha that should not be is annulled. */
export function MendPage({ overview }: { readonly overview: CaseOverview }) {
  const mayMove = useMay('record.move');
  const mayAnnul = useMay('case.annul');
  return (
    <>
      <PageTitle>Corregir esta ficha</PageTitle>
      {mayMove && <Moving caseId={overview.caseId} isClosed={overview.state === 'closed'} />}
      {mayAnnul && overview.state !== 'closed' && <AnnulPanel overview={overview} />}
    </>
  );
}

function Moving({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const movable = useMovable(caseId);
  return (
    <QueryState query={movable}>
      {({ records, moves }) => (
        <>
          {records.length > 0 && !isClosed ? (
            <MovePanel caseId={caseId} records={records} />
          ) : (
            <Panel title="Mover a otra ficha">
              <EmptyState>No hay nada en esta ficha que usted pueda mover.</EmptyState>
            </Panel>
          )}
          {moves.length > 0 && (
            <Panel title="Lo que se movió">
              <ul className={css.list}>
                {moves.map((one) => (
                  <li key={one.id}>
                    {traceWords(one)}
                    <span className={look.secondary}>
                      {` ${one.movedBy} · ${one.words ?? moveReasonLabels[one.reason]}`}
                    </span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </QueryState>
  );
}
