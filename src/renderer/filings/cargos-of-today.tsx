import type { CivilDate } from '../../shared/platform/dates.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import { CargoSheet } from './cargo-sheet.tsx';
import css from './presenting.module.css';
import { useToPresent } from './presenting-queries.ts';
import { cargosPath } from './presenting-words.ts';

type Props = { readonly today: CivilDate };

/** More of them stand on their own page. */
const most = 6;

/** On «Mi día» of who presents: what waits for its cargo; nothing while nothing does. */
export function CargosOfToday({ today }: Props) {
  return useMayStore('legalFile.write') ? <Waiting today={today} /> : null;
}

function Waiting({ today }: Props) {
  const { data } = useToPresent();
  const count = data?.filings.length ?? 0;
  if (data === undefined || count + data.presented.length === 0) return null;
  return (
    <section className={css.pane} aria-label="Por presentar y cargos de hoy">
      <header>
        <h2>Por presentar y cargos de hoy</h2>
        <a href={hrefOf(cargosPath)}>{count > most ? `Cargos de hoy: ${count}` : 'Cargos de hoy'}</a>
      </header>
      <CargoSheet
        filings={data.filings.slice(0, most)}
        presented={data.presented}
        desks={data.desks}
        today={today}
        isOfToday
      />
    </section>
  );
}
