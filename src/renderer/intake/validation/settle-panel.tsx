import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { Notice, Panel, Problem } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';

const roleWords = { user: 'La persona usuaria', aggressor: 'La presunta persona agresora' } as const;

/** «Quizá sea la misma» of the desk: a professional says Sí or No before validating (decision D2). */
export function SettlePanel({ overview }: { readonly overview: CaseOverview }) {
  const client = useClient();
  const refresh = useRefreshCase();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (overview.unsettled.length === 0) return null;
  const settle = async (role: 'user' | 'aggressor', isSame: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await client.settlePerson({ caseId: overview.caseId, version: overview.version, role, isSame });
      announce(isSame ? 'Confirmado: es la misma persona.' : 'Confirmado: son personas distintas.');
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await refresh();
    setBusy(false);
  };
  return (
    <Panel title="¿Es la misma persona?">
      {overview.unsettled.map(({ role, name, needsReview }) => (
        <div key={role} className={css.stack}>
          <p>
            {`${roleWords[role]} de esta ficha (${role === 'user' ? overview.userName : overview.aggressorName}) quizá sea ${name}, que ya figura en el registro.`}
          </p>
          {needsReview ? (
            <Notice tone="warning">Solo Coordinación puede resolver esta identidad. Avísele antes de validar.</Notice>
          ) : (
            <div className={css.row}>
              <Button variant="default" aria-disabled={busy} onClick={() => void settle(role, true)}>
                Sí, es la misma persona
              </Button>
              <Button variant="default" aria-disabled={busy} onClick={() => void settle(role, false)}>
                No, son personas distintas
              </Button>
            </div>
          )}
        </div>
      ))}
      <Problem words={problem} />
    </Panel>
  );
}
