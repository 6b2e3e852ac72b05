import { useState } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { t } from '../platform/i18n/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { CandidateCard } from './candidate-card.tsx';
import { handOverQuery } from './pending-query.ts';
import css from './people.module.css';
import { preparingWords, useTypedSearch } from './use-typed-search.ts';

/**
 * Search field of the header: who may be meant shows below it while it is typed. What is typed goes to the search screen by
 * memory, never by its address.
 */
export function HeaderSearch() {
  const go = useGo();
  const client = useClient();
  const may = useMay('person.findByName');
  const { staff } = useSession();
  const [text, setText] = useState('');
  const typed = useTypedSearch((query) =>
    client.findPersons({ query, arrivalId: null, caseId: null, role: 'any', isTyping: true }),
  );
  if (!may) return null;
  // The desk searches inside an arrival only (decision D2).
  const isOnlyDesk = staff.roles.every((role) => role === 'admission');
  const clear = () => {
    typed.stop();
    setText('');
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the list closes when the focus leaves all of it
    <form
      className={css.headerSearch}
      onSubmit={(event) => {
        event.preventDefault();
        handOverQuery(text);
        clear();
        go('/buscar');
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) typed.stop();
      }}
    >
      <label htmlFor="app-search" className="visually-hidden">
        {t('search.label')}
      </label>
      <input
        id="app-search"
        type="search"
        className={css.header}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        placeholder={`${t('search.label')} (${t('search.shortcut')})`}
        title={`${t('search.label')} (${t('search.shortcut')})`}
        value={text}
        onKeyDown={(event) => {
          if (event.key === 'Escape') typed.stop();
        }}
        onChange={(event) => {
          setText(event.target.value);
          if (!isOnlyDesk) typed.type(event.target.value);
        }}
      />
      <HeaderFound {...typed} onChosen={clear} />
    </form>
  );
}

type FoundProps = Pick<ReturnType<typeof useTypedSearch>, 'found' | 'problem'> & { readonly onChosen: () => void };

function HeaderFound({ found, problem, onChosen }: FoundProps) {
  const words = problem ?? (found === null ? null : preparingWords(found));
  const candidates = found?.candidates ?? [];
  if (words === null && candidates.length === 0) return null;
  return (
    <div className={css.headerFound}>
      {words !== null && <p className={css.secondary}>{words}</p>}
      {candidates.length > 0 && (
        <ul className={`${css.candidates} ${css.compact}`} aria-label="Personas posibles según lo escrito">
          {candidates.map((candidate) => (
            <CandidateCard key={candidate.personId} candidate={candidate} onChosen={onChosen} />
          ))}
        </ul>
      )}
      <p className={css.secondary}>Enter busca en «Buscar personas y casos». Escape cierra esta lista.</p>
    </div>
  );
}
