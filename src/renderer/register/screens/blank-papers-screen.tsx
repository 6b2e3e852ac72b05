import { useState } from 'react';
import { blankStateLabels, blankKindLabels, type BlankPaperLine } from '../../../shared/register/index.ts';
import { inLima } from '../../platform/times.ts';
import {
  OneOfField,
  DataTable,
  EmptyState,
  FilteredEmpty,
  Notice,
  Told,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  LineButton,
} from '../../platform/ui/index.ts';
import { PrintPanel, rangeWords, type Printed } from '../blank/print-panel.tsx';
import { BelongsDialog, VoidDialog } from '../blank/settle-dialogs.tsx';
import { useBlankPapers } from '../queries.ts';
import css from '../register.module.css';
import { paperTones } from '../words.ts';

type Asked =
  | { readonly kind: 'void'; readonly papers: readonly BlankPaperLine[] }
  | { readonly kind: 'belongs'; readonly paper: BlankPaperLine };

/** «Papeles en blanco»: forms for a day without power, and what became of each. */
export function BlankPapersScreen() {
  const papers = useBlankPapers();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const annulPrinted = ({ numbers }: Printed) => {
    const some = papers.data?.papers.filter(({ number, state }) => numbers.includes(number) && state === 'unused');
    if (some !== undefined && some.length > 0) setAsked({ kind: 'void', papers: some });
    setPrinted(null);
  };
  return (
    <>
      <PageTitle>Papeles en blanco</PageTitle>
      <p>
        Para un día sin luz o sin computadora. Téngalos impresos de antemano. Lo llenado a mano se registra después con
        la fecha y la hora del papel y su número de contingencia.
      </p>
      {printed !== null && (
        <Told
          tone="done"
          action={{ label: 'No salieron bien: anular', onClick: () => annulPrinted(printed) }}
        >{`Se guardó un archivo de ${printed.pages} ${printed.pages === 1 ? 'página' : 'páginas'}: ${rangeWords(printed.numbers)}. Imprímalo y bórrelo.`}</Told>
      )}
      <PrintPanel onPrinted={setPrinted} />
      <QueryState query={papers}>
        {({ papers: all, isCut }) => <Issued papers={all} isCut={isCut} onAsk={setAsked} />}
      </QueryState>
      {asked?.kind === 'void' && <VoidDialog papers={asked.papers} onClose={close} />}
      {asked?.kind === 'belongs' && <BelongsDialog paper={asked.paper} onClose={close} />}
    </>
  );
}

type IssuedProps = {
  readonly papers: readonly BlankPaperLine[];
  readonly isCut: boolean;
  readonly onAsk: (asked: Asked) => void;
};

type Filter = BlankPaperLine['state'] | 'all';

function Issued({ papers, isCut, onAsk }: IssuedProps) {
  const [filter, setFilter] = useState<Filter>('all');
  if (papers.length === 0) return <EmptyState>Aún no se sacó ningún formulario en blanco.</EmptyState>;
  const count = (state: BlankPaperLine['state']) => papers.filter((paper) => paper.state === state).length;
  const shown = papers.filter(({ state }) => filter === 'all' || state === filter);
  return (
    <Panel title="Números entregados">
      <OneOfField
        inline
        words={{ label: 'Mostrar', id: 'paper-filter' }}
        options={[
          { code: 'all', label: `Todos (${papers.length})` },
          { code: 'unused', label: `Sin volver (${count('unused')})` },
          { code: 'used', label: `Registrados (${count('used')})` },
          { code: 'voided', label: `Anulados (${count('voided')})` },
        ]}
        value={filter}
        onChange={setFilter}
      />
      {isCut && <Notice>Se muestran los 500 más recientes.</Notice>}
      {shown.length === 0 && filter !== 'all' ? (
        <FilteredEmpty none="Ningún formulario" filters={[blankStateLabels[filter]]} onClear={() => setFilter('all')} />
      ) : (
        <DataTable caption={`Formularios: ${shown.length}`} columns={columnsOf(onAsk)} rows={shown} />
      )}
    </Panel>
  );
}

function columnsOf(onAsk: IssuedProps['onAsk']): readonly Column<BlankPaperLine>[] {
  return [
    { title: 'N.º', cell: ({ number }) => number },
    { title: 'Formulario', cell: ({ kind }) => blankKindLabels[kind] },
    { title: 'Sacado', cell: ({ printedAt, printedBy }) => `${inLima(printedAt)}, ${printedBy}` },
    {
      title: 'Estado',
      cell: ({ state, caseNumber, reason }) => (
        <>
          <StateBadge tone={paperTones[state]}>{blankStateLabels[state]}</StateBadge>
          {caseNumber !== null && <span className={css.below}>{`Ficha ${caseNumber}`}</span>}
          {reason !== null && <span className={css.below}>{reason}</span>}
        </>
      ),
    },
    { title: 'Acciones', cell: (paper) => (paper.state === 'unused' ? <Acts paper={paper} onAsk={onAsk} /> : null) },
  ];
}

function Acts({ paper, onAsk }: { readonly paper: BlankPaperLine; readonly onAsk: IssuedProps['onAsk'] }) {
  return (
    <div className={css.acts}>
      {/* A ficha is typed in at its arrival, with its number. */}
      {paper.kind !== 'ficha' && (
        <LineButton label="Es de una ficha" of={paper.number} onClick={() => onAsk({ kind: 'belongs', paper })} />
      )}
      <LineButton label="Anular" of={paper.number} onClick={() => onAsk({ kind: 'void', papers: [paper] })} />
    </div>
  );
}
