import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../platform/client-context.tsx';
import { Panel } from '../../platform/ui/index.ts';
import css from '../papers.module.css';
import { usePrinters } from '../queries.ts';

/** Printers that make a file instead of paper, each refused until Coordinación allows it; nothing where there is none. */
export function PrintersPanel() {
  const client = useClient();
  const queries = useQueryClient();
  const printers = usePrinters();
  const virtual = (printers.data ?? []).filter(({ isVirtual }) => isVirtual);
  if (virtual.length === 0) return null;
  const decide = async (name: string, isAllowed: boolean) => {
    await client.allowPrinter({ name, isAllowed });
    await queries.invalidateQueries({ queryKey: ['papers', 'printers'] });
  };
  return (
    <Panel title="Impresoras que no imprimen en papel">
      <p>Dejan un archivo fuera del programa. Están rechazadas mientras Coordinación no las permita.</p>
      {virtual.map(({ name, isAllowed }) => (
        <div key={name} className={css.row}>
          <span>
            {name}: {isAllowed ? 'permitida' : 'rechazada'}
          </span>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${isAllowed ? 'Rechazar' : 'Permitir'}: ${name}`}
            onClick={() => void decide(name, !isAllowed)}
          >
            {isAllowed ? 'Rechazar' : 'Permitir'}
          </Button>
        </div>
      ))}
    </Panel>
  );
}
