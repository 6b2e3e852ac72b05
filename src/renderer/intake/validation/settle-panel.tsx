import { useState } from 'react';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { useIsCoordination } from '../../platform/session.tsx';
import { PlainButton, look, Notice, Panel, Stores, useNamed } from '../../platform/ui/index.ts';
import { useRefreshCase } from '../queries.ts';
import { reviewerWords } from './reviewer-words.ts';
import { SureDialog } from './sure-dialog.tsx';

type Open = Pick<CaseOverview['unsettled'][number], 'role' | 'name'>;

const roleWords = { user: 'La persona usuaria', aggressor: 'La presunta persona agresora' } as const;

/** «Quizá sea la misma» of the desk: a professional says Sí or No before validating (decision D2). */
export function SettlePanel({ overview }: { readonly overview: CaseOverview }) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  const named = useNamed();
  const isCoordination = useIsCoordination();
  const [unsure, setUnsure] = useState<{ readonly one: Open; readonly against: readonly string[] } | null>(null);
  if (overview.unsettled.length === 0) return null;
  const { caseId, version } = overview;
  const settle = ({ role, name }: Open, isSame: boolean, isSure = false) => {
    const own = role === 'user' ? overview.userName : overview.aggressorName;
    const send = async (client: ActClient) => {
      const { contradictions } =
        isSame && !isSure ? await client.compareForLink({ caseId, role }) : { contradictions: [] };
      if (contradictions.length > 0) return contradictions;
      await client.settlePerson({ caseId, version, role, isSame, isSure });
      return null;
    };
    setUnsure(null);
    void act.run(send, {
      of: role,
      words: (against) =>
        against !== null ? '' : isSame ? `Confirmado: ${own} es ${name}.` : 'Confirmado: son personas distintas.',
      done: (against) => {
        if (against !== null) setUnsure({ one: { role, name }, against });
      },
      refused: refresh,
      toTitle: true,
    });
  };
  return (
    <Panel title="¿Es la misma persona?">
      {overview.unsettled.map(({ role, name, needsReview, reviewers }) => (
        <div key={role} className={look.stack}>
          <p>
            {`${roleWords[role]} de esta ficha (${named(role === 'user' ? overview.userName : overview.aggressorName)}) quizá ${needsReview ? 'ya figure' : `sea ${named(name)}, que ya figura`} en el registro.`}
          </p>
          {needsReview ? (
            <Notice tone="warning">
              {`Requiere revisión: está en una ficha que usted no puede abrir. Lo dice ${reviewerWords(reviewers, isCoordination)}, que recibió el aviso y puede entrar a esta ficha para responder. La validación espera esa respuesta.`}
            </Notice>
          ) : (
            <div className={look.row}>
              <Stores>
                <PlainButton aria-disabled={act.busy} onClick={() => settle({ role, name }, true)}>
                  Sí, es la misma persona
                </PlainButton>
                <PlainButton aria-disabled={act.busy} onClick={() => settle({ role, name }, false)}>
                  No, son personas distintas
                </PlainButton>
              </Stores>
            </div>
          )}
        </div>
      ))}
      <ActProblem act={act} />
      {unsure !== null && (
        <SureDialog
          name={unsure.one.name}
          contradictions={unsure.against}
          onSure={() => settle(unsure.one, true, true)}
          onCancel={() => setUnsure(null)}
        />
      )}
    </Panel>
  );
}
