import { useState, type ReactNode } from 'react';
import { countMissing, periodWords } from '../../shared/reports/index.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { ActionBar, Facts, look, Told, Panel } from '../platform/ui/index.ts';
import { Halves } from './halves.tsx';
import { useRefreshMonths, type MonthView } from './queries.ts';

type Props = { readonly month: string; readonly view: MonthView; readonly aside: ReactNode };

/** A month is closed by two people: one proposes, another professional approves (D4), where the figures are read. */
export function ClosingPanel({ month, view, aside }: Props) {
  const mayPropose = useMay('report.closeMonth') && view.earlier === null && !view.isBeforeFounding;
  const [isProposing, setProposing] = useState(false);
  const go = useGo();
  const { state, proposal } = view;
  return (
    <>
      <Halves aside={aside}>
        <Panel title="Cierre del mes">
          <Standing view={view} />
          <Said view={view} />
        </Panel>
      </Halves>
      {state === 'open' && mayPropose && (
        <ActionBar main={{ label: 'Proponer cierre', onClick: () => setProposing(true), byControlEnter: true }} />
      )}
      {proposal?.canDecide === true && (
        <ActionBar
          main={{
            label: 'Revisar y aprobar',
            onClick: () => go('/aprobaciones/cierre/$proposalId', { proposalId: proposal.id }),
            byControlEnter: true,
          }}
        />
      )}
      {isProposing && <Proposing month={month} onClose={() => setProposing(false)} />}
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
    <Told tone="accent">
      Cierre propuesto por {proposal.proposedBy}, {inLima(proposal.proposedAt)}.{' '}
      {proposal.canDecide
        ? 'Revise las cifras y apruébelo.'
        : 'Falta que lo apruebe otra persona profesional, desde su sesión, en «Aprobaciones».'}
    </Told>
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
    <>
      <Facts
        of={[
          ['Casos validados que cuentan', view.validated],
          [
            'Datos por completar',
            missing === 0 ? 'Ninguno' : `${missing} en ${fichas === 1 ? '1 ficha' : `${fichas} fichas`}`,
          ],
        ]}
      />
      <p className={look.secondary}>Aquí no están los que un conflicto le cierra. El cierre sí los cuenta.</p>
    </>
  );
}

function Proposing({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const refresh = useRefreshMonths();
  const confirm = async (password: string, client: ActClient) => {
    await client.proposeMonthClosing({ month }, { password });
    await refresh();
    announce('Cierre propuesto.');
    onClose();
  };
  return (
    <PasswordAgainDialog
      title={`Proponer cierre de ${periodWords(month)}`}
      verb="Proponer cierre"
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>Otra persona profesional lo aprueba desde su sesión.</p>
    </PasswordAgainDialog>
  );
}
