import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  isLeftToSay,
  pairRoles,
  type CaseOverview,
  type LikelyPerson,
  type PairRole,
} from '../../../shared/intake/index.ts';
import { ReasonList } from '../../people/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Icon, Panel, StateBadge } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';
import { LinkSearch } from './link-search.tsx';

const words = {
  user: {
    title: 'Ella',
    subtitle: 'persona usuaria',
    none: 'Ninguna es ella',
    ruledOut: 'Respondió que ninguna es ella.',
    nobody: 'Nadie del registro se le parece tanto como para preguntar.',
    same: 'Es ella',
  },
  aggressor: {
    title: 'Él o ella',
    subtitle: 'presunta persona agresora',
    none: 'Ninguno es esa persona',
    ruledOut: 'Respondió que ninguno es la presunta persona agresora.',
    nobody: 'Nadie del registro se le parece.',
    same: 'Es la misma persona',
  },
} as const satisfies Record<PairRole, Record<string, string>>;

const roleWords = {
  user: 'persona usuaria',
  aggressor: 'presunta persona agresora',
  related: 'otra persona de la ficha',
} as const;

type Props = { readonly overview: CaseOverview; readonly likely: readonly LikelyPerson[] };

/** «Quizá ya la conocemos»: the pair is compared with the record; staff say who is who, nobody is joined by itself. */
export function LikelyPanel({ overview, likely }: Props) {
  return (
    <Panel title="Quizá ya la conocemos">
      <div className={css.pair}>
        {pairRoles.map((role) => (
          <Column key={role} role={role} overview={overview} likely={likely.filter((one) => one.role === role)} />
        ))}
      </div>
    </Panel>
  );
}

function Column({ role, overview, likely }: Props & { readonly role: PairRole }) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  const [isSearching, setSearching] = useState(false);
  const { caseId, version } = overview;
  const open = likely.filter(isLeftToSay);
  // Asked above, as the desk left it.
  const isLeftOpen = overview.unsettled.some((one) => one.role === role);
  const link = (personId: NonNullable<LikelyPerson['personId']>) =>
    act.run((client) => client.settlePerson({ caseId, version, role, personId, isSame: true }), {
      of: 'link',
      words: 'Confirmado: es la misma persona.',
      refused: refresh,
    });
  const ruleOut = () => {
    const personIds = open.map(({ personId }) => personId).filter((id) => id !== null);
    return act.run((client) => client.ruleOutPersons({ caseId, version, role, personIds }), {
      of: 'rule-out',
      words: words[role].ruledOut,
      refused: refresh,
    });
  };
  const name = role === 'user' ? overview.userName : overview.aggressorName;
  return (
    <section className={css.stack} aria-label={`${words[role].title}: ${words[role].subtitle}`}>
      <h3>
        {name} <span className={css.secondary}>{words[role].subtitle}</span>
      </h3>
      {likely.length === 0 && !isLeftOpen && <p className={css.secondary}>{words[role].nobody}</p>}
      <ul className={css.likely}>
        {likely.map((one, at) => (
          <LikelyCard
            key={one.personId ?? `closed-${at}`}
            person={one}
            busy={act.busy}
            onLink={(personId) => void link(personId)}
          />
        ))}
      </ul>
      <ActProblem act={act} />
      <div className={css.row}>
        {open.length > 0 && (
          <Button variant="default" aria-disabled={act.busy} onClick={() => void ruleOut()}>
            {words[role].none}
          </Button>
        )}
        <Button
          variant="subtle"
          aria-expanded={isSearching}
          onClick={() => {
            setSearching(!isSearching);
          }}
        >
          Buscar a otra persona
        </Button>
      </div>
      {isSearching && <LinkSearch role={role} overview={overview} offered={likely} />}
    </section>
  );
}

type CardProps = {
  readonly person: LikelyPerson;
  readonly busy: boolean;
  readonly onLink: (personId: NonNullable<LikelyPerson['personId']>) => void;
};

const answerWords = { different: 'No es la misma', reviewAsked: 'Pedido a Coordinación' } as const;

function Answered({ answer }: { readonly answer: keyof typeof answerWords }) {
  return (
    <div>
      <StateBadge tone="neutral">{answerWords[answer]}</StateBadge>
    </div>
  );
}

function LikelyCard({ person, busy, onLink }: CardProps) {
  const { personId, answer } = person;
  if (personId === null) {
    return (
      <li className={css.likelyCard}>
        <span>
          <Icon name="lock" size={16} /> Requiere revisión
        </span>
        <span className={css.secondary}>Está en una ficha que usted no puede abrir. La compara Coordinación.</span>
        {answer !== null && <Answered answer={answer} />}
      </li>
    );
  }
  const facts = [person.age === null ? null : `${person.age} años`, person.district].filter((fact) => fact !== null);
  return (
    <li className={css.likelyCard}>
      <span>
        <strong>{person.name}</strong>
        {facts.length > 0 && ` ${facts.join(' · ')}`}
      </span>
      <span className={css.secondary}>
        {person.fichas
          .map(
            ({ number, role, isFromOldList }) =>
              `${number}, ${roleWords[role]}${isFromOldList ? ', de lista antigua' : ''}`,
          )
          .join(' · ')}
      </span>
      <ReasonList reasons={person.reasons} />
      {isLeftToSay(person) ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            aria-disabled={busy}
            aria-label={`${words[person.role].same}: ${person.name}`}
            onClick={() => {
              onLink(personId);
            }}
          >
            {words[person.role].same}
          </Button>
        </div>
      ) : (
        answer !== null && <Answered answer={answer} />
      )}
    </li>
  );
}
