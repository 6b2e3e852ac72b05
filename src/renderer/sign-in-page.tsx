/** The locked page: signing in, or coming back from a copy when signing in does not help. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PlaceDoor, SignInScreen, useStatus } from './access/index.ts';
import { RestoreForm } from './backup/index.ts';
import { joinedWords } from './companions/index.ts';
import { afterLock } from './platform/after-lock.ts';
import type { LockReason } from './platform/session-store.ts';
import { look, Notice } from './platform/ui/index.ts';
import { RecoverLink, recoverWith } from './recover-door.tsx';

export function SignInPage({ reason }: { readonly reason: LockReason | null }) {
  const { reload } = useStatus();
  const [from] = useState(() => afterLock.restoreFrom);
  const [joined] = useState(() => afterLock.joined);
  const [restoring, setRestoring] = useState(from !== null);
  useEffect(() => {
    afterLock.restoreFrom = null;
    afterLock.joined = null;
  }, []);
  if (!restoring) {
    return (
      <>
        {joined !== null && (
          <Notice tone="done">
            <p role="status">{joinedWords(joined)}</p>
          </Notice>
        )}
        <SignInScreen reason={reason} />
        <p className={look.secondary}>Si olvidó su contraseña, avise a Coordinación.</p>
        <div className={look.row}>
          <RecoverLink />
          <Button variant="subtle" size="compact-sm" onClick={() => setRestoring(true)}>
            Recuperar desde una copia
          </Button>
          <PlaceDoor />
        </div>
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
      <RestoreForm
        from={from ?? ''}
        onBack={leave}
        onRestored={leave}
        onRecover={(recoveryKey) => {
          recoverWith(recoveryKey);
          leave();
        }}
      />
    </>
  );
}
