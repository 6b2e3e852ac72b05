import { useState } from 'react';
import type { OfficeId } from '../../../shared/directory/index.ts';
import { issuesOf, type FieldIssue } from '../../../shared/platform/failures.ts';
import { custodyDeliverySchema, type CustodyView } from '../../../shared/referrals/index.ts';
import { DirectoryField } from '../../directory/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { look, DateField, Dialog, TextField, TimeField } from '../../platform/ui/index.ts';
import { useRefreshReferrals } from '../queries.ts';

type Props = { readonly caseId: string; readonly receipt: CustodyView; readonly onClose: () => void };

const kinds = ['policeStation', 'violenceProsecutor', 'criminalProsecutor', 'familyProsecutor'] as const;

type Typed = {
  readonly on: string | null;
  readonly time: string | null;
  readonly authorityId: OfficeId | null;
  readonly office: string;
  readonly signedBy: string;
  readonly proof: string;
};

/** To whom it went, who signed for it, and what proves it. */
export function DeliveryDialog({ caseId, receipt, onClose }: Props) {
  const act = useAct({ refresh: useRefreshReferrals() });
  const [typed, setTyped] = useState<Typed>({
    ...{ on: null, time: null, authorityId: null, office: '', signedBy: '', proof: '' },
  });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const record = () => {
    const parsed = custodyDeliverySchema.safeParse(typed);
    if (!parsed.success) {
      act.say(null, issuesOf(parsed.error));
      return;
    }
    const target = { caseId, receiptId: receipt.id, delivery: parsed.data };
    void act.run((client) => client.deliverCustody(target), { words: 'Entrega registrada.', done: onClose });
  };
  const errorAt = (path: string) =>
    act.issues.find((one: FieldIssue) => one.path.replace(/^delivery\./, '') === path)?.message;
  const text = (name: 'office' | 'signedBy' | 'proof', label: string, hint: string) => (
    <TextField
      words={{ label, hint, id: `delivery-${name}`, error: errorAt(name) }}
      maxLength={name === 'proof' ? 200 : 160}
      value={typed[name]}
      onChange={(event) => {
        // Another office written over the chosen one is not that entry of the directory.
        change({ [name]: event.target.value, ...(name === 'office' && { authorityId: null }) });
      }}
    />
  );
  return (
    <Dialog
      opened
      title={`Entregar: ${receipt.number}`}
      confirm={{ label: 'Registrar entrega', onClick: record }}
      cancel={{ label: 'Volver', onClick: onClose }}
    >
      <div className={look.stack}>
        <ActProblem act={act} />
        <DirectoryField
          words={{ label: 'Del directorio', id: 'delivery-authorityId', optional: true }}
          kinds={kinds}
          value={typed.authorityId}
          onChange={(authorityId, authority) =>
            change({ authorityId, ...(authority !== null && { office: authority.name }) })
          }
        />
        {text('office', 'A qué dependencia', 'Comisaría o fiscalía.')}
        <div className={look.gridFields}>
          <DateField
            words={{ label: 'Fecha', id: 'delivery-on', error: errorAt('on') }}
            value={typed.on}
            onChange={(on) => change({ on })}
          />
          <TimeField
            words={{ label: 'Hora', id: 'delivery-time', error: errorAt('time') }}
            value={typed.time}
            onChange={(time) => change({ time })}
          />
        </div>
        {text('signedBy', 'Quién firmó', 'Grado o cargo, y nombre.')}
        {text('proof', 'Con qué se comprueba', 'El cargo firmado: su número o dónde está.')}
      </div>
    </Dialog>
  );
}
