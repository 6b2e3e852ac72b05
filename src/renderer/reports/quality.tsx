import { useState } from 'react';
import {
  countMissing,
  fichaWords,
  qualityGroups,
  qualityPageLabels,
  qualityViewLabels,
  type QualityGroup,
  type QualityLine,
  type QualityRow,
  type QualityView,
} from '../../shared/reports/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import { hrefOf } from '../platform/routes.ts';
import { Chips, EmptyState, Fold, moveByArrow, Told, Pane } from '../platform/ui/index.ts';
import type { MonthView } from './queries.ts';
import css from './reports.module.css';
import { qualityPaths } from './words.ts';

const views = codesOf(qualityViewLabels).map((view) => [view, qualityViewLabels[view]] as const);

/** What the month still lacks, put together; nothing here stops its closing (D20). */
export function Quality({ month }: { readonly month: MonthView }) {
  const [view, setView] = useState<QualityView>('fact');
  const { missing, fichas } = countMissing(month.quality);
  const among = fichas === 1 ? '1 ficha' : `${fichas} fichas`;
  return (
    <Pane
      className={css.pane}
      title="Qué conviene completar"
      {...(missing > 0 && {
        said: `${missing} en ${among}`,
        end: <Chips label="Cómo se agrupa" chips={views} chosen={view} onChoose={setView} />,
      })}
    >
      {month.sealed > 0 && (
        <div className={css.inside}>
          <Told tone="warning">
            {month.sealed === 1
              ? 'Hay 1 caso con acceso restringido que no entra en estas tablas.'
              : `Hay ${month.sealed} casos con acceso restringido que no entran en estas tablas.`}{' '}
            El total puede diferir del registro central.
          </Told>
        </div>
      )}
      {missing === 0 ? (
        <div className={css.inside}>
          <EmptyState>Nada falta en las fichas de este mes.</EmptyState>
        </div>
      ) : (
        <Missing groups={qualityGroups(month.quality, view)} view={view} />
      )}
      {month.complete.length > 0 && (
        <div className={css.folded}>
          <Fold kind="line" isOpen={false} title={`Completas · ${month.complete.length}`}>
            <ul className={css.numbers}>
              {month.complete.map(({ caseId, number }) => (
                <li key={caseId}>
                  <a href={hrefOf('/casos/$caseId', { caseId })}>{number}</a>
                </li>
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </Pane>
  );
}

const heads: Readonly<Record<QualityView, string>> = { fact: 'Dato de la ficha', case: 'Ficha', who: 'A cargo' };

function Missing({ groups, view }: { readonly groups: readonly QualityGroup[]; readonly view: QualityView }) {
  return (
    <table className={css.missing}>
      <thead>
        <tr>
          <th scope="col">{heads[view]}</th>
          <th scope="col" className={css.figures}>
            {view === 'case' ? 'Datos' : 'Faltan'}
          </th>
          <th scope="col">{view === 'case' ? 'Qué falta' : 'Fichas'}</th>
          {view !== 'who' && <th scope="col">A cargo</th>}
          <td aria-hidden="true" />
        </tr>
      </thead>
      {groups.map((group) => (
        // The arrows only go from link to link.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
        <tbody key={group.title} onKeyDown={moveByArrow}>
          <tr className={css.band} data-pressing={group.isPressing || undefined}>
            <th scope="colgroup" colSpan={view === 'who' ? 4 : 5}>
              {group.title}
            </th>
          </tr>
          {group.rows.map((row) => (
            <Row key={row.key} row={row} view={view} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, view }: { readonly row: QualityRow; readonly view: QualityView }) {
  const isCase = view === 'case';
  return (
    <tr>
      <th scope="row">{isCase ? row.item : <Fact row={row} />}</th>
      <td className={css.figures}>{isCase && row.count === 0 ? '—' : row.count}</td>
      <td className={isCase ? undefined : css.fichas}>{isCase ? row.words : fichaWords(row.lines)}</td>
      {view !== 'who' && <td>{row.who}</td>}
      <td className={css.acts}>
        <Opens row={row} />
      </td>
    </tr>
  );
}

function Fact({ row: { words, item } }: { readonly row: QualityRow }) {
  return (
    <>
      {words} {item !== '' && <span className={css.quiet}>{item}</span>}
    </>
  );
}

/** To the place where it is mended: of several fichas, the first. */
function Opens({ row }: { readonly row: QualityRow }) {
  const [first, ...others] = row.lines;
  if (first === undefined) return null;
  const isOne = others.every(({ caseId }) => caseId === first.caseId);
  const words = isOne ? 'Abrir' : 'Abrir la 1.ª';
  return (
    <a
      data-act
      href={pathTo(first)}
      aria-label={`${words}: ${first.number}, ${qualityPageLabels[first.page]}, ${row.words}`}
    >
      {words}
    </a>
  );
}

function pathTo({ page, caseId }: QualityLine): string {
  return hrefOf(qualityPaths[page], { caseId });
}
