import { Button } from '@mantine/core';
import { copyStateLabels, documentKindLabels, type CopyState, type IssuedDocument } from '../../shared/papers/index.ts';
import { useGo } from '../platform/routes.ts';
import { useSession } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { DataTable, StateBadge, type Column, type Tone } from '../platform/ui/index.ts';
import { viewPath } from './case-paths.ts';
import { kindActions } from './copy-words.ts';
import css from './papers.module.css';

type Props = {
  readonly caseId: string;
  readonly documents: readonly IssuedDocument[];
  readonly onSave: (document: IssuedDocument) => void;
};

/** The issued documents of one case, newest first. */
export function DocumentTable({ caseId, documents, onSave }: Props) {
  const columns: readonly Column<IssuedDocument>[] = [
    { id: 'number', title: 'Número', cell: (document) => document.number },
    { id: 'kind', title: 'Clase', cell: (document) => documentKindLabels[document.kind] },
    { id: 'title', title: 'Título', cell: (document) => document.title },
    { id: 'at', title: 'Emitido', cell: (document) => <span className={css.nowrap}>{inLima(document.issuedAt)}</span> },
    { id: 'by', title: 'Por', cell: (document) => document.issuedBy },
    { id: 'pages', title: 'Páginas', right: true, cell: (document) => document.pages },
    { id: 'copies', title: 'Copias', right: true, cell: (document) => document.copies.length },
    {
      id: 'acts',
      title: 'Acciones',
      cell: (document) => <Acts caseId={caseId} document={document} onSave={onSave} />,
    },
  ];
  return (
    <DataTable
      caption={`Documentos emitidos: ${documents.length}`}
      columns={columns}
      rows={documents}
      keyOf={(document) => document.id}
    />
  );
}

type ActsProps = Pick<Props, 'caseId' | 'onSave'> & { readonly document: IssuedDocument };

function Acts({ caseId, document, onSave }: ActsProps) {
  const go = useGo();
  const { actions } = useSession();
  if (!actions.includes(kindActions[document.kind])) return 'No corresponde a su función';
  return (
    <div className={css.row}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Ver: ${document.number}`}
        onClick={() => {
          go(viewPath, { caseId, documentId: document.id });
        }}
      >
        Ver
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Guardar PDF: ${document.number}`}
        onClick={() => {
          onSave(document);
        }}
      >
        Guardar PDF
      </Button>
    </div>
  );
}

type CopyRow = IssuedDocument['copies'][number] & { readonly document: string };

const copyTones: Readonly<Record<CopyState, Tone>> = {
  requested: 'warning',
  sent: 'neutral',
  confirmed: 'done',
  failed: 'error',
};

const copyColumns: readonly Column<CopyRow>[] = [
  { id: 'number', title: 'Copia', cell: (copy) => <span className={css.nowrap}>{copy.number}</span> },
  { id: 'document', title: 'Documento', cell: (copy) => copy.document },
  { id: 'recipient', title: 'Para quién', cell: (copy) => copy.recipient },
  { id: 'purpose', title: 'Para qué', cell: (copy) => copy.purpose },
  { id: 'way', title: 'Forma', cell: (copy) => (copy.way === 'save' ? 'Archivo PDF' : 'Impresión') },
  { id: 'by', title: 'Por', cell: (copy) => copy.staffName },
  { id: 'at', title: 'Fecha', cell: (copy) => <span className={css.nowrap}>{inLima(copy.requestedAt)}</span> },
  {
    id: 'state',
    title: 'Estado',
    cell: (copy) => <StateBadge tone={copyTones[copy.state]}>{copyStateLabels[copy.state]}</StateBadge>,
  },
];

/** Every copy that left, or tried to, under its own number; nothing when there is none. */
export function CopyTable({ documents }: { readonly documents: readonly IssuedDocument[] }) {
  const copies = documents
    .flatMap((document) => document.copies.map((copy) => ({ ...copy, document: document.number })))
    .sort((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  if (copies.length === 0) return null;
  return (
    <DataTable
      caption={`Copias registradas: ${copies.length}`}
      columns={copyColumns}
      rows={copies}
      keyOf={(copy) => copy.id}
    />
  );
}
