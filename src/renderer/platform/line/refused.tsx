import { useEffect, useLayoutEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { es } from '../es.ts';
import { ActProblem, useAct } from '../forms/index.ts';
import locked from '../locked-page.module.css';
import { useSessionAccess } from '../session.tsx';
import { setAside } from '../set-aside.ts';
import { PlainButton, Sentences } from '../ui/index.ts';
import { useLine } from './line.tsx';
import css from './line.module.css';
import { refusedWords, stateWords } from './words.ts';

/**
 * The computer that keeps the record lets this one in no more: the whole page says why. What stood there is put aside, not
 * thrown away: it comes back with the line.
 *
 * @param Update how this computer gets the version of the other one
 */
export function LineRefused({ Update }: { readonly Update: ComponentType }) {
  const line = useLine();
  const { state } = useSessionAccess();
  // «Pausa» has put the screens aside already; it is said when they come back.
  const isPaused = state.kind === 'open' && state.pause !== null;
  if (line?.state !== 'refused' || isPaused) return null;
  const { title, told } =
    line.why === null ? { title: `${stateWords(line)}.`, told: [] } : refusedWords[line.why](line.keeper);
  return (
    <Alone>
      <Page title={title}>
        <Sentences of={told} />
        {line.why === 'older' && <Update />}
        {(line.why === 'revoked' || line.why === 'moved') && <Anew />}
      </Page>
    </Alone>
  );
}

/** It is a computer without a record again, and the first page has the way to connect it. */
function Anew() {
  const act = useAct();
  return (
    <>
      <ActProblem act={act} />
      <div>
        <PlainButton aria-disabled={act.busy} onClick={() => void act.run((client) => client.leaveKeeper({}))}>
          Conectarla de nuevo…
        </PlainButton>
      </div>
    </>
  );
}

function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = es.app.name;
    heading.current?.focus();
  }, [title]);
  return (
    <main className={locked.page}>
      <div className={css.refused}>
        <p className={css.product}>{es.app.name}</p>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}

function Alone({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => setAside(place), [place]);
  return createPortal(children, place);
}
