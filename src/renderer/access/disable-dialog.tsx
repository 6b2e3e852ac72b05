import { useRef, useState } from 'react';
import type { StaffMember } from '../../shared/access/index.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Dialog, Problem } from '../platform/ui/index.ts';
import { PasswordAgainDialog } from './password-again-dialog.tsx';
import { useRefreshAccess } from './queries.ts';

type Props = { readonly member: StaffMember; readonly onClose: () => void };

/** Takes an access away at once; with the recovery key where nobody could second anybody afterwards. */
export function DisableDialog({ member, onClose }: Props) {
  const client = useClient();
  const refresh = useRefreshAccess();
  const [problem, setProblem] = useState<string | null>(null);
  const [asksKey, setAsksKey] = useState(false);
  const key = useRef(newKey());
  const disable = async () => {
    await client.disableStaff({ staffId: member.id, version: member.version }, { key: key.current });
    announce(`Se retiró el acceso de ${member.fullName}.`);
    await refresh();
    onClose();
  };
  const press = async () => {
    try {
      await disable();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason === 'last-approver') {
        setAsksKey(true);
        return;
      }
      if (failure.code === 'conflict') await refresh();
      setProblem(
        failure.code === 'conflict' ? 'Estos datos cambiaron. Cierre este aviso y revise la lista.' : wordsOf(failure),
      );
    }
  };
  const title = `¿Retirar el acceso de ${member.fullName}?`;
  if (asksKey) {
    return (
      <PasswordAgainDialog
        asksRecoveryKey
        dangerous
        title={title}
        verb="Retirar el acceso"
        onCancel={onClose}
        onConfirm={async (password, recoveryKey) => {
          const purpose = { act: 'staff-disable' as const, staffId: member.id };
          await client.standInWithRecoveryKey({ recoveryKey, purpose }, { password });
          await disable();
        }}
      >
        <p>
          Quedaría menos de dos profesionales con acceso: nadie podría aprobar por la otra. Por eso se pide la clave de
          recuperación; el uso queda anotado para la próxima inspección.
        </p>
      </PasswordAgainDialog>
    );
  }
  return (
    <Dialog
      opened
      title={title}
      confirm={{ label: 'Retirar el acceso', dangerous: true, onClick: () => void press() }}
      cancel={{ label: 'Dejar como está', onClick: onClose }}
    >
      <p>
        Su sesión se cierra y ya no podrá entrar: su clave sale del archivo de claves. Sus registros y firmas se
        conservan, y su usuario sigue siendo suyo.
      </p>
      <Problem words={problem} />
    </Dialog>
  );
}
