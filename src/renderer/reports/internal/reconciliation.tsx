/** «Frente al registro central»: a month here and there, and the ficha behind each difference. */
import type { ReactNode } from 'react';
import { casePages } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { onlyFor } from '../../platform/session.tsx';
import { QueryState, Pane } from '../../platform/ui/index.ts';
import { differenceRows } from './difference-rows.ts';
import { useReconciliation } from './queries.ts';
import css from '../reports.module.css';

export const Reconciliation = onlyFor('report.internal', function Compared({ month }: { readonly month: string }) {
  const read = useReconciliation(month);
  return (
    <QueryState query={read}>
      {({ here, there, differences }) => (
        <MonthPane
          foot="No cuenta, ni aquí ni allá, las fichas que un conflicto o una reserva le cierra."
          title="Frente al registro central"
          said={`aquí ${here}, allá ${there}`}
          to={hrefOf('/registro-central')}
        >
          {differences.length === 0 && <MonthRow>Lo mismo aquí y allá.</MonthRow>}
          {differenceRows(differences).map(({ key, words, below, first, label }) => (
            <MonthRow
              key={key}
              below={below}
              {...(first === undefined || first.caseId === null
                ? {}
                : {
                    act: {
                      label,
                      of: first.number,
                      href: hrefOf(casePages.register.path, { caseId: first.caseId }),
                    },
                  })}
            >
              {words}
            </MonthRow>
          ))}
        </MonthPane>
      )}
    </QueryState>
  );
});

type PaneProps = {
  readonly title: string;
  readonly said: string;
  /** To the whole list. */
  readonly to: string;
  /** What is left out. */
  readonly foot?: string;
  readonly children: ReactNode;
};

/** What a domain above says of a month, in the look of its page. */
function MonthPane({ title, said, to, foot, children }: PaneProps) {
  return (
    <Pane className={css.pane} {...{ title, said }} end={<a href={to}>Ver la lista</a>}>
      <ul className={css.rows}>{children}</ul>
      {foot !== undefined && <p className={css.foot}>{foot}</p>}
    </Pane>
  );
}

type RowProps = {
  readonly below?: string;
  readonly act?: { readonly label: string; readonly of: string; readonly href: string };
  readonly children: ReactNode;
};

function MonthRow({ below, act, children }: RowProps) {
  return (
    <li>
      <span>
        {children}
        {below !== undefined && <small>{below}</small>}
      </span>
      {act !== undefined && (
        <a href={act.href} aria-label={`${act.label}: ${act.of}`}>
          {act.label}
        </a>
      )}
    </li>
  );
}
