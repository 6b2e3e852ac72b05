import { use, useEffect, useState } from 'react';
import { isCardEmpty, type SafetyPlanVersion } from '../../shared/safety/index.ts';
import { Drafted } from '../intake/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { ClosedContext, useMayStore } from '../platform/session.tsx';
import {
  ActionBar,
  focusTitleFrom,
  look,
  Notice,
  PageTitle,
  PlainButton,
  QueryState,
  Secret,
} from '../platform/ui/index.ts';
import { CardDialog } from './card-dialog.tsx';
import { CardPreview } from './card-preview.tsx';
import { Comparison } from './comparison.tsx';
import { PlanForm } from './plan-form.tsx';
import { useRefreshSafety, type Plan } from './queries.ts';
import { Told } from './told.tsx';
import { Version } from './version.tsx';
import css from './safety.module.css';

/** The safety plan of a case: made with her, read again with her, carried as a card. */
export function SafetyPlanPage({ caseId }: { readonly caseId: string }) {
  const plan = useRead(['safety', caseId], (client) => client.getSafetyPlan({ caseId }), { staleTime: 0 });
  return (
    <>
      <PageTitle>Plan de seguridad</PageTitle>
      <QueryState query={plan}>{(data) => <PlanState caseId={caseId} data={data} />}</QueryState>
    </>
  );
}

type StateProps = { readonly caseId: string; readonly data: Plan };

function PlanState({ caseId, data }: StateProps) {
  const isClosed = use(ClosedContext);
  const mayWrite = useMayStore('safetyPlan.write') && !isClosed;
  const [newest] = data.versions;
  // Stays open when somebody else keeps the first one meanwhile: what is typed here is compared with it.
  const [isWriting, setWriting] = useState(newest === undefined);
  if (mayWrite && (isWriting || newest === undefined)) {
    return (
      <Drafted of="safety-plan" caseId={caseId}>
        {(opened) => <PlanForm {...{ caseId, opened, data }} onDone={() => setWriting(false)} />}
      </Drafted>
    );
  }
  if (newest === undefined) {
    return (
      <Notice>
        {isClosed ? 'No se hizo un plan de seguridad.' : 'Todavía no se hizo un plan de seguridad con ella.'}
      </Notice>
    );
  }
  return <Standing caseId={caseId} data={data} newest={newest} onChange={() => setWriting(true)} />;
}

const why = {
  valued: 'Se valoró el riesgo después de este plan: reléalo hoy con ella.',
  answered: 'Se tomó una medida de seguridad después de este plan: llévela al plan con ella.',
  dueDay: 'Llegó el día de releerlo con ella.',
} as const;

type StandingProps = StateProps & { readonly newest: SafetyPlanVersion; readonly onChange: () => void };

function Standing({ caseId, data: { versions, reread, told }, newest, onChange }: StandingProps) {
  const mayWrite = useMayStore('safetyPlan.write');
  const [isShown, setShown] = useState(false);
  const [compared, setCompared] = useState<SafetyPlanVersion | null>(null);
  const act = useAct({ refresh: useRefreshSafety(caseId) });
  const readAgain = () =>
    act.run((by) => by.rereadSafetyPlan({ caseId, planId: newest.id }), { words: 'Relectura anotada.' });
  // The form that was kept went with its focus.
  useEffect(() => focusTitleFrom(null), []);
  const [, ...earlier] = versions;
  return (
    <>
      {reread !== null && <Notice tone="warning">{why[reread]}</Notice>}
      <Told told={told} />
      <ActProblem act={act} />
      {earlier.length > 0 && (
        <div className={look.row}>
          {earlier.map((version) => (
            <PlainButton key={version.id} small onClick={() => setCompared(version)}>
              {`Comparar con la versión ${version.number}`}
            </PlainButton>
          ))}
        </div>
      )}
      <div className={css.halves}>
        <div className={look.stack}>
          {compared === null ? (
            <Version version={newest} />
          ) : (
            <Comparison
              title={`Versión ${newest.number} comparada con la ${compared.number}`}
              before={compared.plan}
              after={newest.plan}
              onClose={() => setCompared(null)}
            />
          )}
          {earlier.length > 0 && (
            <details>
              <summary>{`Versiones anteriores (${earlier.length})`}</summary>
              {earlier.map((version) => (
                <Version key={version.id} version={version} />
              ))}
            </details>
          )}
        </div>
        <CardPreview plan={newest.plan} carriesCard={newest.plan.carriesCard} />
      </div>
      {mayWrite && (
        <ActionBar main={{ label: 'Cambiar el plan', onClick: onChange, byControlEnter: true }}>
          <PlainButton onClick={() => void readAgain()}>Releído con ella, sin cambios</PlainButton>
          {newest.plan.carriesCard && !isCardEmpty(newest.plan) && (
            <PlainButton onClick={() => setShown(true)}>Ver la tarjeta</PlainButton>
          )}
        </ActionBar>
      )}
      {isShown && (
        <Secret>
          <CardDialog caseId={caseId} version={newest} onClose={() => setShown(false)} />
        </Secret>
      )}
    </>
  );
}
