/** Reading and searching the manual. Comes with all its pages only when it is asked for. */
import { useEffect, useRef, useState } from 'react';
import { look, PlainButton, TextField } from '../ui/index.ts';
import css from './help.module.css';
import { anchorId, Markdown } from './markdown.tsx';
import { chapters, excerptOf, findInManual, pageOf, parts, type Hit, type Page, type Place } from './pages.ts';
import { helpWords } from './words.ts';

/** Where one has been; null is the list of pages. */
type Trail = readonly (Place | null)[];

/** `start` may be known better after it is drawn: where one went from there stays. */
export default function Manual({ start }: { readonly start: Place | null }) {
  const [went, setWent] = useState<Trail>([]);
  const [query, setQuery] = useState('');
  const trail = [start, ...went];
  const here = trail.at(-1) ?? null;
  const go = (place: Place | null) => {
    setQuery('');
    setWent([...went, place]);
  };
  const page = here === null ? null : pageOf(here.page);
  return (
    <div className={css.manual}>
      <TextField
        words={{ label: helpWords.search, hint: helpWords.searchHint, optional: true }}
        type="search"
        width="full"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {query.trim().length >= 2 ? (
        <Found query={query} go={go} />
      ) : (
        <>
          <div className={look.row}>
            {trail.length > 1 && (
              <PlainButton small onClick={() => setWent(went.slice(0, -1))}>
                {helpWords.back}
              </PlainButton>
            )}
            {here !== null && (
              <PlainButton small onClick={() => go(null)}>
                {helpWords.contents}
              </PlainButton>
            )}
          </div>
          {page === null || here === null ? (
            <Contents isAsked={trail.length > 1} go={go} />
          ) : (
            <Reading key={trail.length} page={page} place={here} isFirst={trail.length === 1} go={go} />
          )}
        </>
      )}
    </div>
  );
}

type Go = { readonly go: (place: Place) => void };

function Found({ query, go }: Go & { readonly query: string }) {
  const hits = findInManual(query);
  return (
    <>
      <p role="status" className={look.secondary}>
        {hits.length === 0 ? helpWords.nothing : helpWords.found(hits.length)}
      </p>
      <ul className={css.list}>
        {hits.map((hit) => (
          <li key={`${hit.page}#${hit.anchor ?? ''}`}>
            <button type="button" className={css.link} onClick={() => go(hit)}>
              {hit.title}
            </button>
            <span className={look.secondary}>{`${whereOf(hit)}${excerptOf(hit, query)}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const whereOf = ({ title, pageTitle }: Hit) => (title === pageTitle ? '' : `${pageTitle}. `);

function Contents({ isAsked, go }: Go & { readonly isAsked: boolean }) {
  return (
    <>
      {!isAsked && <p>{helpWords.noPage}</p>}
      {[chapters, parts].map((group, at) => (
        <ul key={at} className={css.list}>
          {group.map(({ id, title }) => (
            <li key={id}>
              <button type="button" className={css.link} onClick={() => go({ page: id, anchor: null })}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

type ReadingProps = Go & { readonly page: Page; readonly place: Place; readonly isFirst: boolean };

function Reading({ page, place: { anchor }, isFirst, go }: ReadingProps) {
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading =
      anchor === null ? text.current?.querySelector<HTMLElement>('h3') : document.getElementById(anchorId(anchor));
    if (anchor !== null || !isFirst) heading?.scrollIntoView({ block: 'start' });
    // What opened by F1 has its focus; a link that was followed is gone.
    if (!isFirst) heading?.focus({ preventScroll: true });
  }, [anchor, isFirst]);
  return (
    <article ref={text} className={css.page} aria-label={page.title}>
      <Markdown page={page} go={go} />
    </article>
  );
}
