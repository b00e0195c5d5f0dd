// The page that --help prints, in Vietnamese, from a command's own definition.

import type { ArgDef, CommandDef } from 'citty';

/** A command with the words that lead to it: `motcua import procedures`. */
export interface NamedCommand {
  path: string;
  command: CommandDef;
}

/** Definitions may be written as functions that load them; the arguments of a loaded command. */
export async function argsOf(command: CommandDef): Promise<[name: string, arg: ArgDef][]> {
  return Object.entries((await load(command.args)) ?? {});
}

export async function subCommandsOf(command: CommandDef): Promise<Record<string, () => Promise<CommandDef>>> {
  const found = Object.entries((await load(command.subCommands)) ?? {});
  return Object.fromEntries(found.map(([name, sub]) => [name, async () => await load<CommandDef>(sub)]));
}

async function load<T>(part: T | Promise<T> | (() => T | Promise<T>)): Promise<T> {
  return typeof part === 'function' ? (part as () => T | Promise<T>)() : part;
}

export async function usageOf({ path, command }: NamedCommand): Promise<string> {
  const meta = await load(command.meta);
  const args = await argsOf(command);
  const subs = await Promise.all(
    Object.entries(await subCommandsOf(command)).map(async ([name, sub]) => {
      const { description = '' } = (await load((await sub()).meta)) ?? {};
      return [name, firstSentence(description)] as [string, string];
    }),
  );
  const files = args.filter(([, arg]) => arg.type === 'positional');
  const options = args.filter(([, arg]) => arg.type !== 'positional');
  const words = [
    path,
    ...(subs.length > 0 ? ['<lệnh>'] : []),
    ...files.map(([, arg]) => `<${hintOf(arg)}>`),
    ...options.filter(([, arg]) => arg.required === true).map(([name, arg]) => `--${name} <${hintOf(arg)}>`),
    ...(options.some(([, arg]) => arg.required !== true) ? ['[tuỳ chọn]'] : []),
  ];
  const lines = [
    meta?.description ?? '',
    '',
    `Cách dùng: ${words.join(' ')}`,
    ...section('Các lệnh', subs),
    ...section(
      'Đối số',
      files.map(([, arg]) => [`<${hintOf(arg)}>`, arg.description ?? '']),
    ),
    ...section('Tuỳ chọn', [
      ...options.map(([name, arg]): [string, string] => [
        arg.type === 'boolean' ? `--${name}` : `--${name} <${hintOf(arg)}>`,
        `${arg.description ?? ''}${arg.default === undefined ? '' : ` (mặc định ${String(arg.default)})`}`,
      ]),
      ['--help', 'In trang này'],
    ]),
  ];
  if (subs.length > 0) lines.push('', `Xem từng lệnh: ${path} <lệnh> --help`);
  return `${lines.join('\n')}\n`;
}

function hintOf(arg: ArgDef): string {
  return ('valueHint' in arg ? arg.valueHint : undefined) ?? 'giá trị';
}

function section(title: string, rows: readonly [string, string][]): string[] {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  return ['', `${title}:`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`)];
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) /u, 1)[0]?.replace(/\.$/, '') ?? '';
}
