import { useCentreDay } from '../intake/index.ts';
import { PageTitle, QueryState } from '../platform/ui/index.ts';
import { CargoSheet } from './cargo-sheet.tsx';
import { useToPresent } from './presenting-queries.ts';

/** «Cargos de hoy»: every writ issued and not presented, each with its cargo, in one pass by keyboard. */
export function CargosScreen() {
  const waiting = useToPresent();
  const { day } = useCentreDay();
  return (
    <>
      <PageTitle>Cargos de hoy</PageTitle>
      <QueryState query={waiting}>
        {({ filings, presented, desks }) => (
          <CargoSheet filings={filings} presented={presented} desks={desks} today={day} />
        )}
      </QueryState>
    </>
  );
}
