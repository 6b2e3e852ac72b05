/**
 * The loopback host as one file for Node of Windows: `serve-page.js DATA PAGE` prints its address and serves until it ends.
 *
 * The host itself is in no bundle of the product; as source it takes Wine a minute to load.
 */
import { createApplication } from '../../src/main/application.ts';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { startLoopback } from '../../src/main/platform/loopback-host.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';

const [dataFolder = '', pageFolder = ''] = process.argv.slice(2);
const ports = plainPorts();
const application = await createApplication({ dataFolder, host: 'loopback', ports, kdfPolicy: productKdfPolicy });
const host = await startLoopback(() => application.connect({ device: 'loopback', ports, isBrowser: true }), {
  port: 0,
  pageOrigin: null,
  pageFolder,
});
process.stdout.write(`${host.address}\n`);
