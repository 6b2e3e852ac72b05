import { Fragment } from 'react';
import { closingLineLabels, lineDemandLabels, unclearIn, type ClosingLine } from '../../shared/closing/index.ts';
import { ConfirmMark, DataTable, Facts, look, Panel, Secret, StateBadge, type Column } from '../platform/ui/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import type { Line } from './queries.ts';

type Props = { readonly caseId: string; readonly lines: readonly Line[] };

/** What the reader supervised herself does not count for a closing of hers: somebody else proposes it. */
export const ownSupervisionWords = 'Lo registró usted: lo propone otra persona';

/** The list before a closing, as the record says it now: what is missing a row each, the rest in one sentence. */
export function Checklist({ caseId, lines, isOwn }: Props & { readonly isOwn: boolean }) {
  const unclear = unclearIn(lines);
  const rest = lines.filter((line) => !unclear.includes(line));
  const columns: readonly Column<Line>[] = [
    { title: 'Punto', cell: ({ line }) => <Name line={line} caseId={caseId} /> },
    {
      title: 'Lo que dice la ficha',
      cell: (line) => (
        <Found line={isOwn && line.line === 'supervision' ? { ...line, found: [ownSupervisionWords] } : line} />
      ),
    },
    { title: 'Si falta', cell: ({ demand }) => <Demand of={demand} /> },
  ];
  return (
    <Panel title={`Antes de cerrar · ${unclear.length === 0 ? 'nada pendiente' : `${unclear.length} por resolver`}`}>
      <p className={look.secondary}>
        Se lee de la ficha; nadie marca la lista. Qué se pide es una regla del centro, en «Tablas y reglas»{' '}
        <ConfirmMark />
      </p>
      {unclear.length > 0 && <DataTable columns={columns} rows={unclear} keyOf={({ line }) => line} />}
      <Facts of={[rest.length > 0 && ['Sin nada pendiente', <Clear key="clear" lines={rest} caseId={caseId} />]]} />
    </Panel>
  );
}

function Name({ line, caseId }: { readonly line: Line['line']; readonly caseId: string }) {
  const href = linePage(line, caseId);
  return href === null ? closingLineLabels[line] : <a href={href}>{closingLineLabels[line]}</a>;
}

function Clear({ lines, caseId }: Props) {
  return lines.map(({ line, isAsked }, at) => (
    <Fragment key={line}>
      {at > 0 && ' · '}
      <Name line={line} caseId={caseId} />
      {!isAsked && ' (si se cierra por falta de contacto)'}
    </Fragment>
  ));
}

/** What was done to her and where she is going is for who sits in front. */
function Found({ line: { line, found } }: { readonly line: Line }) {
  if (line === 'proposals') return found;
  return (
    <Secret instead={found.length === 1 ? '1 en la ficha' : `${found.length} en la ficha`}>{found.join(' · ')}</Secret>
  );
}

function Demand({ of }: { readonly of: Line['demand'] }) {
  return <StateBadge tone={of === 'blocks' ? 'warning' : 'accent'}>{lineDemandLabels[of]}</StateBadge>;
}

/** Where each line of the list is settled; null: on this page, or by whoever is writing. */
const pages = {
  supervision: null,
  steps: casePages.plan.path,
  proposals: casePages.plan.path,
  sameDay: sectionPaths.risk,
  hearings: casePages.proceeding.path,
  corrections: '/correcciones',
  drafts: null,
  attempts: casePages.attentions.path,
  level: sectionPaths.risk,
  valuation: sectionPaths.risk,
  safety: casePages.safety.path,
  measures: casePages.proceeding.path,
  terms: casePages.proceeding.path,
  referrals: casePages.referrals.path,
  reintegration: casePages.reintegration.path,
} as const satisfies Record<ClosingLine, string | null>;

function linePage(line: ClosingLine, caseId: string): string | null {
  const path = pages[line];
  if (path === null) return null;
  return path === '/correcciones' ? hrefOf(path) : hrefOf(path, { caseId });
}
