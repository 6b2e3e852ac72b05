/** A year of invented centres as files: `npm run -s generate -- --help`. Stands beside the program and is not packed. */
import { generate, generateOptions, generateUsage } from './many/generate.ts';
import { counted, runTold } from './many/told.ts';

await runTold(generateUsage, generateOptions, (options) => {
  const { centres, units, truth } = generate(options);
  const { total } = truth.counts;
  console.log(`${counted(centres)} centros · ${counted(units)} unidades publicadas · ${counted(total)} casos`);
  return Promise.resolve(0);
});
