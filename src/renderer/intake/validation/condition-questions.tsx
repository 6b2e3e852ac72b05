import { ChoiceField, DateField, Panel, YesNoField } from '../../platform/ui/index.ts';
import type { ConditionGiven, Proposal } from './use-proposal.ts';

type Asked = Proposal['asked'][number];
type Props = {
  readonly answers: ConditionGiven;
  readonly asked: readonly Asked[];
  readonly today: string;
  readonly onChange: (answers: ConditionGiven) => void;
};

const yesNoQuestions = ['transferredSameEvent', 'newEvent', 'sameAggressor'] as const;
type YesNo = (typeof yesNoQuestions)[number];

const counts = [1, 2, 3].map((code) => ({ code, label: code === 1 ? '1 servicio' : `${code} servicios` }));

/** What the record says by itself stands until somebody answers otherwise. */
function hintOf({ recorded }: Asked): { hint?: string } {
  return recorded === null ? {} : { hint: `Según el registro: ${recorded}. Responda solo si no es así.` };
}

/** Facts that a professional knows better than the record: those that the proposal used or needs. */
export function ConditionQuestions({ answers, asked, today, onChange }: Props) {
  const here = asked.filter((one) => one.page === 'validate' && one.question !== 'samePerson');
  if (here.length === 0) return null;
  return (
    <Panel title="Preguntas para la condición">
      {here.map((one) => (
        <Question key={one.question} asked={one} answers={answers} today={today} onChange={onChange} />
      ))}
    </Panel>
  );
}

function Question({ asked, answers, today, onChange }: Omit<Props, 'asked'> & { readonly asked: Asked }) {
  const words = { label: asked.label, id: `condition-${asked.question}`, ...hintOf(asked) };
  const yesNo = yesNoQuestions.find((one) => one === asked.question);
  if (yesNo !== undefined) return <YesNoQuestion {...{ yesNo, words, answers, onChange }} />;
  if (asked.question === 'lastAttentionOn') {
    const elsewhere = 'Si otro CEM la atendió después, escriba esa fecha (dd/mm/aaaa).';
    return (
      <DateField
        words={{
          ...words,
          hint:
            asked.recorded === null ? 'En otro CEM, dd/mm/aaaa.' : `Según el registro: ${asked.recorded}. ${elsewhere}`,
        }}
        range={{ min: '2000-01-01', max: today }}
        value={answers.lastAttentionElsewhereOn}
        onChange={(next) => onChange({ ...answers, lastAttentionElsewhereOn: next })}
      />
    );
  }
  return (
    <ChoiceField
      words={words}
      inline
      options={counts}
      value={answers.servicesNeeded}
      onChange={(next) => onChange({ ...answers, servicesNeeded: next })}
    />
  );
}

type YesNoProps = Pick<Props, 'answers' | 'onChange'> & {
  readonly yesNo: YesNo;
  readonly words: { readonly label: string; readonly id: string; readonly hint?: string };
};

function YesNoQuestion({ yesNo, words, answers, onChange }: YesNoProps) {
  const given = answers[yesNo];
  return (
    <YesNoField
      words={words}
      value={given === null ? null : given ? 1 : 0}
      onChange={(next) => onChange({ ...answers, [yesNo]: next === null ? null : next === 1 })}
    />
  );
}
