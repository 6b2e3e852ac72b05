import { useEffect, useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/parts.tsx';
import { useLine, useNotEntered } from './line.tsx';
import css from './line.module.css';
import { stateWords, tryWords, unsentWords, type Line } from './words.ts';

/** Since when there is no line, and when it is tried again. Nothing but a silent place while it is up. */
export function LineBand() {
  const line = useLine();
  const notEntered = useNotEntered();
  if (line === null) return null;
  const words = stateWords(line);
  return (
    <>
      {notEntered.words.length > 0 && (
        <Notice tone="error" action={{ label: 'Entendido', onClick: notEntered.forget }}>
          <p role="alert">
            {notEntered.words.length === 1
              ? 'Un cambio que esperaba la conexión no entró al registro:'
              : `${notEntered.words.length} cambios que esperaban la conexión no entraron al registro:`}
          </p>
          {notEntered.words.map((why, at) => (
            <p key={at}>{why}</p>
          ))}
        </Notice>
      )}
      {/* Heard once: what counts down beside it is for the eye. */}
      <p className="visually-hidden" role="status">
        {words === '' ? '' : `${words}.`}
      </p>
      {words !== '' && (
        <p className={css.band} aria-hidden="true">
          <Icon name="warning" size={18} />
          <span>
            {words}
            <Countdown key={line.nextTryAt} line={line} />
          </span>
        </p>
      )}
    </>
  );
}

/** Ends the sentence. */
function Countdown({ line }: { readonly line: Line }) {
  const [now, setNow] = useState(() => Date.now());
  const { nextTryAt } = line;
  useEffect(() => {
    if (nextTryAt === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [nextTryAt]);
  return `${tryWords(line, now)}.`;
}

/** What was saved here and has no answer yet. */
export function Unsent() {
  const line = useLine();
  if (line === null) return null;
  return (
    <div className={css.unsent} role="status">
      {line.unsent > 0 && (
        <p>
          <Icon name="warning" size={18} />
          {unsentWords(line.unsent)}
        </p>
      )}
    </div>
  );
}
