import { useEffect, useId, useRef } from 'react';
import type { Question, Questions } from '../../../shared/record/index.ts';
import { FieldLink, Notice, Panel, ButtonRow } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { fieldLabel } from './field-words.ts';

type Props = {
  /** Counts the saves after which nobody typed on: the panel takes the focus at each. */
  readonly count: number;
  readonly questions: Questions;
  readonly missing: readonly string[];
  readonly warnings: readonly { readonly path: string; readonly message: string }[];
  readonly fieldId: (path: string) => string;
  readonly next: { readonly label: string; readonly onClick: () => void } | null;
};

function missingWords(count: number, isDoubted: boolean): string {
  // What is to be looked at may still stop the validation.
  if (count === 0) return isDoubted ? 'No falta ninguna respuesta obligatoria.' : 'La sección está completa.';
  return count === 1 ? 'Falta 1 respuesta obligatoria.' : `Faltan ${count} respuestas obligatorias.`;
}

/** After a save: it is stored; what is missing leads to its field, what deserves a second look too. */
export function SavedPanel({ count, questions, missing, warnings, fieldId, next }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    if (count === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, [count]);
  const label = (question: Question | undefined, name: string) =>
    question === undefined ? fieldLabel(name) : `${question.item} ${question.label}`;
  // What is asked of the person stands outside the questions of the section.
  const pathOf = (name: string) => (questions[name] === undefined ? name : `answers.${name}`);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-labelledby={heading}>
      <Panel>
        <h2 id={heading}>Sección guardada</h2>
        <Notice tone={missing.length === 0 ? 'done' : 'warning'}>
          {missingWords(missing.length, warnings.length > 0)}
        </Notice>
        {missing.length > 0 && (
          <ul className={css.links}>
            {missing.map((name) => (
              <li key={name}>
                <FieldLink id={fieldId(pathOf(name))}>{label(questions[name], name)}</FieldLink>
              </li>
            ))}
          </ul>
        )}
        {warnings.length > 0 && (
          <>
            <h3>Para revisar (puede continuar)</h3>
            <ul>
              {warnings.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <FieldLink id={fieldId(path)}>{`${fieldLabel(path)}: ${message}`}</FieldLink>
                </li>
              ))}
            </ul>
          </>
        )}
        {next !== null && <ButtonRow plain label={next.label} onClick={next.onClick} />}
      </Panel>
    </div>
  );
}
