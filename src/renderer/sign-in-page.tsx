/** The locked page: signing in, or coming back from a copy when signing in does not help. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SignInScreen, useStatus } from './access/index.ts';
import { RestoreForm } from './backup/index.ts';
import type { LockReason } from './platform/session-store.ts';
import { RecoverLink } from './recover-door.tsx';

export function SignInPage({ reason }: { readonly reason: LockReason | null }) {
  const { reload } = useStatus();
  const [restoring, setRestoring] = useState(false);
  if (!restoring) {
    return (
      <>
        <SignInScreen reason={reason} />
        <RecoverLink />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setRestoring(true);
          }}
        >
          Recuperar desde una copia
        </Button>
      </>
    );
  }
  const leave = () => {
    setRestoring(false);
    void reload();
  };
  return (
    <>
      <h2>Recuperar desde una copia</h2>
      <RestoreForm onBack={leave} onRestored={leave} />
    </>
  );
}
