/** What stands in front of the screens: first run, a passphrase that must be changed, or nothing. */
import { useState, type ReactNode } from 'react';
import { BlockedNotice, MustChangeScreen, useIsPracticeDoor, useStatus, type CentreStatus } from './access/index.ts';
import { RestoreForm } from './backup/index.ts';
import { FirstRun, RecoverPage, SetupPage } from './centre/index.ts';
import { JoinForm, TakeOver } from './companions/index.ts';
import { recoverWith, KeeperAway, useDoor } from './doors.tsx';
import { ScreenHelp, type Door as HelpedDoor } from './help-pages.tsx';
import { wordsOf } from './platform/failure-words.ts';
import { es } from './platform/es.ts';
import { appKeyOf, isDialogOpen, useWindowKey } from './platform/keys.ts';
import { LockedPage } from './platform/locked-page.tsx';
import type { LockReason } from './platform/session-store.ts';
import { useSessionAccess } from './platform/session.tsx';
import { LiveRegions } from './platform/ui/frame.tsx';
import { Notice, Told } from './platform/ui/index.ts';

type Stage = 'recover' | 'take-over' | 'waiting' | 'first-run' | 'must-change' | 'not-ready' | 'application';

type Door = ReturnType<typeof useDoor>['open'];

function lockedStage({ phase, blocked }: CentreStatus, reason: LockReason | null, door: Door): Stage {
  // Only before the first sign-in of this window: after a lock nothing of the wizard may stay on screen.
  if (phase === 'empty') return reason === null ? 'first-run' : 'application';
  return door === 'recover' && blocked === null ? door : 'application';
}

function useStage(door: Door): Stage {
  const { state } = useSessionAccess();
  const { status, isCurrent } = useStatus();
  // Without a line nothing is known of the record.
  if (door === 'take-over' && state.kind === 'locked') return door;
  if (status === null) return 'waiting';
  if (state.kind === 'locked') return lockedStage(status, state.reason, door);
  const { session } = state;
  if (status.phase !== 'ready') return session.actions.includes('settings.centre') ? 'first-run' : 'not-ready';
  if (!isCurrent) return 'waiting';
  return session.mustChangePassword ? 'must-change' : 'application';
}

export function Entry({ children }: { readonly children: ReactNode }) {
  const door = useDoor();
  const stage = useStage(door.open);
  const { status, reload } = useStatus();
  const isPractice = useIsPracticeDoor();
  if (stage === 'application') return children;
  return (
    <>
      <DoorKeys help={doorOf(stage)} />
      <LiveRegions />
      {stage === 'first-run' && (
        <FirstRun
          key={status?.place?.kind}
          join={(onBack) => <JoinForm onBack={onBack} onJoined={() => void reload()} />}
          restore={(onBack, byPaper) => (
            <RestoreForm
              byPaper={byPaper}
              onBack={onBack}
              onRestored={() => void reload()}
              onRecover={(recoveryKey) => {
                recoverWith(recoveryKey);
                void reload();
              }}
            />
          )}
        />
      )}
      {stage === 'recover' && <RecoverPage practice={isPractice} recoveryKey={door.recoveryKey} onLeave={door.leave} />}
      {stage === 'take-over' && (
        <SetupPage step={null} title="Esta computadora guardará el registro" practice={false}>
          <TakeOver onLeave={door.leave} onRecover={recoverWith} />
        </SetupPage>
      )}
      {stage === 'must-change' && (
        <LockedPage reason={null}>
          <MustChangeScreen />
        </LockedPage>
      )}
      {stage === 'waiting' && <Waiting />}
      {stage === 'not-ready' && (
        <LockedPage reason={null}>
          <Notice tone="warning">
            Falta terminar la instalación. Debe entrar una persona de Coordinación con la hoja de la clave de
            recuperación.
          </Notice>
        </LockedPage>
      )}
    </>
  );
}

function Waiting() {
  const { problem, status, reload } = useStatus();
  return (
    <LockedPage reason={null}>
      {problem === null && <p role="status">{es.state.loading}</p>}
      {problem !== null && status === null && (
        <Told role="alert" tone="error" action={{ label: es.state.retry, onClick: () => void reload() }}>
          {wordsOf(problem)}
        </Told>
      )}
      {status !== null && status.blocked !== null && <BlockedNotice reason={status.blocked} />}
      <KeeperAway />
    </LockedPage>
  );
}

const ownHelp: readonly Stage[] = ['recover', 'take-over', 'must-change'] satisfies HelpedDoor[];
const doorOf = (stage: Stage): HelpedDoor => (ownHelp.includes(stage) ? (stage as HelpedDoor) : 'first-run');

/** Lock and help work before the application frame stands; the other keys must not fall to the browser. */
function DoorKeys({ help }: { readonly help: HelpedDoor }) {
  const { lock } = useSessionAccess();
  const [helped, setHelped] = useState(false);
  useWindowKey((event) => {
    const key = appKeyOf(event);
    if (key === null) return;
    event.preventDefault();
    if (key === 'lock') lock('asked');
    else if (key === 'help' && !isDialogOpen()) setHelped(true);
  }, true);
  return helped && <ScreenHelp screen={help} onClose={() => setHelped(false)} />;
}
