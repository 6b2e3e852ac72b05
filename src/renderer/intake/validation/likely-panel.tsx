import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { ChangeReason } from '../../../shared/history/index.ts';
import {
  isLeftToSay,
  pairRoles,
  type CaseOverview,
  type LikelyPerson,
  type LinkReason,
  type PairRole,
} from '../../../shared/intake/index.ts';
import { ReasonList } from '../../people/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useIsCoordination } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  Icon,
  Panel,
  PersonName,
  Secret,
  StateBadge,
  useNamed,
  LineButton,
} from '../../platform/ui/index.ts';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';
import { LinkNotice } from './link-notice.tsx';
import { LinkSearch, type Chosen } from './link-search.tsx';
import { reviewerWords } from './reviewer-words.ts';
import { SureDialog } from './sure-dialog.tsx';
import type { Proposal } from './use-proposal.ts';

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

type Links = Proposal['links'];
type Props = { readonly overview: CaseOverview; readonly likely: readonly LikelyPerson[]; readonly links: Links };

/** «Quizá ya la conocemos»: the pair is compared with the record; staff say who is who, nobody is joined by itself. */
export function LikelyPanel({ overview, likely, links }: Props) {
  return (
    <Panel title="Quizá ya la conocemos">
      <div className={css.pair}>
        {pairRoles.map((role) => (
          <Column
            key={role}
            role={role}
            overview={overview}
            likely={likely.filter((one) => one.role === role)}
            links={links.filter((one) => one.role === role)}
          />
        ))}
      </div>
    </Panel>
  );
}

type PersonId = NonNullable<LikelyPerson['personId']>;

/** What may be said of the persons of one column; afterwards the focus is at its heading, where the result stands. */
function useAnswers({ overview, role, likely }: Omit<Props, 'links'> & { readonly role: PairRole }) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  const heading = useRef<HTMLHeadingElement>(null);
  const { caseId, version } = overview;
  const ends = { refused: refresh, toTitle: () => heading.current };
  const name = role === 'user' ? overview.userName : overview.aggressorName;
  return {
    act,
    heading,
    name,
    link: (person: Chosen, reason: LinkReason | null, isSure: boolean) => {
      const given = { caseId, version, role, personId: person.personId, isSame: true, reason, isSure };
      return act.run((client) => client.settlePerson(given), {
        ...ends,
        of: 'link',
        words: `Confirmado: ${name} es ${person.name}.`,
      });
    },
    ruleOut: () => {
      const open = likely.filter(isLeftToSay).map(({ personId }) => personId);
      const personIds = open.filter((id) => id !== null);
      return act.run((client) => client.ruleOutPersons({ caseId, version, role, personIds }), {
        ...ends,
        of: 'rule-out',
        words: words[role].ruledOut,
      });
    },
    undo: () =>
      act.run((client) => client.unlinkPerson({ caseId, version, role }), {
        ...ends,
        of: 'undo',
        words: 'Se deshizo: la ficha sigue con la persona como se escribió en ella.',
      }),
    takeBack: (personId: PersonId, reason: ChangeReason | null) =>
      act.run((client) => client.takeBackAnswer({ caseId, version, role, personId, reason }), {
        ...ends,
        of: 'take-back',
        words: 'Se retiró la respuesta. Diga otra vez si es la misma.',
      }),
  };
}

