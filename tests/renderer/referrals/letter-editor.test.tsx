/** The words of a letter in «Tablas y reglas»: problems with their line, how it reads, and a version kept. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LetterEditor } from '../../../src/renderer/referrals/index.ts';
import { RuleRowPanel } from '../../../src/renderer/rulebook/index.ts';
import { letterId, referralTemplateTable } from '../../../src/shared/referrals/index.ts';
import { ruleTables } from '../../../src/shared/rule-tables.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const table = ruleTables.find(({ id }) => id === referralTemplateTable.id);

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

it('shows each problem with its line, reads on an invented case, and keeps a sound text as a version', async () => {
  const centre = await startCentre();
  if (table === undefined) throw new Error('no table');
  await drawInWindow(
    centre,
    'coordina',
    <RuleRowPanel table={table} rowId={letterId('shelter')} Editor={LetterEditor} />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Cambiar' }));
  const preview = await screen.findByRole('region', { name: 'Así se lee en un caso inventado' });
  expect(preview.textContent).toContain('FICHA DE REFERENCIA PARA ACOGIDA');
  expect(preview.textContent).toContain('Nombres y apellidos: Rosa Inventada Quispe Ficticia');
  expect(preview.textContent).toContain('☒ Acogida');
  const before = field('Texto').value;

  write('Texto', before.replace('# Se solicita', '= Casa: {{ albergue.direccion }}\n\n# Se solicita'));
  const problems = screen.getByRole('region', { name: 'Problemas del texto' });
  await within(problems).findByRole('button', { name: /^Línea \d+: El dato «albergue\.direccion» no existe/ });
  expect(preview.textContent).toContain('Se muestra cuando el texto no tenga problemas.');
  write('Título', 'CARTA {{ centro.nombre }}');
  await screen.findByText('Aquí no van datos del caso ni llaves.');

  write('Texto', before.replace('# Se solicita', '# Pedido inventado'));
  write('Título', 'CARTA INVENTADA');
  await within(preview).findByText('Pedido inventado');
  expect(preview.textContent).toContain('CARTA INVENTADA');
  write('Vale desde', '01/06/2026');
  fireEvent.blur(field('Vale desde'));
  write('Fuente', 'Oficio inventado');
  fireEvent.click(screen.getByRole('radio', { name: 'Por confirmar' }));
  fireEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  await screen.findByRole('heading', { name: /^Versión 2/ });
  // Until somebody else approves it, the one before works.
  screen.getByRole('heading', { name: /^Versión 1.*vale hoy/ });
});
