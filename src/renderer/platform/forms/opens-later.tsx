import type { ReactNode } from 'react';
import { isAsked, isUnanswered, type Answers, type AskedWhen } from '../../../shared/record/index.ts';
import { Fold } from '../ui/index.ts';

type Props = {
  readonly label: string;
  readonly rule: AskedWhen;
  readonly answers: Answers;
  readonly given: unknown;
  readonly children: ReactNode;
};

/** A question that may always be answered and seldom is: one line until its rule holds or something stands in it. */
export function OpensLater({ label, rule, answers, given, children }: Props) {
  return (
    <Fold kind="line" title={label} isOpen={isAsked(rule, answers) || !isUnanswered(given)}>
      {children}
    </Fold>
  );
}
