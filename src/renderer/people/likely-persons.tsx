import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { TypedFacts } from '../../shared/people/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client.ts';
import { CandidateList } from './candidate-list.tsx';
import type { PersonFieldsProps } from './forms/fields.ts';
import type { PersonLink } from './candidate-list.tsx';
import { preparingWords, useFoundAfterPause } from './use-typed-search.ts';
import { look } from '../platform/ui/index.ts';

type Typed = {
  readonly [Name in 'givenNames' | 'firstSurname' | 'secondSurname' | 'aliases']?: string | null;
} & { readonly document?: { readonly kind: TypedFacts['documentKind']; readonly number: string | null } };

function textOf(text: string | null | undefined): string | null {
  const clean = (text ?? '').trim();
  return clean.length < 2 ? null : clean;
}

/** What is worth asking for; null while too little is typed to tell anybody apart. */
function factsOf({ givenNames, firstSurname, secondSurname, aliases, document }: Typed): TypedFacts | null {
  const number = textOf(document?.number);
  const facts: TypedFacts = {
    givenNames: textOf(givenNames),
    firstSurname: textOf(firstSurname),
    secondSurname: textOf(secondSurname),
    aliases: textOf(aliases),
    documentKind: number === null ? null : (document?.kind ?? null),
    documentNumber: number,
    ...{ birth: null, age: null, phone: null },
  };
  const told = [facts.givenNames, facts.firstSurname, facts.secondSurname].filter((name) => name !== null);
  return told.length > 1 || facts.aliases !== null || (number?.length ?? 0) > 4 ? facts : null;
}

type Asked = Parameters<ReturnType<typeof useClient>['suggestPersons']>[0];

type Props = PersonFieldsProps & {
  readonly arrivalId: string;
  /** In which role the person is about to be written. */
  readonly standing: 'user' | 'aggressor';
  readonly onLink: (link: PersonLink) => void;
};

function countWords(count: number): string {
  return count === 1 ? 'Hay 1 persona posible en el registro.' : `Hay ${count} personas posibles en el registro.`;
}

/** While a new person is typed: who of the record she may be, and why. Going on as before is the other answer. */
export function LikelyPersons({ form, at, arrivalId, standing, onLink }: Props) {
  const typed = (useWatch({ control: form.untyped.control, name: at }) ?? {}) as Typed;
  const client = useClient();
  const facts = factsOf(typed);
  const asked: Asked | null = facts === null ? null : { facts, arrivalId, role: standing };
  const { found, problem } = useFoundAfterPause(asked === null ? null : JSON.stringify(asked), (text) =>
    client.suggestPersons(JSON.parse(text) as Asked),
  );
  const candidates = found?.candidates ?? [];
  const preparing = found === null ? null : preparingWords(found);
  const told = useRef(0);
  useEffect(() => {
    if (candidates.length > 0 && candidates.length !== told.current) announce(countWords(candidates.length));
    told.current = candidates.length;
  }, [candidates.length]);
  if (problem !== null) return <p className={look.secondary}>{problem}</p>;
  if (candidates.length === 0) return preparing === null ? null : <p className={look.secondary}>{preparing}</p>;
  return (
    <div className={look.stack}>
      {preparing !== null && <p className={look.secondary}>{preparing}</p>}
      <p className={look.secondary}>
        {`${countWords(candidates.length)} Si es una de ellas, elíjala; si no, siga escribiendo.`}
      </p>
      <CandidateList candidates={candidates} label="Personas posibles según lo escrito" onLink={onLink} isCompact />
    </div>
  );
}
