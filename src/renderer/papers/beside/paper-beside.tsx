import { useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { wordsOf } from '../../platform/failure-words.ts';
import { onFormKey, useUnansweredKey } from '../../platform/forms/index.ts';
import { focusControl, Icon, look, Notice, PdfPages, PlainButton, Secret, Sentences } from '../../platform/ui/index.ts';
import { GapLinks, PaperView } from '../templates/paper-view.tsx';
import css from './beside.module.css';
import { LackLink, LackStep, type BesideFacts, type Lack } from './facts.tsx';
import type { DraftPages, PaperShown } from './use-paper.ts';

export type Beside = {
  readonly key: string;
  /** Accessible name of its words: «Texto del escrito». */
  readonly label: string;
  readonly now: PaperShown;
  readonly fieldId: (path: string) => string;
};

type Props = {
  readonly caseId: string;
  readonly title: string;
  readonly papers: readonly Beside[];
  readonly ofFact?: BesideFacts['ofFact'];
  readonly pages?: DraftPages;
  /** Acts in the bar over the page. */
  readonly acts?: ReactNode;
  /** Above the step: refusals and what was recovered. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
};

function lacksOf({ key, now, fieldId }: Beside): Lack[] {
  return (now.words?.missing ?? []).map((fact) => ({
    ...fact,
    // What the ficha lacks, every paper lacks alike.
    key: fact.page === 'document' ? `${key} ${fact.fact}` : fact.fact,
    fieldId: fact.page === 'document' && fact.field !== undefined ? fieldId(fact.field) : null,
  }));
}

const once = (lacks: readonly Lack[]) => [...new Map(lacks.map((lack) => [lack.key, lack])).values()];

/** The field that has the focus answers this fact. */
function isAt({ fieldId }: Lack, place: Element): boolean {
  const field = fieldId === null ? null : document.getElementById(fieldId);
  return (field?.closest('[data-field]') ?? field)?.contains(place) === true;
}

/** Questions at the left, the very page beside them; each fact that lacks leads from both to its field. */
export function PaperBeside({ caseId, title, papers, ofFact, pages, acts, head, children }: Props) {
  const questions = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [isLarge, setLarge] = useState(false);
  useUnansweredKey(questions);
  const lacks = once(papers.flatMap(lacksOf));
  const isRead = papers.some(({ now }) => now.words !== null);
  const note = ({ target }: FocusEvent) => setCurrent(lacks.find((lack) => isAt(lack, target))?.key ?? null);
  const go = (fieldId: string) => {
    flushSync(() => setLarge(false));
    const field = document.getElementById(fieldId);
    if (field !== null) focusControl(field);
  };
  useEffect(() => bringIntoSight(desk.current), [current]);
  return (
    <div className={css.beside} data-large={isLarge || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and focus of each field bubble here; nothing is operated by it */}
      <div ref={questions} className={css.questions} data-questions onFocus={note} onKeyDown={onFormKey}>
        {head}
        {papers.length > 0 && (
          <LackStep caseId={caseId} lacks={isRead ? lacks : null} current={current} onGo={go} ofFact={ofFact ?? null} />
        )}
        <div className={css.toPage}>
          <PlainButton small quiet onClick={() => setLarge(true)}>
            Ver la página
          </PlainButton>
        </div>
        <Warnings papers={papers} />
        {children}
      </div>
      <section className={css.page} aria-label={`Página: ${title}`}>
        <div className={css.bar}>
          <Reserved papers={papers} />
          <div className={css.acts}>
            {acts}
            <PlainButton small quiet onClick={() => setLarge(!isLarge)}>
              {isLarge ? 'Volver a las preguntas' : 'Ver en grande'}
            </PlainButton>
          </div>
        </div>
        {pages !== undefined && pages.bytes !== null ? (
          <Pages title={title} bytes={pages.bytes} onHide={pages.hide} />
        ) : (
          <div ref={desk} className={css.desk}>
            {papers.map((paper) => (
              <Sheet key={paper.key} caseId={caseId} paper={paper} current={current} onGo={go} />
            ))}
          </div>
        )}
      </section>
    </div>
  );
}

/** The mark of the current field, where the page scrolls by itself; the window stays where it is. */
function bringIntoSight(desk: HTMLElement | null): void {
  const mark = desk?.querySelector<HTMLElement>('[data-current]');
  if (desk === null || mark === null || mark === undefined || desk.scrollHeight <= desk.clientHeight) return;
  const [box, own] = [desk.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom) desk.scrollTop += own.top - box.top - box.height / 3;
}

function Warnings({ papers }: Pick<Props, 'papers'>) {
  const warnings = [...new Set(papers.flatMap(({ now }) => now.words?.warnings ?? []))];
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning">
      <Sentences of={warnings} />
    </Notice>
  );
}

/** What the ficha knows and the paper does not say. */
function Reserved({ papers }: Pick<Props, 'papers'>) {
  const reserved = [...new Set(papers.flatMap(({ now }) => now.words?.reserved ?? []))];
  if (papers.every(({ now }) => now.words === null)) return null;
  return (
    <p className={css.reserved} data-any={reserved.length > 0 || undefined}>
      {reserved.length > 0 && <Icon name="lock" size={16} />}
      <span>{reserved.length === 0 ? 'No hay datos en reserva' : `No se imprimirá: ${reserved.join(', ')}`}</span>
    </p>
  );
}

type SheetProps = {
  readonly caseId: string;
  readonly paper: Beside;
  readonly current: string | null;
  readonly onGo: (fieldId: string) => void;
};

/** The words of a paper as they stand now. */
function Sheet({ caseId, paper, current, onGo }: SheetProps) {
  const { words, isBehind, failure } = paper.now;
  const gaps = useMemo(() => {
    const lacks = new Map(lacksOf(paper).map((lack) => [lack.label.toLowerCase(), lack]));
    return function Gap(label: string): ReactNode {
      const lack = lacks.get(label.toLowerCase());
      if (lack === undefined) return <mark className={css.gap}>FALTA: {label}</mark>;
      return (
        <LackLink
          caseId={caseId}
          lack={lack}
          onGo={onGo}
          isCurrent={lack.key === current}
          className={[css.gap, lack.weight === 'required' ? '' : css.soft].join(' ')}
        >
          {`FALTA: ${label}`}
        </LackLink>
      );
    };
  }, [paper, caseId, current, onGo]);
  if (words === null && failure === null) return null;
  return (
    <>
      {failure !== null && <p role="alert" className={css.said}>{`No se pudo poner al día. ${wordsOf(failure)}`}</p>}
      {isBehind && <p className={css.said}>Sin lo que está a medio llenar.</p>}
      {words !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
        <div className={css.sheet} role="region" aria-label={paper.label} tabIndex={0}>
          <Secret instead={<p>Con discreción, el texto no se muestra.</p>}>
            <GapLinks value={gaps}>
              <PaperView blocks={words.blocks} />
            </GapLinks>
          </Secret>
        </div>
      )}
    </>
  );
}

type PagesProps = { readonly title: string; readonly bytes: Uint8Array; readonly onHide: () => void };

/** The very pages, marked «BORRADOR»; takes the focus when it opens. */
function Pages({ title, bytes, onHide }: PagesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [bytes]);
  return (
    <div className={css.desk} data-pages>
      <div className={look.row}>
        <h2 ref={heading} tabIndex={-1}>
          Borrador
        </h2>
        <PlainButton small onClick={onHide}>
          Ocultar borrador
        </PlainButton>
      </div>
      <Secret instead={<p className={css.said}>Con discreción, el texto no se muestra.</p>}>
        <PdfPages bytes={bytes} title={`Borrador: ${title}`} isBeside />
      </Secret>
    </div>
  );
}
