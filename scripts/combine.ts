/** National tables from the files of many centres: `npm run -s combine -- --help`. Stands beside the program. */
import { combine, combineOptions, combineUsage } from './many/combine/command.ts';
import { runTold } from './many/told.ts';

await runTold(combineUsage, combineOptions, async (options) => {
  const { code, lines } = await combine(options);
  for (const line of lines) console.log(line);
  return code;
});
