/** The second person at one computer: what is missing is said, and her user name is told as she has it. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { isSomebody, nobodyBeside, SecondPersonFields, toldSecond } from '../../../src/renderer/access/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

function draw(tried: boolean): number {
  render(
    <Alone>
      <SecondPersonFields id="two" value={nobodyBeside} onChange={() => undefined} tried={tried} />
    </Alone>,
  );
  return screen.queryAllByText('Falta este dato.').length;
}

describe('the second person', () => {
  it('is asked for once the act was pressed, not before', () => {
    expect(draw(false)).toBe(0);
    cleanup();
    expect(draw(true)).toBe(2);
  });

  it('is somebody with a name and a password, told without the spaces around the name and with those of the password', () => {
    expect(isSomebody({ login: ' ', password: 'x' })).toBe(false);
    expect(isSomebody({ login: 'social', password: ' ' })).toBe(false);
    expect(isSomebody({ login: 'social', password: 'x' })).toBe(true);
    expect(toldSecond({ login: ' social ', password: ' x ' })).toEqual({ login: 'social', password: ' x ' });
  });
});
