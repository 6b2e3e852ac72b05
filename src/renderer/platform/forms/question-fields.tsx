import { useMemo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import {
  askedQuestions,
  isUnanswered,
  ruleQuestions,
  skippedOf,
  type Answers,
  type Block,
  type Question,
  type Questions,
  type Section,
  type Skipped,
  chosenWords,
  shortLabel,
  isAsked,
  type AskedWhen,
} from '../../../shared/record/index.ts';
import { es } from '../es.ts';
import { Dialog, Notice, QuestionGrid, type DateRange, Fold, Lines } from '../ui/index.ts';
import { BlockPanel } from './block-panel.tsx';
import { pathOf, useFolding } from './folding.ts';
import { QuestionField } from './question-field.tsx';
import type { AnyForm } from './use-section-form.ts';

/** What stands in a block besides its questions: names, documents, addresses, which the paper asks there too. */
type Slot = {
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** Something in them waits for an answer: the block does not begin folded. */
  readonly isWanting?: boolean;
};
export type BlockSlots = Readonly<Record<string, Slot>>;

type Props = {
  readonly section: Section;
  readonly form: AnyForm;
  /** Name under which the answers stand in the form; the form itself when absent. */
  readonly at?: string;
  /** Answers of other sections that the skip rules rest on. */
  readonly context?: Answers;
  readonly slots?: BlockSlots;
  /** First and last day of the dates asked here. */
  readonly dates?: DateRange;
  /** Words of a question of another section, for what it folds here. */
  readonly labelOf?: (name: string) => string;
  /** Blocks that are complete when the form opens stand folded, and each says how far it is. */
  readonly isFolding?: boolean;
};

const noAnswers: Answers = {};

/** A section of an official form, block by block in the order of the paper. */
export function QuestionFields(props: Props) {
  const { section, form, at, context = noAnswers, slots, dates, labelOf, isFolding = false } = props;
  const { questions } = section;
  const rules = useMemo(() => rulesOf(section), [section]);
  const { pending, undo, answer, confirm, cancel, restore } = useFolding({ section, form, at, context });
  const { control } = form.untyped;
  const read = useWatch({ control, name: rules.map((name) => pathOf(at, name)) });
  const answers = Object.fromEntries(rules.map((name, index) => [name, read[index] as unknown]));
  const asked = new Set(askedQuestions(questions, answers, context));
  const draw = (name: string, block: Block) => {
    const question = questions[name];
    if (question === undefined) return null;
    const field = (
      <QuestionField
        key={name}
        name={name}
        path={pathOf(at, name)}
        dates={dates}
        question={question}
        id={form.fieldId(pathOf(at, name))}
        control={control}
        folds={rules.includes(name)}
        isItemSaid={question.item === block.id}
        onAnswer={answer}
      />
    );
    const opensWhen = question.kind === 'ticks' ? question.opensWhen : undefined;
    if (opensWhen === undefined) return field;
    return (
      <OpensLater key={name} label={question.label} rule={opensWhen} answers={answers} given={answers[name]}>
        {field}
      </OpensLater>
    );
  };
  return (
    <>
      {section.blocks.map((block) => (
        <BlockPanel
          key={block.id}
          block={block}
          section={section}
          {...{ form, at, context, isFolding }}
          isWanting={slots?.[block.id]?.isWanting}
        >
          <QuestionGrid>
            {slots?.[block.id]?.before}
            {block.questions.filter((name) => asked.has(name)).map((name) => draw(name, block))}
            <SkippedLine
              questions={questions}
              skipped={decided(skippedOf(questions, block.questions, answers, context), questions, answers)}
              answers={{ ...context, ...answers }}
              labelOf={labelOf}
            />
            {slots?.[block.id]?.after}
          </QuestionGrid>
        </BlockPanel>
      ))}
      {undo && <Notice action={{ label: es.field.undo, onClick: restore }}>{es.form.dropped(undo.count)}</Notice>}
      <Dialog
        opened={pending !== null}
        title={es.form.dropTitle}
        confirm={{ label: es.form.dropConfirm, onClick: confirm }}
        cancel={{ label: es.form.dropCancel, onClick: cancel }}
      >
        <p>{es.form.drop(pending?.dropped.length ?? 0)}</p>
      </Dialog>
    </>
  );
}

/** Without the words of an «Otro», and without what no answer of this section decided yet. */
function decided(skipped: readonly Skipped[], questions: Questions, answers: Answers): readonly Skipped[] {
  return skipped
    .filter(({ by }) => !(by in questions) || !isUnanswered(answers[by]))
    .map(({ by, names }) => ({ by, names: names.filter((name) => !isDetail(questions[name])) }))
    .filter(({ names }) => names.length > 0);
}

const isDetail = (question: Question | undefined) => question?.kind === 'text' && question.isDetail === true;

/** Questions on whose answers rests what is drawn. */
function rulesOf({ questions }: Section): readonly string[] {
  const opening = Object.entries(questions).flatMap(([name, question]) =>
    question.kind === 'ticks' && question.opensWhen !== undefined
      ? [name, ...ruleQuestions({ [name]: { ...question, askedWhen: question.opensWhen } })]
      : [],
  );
  return [...new Set([...ruleQuestions(questions), ...opening])];
}

type SkippedLineProps = {
  readonly questions: Questions;
  readonly skipped: readonly Skipped[];
  /** Of the questions that decide. */
  readonly answers: Answers;
  readonly labelOf: ((name: string) => string) | undefined;
};

/** Questions that are not asked now, and which answer decides it: one line, that opens into all of them. */
function SkippedLine({ questions, skipped, answers, labelOf }: SkippedLineProps) {
  const count = skipped.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return null;
  const reasonOf = (by: string) => {
    const question = questions[by];
    const label = question === undefined ? (labelOf?.(by) ?? es.form.otherAnswer) : shortLabel(question);
    const value = answers[by];
    if (isUnanswered(value)) return es.form.unansweredReason(label);
    const words = question === undefined ? null : chosenWords(question, value);
    return es.form.reason(label, words ?? (typeof value === 'number' ? String(value) : ''));
  };
  const namesOf = (names: readonly string[]) =>
    [...new Set(names.map((name) => shortLabel(questions[name] ?? { label: name })))].join(', ');
  return (
    <Fold
      kind="line"
      isOpen={false}
      title={es.form.folded(count)}
      said={skipped.map(({ by, names }) => `${namesOf(names)} (${reasonOf(by)})`).join(' · ')}
    >
      <Lines of={skipped.map(({ by, names }) => `${reasonOf(by)}: ${namesOf(names)}`)} />
    </Fold>
  );
}

type OpensLaterProps = {
  readonly label: string;
  readonly rule: AskedWhen;
  readonly answers: Answers;
  readonly given: unknown;
  readonly children: ReactNode;
};

/** A question that may always be answered and seldom is: one line until its rule holds or something stands in it. */
function OpensLater({ label, rule, answers, given, children }: OpensLaterProps) {
  return (
    <Fold kind="line" title={label} isOpen={isAsked(rule, answers) || !isUnanswered(given)}>
      {children}
    </Fold>
  );
}
