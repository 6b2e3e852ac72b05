import { useEffect, useState } from 'react';
import type { Candidate, FoundPersons } from '../../shared/people/index.ts';
import { useClient } from '../platform/client.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { SheetForm, PlainButton, look, TextField } from '../platform/ui/index.ts';
import css from './people.module.css';
import { foundWords, preparingWords, useTypedSearch } from './use-typed-search.ts';

type Props = {
  readonly arrivalId: string | null;
  /** The ficha whose persons are being identified. */
  readonly caseId?: string;
  readonly among: 'user' | 'aggressor' | 'any';
  readonly id: string;
  readonly label: string;
  readonly start?: string | null;
  /** Null while nothing was sought yet. */
  readonly onFound: (candidates: readonly Candidate[] | null) => void;
  /** The words sought, for whoever keeps them when nobody is found. */
  readonly onAsked?: ((words: string) => void) | undefined;
};

/** Name or document as she says it: who may be meant shows while it is typed; Enter or the button searches. */
export function SearchBox({ id, label, arrivalId, caseId, among, start, onFound, onAsked }: Props) {
  const act = useAct();
  const [query, setQuery] = useState(start ?? '');
  const [short, setShort] = useState(false);
  const [answer, setAnswer] = useState<FoundPersons | null>(null);
  const client = useClient();
  const asking = { arrivalId, caseId: caseId ?? null, role: among };
  const typed = useTypedSearch(
    (text) => client.findPersons({ ...asking, query: text, isTyping: true }),
    ({ candidates }) => {
      // That nobody is found is said to whoever asks, not of half a word.
      onFound(candidates.length === 0 ? null : candidates);
    },
  );
  const told = typed.found ?? answer;
  const preparing = told === null ? null : preparingWords(told);
  // A search is an act that the log counts, never something to repeat from a cache.
  const find = (asked: string, words: (count: number) => string) =>
    void act.run((client) => client.findPersons({ ...asking, query: asked }), {
      words: ({ candidates }) => words(candidates.length),
      done: (found) => {
        setAnswer(found);
        onFound(found.candidates);
      },
    });
  const search = (text: string) => {
    const asked = text.trim();
    setShort(asked.length < 2);
    if (asked.length < 2 || act.busy) return;
    typed.stop();
    onFound(null);
    onAsked?.(asked);
    find(asked, foundWords);
  };
  useEffect(() => {
    if (start === undefined || start === null || start.trim().length < 2) return;
    find(start.trim(), () => '');
    // Only for the query that came along, once.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [start]);
  return (
    <SheetForm onSend={() => search(query)}>
      <div className={look.fields}>
        <div className={css.query}>
          <TextField
            words={{
              label,
              id,
              hint: 'Como lo dice la persona: nombres, apellidos o número de documento.',
              error: short ? 'Escriba al menos dos letras o cifras.' : undefined,
            }}
            value={query}
            maxLength={120}
            spellCheck={false}
            onChange={(event) => {
              // Who was found for another text is not offered for this one.
              if (event.target.value.trim() !== query.trim()) onFound(null);
              setQuery(event.target.value);
              typed.type(event.target.value);
            }}
          />
        </div>
        <PlainButton type="submit">Buscar</PlainButton>
      </div>
      {act.busy && <p role="status">Buscando…</p>}
      <ActProblem act={act} />
      {typed.problem !== null && <p className={look.secondary}>{typed.problem}</p>}
      {preparing !== null && <p role="status">{preparing}</p>}
    </SheetForm>
  );
}
