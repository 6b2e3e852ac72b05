import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { IssuePaperDialog } from '../../../src/renderer/papers/index.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';

afterEach(cleanup);

const fact = (label: string) => ({ fact: label, label, weight: 'required' as const, page: 'document' as const });
const words = { title: '¿Emitir?', back: 'Volver', note: 'Se numera.', missing: 'En el papel se lee:' };
const act = {
  busy: false,
  problem: null,
  issues: [],
  attempt: 0,
  run: () => Promise.resolve(true),
  say: () => undefined,
};

it('tells what the paper marks apart from what it passes over', () => {
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'lugar del hecho', missing: true as const }] }];
  const missing = [fact('lugar del hecho'), fact('zona del impedimento')];
  const nothing = () => undefined;
  render(
    <Look>
      <IssuePaperDialog words={words} composed={{ blocks, missing }} act={act} onIssue={nothing} onCancel={nothing} />
    </Look>,
  );
  const listAfter = (text: RegExp) => screen.getByText(text).nextElementSibling?.textContent;
  expect(listAfter(/^En el papel se lee:$/)).toBe('lugar del hecho');
  expect(listAfter(/No se lee en el papel:$/)).toBe('zona del impedimento');
});
