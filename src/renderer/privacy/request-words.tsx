import {
  askerLabels,
  receiptLabels,
  requestStateLabels,
  rightWords,
  type DataRequestView,
} from '../../shared/privacy/index.ts';
import { civilDateSchema } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ConfirmMark, look, PersonName, StateBadge, type Column } from '../platform/ui/index.ts';

const day = (on: string) => formatCivilDate(civilDateSchema.parse(on));

/** Who asks, with the name only of who is in no ficha. */
function Asker({ request }: { readonly request: DataRequestView }) {
  const { asker, askerName, representedBy, identity, identityWords } = request;
  return (
    <>
      {askerLabels[asker]}
      {askerName !== null && (
        <>
          : <PersonName>{askerName}</PersonName>
        </>
      )}
      {representedBy !== null && (
        <>
          : <PersonName>{representedBy}</PersonName>
        </>
      )}
      {identity === 'not' && (
        <p className={look.secondary}>
          <StateBadge tone="warning">Sin verificar</StateBadge> {identityWords}
        </p>
      )}
    </>
  );
}

function End({ request }: { readonly request: DataRequestView }) {
  const { state, answeredOn, answer, basis, receipt, answeredBy, copyNumber } = request;
  return (
    <>
      <StateBadge tone={state === 'open' ? 'warning' : 'done'}>{requestStateLabels[state]}</StateBadge>
      {copyNumber !== null && <p className={look.secondary}>{`Copia ${copyNumber}`}</p>}
      {answeredOn !== null && (
        <p className={look.secondary}>
          {`${day(answeredOn)}. ${answer ?? ''} `}
          {receipt !== null && `${receiptLabels[receipt]}. `}
          {`Respondió ${answeredBy ?? ''}`}
        </p>
      )}
      {basis !== null && (
        <p className={look.secondary}>
          {`${basis.words} ${basis.norm} `}
          {basis.isToConfirm && <ConfirmMark />}
        </p>
      )}
    </>
  );
}

export const requestColumns: readonly Column<DataRequestView>[] = [
  { title: 'Pedido', cell: ({ askedOn }) => <span className={look.nowrap}>{day(askedOn)}</span> },
  { title: 'Quién', cell: (request) => <Asker request={request} /> },
  {
    title: 'Qué pide',
    cell: ({ right, words }) => (
      <>
        {rightWords[right]}
        {words !== null && <p className={look.secondary}>{words}</p>}
      </>
    ),
  },
  {
    title: 'Responder hasta',
    cell: ({ due, isOverdue, isDueToConfirm }) =>
      due === null ? (
        'Sin plazo en la tabla'
      ) : (
        <span className={look.row}>
          <span className={look.nowrap}>{day(due.on)}</span>
          {isOverdue && <StateBadge tone="error">Vencido</StateBadge>}
          {isDueToConfirm && <ConfirmMark />}
        </span>
      ),
  },
  { title: 'Estado', cell: (request) => <End request={request} /> },
];
