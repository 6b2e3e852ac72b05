import { questionPlaces, type InterviewQuestion, type NewQuestion } from '../../shared/care/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { casePages } from '../intake/index.ts';
import { type Act, ActProblem, useAct } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { useInterviewQuestions, useRefreshQuestions } from './queries.ts';
import { capital } from '../../shared/platform/capital.ts';
import { PlainButton, look } from '../platform/ui/index.ts';

type LackingFact = {
  readonly fact: string;
  /** «lugar del hecho». */
  readonly label: string;
  /** Page that answers it: of the ficha, the form of the paper, or one of the centre. */
  readonly page: string;
  readonly field?: string | undefined;
};

function questionOf({ fact, label, page, field }: LackingFact, paper: string): NewQuestion {
  const place = questionPlaces.find((one) => one === page) ?? null;
  return {
    fact: factOf(fact, paper),
    words: capital(label),
    place,
    field: place === null ? null : (field ?? null),
    wantedFor: paper,
  };
}

/** Questions of the form of a paper are its own: two papers may call theirs alike. */
const factOf = (fact: string, paper: string) => (fact.startsWith('answers.') ? `${paper}: ${fact}` : fact);

type Paper = {
  readonly title: string;
  /** Whether she could answer it; what is decided at the desk or is of the centre she is not asked. */
  readonly isForHer: (fact: LackingFact) => boolean;
};

/** Facts of the centre and of its staff are nothing that she could answer. */
const ofCentre: ReadonlySet<string> = new Set(['team', 'centre']);

type State = {
  readonly caseId: string;
  readonly paper: string;
  /** Null for who does not record interviews, and until they are read: nothing is offered then. */
  readonly questions: readonly InterviewQuestion[] | null;
  readonly act: Act;
  readonly ask: (facts: readonly LackingFact[]) => void;
};

function useAskNextTime(caseId: string, paper: Paper): State {
  const mayRecord = useMay('interview.record');
  const { data } = useInterviewQuestions(caseId, mayRecord);
  const act = useAct({ refresh: useRefreshQuestions() });
  const ask = (facts: readonly LackingFact[]) => {
    const questions = facts.map((fact) => questionOf(fact, paper.title));
    void act.run((client) => client.addInterviewQuestions({ caseId, questions }), {
      of: facts.map(({ fact }) => fact).join(),
      words: 'Anotado para la próxima entrevista.',
      // The button that was pressed has gone: the link beside it says what became of it, once it is drawn.
      done: () => setTimeout(() => document.getElementById(waitingId)?.focus()),
    });
  };
  return { caseId, paper: paper.title, questions: mayRecord ? (data ?? null) : null, act, ask };
}

const waitingId = 'asked-next-time';

/** The questions of a fact, in the order in which they were asked for. */
function questionsOf({ questions, paper }: State, { fact }: LackingFact): readonly InterviewQuestion[] {
  return (questions ?? []).filter((question) => question.fact === factOf(fact, paper));
}

const isWaiting = (state: State, fact: LackingFact) => questionsOf(state, fact).some((one) => one.state === 'open');

/** What became of asking her the last time; null where she was not asked. */
function lastAsked(questions: readonly InterviewQuestion[]): string | null {
  const settled = questions.filter(({ state }) => state === 'answered' || state === 'unanswered');
  const last = settled.toSorted((one, other) => (one.settledAt ?? '').localeCompare(other.settledAt ?? '')).at(-1);
  if (last === undefined || last.settledAt === null) return null;
  const day = formatCivilDate(civilDateOf(Date.parse(last.settledAt)));
  return last.state === 'answered'
    ? `Respondió el ${day}: falta escribirlo en la ficha.`
    : `Se le preguntó el ${day}: no quiso o no pudo responder.`;
}

/** Beside a missing fact: that she will be asked, or what became of asking her and the way to ask again. */
function AskedOrNot({ state, fact }: { readonly state: State; readonly fact: LackingFact }) {
  const { questions, act, ask } = state;
  const asked = lastAsked(questionsOf(state, fact));
  if (questions === null || (asked === null && !isWaiting(state, fact))) return null;
  return (
    <span className={look.secondary}>
      {asked !== null && <span>{asked}</span>}{' '}
      {isWaiting(state, fact) ? (
        '(se le preguntará)'
      ) : (
        <PlainButton
          small
          aria-disabled={act.busy}
          aria-label={`Preguntar otra vez, en la próxima entrevista: ${fact.label}`}
          onClick={() => ask([fact])}
        >
          Preguntar otra vez
        </PlainButton>
      )}
    </span>
  );
}

/** Asks at once for everything that she was never asked, and leads to what she will be asked. */
function AskAllNextTime({ state, facts }: { readonly state: State; readonly facts: readonly LackingFact[] }) {
  const { questions, act, ask, caseId } = state;
  if (questions === null) return null;
  const waiting = facts.filter((fact) => isWaiting(state, fact)).length;
  const open = facts.filter((fact) => !isWaiting(state, fact) && lastAsked(questionsOf(state, fact)) === null);
  return (
    <>
      {open.length > 0 && (
        <PlainButton quiet aria-disabled={act.busy} onClick={() => ask(open)}>
          {open.length === 1 ? 'Preguntar después 1 dato' : `Preguntar después los ${open.length} datos`}
        </PlainButton>
      )}
      {waiting > 0 && (
        <a id={waitingId} href={hrefOf(casePages.interviews.path, { caseId })}>
          {waiting === 1 ? 'Se le preguntará 1 dato' : `Se le preguntarán ${waiting} datos`}
        </a>
      )}
    </>
  );
}

/** For the list of what a paper lacks: what became of asking her for each fact, and the way to ask for all of them. */
export function useQuestionsBeside(caseId: string, paper: Paper) {
  const state = useAskNextTime(caseId, paper);
  const isAskable = (fact: LackingFact) => !ofCentre.has(fact.page) && paper.isForHer(fact);
  return {
    problem: <ActProblem act={state.act} />,
    ofFact: (fact: LackingFact) => (isAskable(fact) ? <AskedOrNot state={state} fact={fact} /> : null),
    ofAll: (facts: readonly LackingFact[]) => <AskAllNextTime state={state} facts={facts.filter(isAskable)} />,
  };
}
