import { fileAreaLabels, fileKindLabels, fileTypeLabels, type Attachment } from '../../shared/attachments/index.ts';
import { ClosedLine } from '../intake/index.ts';
import { useGo } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import {
  look,
  DataTable,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  TwoLines,
  type Column,
} from '../platform/ui/index.ts';
import { AddFilePanel } from './add-file-panel.tsx';
import css from './attachments.module.css';
import { useAttachments } from './queries.ts';
import { filePath, sizeWords } from './words.ts';

const columns: readonly Column<Attachment>[] = [
  {
    title: 'Archivo',
    cell: ({ facts, name }) => (
      <>
        {facts.description}
        <span className={`${look.below} ${css.name}`}>{name}</span>
      </>
    ),
  },
  { title: 'Qué es', cell: ({ facts }) => fileKindLabels[facts.kind] },
  { title: 'Área', cell: ({ facts }) => fileAreaLabels[facts.area] },
  {
    title: 'Tipo',
    cell: ({ type, size, pages }) => (
      <TwoLines
        first={fileTypeLabels[type]}
        second={pages === null ? sizeWords(size) : `${sizeWords(size)}, ${pages} pág.`}
      />
    ),
  },
  {
    title: 'Entró',
    cell: ({ addedAt, addedBy }) => <TwoLines first={inLima(addedAt)} second={addedBy} />,
  },
  { title: 'Estado', cell: (file) => <State file={file} /> },
];

function State({ file }: { readonly file: Attachment }) {
  if (file.annulled !== null) return <StateBadge tone="neutral">Anulado</StateBadge>;
  const count = file.warnings.length;
  if (count > 0) return <StateBadge tone="warning">{count === 1 ? 'Con 1 aviso' : `Con ${count} avisos`}</StateBadge>;
  return <StateBadge tone="done">Guardado</StateBadge>;
}

/** Page «Archivos» of a case, inside its frame: what came in, from whom, and a new one where it takes any. */
export function CaseFiles({ caseId, takes }: { readonly caseId: string; readonly takes: boolean }) {
  const files = useAttachments(caseId);
  const go = useGo();
  return (
    <>
      <PageTitle>Archivos</PageTitle>
      <QueryState query={files}>
        {({ attachments, mayAddTo, usedBytes }) => (
          <>
            {!takes && <ClosedLine />}
            {takes && mayAddTo.length > 0 && (
              <Panel title="Agregar archivos">
                <AddFilePanel caseId={caseId} areas={mayAddTo} isMultiple />
              </Panel>
            )}
            <DataTable
              empty="Aún no hay archivos para usted en esta ficha."
              caption={`Archivos: ${attachments.length}, el más reciente primero`}
              columns={columns}
              rows={attachments}
              onOpen={({ id }) => go(filePath, { caseId, attachmentId: id })}
            />
            <p className={look.secondary}>La ficha usa {sizeWords(usedBytes)} de 1 GB.</p>
          </>
        )}
      </QueryState>
    </>
  );
}
