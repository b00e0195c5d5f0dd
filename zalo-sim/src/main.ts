// The command line's options: starts a street and says where it is.

import { parseArgs } from 'node:util';
import { isWebAddress } from './json.ts';
import type { ServerOptions } from './server.ts';
import { startStreet } from './server.ts';

const help = `Usage: zalo-sim [options]

Plays the Zalo platform and citizens' phones for local development.

  --port N           port to listen on (default 9100; 0 takes a free one)
  --host ADDRESS     address to listen on (default 127.0.0.1)
  --webhook URL      where events are posted
  --data FILE        keep people, tokens and chats in this file
  --callback-url URL the app's registered callback; other ones are refused (default: any is taken)
  --public-url URL   address under which the webhook's receiver fetches photos
  --oa-name NAME     name of the Official Account
  --oa-type TYPE     state (default) or business
  --seed TEXT        the same seed gives the same ids and secrets
  --help             this text
`;

const values = readArguments();

if (values.help) {
  process.stdout.write(help);
} else {
  await run();
}

async function run(): Promise<void> {
  const type = values['oa-type'];
  if (type !== undefined && type !== 'state' && type !== 'business') fail('--oa-type is state or business');
  for (const name of ['webhook', 'callback-url', 'public-url'] as const) {
    const address = values[name];
    if (address !== undefined && !isWebAddress(address)) fail(`--${name} is an http or https address`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fail('--port is a number from 0 to 65535');
  const options: ServerOptions = {
    port,
    host: values.host,
    ownsClock: true,
    ...(values.webhook && { webhookUrl: values.webhook }),
    ...(values.data && { dataFile: values.data }),
    ...(values['callback-url'] && { callbackUrl: values['callback-url'] }),
    ...(values['public-url'] && { publicUrl: values['public-url'] }),
    ...(values['oa-name'] && { oaName: values['oa-name'] }),
    ...(type && { oaType: type }),
    ...(values.seed && { seed: values.seed }),
  };
  const running = await startStreet(options).catch((error: unknown) => fail(sentenceOf(error)));
  process.stdout.write(`Phones        ${running.url}/\nCredentials   ${running.url}/control/credentials\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '9100' },
        host: { type: 'string', default: '127.0.0.1' },
        webhook: { type: 'string' },
        data: { type: 'string' },
        'callback-url': { type: 'string' },
        'public-url': { type: 'string' },
        'oa-name': { type: 'string' },
        'oa-type': { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${sentenceOf(error)} (--help lists the options)`);
  }
}

function sentenceOf(error: unknown): string {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (taken) return 'the port is taken; choose another with --port';
  return error instanceof Error ? error.message : String(error);
}

function fail(sentence: string): never {
  process.stderr.write(`zalo-sim: ${sentence}\n`);
  process.exit(1);
}
