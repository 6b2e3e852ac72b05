import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useRefresh } from '../../platform/query.ts';
import { PlainButton, look, Panel } from '../../platform/ui/index.ts';
import { usePrinters } from '../queries.ts';

/** Printers that make a file instead of paper, each refused until Coordinación allows it; nothing where there is none. */
export function PrintersPanel() {
  const act = useAct({ refresh: useRefresh(['papers', 'printers']) });
  const printers = usePrinters();
  const virtual = (printers.data ?? []).filter(({ isVirtual }) => isVirtual);
  if (virtual.length === 0) return null;
  const decide = (name: string, isAllowed: boolean) =>
    act.run((client) => client.allowPrinter({ name, isAllowed }), { of: name });
  return (
    <Panel title="Impresoras que no imprimen en papel">
      <p>Dejan un archivo fuera del programa. Están rechazadas mientras Coordinación no las permita.</p>
      <ActProblem act={act} />
      {virtual.map(({ name, isAllowed }) => (
        <div key={name} className={look.row}>
          <span>
            {name}: {isAllowed ? 'permitida' : 'rechazada'}
          </span>
          <PlainButton
            small
            aria-label={`${isAllowed ? 'Rechazar' : 'Permitir'}: ${name}`}
            onClick={() => void decide(name, !isAllowed)}
          >
            {isAllowed ? 'Rechazar' : 'Permitir'}
          </PlainButton>
        </div>
      ))}
    </Panel>
  );
}
