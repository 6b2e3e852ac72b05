import { useState } from 'react';
import type { StaffMember } from '../../shared/access/index.ts';
import { ActDialog, type ActClient } from '../platform/forms/index.ts';
import { Dialog, Told } from '../platform/ui/index.ts';
import { useRefreshAccess } from './queries.ts';

type Who = { readonly id: string; readonly fullName: string; readonly version?: StaffMember['version'] };
type Props = {
  /** `coordinator`: the last one forgot hers, and the recovery key will be the second person. */
  readonly act: 'reset' | 'reactivate' | 'coordinator';
  readonly member: Who;
  readonly onClose: () => void;
};

const words = {
  reset: {
    title: (name: string) => `¿Restablecer la contraseña de ${name}?`,
    text: 'Otra persona profesional debe aprobarlo. Entonces sale un código para entrar una sola vez, que vale 24 horas y se entrega en persona; con él elige su contraseña. La de antes deja de servir y su sesión se cierra.',
  },
  coordinator: {
    title: (name: string) => `¿Restablecer la contraseña de ${name}?`,
    text: 'Es la única persona de Coordinación: la clave de recuperación vale como segunda persona y se escribe al aprobar. El uso queda anotado para la próxima inspección.',
  },
  reactivate: {
    title: (name: string) => `¿Devolver el acceso a ${name}?`,
    text: 'Vuelve con el mismo usuario y las mismas funciones. Otra persona profesional debe aprobarlo; entonces sale una contraseña de un solo uso para entregar en persona.',
  },
} as const;

/** Proposes something about one person that a second one approves. */
export function ProposeAboutDialog({ act: what, member, onClose }: Props) {
  const refresh = useRefreshAccess();
  const [sent, setSent] = useState(false);
  const { id: staffId, fullName, version = 1 } = member;
  const send = (client: ActClient) => {
    if (what === 'reset') return client.proposeAccessReset({ staffId });
    if (what === 'coordinator') return client.proposeCoordinatorReset({ staffId });
    return client.proposeStaffChange({ staffChange: { change: 'reactivate', staffId, version } });
  };
  if (sent) {
    return (
      <Dialog title="Propuesta enviada" cancel={{ label: 'Cerrar', onClick: onClose }}>
        <Told role="status" tone="done">
          {what === 'coordinator'
            ? 'Apruébela en «Aprobaciones» con la clave de recuperación.'
            : 'Otra persona profesional la aprueba desde su propia sesión, en «Aprobaciones». Hasta entonces no cambia nada.'}
        </Told>
      </Dialog>
    );
  }
  return (
    <ActDialog
      words={{
        ...{ title: words[what].title(fullName), send: 'Proponer', cancel: 'Dejar como está' },
        sent: 'Propuesta enviada a «Aprobaciones».',
      }}
      {...{ send, refresh, onClose, done: () => setSent(true) }}
    >
      {words[what].text}
    </ActDialog>
  );
}
