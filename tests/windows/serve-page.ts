/**
 * The loopback host as one file for Node of Windows: `serve-page.js DATA PAGE PORT PASSPHRASE` prints its address, and the code
 * by which another computer is connected to it at that port of 127.0.0.1. PASSPHRASE is a file, of `coordina`. Serves until
 * it ends.
 *
 * The host itself is in no bundle of the product; as source it takes Wine a minute to load.
 */
import { readFileSync } from 'node:fs';
import { createOn } from '../../src/main/computers/this-computer.ts';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { noProtector } from '../../src/main/platform/lan/identity.ts';
import { startLoopback } from '../../src/main/platform/loopback-host.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';
import { contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';

const [dataFolder = '', pageFolder = '', port = '', passphraseFile = ''] = process.argv.slice(2);
const ports = plainPorts();
const device = 'ADMISION-PC';
const network = { address: '127.0.0.1', netmask: '255.0.0.0', name: 'Red del centro' };
const lan = { protector: noProtector, networks: () => [network] };
const options = { host: 'loopback', ports, kdfPolicy: productKdfPolicy, device, lan } as const;
const application = await createOn(dataFolder, options, () => Promise.reject(new Error('the folder is named')));
const host = await startLoopback(() => application.connect({ device: 'loopback', ports, isBrowser: true }), {
  port: 0,
  pageOrigin: null,
  pageFolder,
});
process.stdout.write(`${host.address}\n`);

const password = readFileSync(passphraseFile, 'utf8').trim();
let token: string | null = null;
const client = makeClient(contract, application, { token: () => token, newKey: () => crypto.randomUUID() });
({ token } = await client.signIn({ login: 'coordina', password }));
await client.turnKeeperOn({ address: network.address, port: Number(port) }, { password });
await client.offerPairing({}, { password });
const { offer } = await client.readPairingCode({});
process.stdout.write(`code ${offer?.groups.join('-') ?? ''}\n`);
