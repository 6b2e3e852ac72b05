/** What the form of a cargo says of the desk that was chosen, beside the PDF that was made before. */
import { describe, expect, it } from 'vitest';
import { deskLimits } from '../../../src/renderer/filings/presenting-cargo.ts';

describe('deskLimits', () => {
  it.each([
    [1, true, 'Recibe un solo PDF, hasta 1 MB por archivo. Si armó el PDF sin ese límite, ármelo otra vez.'],
    [10, false, 'Recibe hasta 10 MB por archivo. Si armó el PDF sin ese límite, ármelo otra vez.'],
    [null, true, 'Recibe un solo PDF. Si armó el PDF sin ese límite, ármelo otra vez.'],
    [null, false, null],
  ])('of a desk of %s MB that takes one file alone (%s)', (sizeLimitMb, takesOneFile, words) => {
    expect(deskLimits({ sizeLimitMb, takesOneFile })).toBe(words);
  });
});
