import { useEffect, useRef, type ComponentProps } from 'react';
import { LineWait } from '../line/wait.tsx';
import { useIsSignedIn } from '../session.tsx';
import { ErrorSummary, Problem } from '../ui/index.ts';
import type { Act } from './use-act.ts';
import { summaryOf, type AnyForm } from './use-section-form.ts';

type Refused = Pick<Act, 'attempt' | 'problem'>;

/** Box of what belongs to no field: takes the focus at each refusal, for the button pressed may be far below it. */
export function useProblemFocus({ attempt, problem }: Refused) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0 && problem !== null) box.current?.focus();
  }, [attempt, problem]);
  return box;
}

type ActProblemProps = { readonly act: Refused & Partial<Pick<Act, 'busy'>> } & Omit<
  ComponentProps<typeof Problem>,
  'words'
>;

/** What went wrong with an act or a form; or, while it runs, that it waits for the line. */
export function ActProblem({ act, ...more }: ActProblemProps) {
  const box = useProblemFocus(act);
  if (act.problem === null) return act.busy === true ? <PressWait /> : null;
  return (
    <div ref={box} tabIndex={-1}>
      <Problem words={act.problem} {...more} />
    </div>
  );
}

/** Outside a session what is pressed stores nothing in the record: it is sent over no line, or answered at once. */
function PressWait() {
  return useIsSignedIn() && <LineWait what="saving" />;
}

type HeadProps = {
  readonly form: AnyForm;
  /** Names of the fields in the order of the page. */
  readonly order: readonly string[];
  readonly labelOf?: (name: string) => string | null;
  /** The bar at the foot sends it, and says there that it waits. */
  readonly byBar?: true;
};

/** What is wrong with a form, above its fields. */
export function FormHead({ form, order, labelOf, byBar }: HeadProps) {
  const { attempt, problem, busy } = form;
  return (
    <>
      <ErrorSummary items={summaryOf(form, order, labelOf)} attempt={attempt} />
      <ActProblem act={{ attempt, problem, busy: busy && byBar !== true }} />
    </>
  );
}
