import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Candidate, FoundPersons } from '../../shared/people/index.ts';
import { useClient } from '../platform/client.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { useAct } from '../platform/forms/index.ts';
import { useCutFrom } from '../platform/line/index.ts';
import { Icon, PersonName, Secret, useNamed } from '../platform/ui/index.ts';
import { candidateFacts, reviewWords } from './candidate-words.ts';
import css from './person-line.module.css';
import type { PersonLink } from './candidate-list.tsx';
import { unsoughtAct, useUnsought } from './unsought.ts';
import { foundWords, preparingWords, useTypedSearch } from './use-typed-search.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  /** The key that leads here from every screen. */
  readonly keys: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly link: PersonLink | null;
  readonly onLink: (link: PersonLink | null) => void;
  /** The arrival under which is searched; opened at the first search. */
  readonly arrival: () => Promise<string>;
  /** What is wrong with what stands here. */
  readonly error: string | null;
  readonly onError: (words: string | null) => void;
  /** Esc while nothing is dropped below. */
  readonly onEscape: () => void;
  /** What stands here was sent, and waits for its answer. */
  readonly isSent: boolean;
  /** At the end of its label. */
  readonly aside?: ReactNode;
};

type Dropped = FoundPersons & {
  /** Asked for outright: then also «nobody» is said. */
  readonly isAsked: boolean;
  /** Why nobody could be looked for; null where somebody was. */
  readonly unsought: string | null;
};

/** Fewer letters are no question. */
const fewest = 2;

/**
 * A person said in one line. Who may be meant drops below; nobody is marked until an arrow is pressed, so that Enter after
 * typing takes nobody, and that it is none of them is chosen, too.
 */
