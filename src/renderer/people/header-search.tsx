import { useState, type KeyboardEvent } from 'react';
import { isOnlyDesk } from '../../shared/access/index.ts';
import type { Candidate } from '../../shared/people/index.ts';
import { useClient } from '../platform/client-context.tsx';
import { es } from '../platform/es.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { HeaderFound, optionId, optionsOf } from './header-found.tsx';
import { handOverQuery } from './pending-query.ts';
import css from './people.module.css';
import { useTypedSearch } from './use-typed-search.ts';
import { SheetForm } from '../platform/ui/index.ts';

/** Nobody is marked until an arrow key: Enter after typing never opens a ficha. */
const nobody = -1;

/** Which option an arrow key marks: past either end the field itself, with nobody marked. */
function nextOption(key: string, marked: number, count: number): number | null {
  if (key === 'ArrowDown') return marked + 1 < count ? marked + 1 : nobody;
  if (key === 'ArrowUp') return marked === nobody ? count - 1 : marked - 1;
  return null;
}

/**
 * Search field of the header: who may be meant shows below it while it is typed. What is typed goes to the search screen by
 * memory, never by its address.
 */
export function HeaderSearch() {
  const may = useMay('person.findByName');
  return may ? <SearchField /> : null;
}

function useHeaderSearch() {
  const go = useGo();
  const client = useClient();
  const { staff } = useSession();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(nobody);
  const typed = useTypedSearch((query) =>
    client.findPersons({ query, arrivalId: null, caseId: null, role: 'any', isTyping: true }),
  );
  // The desk searches inside an arrival only (decision D2).
  const isDesk = isOnlyDesk(staff.roles);
  // An answer to what stood there before is none to what stands there now.
  const isAnswer = typed.answers !== null && typed.answers === text.trim();
  const candidates: readonly Candidate[] = isAnswer ? (typed.found?.candidates ?? []) : [];
  const options = optionsOf(candidates);
  const type = (next: string) => {
    setText(next);
    setMarked(nobody);
    if (!isDesk) typed.type(next);
  };
  const stop = () => {
    setMarked(nobody);
    typed.stop();
  };
  const leaveFor = (way: () => void) => {
    stop();
    setText('');
    way();
  };
  const open = (caseId: string) => leaveFor(() => go('/casos/$caseId', { caseId }));
  const enter = () => {
    const chosen = options[marked];
    if (chosen === undefined) {
      leaveFor(() => {
        handOverQuery(text);
        go('/buscar');
      });
    } else if (chosen.caseId !== null) open(chosen.caseId);
  };
  const press = (event: KeyboardEvent) => {
    const next = nextOption(event.key, marked, options.length);
    if (next !== null && isAnswer) setMarked(next);
    else if (event.key === 'ArrowDown') type(text);
    else if (event.key !== 'Escape' || !isAnswer) return;
    // The first Escape closes the list; what was typed stays.
    else stop();
    event.preventDefault();
  };
  return { text, type, stop, enter, press, open, isAnswer, typed, candidates, options, marked };
}

function SearchField() {
  const { text, type, stop, enter, press, open, isAnswer, typed, candidates, options, marked } = useHeaderSearch();
  const label = `${es.search.label} (${es.search.shortcut})`;
  return (
    <SheetForm
      className={css.headerSearch}
      onSend={enter}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) stop();
      }}
    >
      <label htmlFor="app-search" className="visually-hidden">
        {es.search.label}
      </label>
      <input
        id="app-search"
        type="search"
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? 'app-search-found' : undefined}
        aria-activedescendant={marked === nobody ? undefined : optionId(marked)}
        className={css.header}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        placeholder={label}
        title={label}
        value={text}
        onKeyDown={press}
        onChange={(event) => type(event.target.value)}
      />
      {isAnswer && (
        <HeaderFound {...{ candidates, options, marked }} found={typed.found} problem={typed.problem} onChosen={open} />
      )}
    </SheetForm>
  );
}
