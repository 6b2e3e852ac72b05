import { useState } from 'react';
import { copyEditionLabels, documentKindLabels, type RegisterLine } from '../../../shared/papers/index.ts';
import { PasswordField } from '../../access/index.ts';
import { Dialog, Notice } from '../../platform/ui/index.ts';
import { askingPassword } from '../copy-words.ts';
import css from '../papers.module.css';
import { usePrinters } from '../queries.ts';
import { blankChoice, copiesIn, wayOf } from './copies-choice.ts';
import { ProgressRow, WayFields } from './copies-fields.tsx';
import { useReleaseCopies, type Released } from './use-copies.ts';

type Props = {
  readonly line: RegisterLine & { readonly caseId: NonNullable<RegisterLine['caseId']> };
  readonly onDone: (released: Released) => void;
  readonly onCancel: () => void;
};

/** «Reimprimir»: the same paper for the same receiver, under a new number that points at the first. */
export function ReprintDialog({ line, onDone, onCancel }: Props) {
  const printers = (usePrinters().data ?? []).filter(({ isAllowed }) => isAllowed);
  const [choice, setChoice] = useState(() => blankChoice([], new Set()));
  const [tried, setTried] = useState(false);
  const { running, problem, send, stop } = useReleaseCopies(onDone);
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
  const verb = wayOf(choice, printers) === 'print' ? 'Registrar e imprimir' : 'Registrar y guardar';
  return (
    <Dialog
      opened
      title={`Reimprimir ${line.number}`}
      confirm={{ label: running === null ? verb : 'Un momento…', onClick: () => void go() }}
      cancel={{ label: 'Volver', onClick: onCancel }}
    >
      <form
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <p>
          {documentKindLabels[line.kind]}: {line.document}. {isOffice && `${copyEditionLabels.office}. `}Para:{' '}
          {line.recipient}.
        </p>
        <p>Sale con un número nuevo; en el registro queda que repite {line.number}.</p>
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        <WayFields
          isOne
          printers={printers}
          choice={choice}
          onChange={(part) => {
            setChoice({ ...choice, ...part });
          }}
        />
        {asksPassword && (
          <PasswordField
            words={{
              label: 'Su contraseña',
              id: 'reprint-password',
              error: tried && choice.password === '' ? 'Complete este dato.' : undefined,
            }}
            value={choice.password}
            onChange={(password) => {
              setChoice({ ...choice, password });
            }}
          />
        )}
        {running !== null && <ProgressRow batchId={running} onStop={() => void stop()} />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
