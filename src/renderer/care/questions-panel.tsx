import { useState } from 'react';
import {
  longestQuestion,
  questionStateLabels,
  questionWordsSchema,
  type InterviewQuestion,
  type QuestionState,
} from '../../shared/care/index.ts';
import { z } from '../../shared/platform/zod.ts';
import { answerPages, focusLater, Drafted, useDraftedForm, type Draft } from '../intake/index.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { type ActClient, TextControl, useAct } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import { PlainButton, SheetForm, look, Panel, Problem, QueryState, LineButton } from '../platform/ui/index.ts';
import css from './care.module.css';
import { useInterviewQuestions, useRefreshQuestions } from './queries.ts';

type Props = { readonly caseId: string; readonly mayRecord: boolean };

/** What she will be asked the next time, and what became of what she was asked. */
export function QuestionsPanel({ caseId, mayRecord }: Props) {
  const questions = useInterviewQuestions(caseId);
  return (
    <QueryState query={questions}>
      {(all) => (all.length === 0 && !mayRecord ? null : <Questions caseId={caseId} mayRecord={mayRecord} all={all} />)}
    </QueryState>
  );
}

function Questions({ caseId, mayRecord, all }: Props & { readonly all: readonly InterviewQuestion[] }) {
  const [problem, setProblem] = useState<string | null>(null);
  const lines = { caseId, mayRecord, onProblem: setProblem };
  const open = all.filter(({ state }) => state === 'open');
  const settled = all.filter(({ state }) => state !== 'open').toReversed();
  return (
    <div id={panelId} tabIndex={-1}>
      <Panel title="Preguntas para la próxima entrevista">
        <Problem words={problem} />
        {open.length === 0 ? (
          <p>No hay preguntas pendientes. Aquí llegan los datos que faltan en los escritos y las derivaciones.</p>
        ) : (
          <ul className={css.parts}>
            {open.map((question) => (
              <Open key={question.id} {...lines} question={question} />
            ))}
          </ul>
        )}
        {mayRecord && (
          <Drafted of="question" caseId={caseId}>
            {(draft) => <QuestionForm key={draft.draftId} {...{ caseId, draft }} />}
          </Drafted>
        )}
        {settled.length > 0 && (
          <details>
            <summary>{`Preguntas ya hechas (${settled.length})`}</summary>
            <ul className={css.parts}>
              {settled.map((question) => (
                <Settled key={question.id} {...lines} question={question} />
              ))}
            </ul>
          </details>
        )}
      </Panel>
    </div>
  );
}

/** Takes the focus when a line leaves it, so that the next key starts from here. */
const panelId = 'interview-questions';

type LineProps = Props & {
  readonly question: InterviewQuestion;
  /** Said above all lines: the line itself may have gone meanwhile. */
  readonly onProblem: (words: string | null) => void;
};

/** One change of a line: said, or why not; the list is read again either way. */
function useChange({ onProblem }: Pick<LineProps, 'onProblem'>) {
  const refresh = useRefreshQuestions();
  const act = useAct({ refresh });
  const change = (work: (client: ActClient) => Promise<unknown>, words: string) => {
    const focus = () => document.getElementById(panelId)?.focus();
    void act.run(work, {
      words,
      done: () => {
        onProblem(null);
        focus();
      },
      refused: async (failure) => {
        onProblem(wordsOf(failure));
        await refresh();
        focus();
      },
    });
  };
  return { busy: act.busy, change };
}

const outcomes = [
  { state: 'answered', words: 'Ya respondió' },
  { state: 'unanswered', words: 'No quiso o no pudo responder' },
  { state: 'dropped', words: 'Quitar' },
] as const;

