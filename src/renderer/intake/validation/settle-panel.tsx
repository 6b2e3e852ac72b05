import { Button } from '@mantine/core';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Notice, Panel } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';

const roleWords = { user: 'La persona usuaria', aggressor: 'La presunta persona agresora' } as const;

/** «Quizá sea la misma» of the desk: a professional says Sí or No before validating (decision D2). */
export function SettlePanel({ overview }: { readonly overview: CaseOverview }) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  if (overview.unsettled.length === 0) return null;
  const { caseId, version } = overview;
  const settle = (role: 'user' | 'aggressor', isSame: boolean) =>
    act.run((client) => client.settlePerson({ caseId, version, role, isSame }), {
      of: role,
      words: isSame ? 'Confirmado: es la misma persona.' : 'Confirmado: son personas distintas.',
      refused: refresh,
    });
  return (
    <Panel title="¿Es la misma persona?">
      {overview.unsettled.map(({ role, name, needsReview }) => (
        <div key={role} className={css.stack}>
          <p>
            {`${roleWords[role]} de esta ficha (${role === 'user' ? overview.userName : overview.aggressorName}) quizá ${needsReview ? 'ya figure' : `sea ${name}, que ya figura`} en el registro.`}
          </p>
          {needsReview ? (
            <Notice tone="warning">
              Requiere revisión: lo dice quien puede abrir la otra ficha. Avise a Coordinación antes de validar.
            </Notice>
          ) : (
            <div className={css.row}>
              <Button variant="default" aria-disabled={act.busy} onClick={() => void settle(role, true)}>
                Sí, es la misma persona
              </Button>
              <Button variant="default" aria-disabled={act.busy} onClick={() => void settle(role, false)}>
                No, son personas distintas
              </Button>
            </div>
          )}
        </div>
      ))}
      <ActProblem act={act} />
    </Panel>
  );
}
