import {
  identityFields,
  outsideAnswer,
  outsideEndFields,
  outsideRequestFields,
  ownRequestFields,
  requestEndFields,
  toOutsiders,
  type BasisCode,
  type DataRequestView,
} from '../../shared/privacy/index.ts';
import { useCentreDay } from '../intake/index.ts';
import { look, Notice, Lines } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshPrivacy } from './queries.ts';

type Props = { readonly onDone: () => void };
type OfCase = Props & { readonly caseId: string };
type OfRequest = { readonly request: DataRequestView };

const targetOf = ({ id, version }: DataRequestView) => ({ requestId: id, version });

/** «Registrar un pedido»: of the user or for her, in her ficha. */
export function OwnRequestDialog({ caseId, onDone }: OfCase) {
  return (
    <FormDialog
      {...{ fields: ownRequestFields, id: 'own-request', sentAs: 'request', onDone }}
      isWide
      start={{ on: useCentreDay().day, asker: 'herself', identity: 'document', right: 'access' }}
      words={{ title: 'Registrar un pedido sobre sus datos', send: 'Registrar', sent: 'Pedido registrado.' }}
      send={(request, client) => client.recordDataRequest({ caseId, request })}
      refresh={useRefreshPrivacy()}
    />
  );
}

/** «Verificar quién es»: made sure of after the request was taken down. */
export function VerifyDialog({ caseId, request, onDone }: OfCase & OfRequest) {
  return (
    <FormDialog
      {...{ fields: identityFields, id: 'verify-request', sentAs: 'identity', onDone }}
      start={{ identity: 'document' }}
      words={{ title: 'Cómo se verificó quién pide', send: 'Guardar', sent: 'Verificación anotada.' }}
      send={(identity, client) => client.verifyRequester({ caseId, ...targetOf(request), identity })}
      refresh={useRefreshPrivacy()}
    />
  );
}

/** «Responder»: how it ended, and why not where it was not. */
export function AnswerRequestDialog({ caseId, request, onDone }: OfCase & OfRequest) {
  const start =
    request.copyNumber === null ? {} : { state: 'granted', receipt: 'signed', answer: `Copia ${request.copyNumber}` };
  return (
    <FormDialog
      {...{ fields: requestEndFields, id: 'answer-request', sentAs: 'end', onDone }}
      isWide
      start={{ answeredOn: useCentreDay().day, ...start }}
      words={{ title: 'Responder el pedido', send: 'Guardar la respuesta', sent: 'Respuesta anotada.' }}
      send={(end, client) => client.answerDataRequest({ caseId, ...targetOf(request), end })}
      refresh={useRefreshPrivacy()}
    />
  );
}

/** «Pide otra persona»: what may be said to them stands above what is written down. */
export function OutsideRequestDialog({ onDone }: Props) {
  return (
    <FormDialog
      {...{
        fields: outsideRequestFields,
        id: 'outside-request',
        sentAs: 'request',
        onDone,
      }}
      isWide
      start={{ on: useCentreDay().day, right: 'access' }}
      words={{ title: 'Pide datos otra persona', send: 'Registrar', sent: 'Pedido registrado.' }}
      send={(request, client) => client.recordOutsideRequest({ request })}
      refresh={useRefreshPrivacy()}
    >
      <Notice tone="warning">
        <Lines of={toOutsiders} />
      </Notice>
    </FormDialog>
  );
}

/** The answer to somebody who is not the user: always the same words. */
export function OutsideAnswerDialog({ request, onDone }: Props & OfRequest) {
  return (
    <FormDialog
      {...{ fields: outsideEndFields, id: 'outside-answer', sentAs: 'end', onDone }}
      isWide
      start={{ answeredOn: useCentreDay().day, state: 'refused', basis: 'reserve' satisfies BasisCode }}
      words={{
        title: 'Responder a quien no es la persona usuaria',
        send: 'Guardar la respuesta',
        sent: 'Respuesta anotada.',
      }}
      send={(end, client) => client.answerOutsideRequest({ ...targetOf(request), end })}
      refresh={useRefreshPrivacy()}
    >
      <p>Se le responde solo esto:</p>
      <blockquote className={look.written}>{outsideAnswer}</blockquote>
    </FormDialog>
  );
}
