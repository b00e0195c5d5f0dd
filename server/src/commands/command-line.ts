// From the words typed to a command: unknown, missing and misspelt ones are each one clear sentence.

import { type ArgDef, runCommand } from 'citty';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, print } from './output.ts';
import { argsOf, type NamedCommand, subCommandsOf, usageOf } from './usage.ts';

/** Runs what was asked for; the exit code is set, never forced, so that output is written to its end. */
export async function runCommandLine(
  root: NamedCommand,
  words: readonly string[],
  version: string,
): Promise<void> {
  let chosen: Choice | undefined;
  await conclude(async () => {
    if (words[0] === '--version') return print(version);
    chosen = await chooseCommand(root, words);
    if (chosen.kind === 'run') return;
    print((await usageOf(chosen.found)).trimEnd());
    if (chosen.kind === 'incomplete') return exitCodes.badSetting;
  });
  // Outside: a command concludes for itself, with an exit code of its own.
  if (chosen?.kind === 'run') await runCommand(chosen.found.command, { rawArgs: [...chosen.words] });
}

export interface Choice {
  /** `incomplete`: only the first words of a command were given. */
  kind: 'run' | 'help' | 'incomplete';
  found: NamedCommand;
  /** The words after those that name the command. */
  words: readonly string[];
}

/** Throws `StartFault` for words that no command takes. */
export async function chooseCommand(
  { path, command }: NamedCommand,
  words: readonly string[],
): Promise<Choice> {
  const found = { path, command };
  const subs = await subCommandsOf(command);
  const [name, ...rest] = words;
  const names = Object.keys(subs);
  if (name !== undefined && !name.startsWith('-') && names.length > 0) {
    const sub = names.includes(name) ? subs[name] : undefined;
    if (sub === undefined) throw bad(`Không có lệnh ${path} ${name}; các lệnh: ${names.join(', ')}.`);
    return chooseCommand({ path: `${path} ${name}`, command: await sub() }, rest);
  }
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help', found, words };
  if (command.run === undefined) return { kind: 'incomplete', found, words };
  checkWords(path, await argsOf(command), words);
  return { kind: 'run', found, words };
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
