import { useCallback, useEffect, useMemo, useState } from 'react';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import { askedQuestions, type Section } from '../../../shared/platform/questions.ts';
import { announce } from '../announce.ts';
import { t } from '../i18n/index.ts';
import { Dialog, Notice, Panel } from '../ui/index.ts';
import { droppedBy, ruleQuestions } from './folding.ts';
import { QuestionField } from './question-field.tsx';
import type { SectionForm } from './use-section-form.ts';

type Props = { readonly section: Section; readonly form: SectionForm<FieldValues> };

type Change = { readonly name: string; readonly value: unknown; readonly dropped: readonly string[] };
type Undo = { readonly answers: Readonly<Record<string, unknown>>; readonly count: number };

const undoFor = 10_000;

/** A section of an official form, block by block in the order of the paper. */
export function QuestionFields({ section, form }: Props) {
  const { questions } = section;
  const rules = useMemo(() => ruleQuestions(questions), [questions]);
  const { pending, undo, answer, confirm, cancel, restore } = useFolding(section, form);
  const control = form.control as Control;
  const read = useWatch({ control, name: rules });
  const answers = Object.fromEntries(rules.map((name, index) => [name, read[index] as unknown]));
  const asked = new Set(askedQuestions(questions, answers));
  return (
    <>
      {section.blocks.map((block) => {
        const shown = block.questions.filter((name) => asked.has(name));
        const folded = block.questions.length - shown.length;
        return (
          <Panel key={block.id} title={block.title}>
            {shown.map((name) => {
              const question = questions[name];
              return question === undefined ? null : (
                <QuestionField
                  key={name}
                  name={name}
                  question={question}
                  id={form.fieldId(name)}
                  control={control}
                  folds={rules.includes(name)}
                  onAnswer={answer}
                />
              );
            })}
            {folded > 0 && <p className="folded">{t('form.folded', { count: folded })}</p>}
          </Panel>
        );
      })}
      {undo && (
        <Notice action={{ label: t('field.undo'), onClick: restore }}>
          {t('form.dropped', { count: undo.count })}
        </Notice>
      )}
      <Dialog
        opened={pending !== null}
        title={t('form.dropTitle')}
        confirm={{ label: t('form.dropConfirm'), onClick: confirm }}
        cancel={{ label: t('form.dropCancel'), onClick: cancel }}
      >
        <p>{t('form.drop', { count: pending?.dropped.length ?? 0 })}</p>
      </Dialog>
    </>
  );
}

/** Takes an answer; where it would fold answered questions, only after asking, and so that it can be undone. */
function useFolding(section: Section, form: SectionForm<FieldValues>) {
  const [pending, setPending] = useState<Change | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const { setValue, getValues, clearErrors } = form;

  useEffect(() => {
    if (undo === null) return undefined;
    const timer = setTimeout(() => {
      setUndo(null);
    }, undoFor);
    return () => {
      clearTimeout(timer);
    };
  }, [undo]);

  const put = useCallback(
    (answers: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(answers)) {
        setValue(name, value, { shouldDirty: true, shouldTouch: true });
        clearErrors(name);
      }
    },
    [clearErrors, setValue],
  );

  const answer = useCallback(
    (name: string, value: unknown) => {
      const dropped = droppedBy(section.questions, { ...getValues(), [name]: value });
      if (dropped.length > 0) setPending({ name, value, dropped });
      else put({ [name]: value });
    },
    [getValues, put, section.questions],
  );

  const confirm = () => {
    if (pending === null) return;
    const before = getValues();
    const names = [pending.name, ...pending.dropped];
    setUndo({
      answers: Object.fromEntries(names.map((name) => [name, before[name] as unknown])),
      count: pending.dropped.length,
    });
    put({ ...Object.fromEntries(pending.dropped.map((name) => [name, null])), [pending.name]: pending.value });
    announce(t('form.dropped', { count: pending.dropped.length }));
    setPending(null);
  };

  const restore = () => {
    if (undo === null) return;
    put(undo.answers);
    announce(t('form.restored'));
    setUndo(null);
  };

  return {
    pending,
    undo,
    answer,
    confirm,
    restore,
    cancel: () => {
      setPending(null);
    },
  };
}
