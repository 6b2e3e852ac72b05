import { Button } from '@mantine/core';
import {
  authorityFieldLabels,
  authorityKindLabels,
  type Authority,
  type AuthorityChange,
} from '../../../shared/directory/index.ts';
import { announce } from '../../platform/announce.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useHolds, useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { EmptyState, Notice, PageTitle, Panel, QueryState, Stores, usePlaceName } from '../../platform/ui/index.ts';
import { AuthorityForm } from '../authority-form.tsx';
import css from '../directory.module.css';
import { listPath } from '../paths.ts';
import { useAuthorities, useAuthorityChanges, useRefreshDirectory } from '../queries.ts';

/** A new entry. */
export function NewAuthorityScreen() {
  const go = useGo();
  const mayWrite = useHolds('directory.write');
  const back = () => {
    go(listPath);
  };
  return (
    <div className={css.stack}>
      <PageTitle>Agregar autoridad</PageTitle>
      {mayWrite ? (
        <Stores>
          <Panel>
            <AuthorityForm
              authority={null}
              onCancel={back}
              onKept={() => {
                announce('Agregada al directorio.');
                back();
              }}
            />
          </Panel>
        </Stores>
      ) : (
        <EmptyState>Las autoridades las registran Trabajo social, Legal y Coordinación.</EmptyState>
      )}
    </div>
  );
}

/** One entry: its form for whoever may write, what it says for the others, and how it changed. */
export function AuthorityScreen({ params }: { readonly params: { readonly authorityId: string } }) {
  const authorities = useAuthorities();
  return (
    <div className={css.stack}>
      <p>
        <a href={hrefOf(listPath)}>Directorio de autoridades</a>
      </p>
      <QueryState query={authorities}>
        {(all) => {
          const authority = all.find((one) => one.authorityId === params.authorityId);
          if (authority === undefined) return <Missing />;
          return <Entry key={`${authority.authorityId}-${authority.version}`} authority={authority} />;
        }}
      </QueryState>
    </div>
  );
}

function Missing() {
  return (
    <>
      <PageTitle>Autoridad</PageTitle>
      <EmptyState>No existe o no tiene acceso.</EmptyState>
    </>
  );
}

function Entry({ authority }: { readonly authority: Authority }) {
  const mayWrite = useMay('directory.write');
  const go = useGo();
  return (
    <>
      <PageTitle>{authority.office}</PageTitle>
      {!authority.isActive && <Notice>Ya no se usa: no se ofrece en escritos ni derivaciones nuevas.</Notice>}
      {mayWrite ? (
        <>
          <Panel>
            <AuthorityForm
              authority={authority}
              onCancel={() => {
                go(listPath);
              }}
              onKept={() => {
                announce('Cambios guardados.');
              }}
            />
          </Panel>
          <UsePanel authority={authority} />
        </>
      ) : (
        <Panel>
          <Facts authority={authority} />
        </Panel>
      )}
      <Changes authorityId={authority.authorityId} />
    </>
  );
}

type Words = (field: string, value: unknown) => string;

/** A value of an entry as it is read. */
function useFieldWords(): Words {
  const placeName = usePlaceName();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return value ? 'Sí' : 'No';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field === 'kind') return (authorityKindLabels as Readonly<Record<string, string>>)[text] ?? text;
    if (field === 'districtCode') return placeName(text) ?? text;
    return text;
  };
}

function Facts({ authority }: { readonly authority: Authority }) {
  const words = useFieldWords();
  const values: Readonly<Record<string, unknown>> = authority;
  return (
    <dl className={css.facts}>
      {Object.entries(authorityFieldLabels).map(([field, label]) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{words(field, values[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Takes the entry out of use and back. */
function UsePanel({ authority: { authorityId, version, isActive } }: { readonly authority: Authority }) {
  const act = useAct({ refresh: useRefreshDirectory() });
  const turn = () =>
    act.run((client) => client.retireAuthority({ authorityId, version, isActive: !isActive }), {
      words: isActive ? 'Ya no se ofrece.' : 'Se ofrece otra vez.',
    });
  return (
    <Panel title={isActive ? 'Ya no se usa' : 'Volver a usar'}>
      <p>
        {isActive
          ? 'Si la oficina cerró o cambió, deje de ofrecerla. Los documentos ya emitidos no cambian.'
          : 'La entrada se ofrecerá otra vez en escritos y derivaciones.'}
      </p>
      <ActProblem act={act} />
      <div className={css.row}>
        <Button variant="default" onClick={() => void turn()}>
          {isActive ? 'Dejar de usar' : 'Volver a usar'}
        </Button>
      </div>
    </Panel>
  );
}

function Changes({ authorityId }: { readonly authorityId: string }) {
  const changes = useAuthorityChanges(authorityId);
  return (
    <Panel title="Historial">
      <QueryState query={changes}>
        {(all) => (
          <ul className={css.changes}>
            {all.map((change) => (
              <Change key={change.changedAt} change={change} />
            ))}
          </ul>
        )}
      </QueryState>
    </Panel>
  );
}

function Change({ change: { changedBy, changedAt, isFirst, fields } }: { readonly change: AuthorityChange }) {
  const words = useFieldWords();
  const labelOf = (field: string) => (authorityFieldLabels as Readonly<Record<string, string>>)[field] ?? field;
  return (
    <li>
      {inLima(changedAt)}, {changedBy}: {isFirst && 'agregó la entrada.'}
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          {labelOf(field)}: {words(field, before)} → {words(field, after)}
        </div>
      ))}
    </li>
  );
}
