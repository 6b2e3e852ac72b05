import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  authorityKindLabels,
  type Authority,
  type AuthorityId,
  type AuthorityKind,
} from '../../shared/directory/index.ts';
import { announce } from '../platform/announce.ts';
import { useMay } from '../platform/session.tsx';
import { Dialog, QueryState, SearchField, usePlaceName, type FieldWords } from '../platform/ui/index.ts';
import { AuthorityForm } from './authority-form.tsx';
import css from './directory.module.css';
import { useAuthorities } from './queries.ts';

type Props = {
  readonly words: FieldWords;
  readonly value: AuthorityId | null;
  /** The entry comes along, so that a form may take its treatment, hours and distance. */
  readonly onChange: (value: AuthorityId | null, authority: Authority | null) => void;
  readonly onBlur?: () => void;
  /** Kinds that may be chosen here; all without it. */
  readonly kinds?: readonly AuthorityKind[];
};

/** Chooses an entry of the directory by typing part of its name, kind or district; adds one for whoever may. */
export function AuthorityField({ kinds, value, onChange, ...field }: Props) {
  const authorities = useAuthorities();
  const mayWrite = useMay('directory.write');
  const placeName = usePlaceName();
  const [isAdding, setIsAdding] = useState(false);
  const options = useMemo(() => {
    const fits = (one: Authority) => one.isActive && (kinds === undefined || kinds.includes(one.kind));
    return (authorities.data ?? [])
      .filter((one) => fits(one) || one.authorityId === value)
      .map((one) => ({ code: one.authorityId, label: optionWords(one, placeName(one.districtCode)) }));
  }, [authorities.data, kinds, placeName, value]);
  const entryOf = (id: AuthorityId | null) => authorities.data?.find((one) => one.authorityId === id) ?? null;
  return (
    <QueryState query={authorities}>
      {() => (
        <div className={css.field}>
          <SearchField
            {...field}
            width="full"
            options={options}
            value={value}
            onChange={(id) => {
              onChange(id, entryOf(id));
            }}
          />
          {mayWrite && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setIsAdding(true);
              }}
            >
              Agregar al directorio
            </Button>
          )}
          {isAdding && (
            <Dialog
              opened
              isWide
              beginsAtField
              title="Agregar al directorio"
              cancel={{
                label: 'Cancelar',
                onClick: () => {
                  setIsAdding(false);
                },
              }}
            >
              <AuthorityForm
                authority={null}
                kind={kinds?.length === 1 ? (kinds[0] ?? null) : null}
                onKept={(kept) => {
                  setIsAdding(false);
                  announce('Agregado al directorio.');
                  onChange(kept.authorityId, kept);
                }}
              />
            </Dialog>
          )}
        </div>
      )}
    </QueryState>
  );
}

function optionWords({ office, kind, isActive }: Authority, place: string | null): string {
  const words = [office, authorityKindLabels[kind], place].filter((part) => part !== null).join(' · ');
  return isActive ? words : `${words} (ya no se usa)`;
}
