import { useState } from 'react';
import { serviceLabels, services } from '../../../shared/access/index.ts';
import type { StaffLine } from '../../../shared/reception/index.ts';
import { ChoiceField, ButtonRow } from '../../platform/ui/index.ts';
import { useFinishKeys } from '../finish-keys.ts';
import { stateWords } from './staff-panel.tsx';

type To = {
  readonly service: (typeof services)[number] | null;
  readonly staffId: string | null;
  readonly name: string;
};

type Props = {
  readonly staff: readonly StaffLine[];
  readonly busy: boolean;
  readonly onHandOver: (to: To) => void;
};

/** To a service, or to one person of it; who is free stands beside the name. */
export function HandOverFields({ staff, busy, onHandOver }: Props) {
  const [to, setTo] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const targets: readonly (To & { readonly code: string; readonly label: string })[] = [
    ...services.map((service) => ({
      code: service,
      label: `Servicio: ${serviceLabels[service]}`,
      ...{ service, staffId: null, name: serviceLabels[service] },
    })),
    ...staff.map((member) => ({
      code: member.staffId,
      label: `${member.name} (${stateWords(member)})`,
      ...{ service: null, staffId: member.staffId, name: member.name },
    })),
  ];
  const send = () => {
    const target = targets.find(({ code }) => code === to);
    setMissing(target === undefined);
    if (target !== undefined) onHandOver({ service: target.service, staffId: target.staffId, name: target.name });
  };
  const keys = useFinishKeys(send);
  return (
    <div {...keys}>
      <ChoiceField
        words={{
          label: 'Entregar a',
          hint: 'Si tiene ficha, quien la recibe puede leerla y escribir en ella: el servicio, o la persona por 7 días.',
          error: isMissing ? 'Elija un servicio o una persona.' : undefined,
        }}
        options={targets}
        value={to}
        onChange={setTo}
      />
      <ButtonRow plain busy={busy} label="Entregar" onClick={send} />
    </div>
  );
}
