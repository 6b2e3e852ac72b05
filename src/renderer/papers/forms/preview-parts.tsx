import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Notice, Panel, PdfPages } from '../../platform/ui/index.ts';
import { factPages } from '../case-paths.ts';
import css from '../papers.module.css';
import type { Preview } from './use-preview.ts';

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Form at the left, what is missing and what stays in reserve at the right. */
export function PaperColumns({ children, side }: { readonly children: ReactNode; readonly side: ReactNode }) {
  return (
    <div className={css.columns}>
      <div className={css.main}>{children}</div>
      <aside className={css.side} aria-label="Estado del documento">
        {side}
      </aside>
    </div>
  );
}

type FactsProps = { readonly caseId: string; readonly facts: readonly MissingFact[] };

function Facts({ caseId, facts }: FactsProps) {
  return (
    <ul className={css.facts}>
      {facts.map(({ fact, label, page }) => {
        const where = factPages[page];
        return (
          <li key={fact}>
            {upper(label)}
            {where === null ? (
              ' (en esta página)'
            ) : (
              <>
                {' · '}
                <a href={hrefOf(where.path, { caseId })} aria-label={`${where.words}: ${label}`}>
                  {where.words}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Missing facts as questions for the next interview, what will not be printed, and warnings of the last draft. */
export function PaperState({ caseId, preview }: { readonly caseId: string; readonly preview: Preview }) {
  const { answer } = preview;
  if (answer === null) return <p role="status">Revisando la ficha…</p>;
  const required = answer.missing.filter(({ weight }) => weight === 'required');
  const recommended = answer.missing.filter(({ weight }) => weight === 'recommended');
  return (
    <>
      {answer.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          <p>{warning}</p>
        </Notice>
      ))}
      <Panel title="Falta en la ficha">
        {answer.missing.length === 0 && <p>No falta ningún dato.</p>}
        {required.length > 0 && (
          <div>
            <h3>Necesario</h3>
            <Facts caseId={caseId} facts={required} />
          </div>
        )}
        {recommended.length > 0 && (
          <div>
            <h3>Conviene preguntar</h3>
            <Facts caseId={caseId} facts={recommended} />
          </div>
        )}
      </Panel>
      <Panel title="No se imprimirá">
        {answer.reserved.length === 0 ? (
          <p>No hay datos en reserva.</p>
        ) : (
          <ul className={css.facts}>
            {answer.reserved.map((words) => (
              <li key={words}>{upper(words)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <p className={css.secondary}>Se revisa otra vez con «Ver borrador» y al emitir.</p>
    </>
  );
}

/** The very pages, marked «BORRADOR»; takes the focus when it opens. */
export function DraftPages({ preview, title }: { readonly preview: Preview; readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { bytes } = preview;
  useEffect(() => {
    if (bytes !== null) heading.current?.focus();
  }, [bytes]);
  if (bytes === null) return null;
  return (
    <section className={css.stack} aria-labelledby="draft-pages">
      <div className={css.row}>
        <h2 id="draft-pages" ref={heading} tabIndex={-1}>
          Borrador
        </h2>
        <Button variant="default" onClick={preview.hide}>
          Ocultar borrador
        </Button>
      </div>
      <PdfPages bytes={bytes} title={`Borrador: ${title}`} />
    </section>
  );
}
