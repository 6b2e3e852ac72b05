import { useEffect, useEffectEvent, useRef, type ComponentProps } from 'react';
import { LineWait } from '../line/wait.tsx';
import { useIsSignedIn } from '../session.tsx';
import { ErrorSummary, focusField, Problem } from '../ui/index.ts';
import type { Act } from '../client.ts';
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

type ByBar = {
  /** The bar at the foot sends it, and says there that it waits. */
  readonly byBar?: boolean | undefined;
};
type ActProblemProps = { readonly act: Refused & Partial<Pick<Act, 'busy'>> } & ByBar &
  Omit<ComponentProps<typeof Problem>, 'words'>;

/** What went wrong with an act or a form; or, while it runs, that it waits for the line. */
export function ActProblem({ act, byBar = false, ...more }: ActProblemProps) {
  const box = useProblemFocus(act);
  if (act.problem === null) return act.busy === true && !byBar ? <PressWait /> : null;
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

type HeadProps = ByBar & {
  readonly form: AnyForm;
  readonly order: readonly string[];
  readonly labelOf?: (name: string) => string | null;
};

export function FormHead({ form, order, labelOf, byBar }: HeadProps) {
  return (
    <>
      <ErrorSummary items={summaryOf(form, order, labelOf)} attempt={form.attempt} />
      <ActProblem act={form} byBar={byBar} />
    </>
  );
}

/** The same for a question or two: what lacks is said at them alone, and the first takes the focus. */
export function ShortHead({ form, order }: Pick<HeadProps, 'form' | 'order'>) {
  const { attempt, busy } = form;
  const items = summaryOf(form, order);
  const ids = order.map((name) => form.fieldId(name));
  const first = items.find(({ field }) => ids.includes(field));
  const elsewhere = items.find(({ field }) => !ids.includes(field));
  const goToFirst = useEffectEvent(() => {
    if (first !== undefined && elsewhere === undefined) focusField(first.field);
  });
  useEffect(() => {
    if (attempt > 0) goToFirst();
  }, [attempt]);
  return <ActProblem act={{ attempt, busy, problem: form.problem ?? elsewhere?.message ?? null }} />;
}
