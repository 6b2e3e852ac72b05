import { useState } from 'react';
import {
  bandWords,
  periodWords,
  restoredAnswerLabels,
  yearTables,
  type PublishedMonth,
} from '../../../shared/reports/index.ts';
import { DecisionDialog, type Deciding } from '../../access/index.ts';
import { capital } from '../../../shared/platform/capital.ts';
import type { Output } from '../../platform/client.ts';
import { announce } from '../../platform/announce.ts';
import { useGo } from '../../platform/routes.ts';
import { inLima } from '../../platform/times.ts';
import { ActionBar, Facts, look, Told, PageTitle, Panel, PlainButton, QueryState } from '../../platform/ui/index.ts';
import { FigureTable } from '../figure-table.tsx';
import { Halves } from '../halves.tsx';
import { OutlookPane } from '../outlook.tsx';
import { Publication } from '../publication.tsx';
import { useProposedClosing } from '../queries.ts';
import { monthTitle } from '../words.ts';

type Proposed = Output<'readProposedClosing'>;

/** What who approves a closing approves: the figures as they would go out, what they leave out, last month beside them. */
export function ClosingProposalScreen({
  params: { proposalId },
}: {
  readonly params: { readonly proposalId: string };
}) {
  const proposed = useProposedClosing(proposalId);
  const title = proposed.data === undefined ? 'Cierre de un mes' : `Cierre de ${periodWords(proposed.data.month)}`;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <QueryState query={proposed}>{(data) => <ProposedClosing proposed={data} />}</QueryState>
    </>
  );
}

function ProposedClosing({ proposed }: { readonly proposed: Proposed }) {
  const { month, proposal, units, year, seen } = proposed;
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const go = useGo();
  const [own, ...others] = units;
  return (
    <>
      <Halves aside={own === undefined ? null : <OutlookPane published={own} month={month} />}>
        <Told tone="accent">
          Lo propuso {proposal.proposedBy}, {inLima(proposal.proposedAt)}. Al aprobarlo queda cerrado: lo publicado no
          se cambia después.
        </Told>
        <Standing proposed={proposed} />
        {own !== undefined && <Publication published={own} />}
        {others.map((unit) => (
          <Set key={unit.period} unit={unit} />
        ))}
        {year !== null && (
          <Panel title={capital(periodWords(year.period))}>
            <p>{year.coverage}</p>
            {yearTables(year).map((table) => (
              <FigureTable key={table.title} {...table} />
            ))}
          </Panel>
        )}
      </Halves>
      <ActionBar
        main={{
          ...{ label: 'Aprobar cierre', byControlEnter: true },
          onClick: () => setDeciding({ proposal, verb: 'approve', seen }),
        }}
      >
        <PlainButton quiet onClick={() => setDeciding({ proposal, verb: 'decline' })}>
          Rechazar…
        </PlainButton>
      </ActionBar>
      {deciding !== null && (
        <DecisionDialog
          deciding={deciding}
          onDone={(text) => {
            announce(text);
            go('/aprobaciones');
          }}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

function Standing({
  proposed: { validated, drafts, missing, hasSealed, before, restored },
}: {
  readonly proposed: Proposed;
}) {
  return (
    <Panel title="Qué cuenta y qué no">
      <Facts
        of={[
          ['Casos que cuentan', validated],
          ['Fichas sin validar', drafts === 0 ? 'Ninguna' : `${drafts}: no cuentan en este mes`],
          ['Respuestas que faltan', missing === 0 ? 'Ninguna' : `${missing}: saldrán como «Sin registro»`],
          ['Casos con reserva', hasSealed ? 'Hay: van al total del fin de año' : 'Ninguno'],
          restored !== null && ['Después de la copia', restoredAnswerLabels[restored]],
          [
            'Mes anterior',
            before === null ? 'Ninguno publicado' : `${monthTitle(before.period)}: ${totalWords(before)}`,
          ],
        ]}
      />
      <p className={look.secondary}>El cierre cuenta también los casos que un conflicto le cierra a usted.</p>
    </Panel>
  );
}

function totalWords({ total, view }: PublishedMonth): string {
  return view === 'band' || total === null ? `${bandWords} casos` : `${total} casos publicados`;
}

/** A unit that this closing sets free beside the month. */
function Set({ unit }: { readonly unit: PublishedMonth }) {
  return (
    <Panel title={capital(periodWords(unit.period))}>
      <p>{unit.coverage}</p>
      <Publication published={unit} />
    </Panel>
  );
}
