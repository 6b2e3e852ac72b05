import { useState } from 'react';
import { useGo } from '../platform/routes.ts';
import { useHolds, useMay } from '../platform/session.tsx';
import { PlainButton, Panel, ButtonRow } from '../platform/ui/index.ts';
import type { NamedPerson } from './forms/period-fields.tsx';
import { ProposeAboutDialog } from './propose-about-dialog.tsx';
import { useStaffNames } from './queries.ts';

/** What a professional can do when Coordinación cannot: both with the recovery key (D3, D4). */
export function CoordinationAway() {
  const isCoordination = useHolds('caseload.cover');
  const may = useMay('staff.resetCoordinator');
  return may && !isCoordination ? <Ways /> : null;
}

function Ways() {
  const go = useGo();
  const { data } = useStaffNames();
  const coordinators = data?.filter(({ roles }) => roles.includes('coordinator')) ?? [];
  const only = coordinators.length === 1 ? coordinators[0] : undefined;
  const [asked, setAsked] = useState<NamedPerson | null>(null);
  return (
    <Panel title="Si Coordinación no puede actuar">
      <p>
        Con la clave de recuperación del sobre y otra persona profesional, el centro sigue trabajando. Se avisa a todas
        y queda anotado para la próxima inspección.
      </p>
      <ButtonRow plain label="Está ausente: proponer una encargatura" onClick={() => go('/personal/encargatura')}>
        {only !== undefined && <PlainButton onClick={() => setAsked(only)}>Olvidó su contraseña</PlainButton>}
      </ButtonRow>
      {asked !== null && <ProposeAboutDialog act="coordinator" member={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
