import { conditionQuestionLabels } from '../../../shared/intake/index.ts';
import { ChoiceField, DateField, Panel, YesNoField } from '../../platform/ui/index.ts';
import type { ConditionGiven, Proposal } from './use-proposal.ts';

type Props = {
  readonly answers: ConditionGiven;
  readonly needed: Proposal['needsAnswer'];
  readonly today: string;
  readonly onChange: (answers: ConditionGiven) => void;
};

const yesNoQuestions = [
  { question: 'transferredSameEvent', answer: 'transferredSameEvent' },
  { question: 'newEvent', answer: 'newEvent' },
  { question: 'sameAggressor', answer: 'sameAggressorElsewhere' },
] as const;

const counts = [1, 2, 3].map((code) => ({ code, label: code === 1 ? '1 servicio' : `${code} servicios` }));

/** Facts the record cannot know, asked only when the proposal rests on them; what was answered stays to be changed. */
export function ConditionQuestions({ answers, needed, today, onChange }: Props) {
  const isAsked = (question: string, given: unknown) =>
    given !== null || needed.some((one) => one.question === question);
  const yesNo = yesNoQuestions.filter(({ question, answer }) => isAsked(question, answers[answer]));
  const asksServices = isAsked('servicesNeeded', answers.servicesNeeded);
  const asksLast = isAsked('lastAttentionOn', answers.lastAttentionElsewhereOn);
  if (yesNo.length === 0 && !asksServices && !asksLast) return null;
  return (
    <Panel title="Preguntas para la condición">
      {yesNo.map(({ question, answer }) => {
        const given = answers[answer];
        return (
          <YesNoField
            key={question}
            words={{ label: conditionQuestionLabels[question], id: `condition-${question}` }}
            value={given === null ? null : given ? 1 : 0}
            onChange={(next) => {
              onChange({ ...answers, [answer]: next === null ? null : next === 1 });
            }}
          />
        );
      })}
      {asksLast && (
        <DateField
          words={{
            label: conditionQuestionLabels.lastAttentionOn,
            hint: 'En otro CEM, dd/mm/aaaa.',
            id: 'condition-lastAttentionOn',
          }}
          range={{ min: '2000-01-01', max: today }}
          value={answers.lastAttentionElsewhereOn}
          onChange={(next) => {
            onChange({ ...answers, lastAttentionElsewhereOn: next });
          }}
        />
      )}
      {asksServices && (
        <ChoiceField
          words={{ label: conditionQuestionLabels.servicesNeeded, id: 'condition-servicesNeeded' }}
          inline
          options={counts}
          value={answers.servicesNeeded}
          onChange={(next) => {
            onChange({ ...answers, servicesNeeded: next });
          }}
        />
      )}
    </Panel>
  );
}
