import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { codeWords, type Failure } from '../../shared/platform/failures.ts';
import { announce } from '../platform/announce.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { useAct } from '../platform/forms/index.ts';
import type { LockReason } from '../platform/session-store.ts';
import { useSessionAccess } from '../platform/session.tsx';
import { SheetForm, look, TextField, Key, useFocusAtOnce, Told } from '../platform/ui/index.ts';
import css from './access.module.css';
import { BlockedNotice } from './blocked-notice.tsx';
import { BrowserConsent } from './browser-consent.tsx';
import { PasswordField } from './password-field.tsx';
import { PracticeMark } from './practice-mark.tsx';
import { PlaceNotices } from './place-door.tsx';
import { useIsPracticeDoor, useStatus } from './status.tsx';

/** One message for every wrong pair, also for a name that cannot be a login. */
function signInWords(failure: Failure): string {
  // At which computer the own session is open.
  if (failure.reason === 'already-signed-in') return failure.issues[0]?.message ?? wordsOf(failure);
  return failure.code === 'invalid' ? codeWords['wrong-secret'] : wordsOf(failure);
}

/** «Entrar», on the locked page. */
export function SignInScreen(_props: { readonly reason: LockReason | null }) {
  const { status } = useStatus();
  const isPractice = useIsPracticeDoor();
  return (
    <div className={look.stack}>
      {isPractice && <PracticeMark />}
      <PlaceNotices />
      {/* What was typed for one place is not offered to the other. */}
      {status !== null && status.blocked !== null ? (
        <BlockedNotice reason={status.blocked} />
      ) : (
        <SignInForm key={status?.place?.kind} />
      )}
    </div>
  );
}

type RefusedProps = { readonly failure: Failure | null; readonly onAccepted: () => void };

/** Why nobody entered, with what can be done about it. */
function RefusedNotice({ failure, onAccepted }: RefusedProps) {
  if (failure === null) return null;
  if (failure.reason === 'confirm-browser') return <BrowserConsent onAccepted={onAccepted} />;
  return (
    <Told role="alert" tone={failure.reason === 'already-signed-in' ? 'warning' : 'error'}>
      {signInWords(failure)}
    </Told>
  );
}

function SignInForm() {
  const act = useAct();
  const { open } = useSessionAccess();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);
  const isElsewhere = failure?.reason === 'already-signed-in';
  const loginInput = useFocusAtOnce<HTMLInputElement>();
  const passwordInput = useRef<HTMLInputElement>(null);

  const enter = async () => {
    if (act.busy) return;
    const isMissing = login.trim() === '' || password === '';
    setMissing(isMissing);
    if (isMissing) {
      (login.trim() === '' ? loginInput : passwordInput).current?.focus();
      return;
    }
    if (!isElsewhere) setFailure(null);
    announce('Abriendo…');
    await act.run((client) => client.signIn({ login, password, takeOver: isElsewhere }), {
      done: open,
      refused: (failed) => {
        setFailure(failed);
        // Whoever ends a session elsewhere types the password for it.
        if (failed.reason === 'already-signed-in') setPassword('');
        if (failed.reason === 'confirm-browser') return;
        passwordInput.current?.focus();
        passwordInput.current?.select();
      },
    });
  };

  const verb = isElsewhere ? 'Seguir aquí' : 'Entrar';
  return (
    <SheetForm className={`${look.stack} ${css.door}`} onSend={enter}>
      <RefusedNotice
        failure={failure}
        onAccepted={() => {
          setFailure(null);
          void enter();
        }}
      />
      <TextField
        words={{
          label: 'Usuario',
          id: 'sign-in-login',
          error: missing && login.trim() === '' ? 'Escriba su usuario.' : undefined,
        }}
        ref={loginInput}
        value={login}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => {
          setLogin(event.target.value);
          // The offer was for the person who typed the password.
          if (isElsewhere) setFailure(null);
        }}
      />
      <PasswordField
        words={{
          label: 'Contraseña',
          id: 'sign-in-password',
          error: missing && password === '' ? 'Escriba su contraseña.' : undefined,
        }}
        ref={passwordInput}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" fullWidth aria-disabled={act.busy}>
        {act.busy ? 'Abriendo…' : verb}
        <Key>Enter</Key>
      </Button>
      <span role="status" className="visually-hidden">
        {act.busy ? 'Abriendo…' : ''}
      </span>
    </SheetForm>
  );
}
