import { useRef, useState } from 'react';
import type { StaffMember } from '../../shared/access/index.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Dialog, Notice, Problem } from '../platform/ui/index.ts';
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
export function ProposeAboutDialog({ act, member, onClose }: Props) {
  const client = useClient();
  const refresh = useRefreshAccess();
  const key = useRef(newKey());
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const { id: staffId, fullName, version = 1 } = member;
  const send = () => {
    const options = { key: key.current };
    if (act === 'reset') return client.proposeAccessReset({ staffId }, options);
    if (act === 'coordinator') return client.proposeCoordinatorReset({ staffId }, options);
    return client.proposeStaffChange({ staffChange: { change: 'reactivate', staffId, version } }, options);
  };
  const propose = async () => {
    try {
      await send();
      announce('Propuesta enviada a «Aprobaciones».');
      await refresh();
      setProblem(null);
      setSent(true);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'conflict') await refresh();
      setProblem(wordsOf(failure));
    }
  };
  if (sent) {
    return (
      <Dialog opened title="Propuesta enviada" cancel={{ label: 'Cerrar', onClick: onClose }}>
        <Notice tone="done">
          <p role="status">
            {act === 'coordinator'
              ? 'Apruébela en «Aprobaciones» con la clave de recuperación.'
              : 'Otra persona profesional la aprueba desde su propia sesión, en «Aprobaciones». Hasta entonces no cambia nada.'}
          </p>
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog
      opened
      title={words[act].title(fullName)}
      confirm={{ label: 'Proponer', onClick: () => void propose() }}
      cancel={{ label: 'Dejar como está', onClick: onClose }}
    >
      <p>{words[act].text}</p>
      <Problem words={problem} />
    </Dialog>
  );
}
