import { useClient } from '../platform/client.ts';
import { WorkingPaperDialog } from '../papers/index.ts';
import { dayPaperKey } from './queries.ts';
import type { Scope } from './queries.ts';

type Props = { readonly scope: Scope; readonly onClose: () => void };

/** «Hoja del día»: terms and hearings of today and tomorrow, on paper when the computer is off. */
export function DayPaper({ scope, onClose }: Props) {
  const client = useClient();
  return (
    <WorkingPaperDialog
      changes={dayPaperKey}
      title="Hoja del día"
      paper={['day', scope]}
      make={() => client.dayPaper({ scope })}
      release={(out, by) => by.releaseDayPaper({ scope, ...out })}
      onClose={onClose}
    />
  );
}
