/** The two places before a sign-in: the way to the other one, and what is to be told of this one. */
import { Button } from '@mantine/core';
import { type PlaceKind, placeNoticeWords } from '../../shared/platform/places.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useSessionAccess } from '../platform/session.tsx';
import { Told } from '../platform/ui/index.ts';
import { useStatus } from './status.tsx';

const ways = {
  real: { to: 'practice', label: 'Practicar con datos inventados', there: 'Está en el registro de práctica.' },
  practice: { to: 'real', label: 'Volver al registro del centro', there: 'Está en el registro del centro.' },
} as const satisfies Record<PlaceKind, { to: PlaceKind; label: string; there: string }>;

/** Nothing where the program was started on a folder that somebody named. */
export function PlaceDoor({ variant = 'subtle' }: { readonly variant?: 'default' | 'subtle' }) {
  const { status, reload } = useStatus();
  const { startAnew } = useSessionAccess();
  const act = useAct();
  const place = status?.place ?? null;
  if (place === null) return null;
  const { to, label, there } = ways[place.kind];
  const go = () =>
    act.run((client) => client.choosePlace({ place: to }), {
      words: there,
      done: () => {
        window.location.hash = '#/';
        startAnew();
        void reload();
      },
    });
  return (
    <>
      <ActProblem act={act} />
      <Button
        variant={variant}
        size={variant === 'subtle' ? 'compact-sm' : 'sm'}
        aria-disabled={act.busy}
        onClick={() => void go()}
      >
        {act.busy ? 'Abriendo…' : label}
      </Button>
    </>
  );
}

/** What is wrong with this place and keeps nobody from working. */
export function PlaceNotices() {
  const { status } = useStatus();
  return (status?.place?.notices ?? []).map((notice) => (
    <Told key={notice} tone="warning">
      {placeNoticeWords[notice]}
    </Told>
  ));
}
