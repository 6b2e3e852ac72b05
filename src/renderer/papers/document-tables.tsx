import { documentKindLabels, type IssuedDocument } from '../../shared/papers/index.ts';
import { useGo } from '../platform/routes.ts';
import { useSession } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { look, DataTable, type Column, LineButton, TwoLines } from '../platform/ui/index.ts';
import { viewPath } from './case-paths.ts';
import { copyKindWords, CopyStateMark } from './copies/copy-marks.tsx';
import { mayRelease, newestFirst } from './copy-words.ts';
import css from './papers.module.css';

type Props = {
  readonly caseId: string;
  readonly documents: readonly IssuedDocument[];
  readonly onPrint: (document: IssuedDocument) => void;
  readonly onSave: (document: IssuedDocument) => void;
};

/** The issued documents of one case, newest first. */
export function DocumentTable({ caseId, documents, ...acts }: Props) {
  const columns: readonly Column<IssuedDocument>[] = [
    {
      title: 'Documento',
      cell: (document) => (
        <TwoLines isWhole first={document.number} second={isNamedByNumber(document) ? null : document.title} />
      ),
    },
    {
      title: 'Emitido',
      cell: (document) => <TwoLines isWhole first={inLima(document.issuedAt)} second={document.issuedBy} />,
    },
    { title: 'Páginas', right: true, cell: (document) => document.pages },
    { title: 'Copias', right: true, cell: (document) => document.copies.length },
    { title: 'Acciones', cell: (document) => <Acts caseId={caseId} document={document} {...acts} /> },
  ];
  return <DataTable caption={`Documentos emitidos: ${documents.length}`} columns={columns} rows={documents} />;
}

/** The number of a reserved sheet already says all of its title. */
function isNamedByNumber({ number, title, kind }: IssuedDocument): boolean {
  return number.startsWith(title) || title === documentKindLabels[kind];
}

type ActsProps = Omit<Props, 'documents'> & { readonly document: IssuedDocument };

function Acts({ caseId, document, onPrint, onSave }: ActsProps) {
  const go = useGo();
  const { actions } = useSession();
  const mayRead = mayRelease(document, actions);
  if (!mayRead || (document.isMadeAnew && !actions.includes('safetyPlan.read'))) return 'No corresponde a su función';
  return (
    <div className={css.acts}>
      <LineButton label="Ver" of={document.number} onClick={() => go(viewPath, { caseId, documentId: document.id })} />
      {document.isMadeAnew ? (
        <span className={look.secondary}>Se hace otra en Plan de seguridad</span>
      ) : (
        <>
          <LineButton label="Imprimir" of={document.number} onClick={() => onPrint(document)} />
          <LineButton label="Guardar PDF" of={document.number} onClick={() => onSave(document)} />
        </>
      )}
    </div>
  );
}

type CopyRow = IssuedDocument['copies'][number] & { readonly document: string };

const copyColumns: readonly Column<CopyRow>[] = [
  { title: 'Copia', cell: (copy) => <TwoLines isWhole first={copy.number} second={copyKindWords(copy)} /> },
  { title: 'Documento', cell: (copy) => copy.document },
  { title: 'Para', cell: (copy) => `${copy.recipient}. ${copy.purpose}` },
  {
    title: 'Registrada',
    cell: (copy) => <TwoLines isWhole first={inLima(copy.requestedAt)} second={copy.staffName} />,
  },
  { title: 'Estado', cell: (copy) => <CopyStateMark copy={copy} /> },
];

/** Every copy that left, or tried to, under its own number; nothing when there is none. */
export function CopyTable({ documents }: { readonly documents: readonly IssuedDocument[] }) {
  const copies = documents
    .flatMap((document) => document.copies.map((copy) => ({ ...copy, document: document.number })))
    .sort(newestFirst);
  if (copies.length === 0) return null;
  return <DataTable caption={`Copias registradas: ${copies.length}`} columns={copyColumns} rows={copies} />;
}
