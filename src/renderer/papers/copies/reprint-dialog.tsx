import { useState } from 'react';
import { copyEditionLabels, documentWords, type RegisterLine } from '../../../shared/papers/index.ts';
import { askingPassword } from '../copy-words.ts';
import { useAllowedPrinters } from '../queries.ts';
import { blankChoice, copiesIn, wayOf, type CopiesChoice } from './copies-choice.ts';
import { ProgressRow, WayFields } from './copies-fields.tsx';
import { CopyFormDialog } from './copy-form-dialog.tsx';
import { useReleaseCopies, type Released } from './use-copies.ts';

type Props = {
  readonly line: RegisterLine & { readonly caseId: NonNullable<RegisterLine['caseId']> };
  readonly onDone: (released: Released) => void;
  readonly onCancel: () => void;
};

/** «Reimprimir»: the same paper for the same receiver, under a new number that points at the first. */
export function ReprintDialog({ line, onDone, onCancel }: Props) {
  const printers = useAllowedPrinters();
  const [choice, setChoice] = useState(() => blankChoice([], new Set()));
  const [tried, setTried] = useState(false);
  const { running, problem, send, stop } = useReleaseCopies(onDone);
  const change = (part: Partial<CopiesChoice>) => setChoice({ ...choice, ...part });
  const asksPassword = askingPassword.has(line.kind);
  const isOffice = line.edition === 'office';
  const go = async () => {
    setTried(true);
    if (asksPassword && choice.password === '') return;
    const again = {
      ...copiesIn(choice, printers),
      documentIds: [line.documentId],
      courtCopies: isOffice ? 0 : 1,
      officeCopies: isOffice ? 1 : 0,
      recipient: line.recipient,
      purpose: line.purpose,
      reprintOf: line.id,
    };
    await send({ caseId: line.caseId, ...again }, asksPassword ? choice.password : null);
  };
  return (
    <CopyFormDialog
      title={`Reimprimir ${line.number}`}
      way={wayOf(choice, printers)}
      isBusy={running !== null}
      intro={
        <>
          <p>
            {documentWords(line.kind, line.document)}. {isOffice && `${copyEditionLabels.office}. `}Para:{' '}
            {line.recipient}.
          </p>
          <p>Sale con un número nuevo; en el registro queda que repite {line.number}.</p>
        </>
      }
      problem={problem}
      password={
        asksPassword
          ? {
              id: 'reprint-password',
              value: choice.password,
              isMissing: tried && choice.password === '',
              onChange: (password) => change({ password }),
            }
          : null
      }
      progress={running !== null && <ProgressRow batchId={running} onStop={() => void stop()} />}
      onSend={() => void go()}
      onCancel={onCancel}
    >
      <WayFields printers={printers} choice={choice} onChange={change} />
    </CopyFormDialog>
  );
}
