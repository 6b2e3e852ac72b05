/**
 * The computer that keeps the record, in a process that will be killed: `node tests/lan/keeper-child.ts FOLDER INSTANT`.
 * Says `ready` once the companions can come; the end of standard input closes it in order.
 */
import { once } from 'node:events';
import { createApplication } from '../../src/main/application.ts';
import { keeperIn } from '../support/computers.ts';
import { runningClock } from '../support/fixed-clock.ts';
import { cheapKdfPolicy, testPorts } from '../support/start-application.ts';

const [folder = '', at = ''] = process.argv.slice(2);
const keeper = keeperIn(folder);
const application = await createApplication({
  ...{ dataFolder: folder, host: 'direct', keeper, kdfPolicy: cheapKdfPolicy },
  ports: testPorts(runningClock(at)),
});
await keeper.serve(application);
console.log(keeper.state().isOn ? 'ready' : 'off');
process.stdin.resume();
await once(process.stdin, 'end');
await keeper.close();
await application.close();
process.exit();
