import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  authorityKindLabels,
  authorityKinds,
  type Authority,
  type AuthorityKind,
} from '../../../shared/directory/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  DataTable,
  EmptyState,
  PageTitle,
  QueryState,
  SearchField,
  StateBadge,
  TextField,
  TickField,
  usePlaceName,
  type Column,
} from '../../platform/ui/index.ts';
import css from '../directory.module.css';
import { entryPath, newPath } from '../paths.ts';
import { useAuthorities } from '../queries.ts';
import { fold } from '../../../shared/platform/text.ts';

const kindOptions = authorityKinds.map((code) => ({ code, label: authorityKindLabels[code] }));

type Filter = { readonly text: string; readonly kind: AuthorityKind | null; readonly withRetired: boolean };

function fits(authority: Authority, filter: Filter, place: string | null): boolean {
  if (!authority.isActive && !filter.withRetired) return false;
  if (filter.kind !== null && authority.kind !== filter.kind) return false;
  const own = fold([authority.office, authorityKindLabels[authority.kind], place ?? ''].join(' '));
  return fold(filter.text)
    .split(/\s+/)
    .every((word) => own.includes(word));
}

/** «Directorio de autoridades»: whom the centre writes to. */
export function DirectoryScreen() {
  const authorities = useAuthorities();
  const mayWrite = useMay('directory.write');
  const go = useGo();
  const add = () => {
    go(newPath);
  };
  return (
    <div className={css.stack}>
      <PageTitle>Directorio de autoridades</PageTitle>
      <p>
        A estas oficinas se dirigen los escritos, oficios y derivaciones. Los teléfonos verificados para devolver una
        llamada están en el <a href={hrefOf('/directorio')}>Directorio de instituciones</a>.
      </p>
      <QueryState query={authorities}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState {...(mayWrite && { action: { label: 'Agregar la primera', onClick: add } })}>
              Aún no hay autoridades. Las registran Trabajo social, Legal y Coordinación.
            </EmptyState>
          ) : (
            <AuthorityList all={all} onAdd={mayWrite ? add : null} />
          )
        }
      </QueryState>
    </div>
  );
}

type ListProps = { readonly all: readonly Authority[]; readonly onAdd: (() => void) | null };

function AuthorityList({ all, onAdd }: ListProps) {
  const placeName = usePlaceName();
  const go = useGo();
  const [filter, setFilter] = useState<Filter>({ text: '', kind: null, withRetired: false });
  const shown = all.filter((one) => fits(one, filter, placeName(one.districtCode)));
  const columns: readonly Column<Authority>[] = [
    { id: 'office', title: 'Oficina', cell: (one) => one.office },
    { id: 'kind', title: 'Tipo', cell: (one) => authorityKindLabels[one.kind] },
    { id: 'district', title: 'Distrito', cell: (one) => placeName(one.districtCode) ?? '—' },
    { id: 'phone', title: 'Teléfono', cell: (one) => one.phone ?? '—' },
    { id: 'mail', title: 'Correo', cell: (one) => one.mail ?? '—' },
    { id: 'hours', title: 'Mesa de partes', cell: (one) => one.receptionHours ?? '—' },
    {
      id: 'state',
      title: 'Estado',
      cell: (one) => (
        <StateBadge tone={one.isActive ? 'done' : 'neutral'}>{one.isActive ? 'En uso' : 'Ya no se usa'}</StateBadge>
      ),
    },
  ];
  const caption = shown.length === 1 ? '1 entrada' : `${shown.length} entradas, por tipo y nombre`;
  return (
    <>
      {onAdd !== null && (
        <div className={css.row}>
          <Button onClick={onAdd}>Agregar autoridad</Button>
        </div>
      )}
      <FilterFields filter={filter} onChange={setFilter} />
      {shown.length === 0 ? (
        <EmptyState>Ninguna entrada coincide con lo buscado.</EmptyState>
      ) : (
        <DataTable
          caption={caption}
          columns={columns}
          rows={shown}
          keyOf={(one) => one.authorityId}
          onOpen={({ authorityId }) => {
            go(entryPath, { authorityId });
          }}
        />
      )}
    </>
  );
}

type FilterProps = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

function FilterFields({ filter, onChange }: FilterProps) {
  return (
    <div className={css.filter}>
      <TextField
        words={{ label: 'Buscar por nombre o distrito' }}
        value={filter.text}
        onChange={(event) => {
          onChange({ ...filter, text: event.target.value });
        }}
      />
      <SearchField
        words={{ label: 'Tipo', optional: true }}
        options={kindOptions}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ ...filter, kind });
        }}
      />
      <TickField
        words={{ label: 'Mostrar las que ya no se usan' }}
        value={filter.withRetired}
        onChange={(withRetired) => {
          onChange({ ...filter, withRetired });
        }}
        onBlur={() => undefined}
      />
    </div>
  );
}
