import { useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/platform/failures.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { type ActClient, useAct } from '../platform/forms/index.ts';
import { Dialog } from '../platform/ui/index.ts';
import { PasswordField } from './password-field.tsx';
import { RecoveryKeyField } from './recovery-key-field.tsx';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly verb: string;
  /**
   * Does the act with the password, over the client that keeps its key, and with the recovery key where it is asked; what
   * it throws is said at its field.
   */
  readonly onConfirm: (password: string, client: ActClient, recoveryKey: string) => Promise<unknown>;
  readonly onCancel: () => void;
  /** Whether what stands above the password is complete; what is not says so itself and takes the focus. */
  readonly isReady?: () => boolean;
  /** What stands above the password is filled in already: the focus begins at the password. */
  readonly isFilled?: boolean;
  /** Asks for the recovery key as well: there is no second person (D4). */
  readonly asksRecoveryKey?: boolean;
  readonly dangerous?: boolean;
  /** Says a refusal at a field above the password, and answers true; any other is said at the password. */
  readonly takes?: (failure: Failure) => boolean;
  /** For an act that takes long: what is shown meanwhile, and what stops it. */
  readonly work?: { readonly progress: ReactNode; readonly onStop: () => void };
};

function focusOn(isKey: boolean): void {
  document.getElementById(isKey ? 'recovery-key' : 'password-again')?.focus();
}

/** Nothing stands above the password that is still to be filled in. */
function beginsAtPassword({ asksRecoveryKey = false, isReady, isFilled = false }: Props): boolean {
  return !asksRecoveryKey && (isReady === undefined || isFilled);
}

/** Asks the own password again before an act that needs it. Mount it to open it: the password goes with it. */
export function PasswordAgainDialog(props: Props) {
  const { title, children, verb, onConfirm, onCancel, asksRecoveryKey = false, dangerous = false, work } = props;
  const { isReady = () => true, takes = () => false } = props;
  const isFirst = beginsAtPassword(props);
  const [password, setPassword] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [keyError, setKeyError] = useState<string | undefined>();
  const act = useAct();
  const { busy } = act;
  /** Says what is missing, with the focus there; true when nothing is. */
  const isComplete = () => {
    const lacksKey = asksRecoveryKey && recoveryKey.trim() === '';
    setKeyError(lacksKey ? 'Escriba la clave de recuperación.' : undefined);
    setError(password === '' ? 'Escriba su contraseña.' : undefined);
    if (lacksKey || password === '') focusOn(lacksKey);
    return !lacksKey && password !== '';
  };
  const confirm = () => {
    if (!isReady() || !isComplete()) return;
    const refused = (failure: Failure) => {
      if (takes(failure)) return;
      const isKey = asksRecoveryKey && failure.reason?.startsWith('recovery-key') === true;
      (isKey ? setKeyError : setError)(wordsOf(failure));
      focusOn(isKey);
    };
    void act.run((client) => onConfirm(password, client, recoveryKey), { refused });
  };
  return (
    <Dialog
      isForm
      title={title}
      confirm={{ label: busy ? 'Un momento…' : verb, dangerous, onClick: confirm }}
      cancel={
        busy && work !== undefined
          ? { label: 'Detener', onClick: work.onStop }
          : { label: 'Volver sin cambios', onClick: onCancel }
      }
    >
      {children}
      {asksRecoveryKey && <RecoveryKeyField value={recoveryKey} onChange={setRecoveryKey} error={keyError} />}
      <PasswordField
        first={isFirst}
        words={{ label: 'Su contraseña', hint: 'Se pide otra vez para este acto.', error, id: 'password-again' }}
        value={password}
        onChange={setPassword}
      />
      {busy && work?.progress}
    </Dialog>
  );
}
