import { useState } from 'react';
import type { IssuedDocument } from '../../../shared/papers/index.ts';
import { useSession } from '../../platform/session.tsx';
import { Notice } from '../../platform/ui/index.ts';
import { askingPassword, kindActions, pileWarning } from '../copy-words.ts';
import { usePrinters } from '../queries.ts';
import { blankChoice, copiesEach, copiesIn, isComplete, wayOf, type CopiesChoice } from './copies-choice.ts';
import { CountFields, ProgressRow, WayFields, WhichFields } from './copies-fields.tsx';
import { CopyFormDialog } from './copy-form-dialog.tsx';
import { useReleaseCopies, type Released } from './use-copies.ts';

type Props = {
  readonly caseId: string;
  readonly documents: readonly IssuedDocument[];
  readonly onDone: (released: Released) => void;
  readonly onCancel: () => void;
};

/** Papers of a case in one go: which, how many, and where to. Receiver and purpose come from each paper. */
export function CopiesDialog({ caseId, documents, onDone, onCancel }: Props) {
  const { actions } = useSession();
  const may = documents.filter(({ kind }) => actions.includes(kindActions[kind]));
  const printers = (usePrinters().data ?? []).filter(({ isAllowed }) => isAllowed);
  const reserved = new Set(may.filter(({ kind }) => askingPassword.has(kind)).map(({ id }) => id));
  const [choice, setChoice] = useState<CopiesChoice>(() => blankChoice(may, reserved));
  const [tried, setTried] = useState(false);
  const { running, problem, send, stop } = useReleaseCopies(onDone);
  const change = (part: Partial<CopiesChoice>) => {
    setChoice({ ...choice, ...part });
  };
  const asksPassword = choice.documents.some((id) => reserved.has(id));
  const way = wayOf(choice, printers);
  const chosen = may.filter(({ id }) => choice.documents.includes(id));
  const pile = pileWarning(chosen.reduce((sum, { pages }) => sum + pages, 0) * copiesEach(choice));
  const go = async () => {
    setTried(true);
    if (isComplete(choice, asksPassword)) {
      await send({ caseId, ...copiesIn(choice, printers) }, asksPassword ? choice.password : null);
    }
  };
  return (
    <CopyFormDialog
      title="Copias de este caso"
      way={way}
      isBusy={running !== null}
      intro={
        <p>Cada copia queda registrada a su nombre antes de salir. Para quién y para qué, lo dice cada documento.</p>
      }
      problem={problem}
      password={
        asksPassword
          ? {
              id: 'copies-password',
              value: choice.password,
              isMissing: tried && choice.password === '',
              onChange: (password) => {
                change({ password });
              },
            }
          : null
      }
      progress={running !== null && <ProgressRow batchId={running} onStop={() => void stop()} />}
      onSend={() => void go()}
      onCancel={onCancel}
    >
      <WhichFields documents={may} choice={choice} tried={tried} onChange={change} />
      <WayFields printers={printers} choice={choice} onChange={change} />
      <CountFields choice={choice} tried={tried} onChange={change} />
      {pile !== null && (
        <Notice tone="warning">
          <p role="status">{pile}</p>
        </Notice>
      )}
    </CopyFormDialog>
  );
}
