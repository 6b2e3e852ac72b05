import { useState } from 'react';
import { missingFactReasonLabels, type MissingFactReason } from '../../../shared/filings/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { IssuePaperDialog, requiredOf, type ComposedPaper } from '../../papers/index.ts';
import type { Act } from '../../platform/forms/index.ts';
import { ChoiceField } from '../../platform/ui/index.ts';

type Props = {
  readonly composed: ComposedPaper;
  /** @param reason null when nothing is missing */
  readonly onIssue: (reason: MissingFactReason | null) => unknown;
  readonly act: Act;
  readonly onCancel: () => void;
};

const reasonOptions = optionsOf(missingFactReasonLabels);

const words = {
  title: '¿Emitir este escrito?',
  back: 'Volver al escrito',
  note: 'Recibe su número y ya no se cambia. El programa no lo envía a ninguna parte.',
  missing: 'Faltan datos necesarios; en el papel se lee «[FALTA: …]»:',
};

/** The lawyer signs: a missing fact asks for its reason and stops nothing by itself (D11). */
export function IssueDialog({ composed, act, onIssue, onCancel }: Props) {
  const missing = requiredOf(composed);
  const [reason, setReason] = useState<MissingFactReason | null>(null);
  const [tried, setTried] = useState(false);
  const issue = () => {
    setTried(true);
    if (missing.length === 0 || reason !== null) onIssue(missing.length === 0 ? null : reason);
  };
  return (
    <IssuePaperDialog words={words} composed={composed} act={act} onIssue={issue} onCancel={onCancel}>
      {missing.length > 0 && (
        <ChoiceField
          words={{
            label: 'Razón para emitirlo así',
            id: 'missing-reason',
            error: tried && reason === null ? 'Elija la razón.' : undefined,
          }}
          options={reasonOptions}
          value={reason}
          onChange={setReason}
        />
      )}
    </IssuePaperDialog>
  );
}
