/** «Tablas y reglas»: the tables the centre changes, and what comes fixed with the program and is still to confirm. */
import { formVersion, unconfirmedRows } from '../shared/intake/index.ts';
import type { Confirmation } from '../shared/record/index.ts';
import { nameRules } from '../shared/people/index.ts';
import { referralKinds, referralRules } from '../shared/referrals/index.ts';
import { partnerRisk2019 } from '../shared/risk/index.ts';
import { RuleTablesPanel } from './rulebook/index.ts';
import { ConfirmMark, DataTable, Notice, Panel, StateBadge, type Column } from './platform/ui/index.ts';

type Rule = {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly validFrom: string;
  readonly confirmation: Confirmation;
};

type Table = { readonly title: string; readonly rules: readonly Rule[] };

/** `05/09/2026` from a civil date. */
function inTable(date: string): string {
  return date.split('-').reverse().join('/');
}

const tables: readonly Table[] = [
  {
    title: 'Viene con el programa: ficha de registro',
    rules: unconfirmedRows().map(({ section, question, item, label, confirmation }) => ({
      id: `${section}.${question}`,
      label: `${item} ${label}`,
      source: formVersion.source,
      validFrom: formVersion.validFrom,
      confirmation,
    })),
  },
  {
    title: 'Viene con el programa: ficha de valoración de riesgo',
    rules: [
      {
        id: partnerRisk2019.id,
        label: `Edad desde la que se aplica: ${partnerRisk2019.minimumAge.value} años`,
        source: partnerRisk2019.source,
        validFrom: partnerRisk2019.validFrom,
        confirmation: partnerRisk2019.minimumAge.confirmation,
      },
    ],
  },
  {
    title: 'Viene con el programa: preguntas y servicios de las derivaciones',
    rules: referralKinds.map((kind) => ({
      ...referralRules[kind],
      id: kind,
      label: `Preguntas y servicios: ${referralRules[kind].label}`,
    })),
  },
  {
    title: 'Viene con el programa: búsqueda de personas',
    rules: [
      {
        ...nameRules,
        label: `Escritura de nombres: ${nameRules.particles.length} partículas, ${nameRules.spellings.length} reglas`,
      },
    ],
  },
];

const secondary = 'fuente secundaria';

const columns: readonly Column<Rule>[] = [
  { title: 'Tabla o regla', cell: (rule) => rule.label },
  { title: 'Fuente', cell: (rule) => rule.source },
  { title: 'Vale desde', cell: (rule) => inTable(rule.validFrom) },
  {
    title: 'Estado',
    cell: (rule) => (rule.confirmation === 'secondary' ? <StateBadge>{secondary}</StateBadge> : <ConfirmMark />),
  },
];

const isOpen = (rule: Rule) => rule.confirmation === 'toConfirm' || rule.confirmation === 'secondary';

export function RulesTable() {
  return (
    <>
      <Notice>
        El programa trabaja con estos valores mientras no se confirmen. Compárelos con el documento oficial del centro
        antes de basar en ellos una decisión.
      </Notice>
      <RuleTablesPanel />
      {tables.map(({ title, rules }) => {
        const open = rules.filter(isOpen);
        return (
          <Panel key={title} title={`${title}, por confirmar: ${open.length}`}>
            <DataTable columns={columns} rows={open} />
          </Panel>
        );
      })}
    </>
  );
}
