// From the words typed to a command: unknown, missing and misspelt ones are each one clear sentence.

import { type ArgDef, type CommandDef, runCommand } from 'citty';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, print } from './output.ts';
import { argsOf, type NamedCommand, subCommandsOf, usageOf } from './usage.ts';

/** Runs what was asked for; the exit code is set, never forced, so that output is written to its end. */
export async function runCommandLine(
  root: NamedCommand,
  words: readonly string[],
  version: string,
): Promise<void> {
  let work: (() => Promise<unknown>) | undefined;
  await conclude(async () => {
    if (words[0] === '--version') return print(version);
    const { found, rest } = await findCommand(root, words);
    if (rest.includes('--help') || rest.includes('-h')) return print((await usageOf(found)).trimEnd());
    if (found.command.run === undefined) {
      print((await usageOf(found)).trimEnd());
      return exitCodes.badSetting;
    }
    checkWords(found.path, await argsOf(found.command), rest);
    work = () => runCommand(found.command, { rawArgs: [...rest] });
  });
  // Outside: a command concludes for itself, with an exit code of its own.
  await work?.();
}

async function findCommand(
  { path, command }: NamedCommand,
  words: readonly string[],
): Promise<{ found: NamedCommand; rest: readonly string[] }> {
  const subs = await subCommandsOf(command);
  const [name, ...rest] = words;
  if (name === undefined || name.startsWith('-') || Object.keys(subs).length === 0) {
    return { found: { path, command }, rest: words };
  }
  const sub = Object.hasOwn(subs, name) ? subs[name] : undefined;
  if (sub === undefined)
    throw bad(`Không có lệnh ${path} ${name}; các lệnh: ${Object.keys(subs).join(', ')}.`);
  return findCommand({ path: `${path} ${name}`, command: (await sub()) as CommandDef }, rest);
}

/** The parser behind takes anything it does not know in silence: a misspelt option must not be one. */
function checkWords(path: string, args: readonly [string, ArgDef][], words: readonly string[]): void {
  const given = new Set<string>();
  const loose: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      loose.push(word);
      continue;
    }
    const [, name = word, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const arg = args.find(([known]) => known === name)?.[1];
    if (arg === undefined || arg.type === 'positional')
      throw bad(`${path} không có tuỳ chọn ${word.split('=', 1)[0]}; xem ${path} --help.`);
    if (given.has(name)) throw bad(`--${name} được ghi hai lần; chỉ ghi một lần.`);
    given.add(name);
    if (arg.type === 'boolean') {
      if (value !== undefined) throw bad(`--${name} không nhận giá trị; chỉ cần ghi --${name}.`);
      continue;
    }
    const next = value ?? words[(at += 1)];
    if (next === undefined || next === '' || (value === undefined && next.startsWith('--')))
      throw bad(`--${name} cần một giá trị, ví dụ --${name}=…; xem ${path} --help.`);
  }
  const places = args.filter(([, arg]) => arg.type === 'positional');
  const [extra] = loose.slice(places.length);
  if (extra !== undefined) throw bad(`${path} không cần "${extra}"; xem ${path} --help.`);
  const missing = [
    ...places.slice(loose.length).map(([, arg]) => `<${'valueHint' in arg ? arg.valueHint : 'đối số'}>`),
    ...args.filter(([name, arg]) => isRequiredOption(arg) && !given.has(name)).map(([name]) => `--${name}`),
  ];
  if (missing.length > 0) throw bad(`Thiếu ${missing.join(', ')}; xem ${path} --help.`);
}

function isRequiredOption(arg: ArgDef): boolean {
  return arg.type !== 'positional' && arg.required === true;
}

function bad(sentence: string): StartFault {
  return new StartFault(sentence, exitCodes.badSetting);
}
