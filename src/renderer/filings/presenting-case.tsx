import { useState } from 'react';
import { answerKindLabels, filingStateLabels, type FilingLine, type FilingState } from '../../shared/filings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useGo } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  PlainButton,
  look,
  DataTable,
  Notice,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
  type Tone,
  LineButton,
  TwoLines,
} from '../platform/ui/index.ts';
import { AnnulPresentationDialog, AnswerDialog } from './presenting-dialogs.tsx';
import { usePresenting } from './presenting-queries.ts';
import { presentPath } from './presenting-words.ts';

const tones = { draft: 'neutral', issued: 'warning', presented: 'accent', answered: 'done' } as const satisfies Record<
  FilingState,
  Tone
>;

type Asked = { readonly act: 'annul' | 'answer'; readonly filing: FilingLine };

/** Page «Presentar escritos» of a case: every issued writ, where it stands and what comes next. */
export function CasePresenting({ caseId }: { readonly caseId: string }) {
  const filings = usePresenting(caseId);
  const go = useGo();
  const mayWrite = useMayStore('legalFile.write');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const columns: readonly Column<FilingLine>[] = [
    { title: 'Escrito', cell: ({ number, title }) => <TwoLines first={number} second={title} /> },
    { title: 'Emitido', cell: ({ issuedAt, issuedBy }) => <TwoLines first={inLima(issuedAt)} second={issuedBy} /> },
    { title: 'Estado', cell: ({ state }) => <StateBadge tone={tones[state]}>{filingStateLabels[state]}</StateBadge> },
    { title: 'Cargo', cell: (filing) => <Cargo filing={filing} /> },
    {
      title: 'Acciones',
      cell: (filing) =>
        mayWrite ? (
          <Acts
            filing={filing}
            onPresent={() => go(presentPath, { caseId, filingId: filing.filingId })}
            onAsk={(act) => setAsked({ act, filing })}
          />
        ) : (
          '—'
        ),
    },
  ];
  const close = (words?: string) => {
    setAsked(null);
    if (words !== undefined) setDone(words);
  };
  return (
    <>
      <PageTitle>Presentar escritos</PageTitle>
      {done !== null && <Notice tone="done">{done}</Notice>}
      <QueryState query={filings}>
        {(all) => (
          <DataTable
            empty="Aún no se emitió ningún escrito en este caso."
            caption={`Escritos emitidos: ${all.length}`}
            columns={columns}
            rows={all}
            keyOf={({ filingId }) => filingId}
          />
        )}
      </QueryState>
      {asked !== null && <AskedDialog {...{ caseId, onClose: close }} {...asked} />}
    </>
  );
}

type AskedProps = Asked & { readonly caseId: string; readonly onClose: (words?: string) => void };

function AskedDialog({ act, filing: { number, presentation }, caseId, onClose }: AskedProps) {
  if (presentation === null) return null;
  const Drawn = act === 'annul' ? AnnulPresentationDialog : AnswerDialog;
  return <Drawn {...{ caseId, number, presentation, onClose }} />;
}

function Cargo({ filing: { presentation, annulled, hours } }: { readonly filing: FilingLine }) {
  const before = annulled.length === 0 ? null : `Anuladas antes: ${annulled.length}`;
  if (presentation === null) {
    const state = before ?? (hours === null ? '—' : 'Sin presentar');
    return <TwoLines first={state} second={hours && `Mesa de partes: ${hours}`} />;
  }
  const last = presentation.answers.at(-1);
  return (
    <>
      {`${formatCivilDate(presentation.presentedOn)} ${presentation.presentedTime} · N.º ${presentation.entryNumber} · ${presentation.folios} ${presentation.folios === 1 ? 'folio' : 'folios'}`}
      <span className={look.below}>{presentation.desk}</span>
      {last !== undefined && (
        <span className={look.below}>
          {`${formatCivilDate(last.answeredOn)}: ${answerKindLabels[last.kind]}. ${last.words}`}
        </span>
      )}
      {before !== null && <span className={look.below}>{before}</span>}
    </>
  );
}

type ActsProps = {
  readonly filing: FilingLine;
  readonly onPresent: () => void;
  readonly onAsk: (act: Asked['act']) => void;
};

function Acts({ filing: { number, presentation }, onPresent, onAsk }: ActsProps) {
  if (presentation === null) {
    return <LineButton label="Presentar" of={number} onClick={onPresent} />;
  }
  return (
    <div className={look.row}>
      <PlainButton small aria-label={`Registrar respuesta: ${number}`} onClick={() => onAsk('answer')}>
        Respuesta
      </PlainButton>
      {presentation.answers.length === 0 && (
        <PlainButton small aria-label={`Anular la presentación: ${number}`} onClick={() => onAsk('annul')}>
          Anular
        </PlainButton>
      )}
    </div>
  );
}
