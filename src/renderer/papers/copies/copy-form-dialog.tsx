import type { ReactNode } from 'react';
import type { CopyWay } from '../../../shared/papers/index.ts';
import { PasswordField } from '../../access/index.ts';
import { LineWait } from '../../platform/line/index.ts';
import { Dialog, Problem } from '../../platform/ui/index.ts';

type Props = {
  readonly title: string;
  readonly way: CopyWay;
  readonly isBusy: boolean;
  /** What the copies are, before what is asked of them. */
  readonly intro: ReactNode;
  /** Why the last try failed. */
  readonly problem: string | null;
  /** Of papers in reserve; null where none is asked for. */
  readonly password: {
    readonly id: string;
    readonly value: string;
    readonly isMissing: boolean;
    readonly onChange: (value: string) => void;
  } | null;
  readonly progress?: ReactNode;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** What every dialog that lets copies out is made of; Enter sends it as the button does. */
export function CopyFormDialog(props: Props) {
  const { title, way, isBusy, intro, problem, password, progress, onSend, onCancel, children } = props;
  const verb = way === 'print' ? 'Registrar e imprimir' : 'Registrar y guardar';
  return (
    <Dialog
      isForm
      title={title}
      confirm={{ label: isBusy ? 'Un momento…' : verb, onClick: onSend }}
      cancel={{ label: 'Volver', onClick: onCancel }}
    >
      {intro}
      <LineWait what="papers" />
      <Problem words={problem} />
      {children}
      {password !== null && (
        <PasswordField
          words={{
            label: 'Su contraseña',
            id: password.id,
            error: password.isMissing ? 'Complete este dato.' : undefined,
          }}
          value={password.value}
          onChange={password.onChange}
        />
      )}
      {progress}
    </Dialog>
  );
}