export function PersonLine(props: Props) {
  const { id, label, keys, aside } = props;
  const line = useLine(props);
  const error = props.error ?? line.problem;
  return (
    <div className={css.line}>
      <label htmlFor={id} className={css.label}>
        {label}
        <kbd aria-hidden="true">{keys}</kbd>
      </label>
      {error !== null && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      <Field {...props} line={line} isWrong={error !== null} />
      {aside !== undefined && <div className={css.aside}>{aside}</div>}
    </div>
  );
}

type FieldProps = Pick<Props, 'id' | 'placeholder' | 'text' | 'link' | 'isSent'> & {
  readonly line: ReturnType<typeof useLine>;
  readonly isWrong: boolean;
};

function Field({ id, placeholder, text, link, isSent, line, isWrong }: FieldProps) {
  const named = useNamed();
  const { dropped, isShown, at } = line;
  const open = isShown && link === null ? dropped : null;
  return (
    <div className={css.field}>
      <Icon name="search" size={18} />
      <input
        id={id}
        type="text"
        role="combobox"
        className={css.input}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : `${id}-list`}
        aria-activedescendant={open !== null && at >= 0 ? optionId(id, at) : undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-error` : undefined}
        readOnly={link !== null || isSent}
        value={link === null || link.kind === 'new' ? text : named(link.name)}
        onChange={(event) => line.type(event.target.value)}
        onKeyDown={line.press}
        onFocus={() => line.show(true)}
        onBlur={() => line.show(false)}
      />
      <Nobody isShown={line.isNobody} />
      {open !== null && <Drop id={id} dropped={open} at={at} onChoose={line.choose} />}
    </div>
  );
}

function Nobody({ isShown }: { readonly isShown: boolean }) {
  if (!isShown) return null;
  return (
    <p className={css.nobody} role="status">
      Nadie con ese nombre o documento
    </p>
  );
}

const optionId = (id: string, at: number) => `${id}-option-${at}`;

function useLine({ text, onText, link, onLink, arrival, onError, onEscape, isSent }: Props) {
  const client = useClient();
  const act = useAct();
  const [found, setDropped] = useState<Dropped | null>(null);
  const [isShown, show] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useRef(0);
  const drop = (next: Dropped | null) => {
    setAt(-1);
    setDropped(next);
  };
  const cutFrom = useCutFrom();
  const isShort = text.trim().length < fewest;
  const unsought = useUnsought(found === null && link === null && !isShort ? cutFrom : null);
  const dropped: Dropped | null =
    unsought.words === null ? found : { candidates: [], isAsked: true, unsought: unsought.words };
  const asking = { caseId: null, role: 'any' } as const;
  const typed = useTypedSearch(
    async (query) => client.findPersons({ ...asking, arrivalId: await arrival(), query, isTyping: true }),
    (found) => drop(found.candidates.length === 0 ? null : { ...found, isAsked: false, unsought: null }),
    cutFrom !== null,
  );
  const search = () => {
    const query = text.trim();
    if (isShort) {
      onError('Escriba al menos dos letras o cifras.');
      return;
    }
    if (cutFrom !== null) {
      unsought.say();
      return;
    }
    // Asked and answered: the same question would be counted again.
    if (dropped?.isAsked === true) return;
    typed.stop();
    asked.current += 1;
    const mine = asked.current;
    void act.run(async (by) => by.findPersons({ ...asking, arrivalId: await arrival(), query }), {
      words: ({ candidates }) => foundWords(candidates.length),
      done: (found) => {
        // Not of what was typed before.
        if (mine === asked.current) drop({ ...found, isAsked: true, unsought: null });
      },
      refused: (failure) => onError(wordsOf(failure)),
    });
  };
  const close = () => {
    asked.current += 1;
    typed.stop();
    unsought.hide();
    drop(null);
  };
  const type = (next: string) => {
    asked.current += 1;
    drop(null);
    unsought.show();
    onError(null);
    onText(next);
    typed.type(next);
  };
  const choose = (index: number, isMaybe: boolean) => {
    if (dropped === null) return;
    const candidate = dropped.candidates[index];
    close();
    onError(null);
    if (candidate === undefined && dropped.unsought !== null) {
      onLink({ kind: 'new', isUnsought: true });
      return;
    }
    if (candidate === undefined) {
      onLink({ kind: 'new', different: dropped.candidates.map(({ personId }) => personId) });
      return;
    }
    const { personId, name, needsReview } = candidate;
    onLink({ kind: isMaybe || needsReview ? 'maybe' : 'known', personId, name });
  };
  const move = (step: 1 | -1) => {
    if (dropped === null) return;
    const count = dropped.candidates.length + 1;
    const next = at + step;
    setAt(next >= count ? -1 : next < -1 ? count - 1 : next);
  };
  const enter = (event: KeyboardEvent) => {
    // A key that is held chooses nobody.
    if (event.repeat || text.trim() === '') return;
    if (dropped === null || at === -1) search();
    else choose(at, event.shiftKey);
  };
  const saying: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    Enter: enter,
    Escape: dropped === null ? onEscape : close,
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };
  const undo = () => onLink(null);
  const chosen: typeof saying = { Escape: undo, Backspace: undo, Delete: undo };
  const press = (event: KeyboardEvent) => {
    const act = (link === null ? saying : chosen)[event.key];
    if (act === undefined || isSent || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  // As long as the record is made ready somebody may be missing.
  const isNobody =
    isShown &&
    dropped === null &&
    cutFrom === null &&
    link === null &&
    typed.found?.candidates.length === 0 &&
    preparingWords(typed.found) === null;
  return { dropped, isShown, isNobody, at, problem: typed.problem, show, type, press, choose };
}

type DropProps = {
  readonly id: string;
  readonly dropped: Dropped;
  readonly at: number;
  readonly onChoose: (at: number, isMaybe: boolean) => void;
};

function Drop({ id, dropped, at, onChoose }: DropProps) {
  const { candidates, searchesLeft, unsought } = dropped;
  const preparing = preparingWords(dropped);
  const option = (index: number) => ({
    id: optionId(id, index),
    role: 'option',
    'aria-selected': index === at,
    className: css.option,
    // The field keeps the focus.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => onChoose(index, false),
  });
  return (
    <div className={css.drop}>
      <p className={css.says}>
        {candidates.length === 0 ? (
          (unsought ?? foundWords(0))
        ) : (
          <>
            {candidates.length === 1 ? '1 persona posible. ' : `${candidates.length} personas posibles. `}
            <b>↑ ↓</b> elegir · <b>Enter</b> es la misma · <b>Mayús Enter</b> quizá sea la misma
          </>
        )}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label="Personas posibles">
        {candidates.map((candidate, index) => (
          <div key={candidate.personId} {...option(index)}>
            <Who candidate={candidate} />
            <span className={css.act}>
              {candidate.needsReview ? 'Enter  Quizá sea la misma' : 'Enter  Es la misma'}
            </span>
          </div>
        ))}
        <div {...option(candidates.length)}>
          <span className={css.none}>{unsought === null ? noneWords(candidates.length) : unsoughtAct}</span>
          <span className={css.act}>Enter</span>
        </div>
      </div>
      {(searchesLeft !== undefined || preparing !== null) && (
        <p className={css.foot}>
          {searchesLeft !== undefined &&
            `Queda en la bitácora. ${searchesLeft === 1 ? 'Le queda 1 búsqueda' : `Le quedan ${searchesLeft} búsquedas`} por nombre en esta hora. `}
          {preparing}
        </p>
      )}
    </div>
  );
}

const noneWords = (count: number) =>
  count === 0 ? 'Registrar como persona nueva' : 'Ninguna es la misma: persona nueva';

function Who({ candidate }: { readonly candidate: Candidate }) {
  const { name, needsReview, reasons } = candidate;
  return (
    <span>
      <b>
        <PersonName>{name}</PersonName>
      </b>{' '}
      <Secret>{candidateFacts(candidate).join(' · ')}</Secret>
      <small>{needsReview ? reviewWords : reasons.join(' ')}</small>
    </span>
  );
}
