/** What is read for one showing: anew at each opening, however fast it is opened again. */
import { cleanup, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { asOfNow, createQueryClient, readOnce } from '../../../src/renderer/platform/query.ts';

afterEach(cleanup);

describe.each(Object.entries({ readOnce, asOfNow }))('what is read as %s', (_name, options) => {
  function draw() {
    const record = { is: 'blank', asked: 0 };
    const read = () => {
      record.asked += 1;
      return Promise.resolve(record.is);
    };
    const kept: { askAgain: () => Promise<unknown> } = { askAgain: () => Promise.resolve() };
    function Form() {
      const { data, refetch } = useQuery({ queryKey: ['draft'], queryFn: read, ...options });
      useEffect(() => {
        kept.askAgain = refetch;
      });
      return <p>{data ?? 'comes'}</p>;
    }
    const queries = createQueryClient();
    const page = (key: string | null) => (
      <QueryClientProvider client={queries}>{key !== null && <Form key={key} />}</QueryClientProvider>
    );
    const { rerender } = render(page('first'));
    return { record, queries, kept, open: (key: string | null) => rerender(page(key)) };
  }

  it('is not what stood there before it was closed, though no timer ran in between', async () => {
    const { record, open } = draw();
    await screen.findByText('blank');
    record.is = 'typed';
    open(null);
    open('again');
    expect(screen.getByText('comes')).toBeTruthy();
    expect(await screen.findByText('typed')).toBeTruthy();
    expect(screen.queryByText('blank')).toBeNull();
  });

  it('is asked once where it is closed and opened before the answer came', async () => {
    const { record, open } = draw();
    open(null);
    open('again');
    expect(await screen.findByText('blank')).toBeTruthy();
    expect(record.asked).toBe(1);
  });

  it('goes on where one page follows the other in one drawing, and is told of what changes', async () => {
    const { record, queries, open } = draw();
    await screen.findByText('blank');
    open('next');
    expect(screen.getByText('blank')).toBeTruthy();
    record.is = 'typed';
    await queries.invalidateQueries({ queryKey: ['draft'] });
    expect(await screen.findByText('typed')).toBeTruthy();
  });

  it('does not come back once all was emptied, though somebody who went asks again', async () => {
    const { queries, kept, open } = draw();
    await screen.findByText('blank');
    open(null);
    queries.clear();
    await Promise.resolve();
    const asking = kept.askAgain();
    open('again');
    expect(screen.getByText('comes')).toBeTruthy();
    await asking;
  });
});
