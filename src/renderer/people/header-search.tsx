import { useState } from 'react';
import { t } from '../platform/i18n/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { handOverQuery } from './pending-query.ts';
import css from './people.module.css';

/** Search field of the header; what is typed goes to the search screen by memory, never by its address. */
export function HeaderSearch() {
  const go = useGo();
  const may = useMay('person.findByName');
  const [text, setText] = useState('');
  if (!may) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handOverQuery(text);
        setText('');
        go('/buscar');
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
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </form>
  );
}
