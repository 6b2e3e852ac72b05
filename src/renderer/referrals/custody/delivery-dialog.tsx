import { custodyDeliveryFields, type CustodyView } from '../../../shared/referrals/index.ts';
import { DirectoryControl } from '../../directory/index.ts';
import { FormDialog } from '../../record/index.ts';
import { useRefreshReferrals } from '../queries.ts';

type Props = { readonly caseId: string; readonly receipt: CustodyView; readonly onClose: () => void };

const kinds = ['policeStation', 'violenceProsecutor', 'criminalProsecutor', 'familyProsecutor'] as const;

/** To whom it went, who signed for it, and what proves it. */
export function DeliveryDialog({ caseId, receipt, onClose }: Props) {
  return (
    <FormDialog
      {...{ fields: custodyDeliveryFields, id: 'delivery', sentAs: 'delivery' }}
      words={{ title: `Entregar: ${receipt.number}`, send: 'Registrar entrega', sent: 'Entrega registrada.' }}
      given={(form) => ({ authorityId: <DirectoryControl form={form} fills="office" kinds={kinds} /> })}
      send={(delivery, client) => client.deliverCustody({ caseId, receiptId: receipt.id, delivery })}
      refresh={useRefreshReferrals()}
      onDone={onClose}
    />
  );
}
