/** «Solo lectura»: why, and how to have it mended. */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReadOnlySection } from '../../../src/renderer/intake/read-only-section.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const draw = async (overview: Parameters<typeof ReadOnlySection>[0]['overview']) => {
  cleanup();
  const centre = await startCentre();
  await drawInWindow(centre, 'psico', <ReadOnlySection title="Sección A" overview={overview} values={{}} order={[]} />);
};

it('of a running ficha says who writes it, and where a correction is asked for', async () => {
  await draw({ state: 'validated', isFromOldList: false });
  expect(screen.getByText(/^Solo lectura: la escribe el servicio que tiene el caso\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Pedir que se corrija' }).getAttribute('href')).toBe('#/correcciones');
});

it('of a closed ficha, or one of an old list, offers nothing that would be refused', async () => {
  await draw({ state: 'closed', isFromOldList: false });
  expect(screen.getByText('Ficha cerrada: solo se lee.')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  await draw({ state: 'closed', isFromOldList: true });
  expect(screen.getByText('Ficha de una lista antigua: solo se lee.')).toBeTruthy();
});
