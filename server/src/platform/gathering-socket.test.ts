// What is written in one turn of the loop arrives in one piece.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { openGatheringSocket } from './gathering-socket.ts';

test('what is written in one turn goes out in one go, also behind promises that are fulfilled', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = openGatheringSocket();
  const taken = once(server, 'connection') as Promise<[Socket]>;
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const [other] = await taken;
  socket.write('a');
  await Promise.resolve();
  socket.write('b');
  await Promise.resolve();
  socket.write('c');
  expect(socket.writableCorked).toBe(1);
  const [first] = (await once(other, 'data')) as [Buffer];
  expect(first.toString()).toBe('abc');
  expect(socket.writableCorked).toBe(0);
  socket.destroy();
  server.close();
});
