import { useState } from 'react';
import type { Consent } from '../../shared/care/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { PlainButton, Dialog } from '../platform/ui/index.ts';
import { useRefreshConsents } from './queries.ts';

type Props = { readonly caseId: string; readonly consent: Consent; readonly onDone: () => void };

/** C5: she takes it back. What was already handed over is told to the receiver when she asks for it. */
export function WithdrawConsent({ caseId, consent, onDone }: Props) {
  const act = useAct({ refresh: useRefreshConsents() });
  const [asking, setAsking] = useState(false);
  if (consent.form === 'refused' || consent.withdrawnAt !== null) return null;
  const withdraw = () =>
    act.run((client) => client.withdrawConsent({ caseId, consentId: consent.id }), {
      words: 'Se registró que retira su consentimiento.',
      done: () => {
        setAsking(false);
        onDone();
      },
    });
  return (
    <>
      <PlainButton onClick={() => setAsking(true)}>Lo retira</PlainButton>
      <Dialog
        opened={asking}
        title="¿Retira su consentimiento?"
        confirm={{ label: 'Registrar que lo retira', onClick: () => void withdraw() }}
        cancel={{ label: 'Volver', onClick: () => setAsking(false) }}
      >
        <p>Desde ahora no se imprime nada con él. Si ella lo pide, avise a quien ya recibió la derivación.</p>
        <ActProblem act={act} />
      </Dialog>
    </>
  );
}
