import { sameDayLabels, type SameDayFact } from '../../shared/risk/index.ts';
import { ConfirmMark, Notice, Panel } from '../platform/ui/index.ts';

/** Facts of both sections and of the newest form that cannot wait; not a level. Nothing is shown when there is none. */
export function SameDayPanel({ facts }: { readonly facts: readonly SameDayFact[] }) {
  if (facts.length === 0) return null;
  return (
    <Panel title="Para responder hoy">
      <p>
        Lo dicen las Secciones A y B y la última ficha firmada. No es un nivel de riesgo. <ConfirmMark />
      </p>
      {facts.map((fact) => (
        <Notice key={fact} tone="warning">
          {`${sameDayLabels[fact].label}. ${sameDayLabels[fact].advice}`}
        </Notice>
      ))}
    </Panel>
  );
}
