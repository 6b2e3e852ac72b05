/** Every state that a screen can be in, by its name: empty, empty by a filter, loading, error, conflict, cannot save. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Clashes,
  EmptyState,
  ErrorSummary,
  FilteredEmpty,
  QueryState,
  saveWords,
} from '../../../src/renderer/platform/ui/index.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const draw = (body: Parameters<typeof Alone>[0]['children']) => render(<Alone>{body}</Alone>);

describe('empty', () => {
  it('says what will be there, and offers the one act that fills it', async () => {
    const fill = vi.fn();
    draw(
      <EmptyState action={{ label: 'Registrar llegada', onClick: fill }}>Aún no hay personas en espera.</EmptyState>,
    );
    expect(screen.getByText('Aún no hay personas en espera.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Registrar llegada' }));
    expect(fill).toHaveBeenCalledOnce();
  });

  it('by a filter names the filter, and takes it away', async () => {
    const clear = vi.fn();
    draw(<FilteredEmpty none="Ningún caso" filters={['severo', 'sin contacto']} onClear={clear} />);
    expect(screen.getByText('Ningún caso con «severo» y «sin contacto».')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(clear).toHaveBeenCalledOnce();
  });
});

describe('loading', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const waiting = { data: undefined, error: null, refetch: () => undefined };
  const pass = (ms: number) => {
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  };

  it('shows nothing at first, bones after 300 ms, words after a second and for how long after five', () => {
    const { container } = draw(<QueryState query={waiting}>{() => null}</QueryState>);
    const box = container.querySelector('[data-loading]');
    expect(box?.textContent).toBe('');
    expect(box?.querySelector('div')).toBeNull();
    pass(300);
    expect(box?.querySelector('div[aria-hidden]')).not.toBeNull();
    expect(box?.textContent).toBe('');
    pass(700);
    expect(screen.getByRole('status').textContent).toBe('Cargando…');
    pass(3900);
    expect(box?.textContent).toBe('Cargando…');
    pass(100);
    expect(box?.textContent).toBe('Cargando… Lleva 5 s.');
    pass(1000);
    expect(box?.textContent).toBe('Cargando… Lleva 6 s.');
    expect(screen.getByRole('status').textContent).toBe('Cargando…');
  });
});

describe('error', () => {
  it('of a read says what failed and asks again', async () => {
    const refetch = vi.fn();
    const error = fail('storage');
    draw(<QueryState query={{ data: undefined, error, refetch }}>{() => null}</QueryState>);
    expect(screen.getByRole('alert').textContent).not.toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(refetch).toHaveBeenCalledOnce();
  });

  it('of a form counts what to revise, and holds the focus', () => {
    draw(<ErrorSummary items={[{ field: 'one', message: 'Ese día no existe.' }]} attempt={1} />);
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Revise 1 dato' }));
  });
});

it("a conflict shows both values of what clashes, with one's own chosen until the other is", async () => {
  const rows = [{ id: 'street', label: 'Dirección', theirs: 'Calle Primera 1', mine: 'Calle Segunda 2' }];
  const take = vi.fn();
  const { rerender } = draw(<Clashes rows={rows} taken={new Set()} onTaken={take} />);
  const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
  expect(radio('Dirección, lo suyo: Calle Segunda 2').checked).toBe(true);
  await userEvent.click(radio('Dirección, lo guardado: Calle Primera 1'));
  expect(take).toHaveBeenCalledWith(new Set(['street']));
  rerender(
    <Alone>
      <Clashes rows={rows} taken={new Set(['street'])} onTaken={take} />
    </Alone>,
  );
  expect(radio('Dirección, lo guardado: Calle Primera 1').checked).toBe(true);
  await userEvent.click(radio('Dirección, lo suyo: Calle Segunda 2'));
  expect(take).toHaveBeenLastCalledWith(new Set());
});

it('cannot save says why, as long as it lasts', () => {
  expect(saveWords({ kind: 'failed', reason: 'No hay espacio en el disco.' })).toMatch(/No hay espacio en el disco\.$/);
});
