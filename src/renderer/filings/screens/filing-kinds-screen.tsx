import { useState } from 'react';
import { filingGroupLabels, filingGroups } from '../../../shared/filings/index.ts';
import { CaseHeading, documentsPath, viewPath, writPath } from '../../papers/index.ts';
import type { Output } from '../../platform/client.ts';
import { useRead } from '../../platform/query.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { inLima } from '../../platform/times.ts';
import {
  look,
  ConfirmMark,
  DataTable,
  Panel,
  QueryState,
  StateBadge,
  TextField,
  type Column,
  ButtonRow,
} from '../../platform/ui/index.ts';
import css from '../filings.module.css';
import { fold } from '../../../shared/platform/text.ts';

type Listed = Output<'listFilings'>;
type Kind = Listed['kinds'][number];

/** The writs of a case: what is written or issued, and every kind that can be begun, suggested ones first. */
export function FilingKindsScreen({ params: { caseId } }: { readonly params: { readonly caseId: string } }) {
  const go = useGo();
  const listed = useRead(['filings', caseId], (client) => client.listFilings({ caseId }), { staleTime: 0 });
  return (
    <>
      <CaseHeading caseId={caseId} title="Escritos" />
      <QueryState query={listed}>
        {(all) => (
          <>
            <Written caseId={caseId} listed={all} />
            <Kinds caseId={caseId} kinds={all.kinds} />
          </>
        )}
      </QueryState>
      <ButtonRow plain label="Volver a Documentos" onClick={() => go(documentsPath, { caseId })} />
    </>
  );
}

function linesOf(caseId: string, { drafts, issued }: Listed) {
  return [
    ...drafts.map((draft) => ({
      id: `draft-${draft.model ?? draft.kind}-${draft.by}`,
      label: draft.label,
      href: draft.isOwn ? hrefOf(writPath, { caseId, kind: draft.model ?? String(draft.kind) }) : null,
      state: 'draft' as const,
      number: '—',
      at: draft.savedAt,
      by: draft.by,
    })),
    ...issued.map((one) => ({
      id: one.id,
      label: one.label,
      href: hrefOf(viewPath, { caseId, documentId: one.documentId }),
      state: 'issued' as const,
      number: one.number,
      at: one.issuedAt,
      by: one.issuedBy,
    })),
  ];
}

const columns: readonly Column<ReturnType<typeof linesOf>[number]>[] = [
  {
    title: 'Escrito',
    cell: ({ href, label, state }) =>
      href === null ? label : <a href={href}>{state === 'draft' ? `Continuar: ${label}` : label}</a>,
  },
  { title: 'Número', cell: ({ number }) => number },
  {
    title: 'Estado',
    cell: ({ state }) => (
      <StateBadge tone={state === 'draft' ? 'neutral' : 'done'}>
        {state === 'draft' ? 'Borrador' : 'Emitido'}
      </StateBadge>
    ),
  },
  { title: 'Fecha', cell: ({ at }) => inLima(at) },
  { title: 'Por', cell: ({ by }) => by },
];

function Written({ caseId, listed }: { readonly caseId: string; readonly listed: Listed }) {
  const lines = linesOf(caseId, listed);
  if (lines.length === 0) return null;
  return <DataTable caption={`Escritos de este caso: ${lines.length}`} columns={columns} rows={lines} />;
}

function Kinds({ caseId, kinds }: { readonly caseId: string; readonly kinds: readonly Kind[] }) {
  const [text, setText] = useState('');
  const found = kinds.filter(({ label, purpose }) => fold(`${label} ${purpose}`).includes(fold(text.trim())));
  const suggested = text.trim() === '' ? kinds.filter((kind) => kind.suggested !== null) : [];
  return (
    <section className={look.stack} aria-labelledby="new-writ">
      <h2 id="new-writ">Escrito nuevo</h2>
      <TextField
        words={{ label: 'Buscar un escrito', id: 'find-writ', hint: 'Por su nombre o para qué sirve.', optional: true }}
        width="medium"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className={look.secondary}>
        {found.length === 1 ? '1 escrito' : `${found.length} escritos`}
      </p>
      {suggested.length > 0 && (
        <KindGroup caseId={caseId} title="Por los datos de esta ficha" kinds={suggested} isSuggested />
      )}
      {filingGroups.map((group) => {
        const inside = found.filter((kind) => kind.group === group);
        return inside.length === 0 ? null : (
          <KindGroup key={group} caseId={caseId} title={filingGroupLabels[group]} kinds={inside} />
        );
      })}
    </section>
  );
}

type GroupProps = {
  readonly caseId: string;
  readonly title: string;
  readonly kinds: readonly Kind[];
  readonly isSuggested?: boolean;
};

function KindGroup({ caseId, title, kinds, isSuggested = false }: GroupProps) {
  return (
    <Panel title={title}>
      <ul className={css.list}>
        {kinds.map((kind) => (
          <li key={kind.model ?? kind.kind}>
            <a href={hrefOf(writPath, { caseId, kind: kind.model ?? String(kind.kind) })}>{kind.label}</a>
            {!kind.isSound && (
              <>
                {' '}
                <StateBadge tone="warning">Modelo por corregir</StateBadge>
              </>
            )}
            {!kind.isApproved && (
              <>
                {' '}
                <StateBadge tone="warning">Espera aprobación: solo vista previa</StateBadge>
              </>
            )}
            {!kind.isConfirmed && (
              <>
                {' '}
                <ConfirmMark />
              </>
            )}
            <p className={look.secondary}>{isSuggested ? kind.suggested : kind.purpose}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
