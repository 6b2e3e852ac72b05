/** How often a random test tries: so often in `npm test`, ten times that in `npm run test:long`. */
export function randomRuns(often: number): { readonly numRuns: number } {
  return { numRuns: process.env['LONG_RUNS'] === '1' ? 10 * often : often };
}
