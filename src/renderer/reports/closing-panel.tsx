import { useState, type ReactNode } from 'react';
import { countMissing, periodWords } from '../../shared/reports/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { ActionBar, Facts, Notice, Panel } from '../platform/ui/index.ts';
import { Halves } from './halves.tsx';
import { useRefreshMonths, type MonthView } from './queries.ts';

type Props = { readonly month: string; readonly view: MonthView; readonly aside: ReactNode };
type Asking = 'propose' | 'approve';

const verbs: Readonly<Record<Asking, string>> = { propose: 'Proponer cierre', approve: 'Aprobar cierre' };

/** A month is closed by two people: one proposes, another professional approves (D4). */
export function ClosingPanel({ month, view, aside }: Props) {
  const mayPropose = useMay('report.closeMonth');
  const [asking, setAsking] = useState<Asking | null>(null);
  const { proposal } = view;
  const next = nextAct(view, mayPropose);
  return (
    <>
      <Halves aside={aside}>
        <Panel title="Cierre del mes">
          <Standing view={view} />
          <Said view={view} />
        </Panel>
      </Halves>
      {next !== null && (
        <ActionBar main={{ label: verbs[next], onClick: () => setAsking(next), byControlEnter: true }} />
      )}
      {asking !== null && (
        <Closing month={month} asking={asking} proposalId={proposal?.id ?? null} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** What its state asks for. */
function Said({ view }: { readonly view: MonthView }) {
  const { state, proposal } = view;
  if (state === 'current') return <p>Este mes no ha terminado: se cierra cuando termine.</p>;
  if (state === 'future') return <p>Este mes aún no empieza.</p>;
  if (state === 'open') return <Order view={view} />;
  if (state !== 'proposed' || proposal === null) return null;
  return (
    <Notice tone="accent">
      <p>
        Cierre propuesto por {proposal.proposedBy}, {inLima(proposal.proposedAt)}.{' '}
        {proposal.canDecide
          ? 'Revise las cifras y apruébelo.'
          : 'Falta que lo apruebe otra persona profesional, desde su sesión, en «Aprobaciones».'}
      </p>
    </Notice>
  );
}

/** Months close in order, from that of the founding on. */
function Order({ view: { earlier, isBeforeFounding } }: { readonly view: MonthView }) {
  if (isBeforeFounding) return <p>Es anterior al registro de este centro: no se publica.</p>;
  if (earlier === null)
    return <p>El cierre lo propone una persona y lo aprueba otra. Lo publicado no se cambia después.</p>;
  return (
    <p>
      Los meses se cierran en orden. Antes cierre{' '}
      <a href={hrefOf('/reporte/$month', { month: earlier })}>{periodWords(earlier)}</a>.
    </p>
  );
}

/** What would be closed as it stands. */
function Standing({ view }: { readonly view: MonthView }) {
  const { missing, fichas } = countMissing(view.quality);
  return (
    <Facts
      of={[
        ['Casos validados que cuentan', view.validated],
        [
          'Datos por completar',
          missing === 0 ? 'Ninguno' : `${missing} en ${fichas === 1 ? '1 ficha' : `${fichas} fichas`}`,
        ],
      ]}
    />
  );
}

function nextAct({ state, proposal, earlier, isBeforeFounding }: MonthView, mayPropose: boolean): Asking | null {
  if (state === 'open') return mayPropose && earlier === null && !isBeforeFounding ? 'propose' : null;
  return state === 'proposed' && proposal?.canDecide === true ? 'approve' : null;
}
type ClosingProps = {
  readonly month: string;
  readonly asking: Asking;
  readonly proposalId: string | null;
  readonly onClose: () => void;
};

function Closing({ month, asking, proposalId, onClose }: ClosingProps) {
  const refresh = useRefreshMonths();
  const confirm = async (password: string, client: ActClient) => {
    if (asking === 'propose') await client.proposeMonthClosing({ month }, { password });
    else if (proposalId !== null) await client.approveMonthClosing({ proposalId }, { password });
    await refresh();
    announce(asking === 'propose' ? 'Cierre propuesto.' : 'Mes cerrado.');
    onClose();
  };
  const verb = verbs[asking];
  return (
    <PasswordAgainDialog title={`${verb} de ${periodWords(month)}`} verb={verb} onConfirm={confirm} onCancel={onClose}>
      <p>
        {asking === 'propose'
          ? 'Otra persona profesional lo aprueba desde su sesión.'
          : 'Se guardan las cifras, los archivos y su firma. Después no se cambian.'}
      </p>
    </PasswordAgainDialog>
  );
}
