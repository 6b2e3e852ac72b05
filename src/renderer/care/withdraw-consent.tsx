import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Consent } from '../../shared/care/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Dialog, Notice } from '../platform/ui/index.ts';
import { useRefreshConsents } from './queries.ts';

type Props = { readonly caseId: string; readonly consent: Consent; readonly onDone: () => void };

/** C5: she takes it back. What was already handed over is told to the receiver when she asks for it. */
export function WithdrawConsent({ caseId, consent, onDone }: Props) {
  const client = useClient();
  const refresh = useRefreshConsents();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (consent.form === 'refused' || consent.withdrawnAt !== null) return null;
  const withdraw = async () => {
    try {
      await client.withdrawConsent({ caseId, consentId: consent.id });
      await refresh();
      announce('Se registró que retira su consentimiento.');
      setAsking(false);
      onDone();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        Lo retira
      </Button>
      <Dialog
        opened={asking}
        title="¿Retira su consentimiento?"
        confirm={{ label: 'Registrar que lo retira', onClick: () => void withdraw() }}
        cancel={{
          label: 'Volver',
          onClick: () => {
            setAsking(false);
          },
        }}
      >
        <p>Desde ahora no se imprime nada con él. Si ella lo pide, avise a quien ya recibió la derivación.</p>
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
      </Dialog>
    </>
  );
}
