/** «Olvidamos las contraseñas»: paper key and new password, then the new paper. Nothing changes before its four groups. */
import { useState } from 'react';
import { useSessionAccess } from '../../platform/session.tsx';
import { SetupPage } from '../first-run/setup-page.tsx';
import { NewPaperStep } from './new-paper-step.tsx';
import { OldPaperStep, type Begun } from './old-paper-step.tsx';

type Props = {
  readonly practice: boolean;
  /** Paper that just opened a copy: it need not be typed again. Empty where nobody came that way. */
  readonly recoveryKey?: string;
  readonly onLeave: () => void;
};

export function RecoverPage({ practice, recoveryKey = '', onLeave }: Props) {
  const { open } = useSessionAccess();
  const [begun, setBegun] = useState<Begun | null>(null);
  const title = begun === null ? 'Olvidamos las contraseñas' : 'Nueva clave de recuperación';
  return (
    <SetupPage step={null} title={title} practice={practice}>
      {begun === null ? (
        <OldPaperStep recoveryKey={recoveryKey} onBegun={setBegun} onBack={onLeave} />
      ) : (
        <NewPaperStep
          begun={begun}
          onBack={() => setBegun(null)}
          onDone={({ session }) => {
            onLeave();
            open(session);
          }}
        />
      )}
    </SetupPage>
  );
}
