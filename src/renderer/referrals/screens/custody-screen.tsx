import { Button } from '@mantine/core';
import { useState } from 'react';
import { custodyItemLabels, type CustodyView, custodyDeliveryFields } from '../../../shared/referrals/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { viewPath } from '../../papers/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMayStore } from '../../platform/session.tsx';
import { look, EmptyState, PageTitle, Panel, QueryState, StateBadge, LineButton } from '../../platform/ui/index.ts';
import { DirectoryControl } from '../../directory/index.ts';
import { FormDialog } from '../../record/index.ts';
import { ReceiptForm } from '../custody/receipt-form.tsx';
import { useCustody, useRefreshReferrals } from '../queries.ts';
import css from '../referrals.module.css';

/** What was handed over to the centre, where it is, and to whom it went. */
export function CustodyPage({ caseId }: { readonly caseId: string }) {
  const receipts = useCustody(caseId);
  const mayPrint = useMayStore('print.referral');
  const [isNew, setNew] = useState(false);
  const [delivering, setDelivering] = useState<CustodyView | null>(null);
  if (isNew) {
    return (
      <>
        <PageTitle>Actas de recepción</PageTitle>
        <ReceiptForm caseId={caseId} onCancel={() => setNew(false)} />
      </>
    );
  }
  return (
    <>
      <PageTitle>Actas de recepción</PageTitle>
      {mayPrint && (
        <div className={css.acts}>
          <Button onClick={() => setNew(true)}>Acta nueva</Button>
        </div>
      )}
      <QueryState query={receipts}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState>
              El centro no recibió objetos, prendas ni capturas en este caso. La cadena de custodia es de la Policía y
              de la fiscalía.
            </EmptyState>
          ) : (
            all.map((receipt) => (
              <Receipt key={receipt.id} caseId={caseId} receipt={receipt} onDeliver={setDelivering} />
            ))
          )
        }
      </QueryState>
      {delivering !== null && (
        <DeliveryDialog caseId={caseId} receipt={delivering} onClose={() => setDelivering(null)} />
      )}
    </>
  );
}

type ReceiptProps = {
  readonly caseId: string;
  readonly receipt: CustodyView;
  readonly onDeliver: (receipt: CustodyView) => void;
};

function Receipt({ caseId, receipt, onDeliver }: ReceiptProps) {
  const { number, documentId, items, delivery } = receipt;
  const at = `${formatCivilDate(receipt.receivedOn)}, ${receipt.receivedTime}`;
  return (
    <Panel title={number}>
      <p>
        {`De ${receipt.handedBy} (${receipt.handedAs}), el ${at}. Recibió ${receipt.recordedBy}. `}
        <a href={hrefOf(viewPath, { caseId, documentId })}>Ver el acta</a>
      </p>
      <ul>
        {items.map((item) => (
          <li key={`${item.kind} ${item.description} ${item.seal}`}>
            {`${custodyItemLabels[item.kind]}: ${item.description}. ${item.packing}, precinto ${item.seal}`}
            {item.files.length > 0 && ` (${item.files.length === 1 ? '1 archivo' : `${item.files.length} archivos`})`}
          </li>
        ))}
      </ul>
      {receipt.note !== null && <p className={look.secondary}>{receipt.note}</p>}
      {delivery === null ? (
        <div className={css.acts}>
          <StateBadge tone="warning">{`En el centro: ${receipt.keptAt}`}</StateBadge>
          <LineButton label="Registrar entrega" of={number} onClick={() => onDeliver(receipt)} />
        </div>
      ) : (
        <p>
          <StateBadge tone="done">Entregado</StateBadge>
          {` ${delivery.office}, ${formatCivilDate(delivery.on)}, ${delivery.time}. Firmó ${delivery.signedBy}. ${delivery.proof}`}
        </p>
      )}
    </Panel>
  );
}

type Props = { readonly caseId: string; readonly receipt: CustodyView; readonly onClose: () => void };

const kinds = ['policeStation', 'violenceProsecutor', 'criminalProsecutor', 'familyProsecutor'] as const;

/** To whom it went, who signed for it, and what proves it. */
function DeliveryDialog({ caseId, receipt, onClose }: Props) {
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
