import { useState } from 'react';
import { documentKindLabels, type IssuedDocument } from '../../../shared/papers/index.ts';
import { PdfPages, PdfSheet, QueryState } from '../../platform/ui/index.ts';
import { askingPassword } from '../copy-words.ts';
import { useDocumentPages } from '../queries.ts';
import css from './copies.module.css';

/** Width of a page beside the fields, in pixels. */
const pageWidth = 340;

type Props = {
  readonly caseId: string;
  /** Those that are chosen, in the order in which they leave. */
  readonly documents: readonly IssuedDocument[];
  readonly onLarge: (document: IssuedDocument) => void;
};

/** What will leave, page by page through all of it. A paper is read when its first page is come to. */
export function CopiesPreview({ caseId, documents, onLarge }: Props) {
  const [at, setAt] = useState(0);
  const pages = documents.flatMap((document) =>
    Array.from({ length: document.pages }, (_, page) => ({ document, page: page + 1 })),
  );
  // Fewer papers than when it was turned.
  const place = Math.min(at, pages.length - 1);
  const shown = pages[place];
  if (shown === undefined) return <p className={css.nothing}>Marque al menos un documento.</p>;
  const { document, page } = shown;
  const turn = (by: 1 | -1) => setAt(place + by);
  const isReserved = askingPassword.has(document.kind);
  return (
    <>
      <div className={css.page}>
        {isReserved ? (
          <p className={css.nothing}>
            {documentKindLabels[document.kind]}: en reserva. Sus páginas se ven con «Ver» y su contraseña.
          </p>
        ) : (
          <Page key={document.id} caseId={caseId} document={document} page={page} />
        )}
      </div>
      {documents.length > 1 && <p className={css.name}>{document.number}</p>}
      <div className={css.pager}>
        <button type="button" aria-label="Página anterior" disabled={place === 0} onClick={() => turn(-1)}>
          ‹
        </button>
        <span role="status">
          {place + 1} de {pages.length}
        </span>
        <button
          type="button"
          aria-label="Página siguiente"
          disabled={place === pages.length - 1}
          onClick={() => turn(1)}
        >
          ›
        </button>
        {!isReserved && (
          <button type="button" className={css.large} onClick={() => onLarge(document)}>
            Ver en grande
          </button>
        )}
      </div>
    </>
  );
}

type PageProps = { readonly caseId: string; readonly document: IssuedDocument; readonly page: number };

function Page({ caseId, document, page }: PageProps) {
  const { pages } = useDocumentPages(caseId, document.id);
  return (
    <QueryState query={pages}>{({ bytes }) => <PdfSheet bytes={bytes} page={page} width={pageWidth} />}</QueryState>
  );
}

/** All its pages, as large as wanted; over the dialog that already read them. */
export function LargePreview({ caseId, document }: Omit<PageProps, 'page'>) {
  const { pages } = useDocumentPages(caseId, document.id);
  return (
    <QueryState query={pages}>
      {({ bytes }) => (
        <div className={css.whole}>
          <PdfPages bytes={bytes} title={`${document.title}, ${document.number}`} />
        </div>
      )}
    </QueryState>
  );
}
