/**
 * The application in a browser, for machines without Electron and for end-to-end tests. Never packaged.
 *
 * `node src/main/loopback.ts --data DIR [--port N] [--page-origin URL]`
 */
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { createOn } from './computers/this-computer.ts';
import { noProtector } from './platform/lan/identity.ts';
import { startLoopback } from './platform/loopback-host.ts';
import { productKdfPolicy } from './platform/crypto/kdf.ts';
import { placesOfThisComputer, plainPorts } from './platform/plain-ports.ts';

const usage = 'Uso: node src/main/loopback.ts [--data CARPETA] [--port NÚMERO] [--page-origin URL]\n';

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const options = { data: text, port: text, 'page-origin': text, help: { type: 'boolean' } } as const;
    return parseArgs({ options }).values;
  } catch {
    process.stderr.write(usage);
    process.exit(2);
  }
}

const values = readArguments();
if (values.help === true) {
  process.stdout.write(usage);
  process.exit(0);
}

// Files of the record are their owner's alone.
process.umask(0o077);

const parts = {
  host: 'loopback',
  ports: plainPorts(),
  kdfPolicy: productKdfPolicy,
  calibrates: true,
  device: hostname(),
  lan: { protector: noProtector },
} as const;
const application = await createOn(values.data, parts, placesOfThisComputer(productKdfPolicy));
const connect = () => application.connect({ device: hostname(), ports: parts.ports, isBrowser: true });
const host = await startLoopback(connect, {
  port: values.port === undefined ? 0 : Number(values.port),
  pageOrigin: values['page-origin'] ?? null,
  onUsed: (address) => {
    process.stdout.write(`Cada dirección sirve una vez. Para abrir la página de nuevo, use esta otra\n${address}\n`);
  },
});

process.stdout.write(`Registro CEM: abra esta dirección en el navegador de esta computadora\n${host.address}\n`);

async function stop(): Promise<void> {
  await host.close();
  await application.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
