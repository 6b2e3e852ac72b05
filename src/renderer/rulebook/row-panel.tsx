import { useState } from 'react';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { partWords, type RuleTable, type RuleValue, type RuleVersion } from '../../shared/rulebook/index.ts';
import { announce } from '../platform/announce.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { useHolds, useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  PlainButton,
  Facts,
  type Fact,
  look,
  EmptyState,
  Told,
  Panel,
  QueryState,
  StateBadge,
  Stores,
  ButtonRow,
  LineButton,
} from '../platform/ui/index.ts';
import { RuleMark } from './mark.tsx';
import { newRow, rowPath, tablePath } from './paths.ts';
import { useRules } from './queries.ts';
import { RuleForm, type RuleAct, type RuleEditor } from './rule-form.tsx';
import css from './rulebook.module.css';
import { sinceWords } from './since.ts';

type Props = {
  readonly table: RuleTable<RuleValue>;
  readonly rowId: string;
  readonly Editor?: RuleEditor | undefined;
};

/** One row: what counts today, its versions, and the form of a change. */
export function RuleRowPanel({ table, rowId, Editor }: Props) {
  const rules = useRules(table.id);
  return (
    <div className={look.stack}>
      <p>
        <a href={hrefOf(tablePath, { tableId: table.id })}>{table.title}</a>
      </p>
      <QueryState query={rules}>
        {(all) => {
          if (rowId === newRow) return <NewRow table={table} Editor={Editor} />;
          const versions = all.filter((version) => version.rowId === rowId);
          if (versions.length === 0) return <EmptyState>No existe o no tiene acceso.</EmptyState>;
          return <Row table={table} versions={versions} Editor={Editor} />;
        }}
      </QueryState>
    </div>
  );
}

function NewRow({ table, Editor }: Omit<Props, 'rowId'>) {
  const mayChange = useHolds('settings.datedTables');
  const go = useGo();
  if (!mayChange || table.mayAdd !== true || table.addsElsewhere === true)
    return <EmptyState>A esta tabla no puede agregarle filas.</EmptyState>;
  return (
    <Stores>
      <RuleForm
        table={table}
        act="add"
        versions={[]}
        Editor={Editor}
        onDone={(rowId) => {
          announce('Fila agregada.');
          go(rowPath, { tableId: table.id, rowId });
        }}
        onCancel={() => go(tablePath, { tableId: table.id })}
      />
    </Stores>
  );
}

type RowProps = Omit<Props, 'rowId'> & { readonly versions: readonly RuleVersion[] };

type Acting = { readonly act: RuleAct; readonly from?: RuleVersion };

function Row({ table, versions, Editor }: RowProps) {
  const mayChange = useMay('settings.datedTables');
  const [acting, setActing] = useState<Acting | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const newest = versions.findLast(({ isReplaced }) => !isReplaced);
  const shown = current ?? newest;
  const start = (next: Acting) => () => {
    setDone(null);
    setActing(next);
  };
  if (shown === undefined) return null;
  return (
    <>
      <Told tone="done">{done}</Told>
      <Panel title={shown.label}>
        {current === undefined && <p>Ninguna versión vale hoy.</p>}
        {!shown.isSound && (
          <Told tone="warning">Este texto ya no pasa la revisión del programa: no se usa hasta que se corrija.</Told>
        )}
        <Value table={table} version={shown} />
        {mayChange && acting === null && (
          <ButtonRow label="Cambiar" onClick={start({ act: 'change' })}>
            {shown.confirmation !== 'official' && !shown.isWaiting && (
              <PlainButton onClick={start({ act: 'confirm' })}>Confirmar</PlainButton>
            )}
          </ButtonRow>
        )}
      </Panel>
      {acting !== null && (
        <RuleForm
          table={table}
          act={acting.act}
          versions={versions}
          from={acting.from}
          Editor={Editor}
          onDone={(_rowId, isWaiting) => {
            setActing(null);
            setDone(doneWords(isWaiting));
            announce(doneWords(isWaiting));
          }}
          onCancel={() => setActing(null)}
        />
      )}
      <Panel title="Versiones">
        <ol className={css.versions}>
          {versions.toReversed().map((version) => (
            <Version
              key={`${version.version}-${version.editedAt ?? ''}`}
              table={table}
              version={version}
              onRestore={
                mayChange && acting === null && version !== shown ? start({ act: 'restore', from: version }) : null
              }
            />
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
      <Facts
        of={[
          ...table.fields.map((field) => factOf(field.label, partWords(field, version.value[field.name]))),
          ['Vale desde', sinceWords(version.validFrom)],
          version.validTo !== null && ['Vale hasta', formatCivilDate(version.validTo)],
          factOf('Fuente', version.source),
          version.note !== null && factOf('Nota', version.note),
        ]}
      />
      <p className={look.row}>
        <RuleMark {...version} />
      </p>
    </>
  );
}

/** Texts longer than this are folded. */
const longest = 600;

function LongWords({ words }: { readonly words: string }) {
  return (
    <details>
      <summary>Ver el texto ({words.split('\n').length} líneas)</summary>
      {words}
    </details>
  );
}

/** A text that fills the screen folds. */
const factOf = (term: string, words: string): Fact => [
  term,
  words.length > longest ? <LongWords words={words} /> : words,
];

function Version({ table, version, onRestore }: VersionProps & { readonly onRestore: (() => void) | null }) {
  const { editedBy, editedAt, confirmedBy } = version;
  return (
    <li className={css.version}>
      <h3>
        Versión {version.version} {version.isCurrent && <StateBadge tone="accent">vale hoy</StateBadge>}
        {version.isReplaced && <StateBadge>corregida: ya no cuenta</StateBadge>}
      </h3>
      <p className={look.secondary}>
        {editedBy === null || editedAt === null ? 'Vino con el programa.' : `${editedBy}, ${inLima(editedAt)}.`}
        {confirmedBy !== null && ` La confirmó ${confirmedBy}.`}
      </p>
      <Value table={table} version={version} />
      {onRestore !== null && (
        <div className={look.row}>
          <LineButton label="Volver a esta versión" of={version.version} onClick={onRestore} />
        </div>
      )}
    </li>
  );
}
