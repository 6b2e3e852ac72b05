/** The attack suite on published and synthetic centres; the last line is the figure. Exit code 1 where an aim is missed. */
import { attackSuite, meanOf, percent, spread } from './attack/suite.ts';
import { distributions } from './many/distributions.ts';

let [isGood, exact, unsafe, presence, national] = [true, 0, 0, 0, 0];
let linkage: readonly number[] = [0];
for (const distribution of Object.values(distributions)) {
  console.log(`\n${distribution.name}`);
  const outcome = await attackSuite(distribution);
  for (const { id, what, found, aim, ok } of outcome.findings) {
    console.log(`${ok ? 'bien ' : 'FALLA'} ${id.padEnd(5)} ${what}: ${found} (${aim})`);
    isGood &&= ok;
  }
  exact += outcome.exact.exact;
  unsafe += outcome.exact.unsafe;
  presence = Math.max(presence, outcome.presence);
  national = Math.max(national, outcome.national);
  // Of the distribution in which it is larger.
  if (meanOf(outcome.linkage) > meanOf(linkage)) linkage = outcome.linkage;
}
console.log(
  `\n${isGood ? '' : 'UNMET AIMS · '}exact recovery ${exact} of ${unsafe} unsafe cells · linkage ${spread(linkage)} · presence ${percent(presence, 1)} · national error ${percent(national)}`,
);
process.exitCode = isGood ? 0 : 1;
