import type { ReactNode } from 'react';
import {
  safetyPresentLabels,
  safetyTopicLabels,
  safetyTopics,
  type SafetyPlanVersion,
} from '../../shared/safety/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { inLima } from '../platform/times.ts';
import { Facts, look, Panel, Secret, useNamed, type Fact } from '../platform/ui/index.ts';

/** Where she would be and who helps her. */
const Told = ({ children }: { readonly children: ReactNode }) => (
  <Secret instead="—">
    <span className={look.written}>{children}</span>
  </Secret>
);

/** One version as it was said; by discretion only who made it and when. */
export function Version({
  version: { number, plan, madeBy, madeAt, readings },
}: {
  readonly version: SafetyPlanVersion;
}) {
  const named = useNamed();
  const said = safetyTopics.flatMap((topic): Fact[] => {
    const { words } = plan.lines[topic];
    return words === null ? [] : [[safetyTopicLabels[topic], <Told>{words}</Told>]];
  });
  const last = readings.at(-1);
  return (
    <Panel title={`Versión ${number}`}>
      <p className={look.secondary}>{`Hecho el ${inLima(madeAt)} por ${madeBy}.`}</p>
      <Facts
        of={[
          ...said,
          ...plan.phones.map(({ name, number: digits }): Fact => [`Llama a ${named(name)}`, <Told>{digits}</Told>]),
          ['Lleva la tarjeta', plan.carriesCard ? 'Sí' : 'No, de memoria'],
          ['Estuvo presente', safetyPresentLabels[plan.present]],
          ['Se relee', formatCivilDate(plan.rereadOn)],
          last !== undefined && ['Releído', `${inLima(last.at)}, ${last.by}`],
        ]}
      />
    </Panel>
  );
}
