import { useState } from 'react';
import type { StaffMember } from '../../shared/access/index.ts';
import { announce } from '../platform/announce.ts';
import { ActDialog, type ActClient } from '../platform/forms/index.ts';
import { PasswordAgainDialog } from './password-again-dialog.tsx';
import { useRefreshAccess } from './queries.ts';

type Props = { readonly member: StaffMember; readonly onClose: () => void; readonly onDone: () => void };

/** Takes an access away at once; with the recovery key where nobody could second anybody afterwards. */
export function DisableDialog({ member, onClose, onDone }: Props) {
  const refresh = useRefreshAccess();
  const [asksKey, setAsksKey] = useState(false);
  const disable = (client: ActClient) => client.disableStaff({ staffId: member.id, version: member.version });
  const words = `Se retiró el acceso de ${member.fullName}.`;
  const title = `¿Retirar el acceso de ${member.fullName}?`;
  if (asksKey) {
    return (
      <PasswordAgainDialog
        asksRecoveryKey
        dangerous
        title={title}
        verb="Retirar el acceso"
        onCancel={onClose}
        onConfirm={async (password, client, recoveryKey) => {
          const purpose = { act: 'staff-disable' as const, staffId: member.id };
          await client.standInWithRecoveryKey({ recoveryKey, purpose }, { password });
          await disable(client);
          announce(words);
          await refresh();
          onDone();
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
    <ActDialog
      dangerous
      words={{ title, send: 'Retirar el acceso', cancel: 'Dejar como está', sent: words }}
      {...{ send: disable, refresh, onClose, done: onDone }}
      refused={async ({ code, reason }) => {
        if (reason === 'last-approver') setAsksKey(true);
        if (code === 'conflict') await refresh();
      }}
    >
      Su sesión se cierra y ya no podrá entrar: su clave sale del archivo de claves. Sus registros y firmas se
      conservan, y su usuario sigue siendo suyo.
    </ActDialog>
  );
}
