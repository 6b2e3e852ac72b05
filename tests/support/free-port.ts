/** Where a test lets others reach it. */
import { createServer } from 'node:net';

/**
 * A port that nobody has: below those that the system gives to what calls out, where a connection of another test,
 * closed a minute ago, still holds its own.
 */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((answer) => {
    server.once('error', () => answer(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => answer(true)));
  });
}
