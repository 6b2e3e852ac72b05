import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { focusLater } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { PlainButton, look, Notice, Panel, PdfPages } from '../../platform/ui/index.ts';
import { factPages } from '../case-paths.ts';
import css from '../papers.module.css';
import type { Preview } from './use-preview.ts';
import { capital } from '../../../shared/platform/capital.ts';

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

type FactsProps = Pick<StateProps, 'caseId' | 'fieldId' | 'beside'> & { readonly facts: readonly MissingFact[] };

/** Each fact leads to the field that answers it, here or on its page, or to who will ask her. */
function Facts({ caseId, fieldId, beside, facts }: FactsProps) {
  return (
    <ul className={css.facts}>
      {facts.map((fact) => (
        <li key={fact.fact}>
          <FactLink caseId={caseId} fieldId={fieldId} fact={fact} />
          {beside.ofFact(fact)}
        </li>
      ))}
    </ul>
  );
}

type LinkProps = Pick<StateProps, 'caseId' | 'fieldId'> & { readonly fact: MissingFact };

function FactLink({ caseId, fieldId, fact: { label, page, field } }: LinkProps) {
  const where = factPages[page];
  if (where !== null) {
    const target = field === undefined ? null : `${page}-${field}`;
    return (
      <a
        href={hrefOf(where.path, { caseId })}
        onClick={() => {
          if (target !== null) focusLater(target);
        }}
      >
        {`${capital(label)} · ${where.words}`}
      </a>
    );
  }
  if (field === undefined) return `${capital(label)} (en esta página)`;
  const id = fieldId(field);
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        // The address belongs to the router.
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {capital(label)}
    </a>
  );
}

type StateProps = {
  readonly caseId: string;
  readonly preview: Preview;
  /** Id of a field of the form of the paper, by its path. */
  readonly fieldId: (path: string) => string;
  readonly beside: BesideFacts;
};

/** What another domain offers for the missing facts. */
export type BesideFacts = {
  readonly ofFact: (fact: MissingFact) => ReactNode;
  readonly ofAll: (facts: readonly MissingFact[]) => ReactNode;
};

/** Missing facts as questions for the next interview, what will not be printed, and warnings of the last draft. */
export function PaperState({ caseId, preview, fieldId, beside, live }: StateProps & { readonly live?: ReactNode }) {
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
      {live}
      <Panel title="Falta en la ficha">
        {answer.missing.length === 0 && <p>No falta ningún dato.</p>}
        {required.length > 0 && (
          <div>
            <h3>Necesario</h3>
            <Facts caseId={caseId} fieldId={fieldId} beside={beside} facts={required} />
          </div>
        )}
        {recommended.length > 0 && (
          <div>
            <h3>Conviene preguntar</h3>
            <Facts caseId={caseId} fieldId={fieldId} beside={beside} facts={recommended} />
          </div>
        )}
        {beside.ofAll(answer.missing)}
      </Panel>
      <Panel title="No se imprimirá">
        {answer.reserved.length === 0 ? (
          <p>No hay datos en reserva.</p>
        ) : (
          <ul className={css.facts}>
            {answer.reserved.map((words) => (
              <li key={words}>{capital(words)}</li>
            ))}
          </ul>
        )}
      </Panel>
      {live === undefined && <p className={look.secondary}>Se revisa otra vez con «Ver borrador» y al emitir.</p>}
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
    <section className={look.stack} aria-labelledby="draft-pages">
      <div className={look.row}>
        <h2 id="draft-pages" ref={heading} tabIndex={-1}>
          Borrador
        </h2>
        <PlainButton onClick={preview.hide}>Ocultar borrador</PlainButton>
      </div>
      <PdfPages bytes={bytes} title={`Borrador: ${title}`} />
    </section>
  );
}
