import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { es } from '../es.ts';
import { openPdf } from './open-pdf.ts';
import css from './parts.module.css';
import { Notice } from './parts.tsx';
import { PlainButton } from './plain-button.tsx';

type Props = {
  /** The bytes of the PDF; never an address. */
  readonly bytes: Uint8Array;
  readonly title: string;
  /** In a pane: small enough to be seen whole. */
  readonly isBeside?: boolean;
  /** Small pages stand beside each other where the width allows. */
  readonly isFacing?: boolean;
};

const zooms = [0.75, 0.9, 1, 1.25, 1.5, 2] as const;
const wholeSize = zooms.indexOf(1);

/** The document of the bytes: null while it is opened. */
function useOpened(bytes: Uint8Array): PDFDocumentProxy | 'failed' | null {
  const [opened, setOpened] = useState<PDFDocumentProxy | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    const opening = openPdf(bytes);
    opening.document.then(
      (document) => {
        if (!gone) setOpened(document);
      },
      () => {
        if (!gone) setOpened('failed');
      },
    );
    return () => {
      gone = true;
      opening.close();
    };
  }, [bytes]);
  return opened;
}

type SheetProps = Pick<Props, 'bytes'> & { readonly page: number; readonly width: number };

/** One page of a PDF, as wide as its place. */
export function PdfSheet({ bytes, page, width }: SheetProps) {
  const opened = useOpened(bytes);
  if (opened === null) return <p role="status">{es.pdf.opening}</p>;
  if (opened === 'failed') return <Notice tone="error">{es.pdf.failed}</Notice>;
  return <PdfPage document={opened} page={page} width={width} />;
}

/** The very pages of a PDF, with their text for screen readers. */
export function PdfPages({ bytes, title, isBeside = false, isFacing = false }: Props) {
  const opened = useOpened(bytes);
  const [zoom, setZoom] = useState(isBeside ? wholeSize - 1 : wholeSize);
  if (opened === null) return <p role="status">{es.pdf.opening}</p>;
  if (opened === 'failed') return <Notice tone="error">{es.pdf.failed}</Notice>;
  const scale = zooms[zoom] ?? 1;
  return (
    <section className={css.pdf} aria-label={title}>
      <div className={css.pdfBar}>
        <PlainButton disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {es.pdf.smaller}
        </PlainButton>
        <PlainButton disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          {es.pdf.larger}
        </PlainButton>
        <span role="status">{es.pdf.zoom(Math.round(scale * 100))}</span>
      </div>
      {/* A box that scrolls must be reachable by keyboard. */}
      <div
        className={css.pages}
        data-facing={isFacing || undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        role="region"
        aria-label={`${es.pdf.document}: ${title}`}
      >
        {Array.from({ length: opened.numPages }, (_, index) => (
          <PdfPage key={index} document={opened} page={index + 1} scale={scale} />
        ))}
      </div>
    </section>
  );
}

type PageProps = { readonly document: PDFDocumentProxy; readonly page: number } & (
  | { readonly scale: number; readonly width?: never }
  | { readonly scale?: never; readonly width: number }
);

const pixelsAPoint = 96 / 72;

function PdfPage({ document, page, scale, width }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const isGone = () => gone;
    const draw = async () => {
      const proxy = await document.getPage(page);
      const target = canvas.current;
      if (isGone() || target === null) return;
      const sharp = window.devicePixelRatio || 1;
      const drawn = scale === undefined ? width / proxy.getViewport({ scale: 1 }).width : scale * pixelsAPoint;
      const viewport = proxy.getViewport({ scale: drawn * sharp });
      target.width = viewport.width;
      target.height = viewport.height;
      target.style.width = `${viewport.width / sharp}px`;
      const drawing = proxy.render({ canvas: target, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      const content = await proxy.getTextContent();
      if (!isGone()) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    // A drawing that was cancelled by the next zoom rejects; the next one stands.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [document, page, scale, width]);
  const name = es.pdf.page(page, document.numPages);
  return (
    <div>
      <div role="img" aria-label={name}>
        <canvas ref={canvas} />
      </div>
      <div className="visually-hidden">
        <p>{es.pdf.text(page)}</p>
        <p>{text}</p>
      </div>
    </div>
  );
}
