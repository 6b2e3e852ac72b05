import { useState } from 'react';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { look, ErrorSummary, Problem, TicksField, ButtonRow } from '../platform/ui/index.ts';
import { useConsentDraft, type Consenter } from './consent-draft.ts';
import { ConsentFields } from './consent-fields.tsx';
import { Receivers } from './consent-receivers.tsx';
import { useRefreshConsents } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly purpose: string;
  readonly purposes: readonly Purpose[];
  readonly receiver: string;
  readonly consenter: Consenter;
  readonly onDone: () => void;
};

/** Something that can be consented to, by its code. */
export type Purpose = { readonly name: string; readonly label: string };

/** One act of consent; several receivers, as they were told to her. */
export function ConsentForm({ caseId, purpose, purposes, receiver, consenter, onDone }: Props) {
  const act = useAct({ refresh: useRefreshConsents() });
  const draft = useConsentDraft(consenter);
  const [chosen, setChosen] = useState<readonly string[]>([purpose]);
  const [receivers, setReceivers] = useState<readonly string[]>([receiver]);
  const record = () => {
    const consent = draft.check({ purposes: chosen.includes(purpose) ? chosen : [purpose, ...chosen], receivers });
    act.say(null);
    if (consent === null) return;
    void act.run((client) => client.recordConsent({ caseId, consent }), {
      words: 'Consentimiento registrado.',
      done: onDone,
      refused: draft.refuse,
    });
  };
  return (
    <div className={look.stack} role="group" aria-label="Registrar consentimiento">
      <ErrorSummary items={draft.items} attempt={draft.attempt} />
      {draft.items.length > 0 ? <Problem words={act.problem} /> : <ActProblem act={act} />}
      <ConsentFields draft={draft} label="¿Acepta esta derivación?" />
      {(draft.way ?? null) !== null && draft.way !== 'refused' && (
        <>
          <Receivers receivers={receivers} onChange={setReceivers} />
          <details className={look.stack}>
            <summary>También acepta otras derivaciones</summary>
            <TicksField
              words={{ label: 'En el mismo acto acepta', id: 'consent-purposes', optional: true }}
              ticks={purposes.filter(({ name }) => name !== purpose)}
              value={[...chosen.filter((name) => name !== purpose)]}
              onChange={(next) => setChosen([purpose, ...(next ?? [])])}
            />
          </details>
        </>
      )}
      <ButtonRow plain busy={act.busy} label="Registrar consentimiento" onClick={record} />
    </div>
  );
}
