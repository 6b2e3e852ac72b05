import { useState } from 'react';
import type { IssuedDocument } from '../../../shared/papers/index.ts';
import { PasswordField } from '../../access/index.ts';
import { useSession } from '../../platform/session.tsx';
import { Dialog, Notice } from '../../platform/ui/index.ts';
import { askingPassword, kindActions, pileWarning } from '../copy-words.ts';
import css from '../papers.module.css';
import { usePrinters } from '../queries.ts';
import { blankChoice, copiesEach, copiesIn, isComplete, wayOf, type CopiesChoice } from './copies-choice.ts';
import { CountFields, ProgressRow, WayFields, WhichFields } from './copies-fields.tsx';
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
  const verb = way === 'print' ? 'Registrar e imprimir' : 'Registrar y guardar';
  return (
    <Dialog
      opened
      title="Copias de este caso"
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
        <p>Cada copia queda registrada a su nombre antes de salir. Para quién y para qué, lo dice cada documento.</p>
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        <WhichFields documents={may} choice={choice} tried={tried} onChange={change} />
        <WayFields printers={printers} choice={choice} onChange={change} />
        <CountFields choice={choice} tried={tried} onChange={change} />
        {pile !== null && (
          <Notice tone="warning">
            <p role="status">{pile}</p>
          </Notice>
        )}
        {asksPassword && (
          <PasswordField
            words={{
              label: 'Su contraseña',
              id: 'copies-password',
              error: tried && choice.password === '' ? 'Complete este dato.' : undefined,
            }}
            value={choice.password}
            onChange={(password) => {
              change({ password });
            }}
          />
        )}
        {running !== null && <ProgressRow batchId={running} onStop={() => void stop()} />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