function Column({ role, overview, likely, links }: Props & { readonly role: PairRole }) {
  const { act, heading, name, link, ruleOut, undo, takeBack } = useAnswers({ overview, role, likely });
  const [isSearching, setSearching] = useState(false);
  const [unsure, setUnsure] = useState<(Chosen & Pick<LikelyPerson, 'contradictions'>) | null>(null);
  const [taken, setTaken] = useState<PersonId | null>(null);
  // Asked above, as the desk left it.
  const isLeftOpen = overview.unsettled.some((one) => one.role === role);
  // Whom a case counts with is moved by Coordinación and a second person alone.
  const isClosed = overview.state === 'closed';
  const mayLink = !isClosed && (overview.state === 'draft' || links.length === 0);
  const send = async (person: Chosen, reason: LinkReason | null, isSure: boolean) => {
    setUnsure(null);
    if (await link(person, reason, isSure)) setSearching(false);
  };
  return (
    <section className={look.stack} aria-label={`${words[role].title}: ${words[role].subtitle}`}>
      <h3 ref={heading} tabIndex={-1}>
        <PersonName>{name}</PersonName> <span className={look.secondary}>{words[role].subtitle}</span>
      </h3>
      {links.map((one) => (
        <LinkNotice key={one.role} link={one} busy={act.busy} onUndo={isClosed ? null : () => void undo()} />
      ))}
      {likely.length === 0 && links.length === 0 && !isLeftOpen && (
        <p className={look.secondary}>{words[role].nobody}</p>
      )}
      <ul className={css.likely}>
        {likely.map((one, at) => (
          <LikelyCard
            key={one.personId ?? `closed-${at}`}
            person={one}
            busy={act.busy}
            mayLink={mayLink}
            onLink={(personId) => {
              if (one.contradictions.length > 0) setUnsure({ ...one, personId });
              else void send({ personId, name: one.name }, null, false);
            }}
            onTakeBack={
              isClosed
                ? null
                : (personId) => {
                    if (overview.state === 'draft') void takeBack(personId, null);
                    else setTaken(personId);
                  }
            }
          />
        ))}
      </ul>
      <ActProblem act={act} />
      <div className={look.row}>
        {!isClosed && likely.some(isLeftToSay) && (
          <PlainButton aria-disabled={act.busy} onClick={() => void ruleOut()}>
            {words[role].none}
          </PlainButton>
        )}
        {mayLink && (
          <PlainButton aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}>
            Buscar a otra persona
          </PlainButton>
        )}
      </div>
      {isSearching && (
        <LinkSearch
          role={role}
          overview={overview}
          offered={likely}
          act={act}
          onLink={(person, reason, isSure) => void send(person, reason, isSure)}
        />
      )}
      {unsure !== null && (
        <SureDialog
          name={unsure.name}
          contradictions={unsure.contradictions}
          onSure={() => void send(unsure, null, true)}
          onCancel={() => setUnsure(null)}
        />
      )}
      <ReasonDialog
        opened={taken !== null}
        onCancel={() => setTaken(null)}
        onChosen={(reason) => {
          setTaken(null);
          if (taken !== null) void takeBack(taken, reason);
        }}
      />
    </section>
  );
}

type CardProps = {
  readonly person: LikelyPerson;
  readonly busy: boolean;
  readonly mayLink: boolean;
  readonly onLink: (personId: PersonId) => void;
  /** Null where the ficha is closed. */
  readonly onTakeBack: ((personId: PersonId) => void) | null;
};

const answerWords = { different: 'No es la misma', reviewAsked: 'Revisión pedida' } as const;

function Answered({ answer, children }: { readonly answer: keyof typeof answerWords; readonly children?: ReactNode }) {
  return (
    <div className={look.row}>
      <StateBadge tone="neutral">{answerWords[answer]}</StateBadge>
      {children}
    </div>
  );
}

function LikelyCard({ person, busy, mayLink, onLink, onTakeBack }: CardProps) {
  const isCoordination = useIsCoordination();
  const named = useNamed();
  const { personId, answer } = person;
  if (personId === null) {
    return (
      <li className={css.likelyCard}>
        <span>
          <Icon name="lock" size={16} /> Requiere revisión
        </span>
        <span className={look.secondary}>
          {`Está en una ficha que usted no puede abrir. La compara ${reviewerWords(person.reviewers, isCoordination)}.`}
        </span>
        {answer !== null && <Answered answer={answer} />}
      </li>
    );
  }
  const apart = [named(person.name), ...person.fichas.map(({ number }) => `ficha ${number}`)].join(', ');
  const facts = [person.age === null ? null : `${person.age} años`, person.district].filter((fact) => fact !== null);
  return (
    <li className={css.likelyCard}>
      <span>
        <strong>{named(person.name)}</strong>
        <Secret>{facts.length > 0 && ` ${facts.join(' · ')}`}</Secret>
      </span>
      <span className={look.secondary}>
        {person.fichas
          .map(
            ({ number, role, isFromOldList }) =>
              `${number}, ${roleWords[role]}${isFromOldList ? ', de lista antigua' : ''}`,
          )
          .join(' · ')}
      </span>
      <ReasonList reasons={person.reasons} />
      {isLeftToSay(person) && mayLink ? (
        <div>
          <LineButton label={words[person.role].same} of={apart} busy={busy} onClick={() => onLink(personId)} />
        </div>
      ) : (
        answer !== null && (
          <Answered answer={answer}>
            {onTakeBack !== null && !isLeftToSay(person) && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-disabled={busy}
                aria-label={`Cambiar respuesta: ${apart}`}
                onClick={() => onTakeBack(personId)}
              >
                Cambiar respuesta
              </Button>
            )}
          </Answered>
        )
      )}
    </li>
  );
}
