import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  blankConsent,
  consentFields,
  consentFormSchema,
  consentSchemaOf,
  type ConsentGiven,
} from '../../shared/care/index.ts';
import { issuesOf, type Failure, type FieldIssue } from '../../shared/platform/failures.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import { summaryOf, useSectionForm } from '../platform/forms/index.ts';

/** Who consents: she, a guardian with her assent, or not known because the ficha does not say her age. */
export type Consenter = 'herself' | 'guardian' | 'unknown';

const order = Object.keys(consentFields);

/** What she said, as it is typed: checked here before it is sent, and what the record refuses shown at its field. */
export function useConsentDraft(consenter: Consenter) {
  const form = useSectionForm<ConsentGiven>({
    ...{ schema: consentFormSchema, defaultValues: blankConsent, id: 'consent', sentAs: 'consent' },
  });
  const { setValue, setError, clearErrors, getValues } = form;
  const [isAlike, setAlike] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [way, guardian] = useWatch({ control: form.untyped.control, name: ['form', 'guardianNames'] }) as (
    | string
    | null
  )[];
  // Somebody else was named: nobody made sure yet.
  useEffect(() => setValue('guardianIsOther', false), [guardian, setValue]);
  const show = (issues: readonly FieldIssue[]) => {
    clearErrors();
    for (const { path, message } of issues) setError(path as keyof ConsentGiven, { message });
    if (issues.length > 0) setAttempt(attempt + 1);
  };
  return {
    form,
    context: { consenter },
    isAlike,
    /** How she answered; null while she did not. */
    way,
    items: summaryOf(form, order),
    attempt,
    /** The consent to send; null when something is missing, which then stands at its field. */
    check: (about: {
      readonly purposes: readonly string[];
      readonly receivers: readonly string[];
    }): ConsentGiven | null => {
      const said = onlyAsked(consentFields, getValues(), { consenter });
      const receivers = about.receivers.filter((text) => text.trim() !== '');
      const parsed = consentSchemaOf({ consenter }).safeParse({ ...said, purposes: about.purposes, receivers });
      show(parsed.success ? [] : issuesOf(parsed.error));
      return parsed.success ? parsed.data : null;
    },
    refuse: (failure: Failure) => {
      if (failure.reason === 'guardian-like-aggressor') setAlike(true);
      show(
        failure.issues
          .filter(({ path }) => path.startsWith('consent.'))
          .map(({ path, message }) => ({ path: path.replace(/^consent\./, ''), message })),
      );
    },
  };
}

export type ConsentDraft = ReturnType<typeof useConsentDraft>;
