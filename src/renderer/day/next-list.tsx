import { useState } from 'react';
import {
  linesAtOnce,
  nextGroupLabels,
  nextGroups,
  type NextGroup,
  type NextItem,
  type NextLine,
} from '../../shared/day/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { moveByArrow, PersonName, RiskWord, Secret, TableHead } from '../platform/ui/index.ts';
import css from './day.module.css';
import { MoreCases } from './more-cases.tsx';
import { caseRisk, nextPaths } from './paths.ts';
import { Pane } from './pane.tsx';

type Props = {
  readonly title: string;
  /** How many cases are in the reader's charge, in words. */
  readonly charge?: string;
  /** Whether the reader calls: the way to the calls of the day. */
  readonly mayCall?: boolean;
  readonly lines: readonly NextLine[];
  /** Said instead of the list where there is nothing. */
  readonly empty: string;
};

const pressing: Partial<Record<NextGroup, true>> = { today: true, overdue: true };

const askedIn = ({ items }: NextLine) => items.find(({ group }) => group === 'asked');

/** «Lo que sigue», a line for each case, the most pressing first; no more than fit a day, and those somebody asked for. */
export function NextList({ title, charge, mayCall = false, lines, empty }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.filter((line, at) => at < linesAtOnce || askedIn(line) !== undefined);
  const left = lines.length - shown.length;
  return (
    <Pane
      {...{ title, said: charge }}
      end={
        <>
          {mayCall && (
            <>
              <a href={hrefOf('/llamadas')}>Llamadas</a>
              {' · '}
            </>
          )}
          <a href={hrefOf('/casos')}>Todos los casos</a>
        </>
      }
    >
      {lines.length === 0 ? (
        <p className={css.none}>{empty}</p>
      ) : (
        <table className={css.list}>
          <TableHead of={['Caso', 'Qué hacer', 'Riesgo', 'Vence']} />
          {nextGroups.map((group) => (
            <Group
              key={group}
              group={group}
              lines={shown.filter(({ items: [first] }) => first?.group === group)}
              count={lines.filter(({ items: [first] }) => first?.group === group).length}
            />
          ))}
        </table>
      )}
      <MoreCases left={left} onAll={() => setWhole(true)} />
    </Pane>
  );
}

type GroupProps = {
  readonly group: NextGroup;
  readonly lines: readonly NextLine[];
  /** Of all lines, also those not shown. */
  readonly count: number;
};

function Group({ group, lines, count }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    // The arrows only go from link to link.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <tbody onKeyDown={moveByArrow}>
      <tr className={css.group} data-pressing={pressing[group]}>
        <th scope="colgroup" colSpan={4}>{`${nextGroupLabels[group]} · ${count}`}</th>
      </tr>
      {lines.map((line) => (
        <Line key={line.caseId} line={line} />
      ))}
    </tbody>
  );
}

function Line({ line }: { readonly line: NextLine }) {
  const [first, ...rest] = line.items;
  if (first === undefined) return null;
  const asked = rest.find((item) => item === askedIn(line));
  const others = rest.filter((item) => item !== asked);
  const risk = caseRisk(line.level);
  const { caseId } = line;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('/casos/$caseId', { caseId })}>
          <span className={css.name}>
            <PersonName>{line.userName}</PersonName>
          </span>
          <small>{line.age === null ? line.number : `${line.number} · ${line.age} años`}</small>
        </a>
      </th>
      <td>
        <a data-act href={hrefOf(nextPaths[first.page], { caseId })}>
          {first.isSensitive ? <Secret instead={insteadOf(first)}>{first.task}</Secret> : first.task}
        </a>
        <Secret>
          <small>{belowWords(first, others)}</small>
        </Secret>
        {asked !== undefined && (
          <Secret>
            <a className={css.asked} href={hrefOf(nextPaths[asked.page], { caseId })}>
              {`${asked.task}. ${asked.why ?? ''}`}
            </a>
          </Secret>
        )}
      </td>
      <td>
        <RiskWord {...risk} />
      </td>
      <td className={css.until} data-late={pressing[first.group]} data-soon={first.group === 'soon' || undefined}>
        {first.until}
      </td>
    </tr>
  );
}

const insteadOf = ({ group }: NextItem) => (group === 'asked' ? nextGroupLabels.asked : 'Responder hoy');

/** Why, and what else there is in the case. */
function belowWords({ why }: NextItem, others: readonly NextItem[]): string {
  const more = others.length === 0 ? null : `y ${others.length} más: ${others.map(({ task }) => task).join(' · ')}`;
  return [why, more].filter((part) => part !== null && part !== '').join(' · ');
}
