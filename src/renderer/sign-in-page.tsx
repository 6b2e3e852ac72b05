/** The locked page: signing in, or coming back from a copy when signing in does not help. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PlaceDoor, SignInScreen, useStatus } from './access/index.ts';
import { RestoreForm } from './backup/index.ts';
import { joinedWords, JoinForm, useMovedAt } from './companions/index.ts';
import { DoorLink, recoverWith, KeeperAway } from './doors.tsx';
import { afterLock } from './platform/after-lock.ts';
import { useLine } from './platform/line/index.ts';
import type { LockReason } from './platform/session-store.ts';
import { dayAndTime } from './platform/times.ts';
import { focusTitleFrom, look, Told } from './platform/ui/index.ts';

/** What the page shows in place of signing in. */
type Other = 'restore' | 'join';

export function SignInPage({ reason }: { readonly reason: LockReason | null }) {
  const { status, reload } = useStatus();
  const [from] = useState(() => afterLock.restoreFrom);
  const [joined] = useState(() => afterLock.joined);
  const [other, setOther] = useState<Other | null>(from === null ? null : 'restore');
  useEffect(() => {
    afterLock.restoreFrom = null;
    afterLock.joined = null;
  }, []);
  const leave = () => {
    setOther(null);
    void reload();
  };
  const isMoved = status?.blocked === 'keeper-moved';
  useEffect(() => focusTitleFrom(null), [other, isMoved]);
  if (other === 'join') return <Join onLeave={leave} />;
  if (other === 'restore') return <Restore from={from ?? ''} isMoved={isMoved} onLeave={leave} />;
  if (isMoved) return <Moved onOther={setOther} />;
  return (
    <>
      {joined !== null && (
        <Told role="status" tone="done">
          {joinedWords(joined)}
        </Told>
      )}
      <SignInScreen reason={reason} />
      <p className={look.secondary}>Si olvidó su contraseña, avise a Coordinación.</p>
      <OtherWays onOther={setOther} />
      <KeeperAway />
    </>
  );
}

type OtherProps = { readonly onOther: (other: Other) => void };

function ToRestore({ onOther }: OtherProps) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onOther('restore')}>
      Recuperar desde una copia
    </Button>
  );
}

/** What a computer without a record would refuse is not offered at it, nor practice, which is of one computer: it says where it is done. */
function OtherWays({ onOther }: OtherProps) {
  const line = useLine();
  return (
    <>
      {line !== null && line.state !== 'down' && (
        <p className={look.secondary}>
          {`Si todas las contraseñas se olvidaron, o hace falta recuperar el registro desde una copia, se hace en ${line.keeper}.`}
        </p>
      )}
      {line === null && (
        <div className={look.row}>
          <DoorLink to="recover">Olvidamos las contraseñas</DoorLink>
          <ToRestore onOther={onOther} />
          <PlaceDoor />
        </div>
      )}
    </>
  );
}

type LeaveProps = { readonly onLeave: () => void };

/** Another computer keeps the record: nobody works here until this one is connected to it. */
function Moved({ onOther }: OtherProps) {
  const movedAt = useMovedAt();
  return (
    <div className={look.stack}>
      <Told role="status" tone="warning">
        <strong>
          {movedAt === null
            ? 'Otra computadora guarda el registro.'
            : `Otra computadora guarda el registro desde el ${dayAndTime(Date.parse(movedAt))}.`}
        </strong>{' '}
        Lo que hay en esta queda cerrado y sin cambios. Para trabajar en ella, conéctela a la que lo guarda.
      </Told>
      <Button fullWidth onClick={() => onOther('join')}>
        Conectar esta computadora
      </Button>
      <div className={look.row}>
        <ToRestore onOther={onOther} />
      </div>
    </div>
  );
}

function Join({ onLeave }: LeaveProps) {
  return (
    <>
      <h2>Conectar esta computadora</h2>
      <p>
        El registro que está aquí se guarda aparte 30 días. Si en él quedó algo que falta en el otro, no la conecte:
        llame antes a Soporte técnico.
      </p>
      <JoinForm onBack={onLeave} onJoined={onLeave} />
    </>
  );
}

/** Where the record moved, a copy that is put back here makes this computer the one that keeps it. */
const keepsAgain = [
  'El centro trabaja ahora con el registro de otra computadora. Si repone aquí una copia, esta vuelve a guardarlo, y lo escrito en la otra no pasa a este: tampoco se cuenta abajo.',
  'Cierre antes el programa en la otra, y no lo abra más. Si no está segura, llame a Soporte técnico.',
];

function Restore({ from, isMoved, onLeave }: LeaveProps & { readonly from: string; readonly isMoved: boolean }) {
  return (
    <>
      <h2>Recuperar desde una copia</h2>
      <RestoreForm
        from={from}
        {...(isMoved ? { also: keepsAgain } : {})}
        onBack={onLeave}
        onRestored={onLeave}
        onRecover={(recoveryKey) => {
          recoverWith(recoveryKey);
          onLeave();
        }}
      />
    </>
  );
}
