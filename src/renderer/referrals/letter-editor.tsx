import { useDeferredValue, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import {
  checkLetter,
  composeLetter,
  inventedReferral,
  letterLines,
  plainLineIssue,
  type LetterValue,
} from '../../shared/referrals/index.ts';
import type { PaperBlock } from '../../shared/papers/blocks.ts';
import { FieldProblems, TemplateWork } from '../papers/index.ts';
import { type AnyForm, TextControl } from '../platform/forms/index.ts';

function composed(value: LetterValue): readonly PaperBlock[] {
  const { facts, options } = inventedReferral(value.kind, value.post);
  return composeLetter(value, facts, options).blocks;
}

const problemsOf = (line: string) => {
  const message = plainLineIssue(line);
  return message === null ? [] : [{ line: 1, message }];
};

/** The words of a letter, with what is wrong and how they read on an invented case. */
export function LetterEditor({ form }: { readonly form: AnyForm }) {
  const [kind, title, post, text] = useWatch({
    control: form.untyped.control,
    name: ['value.kind', 'value.title', 'value.post', 'value.text'],
  }) as [LetterValue['kind'], string, string, string];
  const read = useDeferredValue(text);
  const issues = useMemo(() => checkLetter(read, kind), [read, kind]);
  const lines = useMemo(() => letterLines(kind), [kind]);
  const isSound = issues.length === 0;
  const preview = useMemo(
    () => (isSound ? composed({ kind, title, post, text: read }) : null),
    [isSound, kind, title, post, read],
  );
  return (
    <>
      <TextControl form={form} name="value.title" label="Título" />
      <FieldProblems issues={problemsOf(title)} />
      <TextControl form={form} name="value.post" label="Cargo o área a quien se dirige" hint="Sin nombre de persona." />
      <FieldProblems issues={problemsOf(post)} />
      <TemplateWork form={form} issues={issues} lines={lines} preview={preview} />
    </>
  );
}