function Open({ caseId, mayRecord, question, onProblem }: LineProps) {
  const { busy, change } = useChange({ onProblem });
  const settle = (state: Exclude<QuestionState, 'open'>) => {
    const target = { caseId, questionId: question.id, version: question.version, state };
    const words = `${question.words}: ${questionStateLabels[state].toLowerCase()}.`;
    change((client) => client.settleInterviewQuestion(target), words);
  };
  const source = [
    ...(question.wantedFor === null ? [] : [`Para: ${question.wantedFor}`]),
    `${question.wantedBy}, ${inLima(question.wantedAt)}`,
  ];
  return (
    <li className={css.part}>
      <p>
        <strong>{question.words}</strong> <AnswerLink caseId={caseId} question={question} />
        <br />
        <span className={look.secondary}>{source.join(' · ')}</span>
      </p>
      {mayRecord && (
        <div className={look.row}>
          {outcomes.map(({ state, words }) => (
            <LineButton key={state} label={words} of={question.words} busy={busy} onClick={() => settle(state)} />
          ))}
        </div>
      )}
    </li>
  );
}

/** Where the answer is written in the ficha. */
function AnswerLink({ caseId, question: { place, field, words } }: Pick<LineProps, 'caseId' | 'question'>) {
  if (place === null) return null;
  const page = answerPages[place];
  return (
    <a
      href={hrefOf(page.path, { caseId })}
      aria-label={`Escribir la respuesta · ${page.words}: ${words}`}
      onClick={() => {
        if (field !== null) focusLater(`${place}-${field}`);
      }}
    >
      {`Escribir la respuesta · ${page.words}`}
    </a>
  );
}

function Settled({ caseId, mayRecord, question, onProblem }: LineProps) {
  const { busy, change } = useChange({ onProblem });
  const { fact, words, place, field, wantedFor } = question;
  const askAgain = () => {
    const again = { caseId, questions: [{ fact, words, place, field, wantedFor }] };
    change((client) => client.addInterviewQuestions(again), 'Anotado para la próxima entrevista.');
  };
  const when = question.settledAt === null ? '' : inLima(question.settledAt);
  return (
    <li className={css.part}>
      <p>
        {question.words}
        <br />
        <span className={look.secondary}>
          {`${questionStateLabels[question.state]} · ${question.settledBy ?? ''}, ${when}`}
        </span>
      </p>
      {mayRecord && (
        <div className={look.row}>
          <LineButton label="Volver a preguntar" of={question.words} busy={busy} onClick={askAgain} />
        </div>
      )}
    </li>
  );
}

const schema = z.strictObject({
  words: z
    .string()
    .refine((words) => words.trim() !== '', { error: 'Escriba la pregunta.', abort: true })
    .pipe(questionWordsSchema),
});
const blank = { words: '' };

/** One question in the words of who needs the answer, kept as a draft until it is added. */
function QuestionForm({ caseId, draft }: { readonly caseId: string; readonly draft: Draft }) {
  const kept = useDraftedForm({
    ...{ kind: 'question', caseId, draft, start: blank, schema, id: 'question', refresh: useRefreshQuestions() },
  });
  const { form, saving } = kept;
  const add = async () => {
    const typed = form.getValues().words;
    const send = ({ words }: typeof blank, client: ActClient) =>
      client.addInterviewQuestions({
        caseId,
        questions: [{ fact: null, words, place: null, field: null, wantedFor: null }],
      });
    const isSent = await kept.send(send, {
      words: 'Pregunta agregada.',
      done: () => {
        // Its draft went with it; what was typed since then is the next question.
        saving.forget();
        if (form.getValues().words === typed) form.reset(blank);
      },
    });
    if (!isSent) document.getElementById(form.fieldId('words'))?.focus();
  };
  return (
    <SheetForm className={css.line} onSend={add}>
      <TextControl form={form} name="words" label="Otra pregunta" optional maxLength={longestQuestion} />
      <Problem words={form.problem} />
      <PlainButton type="submit" aria-disabled={form.busy}>
        Agregar pregunta
      </PlainButton>
    </SheetForm>
  );
}
