import { useState } from 'react';
import {
  consentFormSchema,
  type ConsentForm as Way,
  type ConsentGiven,
  type Majority,
  type NoConsentReason,
} from '../../shared/care/index.ts';
import { issuesOf, type Failure, type FieldIssue } from '../../shared/platform/failures.ts';
import { guardianOf, noGuardian, type Guardian } from './guardian-fields.tsx';

/** Who consents: she, a guardian with her assent, or not known because the ficha does not say her age. */
export type Consenter = 'herself' | 'guardian' | 'unknown';

type Typed = {
  readonly form: Way | null;
  readonly reason: NoConsentReason | null;
  readonly majority: Majority | null;
  readonly guardian: Guardian;
};

const blank: Typed = { form: null, reason: null, majority: null, guardian: noGuardian };
const ageNeeded: FieldIssue = { path: 'majority', message: 'Elija si es mayor o menor de edad.' };
const assentNeeded: FieldIssue = { path: 'assent', message: 'Elija qué dijo la niña, el niño o adolescente.' };

/** Fields in the order of the form, with what each is called in the summary; null where its message says it. */
const fields: Readonly<Record<string, string | null>> = {
  form: 'Respuesta',
  reason: null,
  majority: null,
  'guardian.names': 'Quién consiente',
  'guardian.bond': 'Vínculo',
  assent: null,
};
const order = Object.keys(fields);

function summaryOf(issues: readonly FieldIssue[]) {
  return issues
    .toSorted((one, other) => order.indexOf(one.path) - order.indexOf(other.path))
    .map(({ path, message }) => {
      const name = fields[path] ?? null;
      return { field: `consent-${path}`, message: name === null ? message : `${name}: ${message}` };
    });
}

/** What she said, as it is typed: checked here before it is sent, and what the record refuses shown at its field. */
export function useConsentDraft(consenter: Consenter) {
  const [typed, setTyped] = useState<Typed>(blank);
  const [isAlike, setAlike] = useState(false);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { form, majority, guardian } = typed;
  const isGiven = form === 'spoken' || form === 'written';
  const isAgeAsked = isGiven && consenter === 'unknown';
  const isGuardian = isGiven && (consenter === 'guardian' || (isAgeAsked && majority === 'minor'));
  const unanswered = [
    ...(isAgeAsked && majority === null ? [ageNeeded] : []),
    ...(isGuardian && guardian.assent === null ? [assentNeeded] : []),
  ];
  return {
    typed,
    isGiven,
    isAgeAsked,
    isGuardian,
    isAlike,
    /** Lines of the error summary. */
    items: summaryOf(issues),
    attempt,
    errorAt: (path: string) => issues.find((issue) => issue.path === path)?.message,
    change: (next: Partial<Typed>) => {
      setTyped({ ...typed, ...next });
      setIssues([]);
    },
    /** The consent to send; null when something is missing, which then stands at its field. */
    check: (about: {
      readonly purposes: readonly string[];
      readonly receivers: readonly string[];
    }): ConsentGiven | null => {
      const parsed = consentFormSchema.safeParse({
        ...{ scope: 'referral', form, purposes: about.purposes },
        receivers: about.receivers.filter((text) => text.trim() !== ''),
        reason: form === 'couldNotAsk' ? typed.reason : null,
        majority: isAgeAsked ? majority : null,
        ...guardianOf(isGuardian, guardian),
      });
      const found = [...unanswered, ...(parsed.success ? [] : issuesOf(parsed.error))];
      setIssues(found);
      if (found.length > 0) setAttempt(attempt + 1);
      return parsed.success && found.length === 0 ? parsed.data : null;
    },
    refuse: (failure: Failure) => {
      if (failure.reason === 'guardian-like-aggressor') setAlike(true);
      setIssues(
        failure.issues
          .filter(({ path }) => path.startsWith('consent.'))
          .map(({ path, message }) => ({ path: path.replace(/^consent\./, ''), message })),
      );
      setAttempt(attempt + 1);
    },
  };
}

export type ConsentDraft = ReturnType<typeof useConsentDraft>;
