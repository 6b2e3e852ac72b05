import { useState, type ReactNode } from 'react';
import { sealReasonLabels, type CaseSeal } from '../../../shared/reserve/index.ts';
import { CaseFrame } from '../../intake/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useRead } from '../../platform/query.ts';
import { useHolds, useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  look,
  EmptyState,
  Told,
  PageTitle,
  Panel,
  QueryState,
  Stores,
  Lines,
} from '../../platform/ui/index.ts';
import { MembersForm, SealForm } from '../seal-forms.tsx';
import { UnsealDialog } from '../unseal-dialog.tsx';
import { useRefreshReserve } from '../queries.ts';

/** «Reserva de esta ficha»: who opens it, who changes that, and how it ends. */
export function SealScreen({ params: { caseId } }: { readonly params: { readonly caseId: string } }) {
  const seal = useRead(['reserve', 'seal', caseId], (client) => client.getCaseSeal({ caseId }), { staleTime: 0 });
  return (
    <QueryState query={seal}>
      {(data) => (
        <Around caseId={caseId} canOpen={data.canOpen}>
          <PageTitle>{`Reserva de la ficha ${data.number}`}</PageTitle>
          {data.seal === null ? <Open caseId={caseId} data={data} /> : <Sealed caseId={caseId} data={data} />}
        </Around>
      )}
    </QueryState>
  );
}

/** Inside the ficha for who opens it; Coordinación sees this page of it and no other. */
function Around(props: { readonly caseId: string; readonly canOpen: boolean; readonly children: ReactNode }) {
  if (!props.canOpen) return props.children;
  return (
    <CaseFrame caseId={props.caseId} page="reserve">
      {() => props.children}
    </CaseFrame>
  );
}

type StateProps = { readonly caseId: string; readonly data: CaseSeal };

function Waiting() {
  return (
    <Told tone="accent">
      Hay una propuesta sobre esta reserva. La decide otra persona profesional, en «Aprobaciones».
    </Told>
  );
}

function Open({ caseId, data }: StateProps) {
  const may = useHolds('seal.create');
  if (data.proposed !== null) return <Waiting />;
  if (!may) {
    return <EmptyState>La ficha no es reservada. La reserva la proponen el servicio legal o Coordinación.</EmptyState>;
  }
  return (
    <>
      <p>
        Una ficha reservada la abren solo las personas que usted elija. Desaparece de listas, búsquedas y avisos de las
        demás, y del reporte del mes. Otra persona profesional debe aprobarlo.
      </p>
      <Stores>
        <SealForm caseId={caseId} candidates={data.candidates} />
      </Stores>
    </>
  );
}

function Sealed({ caseId, data }: StateProps) {
  const [act, setAct] = useState<'members' | 'open' | null>(null);
  const [mayChange, mayOpen] = [useMay('seal.create'), useMay('seal.open')];
  const { seal } = data;
  if (seal === null) return null;
  const close = () => setAct(null);
  return (
    <>
      <Panel title="Ficha reservada">
        <p>{`Desde ${inLima(seal.sealedAt)}. Motivo: ${seal.words ?? sealReasonLabels[seal.reason]}.`}</p>
        <p>La abren:</p>
        <Lines of={seal.members.map(({ name }) => name)} />
        <KeyOf caseId={caseId} sealKey={data.key} />
        {act === null && data.proposed === null && (
          <div className={look.row}>
            {mayChange && <PlainButton onClick={() => setAct('members')}>Cambiar quiénes la abren</PlainButton>}
            {mayOpen && <PlainButton onClick={() => setAct('open')}>Levantar la reserva</PlainButton>}
          </div>
        )}
      </Panel>
      {data.proposed !== null && <Waiting />}
      {act === 'members' && <MembersForm caseId={caseId} data={data} onClose={close} />}
      {act === 'open' && (
        <UnsealDialog caseId={caseId} number={data.number} isHeld={data.key?.isHeld !== false} onClose={close} />
      )}
    </>
  );
}

/** Who reads the words of the ficha, and who of its members does not yet. */
function KeyOf({ caseId, sealKey }: { readonly caseId: string; readonly sealKey: CaseSeal['key'] }) {
  const act = useAct({ refresh: useRefreshReserve() });
  if (sealKey === null) return null;
  const { isHeld, holders, waiting } = sealKey;
  const give = (staffId: string, name: string) =>
    void act.run((client) => client.giveSealKey({ caseId, staffId }), { words: `${name} ya abre la ficha.` });
  return (
    <>
      {holders.length > 0 && (
        <p className={look.secondary}>
          {`Lo escrito está bajo una llave propia. La tienen ${inSentence.format([...holders, 'la clave de recuperación'])}.`}
        </p>
      )}
      {waiting.map(({ staffId, name }) => (
        <div key={staffId} className={look.row}>
          <span>{`${name} abre esta ficha y todavía no tiene su llave: no lee lo escrito.`}</span>
          {isHeld && (
            <Stores>
              <PlainButton small aria-disabled={act.busy} onClick={() => give(staffId, name)}>
                {`Dar la llave a ${name}`}
              </PlainButton>
            </Stores>
          )}
        </div>
      ))}
      <ActProblem act={act} />
    </>
  );
}

const inSentence = new Intl.ListFormat('es-PE', { type: 'conjunction' });
