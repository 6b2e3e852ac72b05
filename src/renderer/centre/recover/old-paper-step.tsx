import { passwordProblem, passwordProblemWords } from '../../../shared/access/index.ts';
import { recoveryContract } from '../../../shared/centre/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import { BrowserConsent, PassphraseControl } from '../../access/index.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { withFailure, wordsOf } from '../../platform/failure-words.ts';
import { FormHead, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { SheetForm, PlainButton, Panel, ButtonRow } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { useState } from 'react';

const draftSchema = recoveryContract.beginRecovery.input.superRefine(({ newPassphrase, login }, context) => {
  const problem = passwordProblem(newPassphrase, [login]);
  if (problem === null) return;
  context.addIssue({ code: 'custom', path: ['newPassphrase'], message: passwordProblemWords[problem] });
});
const blank = { recoveryKey: '', login: '', newPassphrase: '' };
const labels = { recoveryKey: 'Clave de recuperación', login: 'Usuario', newPassphrase: 'Contraseña nueva' } as const;

/** What is wrong with the paper is said at the paper. */
function atFields(failure: Failure): Failure {
  if (failure.code !== 'wrong-secret') return failure;
  return { ...failure, issues: [{ path: 'recoveryKey', message: wordsOf(failure) }] };
}

export type Begun = Output<'beginRecovery'>;

type Props = {
  /** What was typed already to come back from a copy; empty otherwise. */
  readonly recoveryKey: string;
  readonly onBegun: (begun: Begun) => void;
  readonly onBack: () => void;
};

export function OldPaperStep({ recoveryKey, onBegun, onBack }: Props) {
  const client = useClient();
  const [waits, setWaits] = useState(false);
  const form = useSectionForm({ schema: draftSchema, defaultValues: { ...blank, recoveryKey }, id: 'recover' });
  const busy = form.busy;
  const send = async () => {
    setWaits(false);
    const answer: { begun?: Begun } = {};
    const sent = await form.send(async (draft) => {
      answer.begun = await withFailure(client.beginRecovery(draft), (failure) => {
        setWaits(failure.reason === 'confirm-browser');
        return atFields(failure);
      });
    });
    if (sent && answer.begun !== undefined) onBegun(answer.begun);
  };
  return (
    <SheetForm className={css.main} onSend={send}>
      <p>
        Primer paso de dos. Con la clave de recuperación, una persona de Coordinación recibe una contraseña nueva. Las
        contraseñas de las demás personas siguen igual. Nada cambia hasta el final del segundo paso.
      </p>
      {waits ? <BrowserConsent onAccepted={() => void send()} /> : <FormHead form={form} order={Object.keys(labels)} />}
      <Panel>
        <TextControl
          form={form}
          name="recoveryKey"
          autoCapitalize="characters"
          spellCheck={false}
          label={labels.recoveryKey}
          hint="Los 14 grupos de la hoja «Clave de recuperación del registro», en orden. No importan espacios, guiones ni mayúsculas."
        />
        <TextControl
          form={form}
          name="login"
          width="medium"
          autoCapitalize="none"
          spellCheck={false}
          label={labels.login}
          hint="De la persona de Coordinación que recibe la contraseña nueva."
        />
        <PassphraseControl
          form={form}
          name="newPassphrase"
          suggest={5}
          label={labels.newPassphrase}
          hint="La escribe ella. Al menos 15 caracteres. La de antes dejará de servir."
        />
      </Panel>
      <ButtonRow busy={busy} label="Continuar" meanwhile="Comprobando la clave…">
        <PlainButton onClick={onBack}>Volver a la entrada</PlainButton>
      </ButtonRow>
    </SheetForm>
  );
}
