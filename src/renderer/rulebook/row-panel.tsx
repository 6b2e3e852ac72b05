import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { partWords, type RuleTable, type RuleValue, type RuleVersion } from '../../shared/rulebook/index.ts';
import { announce } from '../platform/announce.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { EmptyState, Notice, Panel, QueryState, StateBadge } from '../platform/ui/index.ts';
import { RuleMark } from './mark.tsx';
import { newRow, rowPath, tablePath } from './paths.ts';
import { useRules } from './queries.ts';
import { RuleForm, type RuleAct } from './rule-form.tsx';
import css from './rulebook.module.css';

type Props = { readonly table: RuleTable<RuleValue>; readonly rowId: string };

/** One row: what counts today, its versions, and the form of a change. */
export function RuleRowPanel({ table, rowId }: Props) {
  const rules = useRules(table.id);
  return (
    <div className={css.stack}>
      <p>
        <a href={hrefOf(tablePath, { tableId: table.id })}>{table.title}</a>
      </p>
      <QueryState query={rules}>
        {(all) => {
          if (rowId === newRow) return <NewRow table={table} />;
          const versions = all.filter((version) => version.rowId === rowId);
          if (versions.length === 0) return <EmptyState>No existe o no tiene acceso.</EmptyState>;
          return <Row table={table} versions={versions} />;
        }}
      </QueryState>
    </div>
  );
}

function NewRow({ table }: { readonly table: RuleTable<RuleValue> }) {
  const mayChange = useMay('settings.datedTables');
  const go = useGo();
  if (!mayChange || !table.mayAdd) return <EmptyState>A esta tabla no puede agregarle filas.</EmptyState>;
  return (
    <RuleForm
      table={table}
      act="add"
      versions={[]}
      onDone={(rowId) => {
        announce('Fila agregada.');
        go(rowPath, { tableId: table.id, rowId });
      }}
      onCancel={() => {
        go(tablePath, { tableId: table.id });
      }}
    />
  );
}

type RowProps = { readonly table: RuleTable<RuleValue>; readonly versions: readonly RuleVersion[] };

function Row({ table, versions }: RowProps) {
  const mayChange = useMay('settings.datedTables');
  const [act, setAct] = useState<RuleAct | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const newest = versions.findLast(({ isReplaced }) => !isReplaced);
  const shown = current ?? newest;
  const start = (next: RuleAct) => () => {
    setDone(null);
    setAct(next);
  };
  if (shown === undefined) return null;
  return (
    <>
      {done !== null && (
        <Notice tone="done">
          <p>{done}</p>
        </Notice>
      )}
      <Panel title={shown.label}>
        {current === undefined && <p>Ninguna versión vale hoy.</p>}
        <Value table={table} version={shown} />
        {mayChange && act === null && (
          <div className={css.row}>
            <Button onClick={start('change')}>Cambiar</Button>
            {shown.confirmation !== 'official' && !shown.isWaiting && (
              <Button variant="default" onClick={start('confirm')}>
                Confirmar
              </Button>
            )}
          </div>
        )}
      </Panel>
      {act !== null && (
        <RuleForm
          table={table}
          act={act}
          versions={versions}
          onDone={(_rowId, isWaiting) => {
            setAct(null);
            setDone(doneWords(isWaiting));
            announce(doneWords(isWaiting));
          }}
          onCancel={() => {
            setAct(null);
          }}
        />
      )}
      <Panel title="Versiones">
        <ol className={css.versions}>
          {versions.toReversed().map((version) => (
            <Version key={`${version.version}-${version.editedAt ?? ''}`} table={table} version={version} />
          ))}
        </ol>
      </Panel>
    </>
  );
}

function doneWords(isWaiting: boolean): string {
  if (!isWaiting) return 'Guardado. Lo ya emitido no cambia.';
  return 'Guardado. Sigue por confirmar hasta que otra persona profesional lo apruebe en «Aprobaciones».';
}

type VersionProps = { readonly table: RuleTable<RuleValue>; readonly version: RuleVersion };

function Value({ table, version }: VersionProps) {
  return (
    <>
      <dl className={css.facts}>
        {table.fields.map((field) => (
          <FactPair key={field.name} term={field.label} words={partWords(field, version.value[field.name])} />
        ))}
        <FactPair term="Vale desde" words={formatCivilDate(version.validFrom)} />
        {version.validTo !== null && <FactPair term="Vale hasta" words={formatCivilDate(version.validTo)} />}
        <FactPair term="Fuente" words={version.source} />
        {version.note !== null && <FactPair term="Nota" words={version.note} />}
      </dl>
      <p className={css.row}>
        <RuleMark {...version} />
      </p>
    </>
  );
}

function FactPair({ term, words }: { readonly term: string; readonly words: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </>
  );
}

function Version({ table, version }: VersionProps) {
  const { editedBy, editedAt, confirmedBy } = version;
  return (
    <li className={css.version}>
      <h3>
        Versión {version.version} {version.isCurrent && <StateBadge tone="accent">vale hoy</StateBadge>}
        {version.isReplaced && <StateBadge>corregida: ya no cuenta</StateBadge>}
      </h3>
      <p className={css.secondary}>
        {editedBy === null || editedAt === null ? 'Vino con el programa.' : `${editedBy}, ${inLima(editedAt)}.`}
        {confirmedBy !== null && ` La confirmó ${confirmedBy}.`}
      </p>
      <Value table={table} version={version} />
    </li>
  );
}
