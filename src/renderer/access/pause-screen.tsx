import { Button } from '@mantine/core';
import { useState } from 'react';
import { pauseTries } from '../../shared/access/index.ts';
import { useAct } from '../platform/forms/index.ts';
import { es } from '../platform/es.ts';
import { LockedPage } from '../platform/locked-page.tsx';
import { useSession, useSessionAccess } from '../platform/session.tsx';
import { timeInLima } from '../platform/times.ts';
import { SheetForm, look, TextField, Key, useFocusAtOnce } from '../platform/ui/index.ts';
import css from './access.module.css';
import { PasswordField } from './password-field.tsx';

/** First letters of the first two words of a name: whose pause it is, for those who share the desk. */
function initialsOf(fullName: string): string {
  return fullName
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** «En pausa»: no name, nothing of what was there. */
export function PauseScreen() {
  const { state } = useSessionAccess();
  const endsAt = state.kind === 'open' ? (state.pause?.endsAt ?? null) : null;
  return (
    <LockedPage reason={null} title={es.lock.paused} foot={endsAt === null ? undefined : <Foot endsAt={endsAt} />}>
      {endsAt === null ? (
        <p role="status">Un momento…</p>
      ) : (
        <>
          <p role="status" className={look.secondary}>
            {es.lock.asked}
          </p>
          <BackForm />
        </>
      )}
    </LockedPage>
  );
}

function Foot({ endsAt }: { readonly endsAt: number }) {
  return <span>{`La pausa termina a las ${timeInLima(endsAt)}; después se pide la contraseña.`}</span>;
}

const firstHint = `Tiene ${pauseTries} intentos.`;

type Way = 'pin' | 'password';

function BackForm() {
  const [way, setWay] = useState<Way>('pin');
  return (
    <>
      <SecretForm key={way} way={way} />
      <OtherWays way={way} onWay={() => setWay(way === 'pin' ? 'password' : 'pin')} />
    </>
  );
}

/** The right secret brings back the very screen; a wrong PIN says how many tries are left. */
function SecretForm({ way }: { readonly way: Way }) {
  const { staff } = useSession();
  const { resume } = useSessionAccess();
  const { busy, problem, say, run } = useAct();
  const [secret, setSecret] = useState('');
  const input = useFocusAtOnce<HTMLInputElement>();
  const send = async () => {
    if (secret === '') say(way === 'pin' ? 'Escriba su PIN.' : 'Escriba su contraseña.');
    else {
      const isBack = await run(
        (client) =>
          way === 'pin' ? client.resumeSession({ pin: secret }) : client.resumeWithPassword({}, { password: secret }),
        { done: resume },
      );
      if (isBack) return;
      setSecret('');
    }
    input.current?.focus();
  };
  const error = problem ?? undefined;
  const initials = initialsOf(staff.fullName);
  return (
    <SheetForm className={`${look.stack} ${css.door}`} onSend={send}>
      {way === 'pin' ? (
        <TextField
          words={{
            label: `PIN de ${initials}`,
            id: 'pause-pin',
            hint: error === undefined ? firstHint : undefined,
            error,
          }}
          type="password"
          inputMode="numeric"
          maxLength={12}
          ref={input}
          value={secret}
          onChange={(event) => setSecret(event.target.value.replace(/\D/g, ''))}
        />
      ) : (
        <PasswordField
          words={{ label: `Contraseña de ${initials}`, id: 'pause-password', error }}
          ref={input}
          value={secret}
          onChange={setSecret}
        />
      )}
      <Button type="submit" fullWidth aria-disabled={busy}>
        {busy ? 'Un momento…' : 'Continuar'}
        <Key>Enter</Key>
      </Button>
    </SheetForm>
  );
}

function OtherWays({ way, onWay }: { readonly way: Way; readonly onWay: () => void }) {
  const { lock } = useSessionAccess();
  return (
    <div className={look.row}>
      <Button variant="subtle" size="compact-sm" onClick={onWay}>
        {way === 'pin' ? 'Con contraseña' : 'Con PIN'}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => lock('asked')}>
        Otra persona
      </Button>
    </div>
  );
}
