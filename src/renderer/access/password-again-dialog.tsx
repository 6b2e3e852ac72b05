import { useState, type ReactNode } from 'react';
import { type ActClient, useAct } from '../platform/forms/index.ts';
import { Dialog } from '../platform/ui/index.ts';
import css from './access.module.css';
import { PasswordField } from './password-field.tsx';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb on the button. */
  readonly verb: string;
  /** Does the act with the password, over the client that keeps its key; what it throws is said at the field. */
  readonly onConfirm: (password: string, client: ActClient) => Promise<unknown>;
  readonly onCancel: () => void;
  /** For an act that takes long: what is shown meanwhile, and what stops it. */
  readonly work?: { readonly progress: ReactNode; readonly onStop: () => void };
};

/** Asks the own password again before an act that needs it. Mount it to open it: the password goes with it. */
export function PasswordAgainDialog({ title, children, verb, onConfirm, onCancel, work }: Props) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | undefined>();
  const act = useAct();
  const { busy } = act;
  const confirm = () => {
    if (password === '') {
      setError('Escriba su contraseña.');
      return;
    }
    setError(undefined);
    void act.run((client) => onConfirm(password, client));
  };
  return (
    <Dialog
      opened
      title={title}
      confirm={{ label: busy ? 'Un momento…' : verb, onClick: confirm }}
      cancel={
        busy && work !== undefined
          ? { label: 'Detener', onClick: work.onStop }
          : { label: 'Volver sin cambios', onClick: onCancel }
      }
    >
      <form
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {children}
        <PasswordField
          first
          words={{
            label: 'Su contraseña',
            hint: 'Se pide otra vez para este acto.',
            error: error ?? act.problem ?? undefined,
            id: 'password-again',
          }}
          value={password}
          onChange={setPassword}
        />
        {busy && work?.progress}
      </form>
    </Dialog>
  );
}
