import { useWatch } from 'react-hook-form';
import { linesToPut, sectionOf, standsTo, type FormSectionId, type WorkLine } from '../../../shared/intake/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { askedQuestions, type Answers } from '../../../shared/record/index.ts';
import { announce } from '../../platform/announce.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { look, Panel, PlainButton, StateBadge, LineButton } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { casePages, sectionPaths } from '../words.ts';
import { labelOfQuestion, useFieldValue } from './field-words.ts';

type Props = {
  readonly caseId: string;
  readonly section: FormSectionId;
  readonly lines: readonly WorkLine[];
  readonly form: AnyForm;
  readonly context: Answers;
};

const pathOf = (page: WorkLine['page']) => (page === 'b' ? sectionPaths.b : casePages[page].path);
const fieldOf = (question: string) => `answers.${question}`;

/** What was done in the case, beside what is typed here: it is put where nothing was, and by hand alone. */
export function WorkPanel({ caseId, section, lines, form, context }: Props) {
  const { control, setValue } = form.untyped;
  const answers = useWatch({ control, name: 'answers' }) as Answers;
  const valueOf = useFieldValue();
  const asked = new Set(askedQuestions(sectionOf(section).questions, answers, context));
  const shown = lines.filter(({ question }) => asked.has(question));
  if (shown.length === 0) return null;
  const blank = linesToPut(lines, answers, { questions: sectionOf(section).questions, context });
  const put = (some: readonly WorkLine[]) => {
    for (const { question, value } of some) {
      setValue(fieldOf(question), value, { shouldDirty: true, shouldTouch: true });
      form.untyped.clearErrors(fieldOf(question));
    }
    announce('Puesto en la sección. Falta guardar.');
    document.getElementById(form.fieldId(fieldOf(some[0]?.question ?? '')))?.focus();
  };
  return (
    <Panel title="Lo que muestra el trabajo">
      <ul className={css.work}>
        {shown.map((line) => {
          const { question, value, words, on, page } = line;
          const label = labelOfQuestion(question);
          const stands = standsTo(line, answers[question]);
          return (
            <li key={question}>
              <span>
                {label} <strong>{valueOf(fieldOf(question), value)}</strong>
              </span>
              <span className={look.secondary}>
                <a href={hrefOf(pathOf(page), { caseId })}>{words}</a>
                {on === null ? '' : ` · ${formatCivilDate(on)}`}
              </span>
              {stands === 'blank' && <LineButton label="Poner" of={label} onClick={() => put([line])} />}
              {stands === 'differs' && (
                <span>
                  <StateBadge tone="warning">Difiere:</StateBadge>
                  {` escrito «${valueOf(fieldOf(question), answers[question])}»`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {blank.length > 1 && (
        <div className={look.row}>
          <PlainButton small onClick={() => put(blank)}>
            {`Poner las ${blank.length} que faltan`}
          </PlainButton>
        </div>
      )}
    </Panel>
  );
}
