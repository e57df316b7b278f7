import type { Command } from './command.ts';
import { describeOptions, nearestWord, parseOptions, UsageError } from './options.ts';

/** What the process should print and return to the shell. */
export interface Outcome {
  readonly exitCode: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

const invocation = 'npm run -s sim --';

const shared = {
  json: { kind: 'flag', summary: 'Print one JSON object on one line instead of a text for people.' },
  help: { kind: 'flag', summary: 'Show this help and stop.' },
} as const;

function listOfModels(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const rows = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    `Usage: ${invocation} MODEL [options]`,
    '',
    'Models:',
    ...rows,
    '',
    `The options of one model: ${invocation} MODEL --help`,
    '',
  ].join('\n');
}

function helpOf(command: Command): string {
  return [
    `Usage: ${invocation} ${command.name} [options]`,
    '',
    command.summary,
    '',
    command.description,
    '',
    'Options:',
    describeOptions({ ...command.options, ...shared }),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${invocation} ${example}`),
    '',
  ].join('\n');
}

const isHelp = (word: string) => word === '--help' || word === '-h';

/**
 * Runs one command line against a registry of commands, without touching the process: exit code 0 for a result or a
 * help text, 2 for a mistake in the command line. Any other failure of a model is thrown.
 */
export async function runCli(commands: readonly Command[], args: readonly string[]): Promise<Outcome> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) throw new UsageError(`Name a model.\n\n${listOfModels(commands)}`);
    if (isHelp(name)) return { exitCode: 0, stdout: listOfModels(commands), stderr: '' };
    const command = commands.find((candidate) => candidate.name === name);
    if (!command) {
      const near = nearestWord(
        name,
        commands.map((candidate) => candidate.name),
      );
      throw new UsageError(
        `"${name}" is not a model. ${near ? `Did you mean ${near}? ` : ''}\n\n${listOfModels(commands)}`,
      );
    }
    if (rest.some(isHelp)) return { exitCode: 0, stdout: helpOf(command), stderr: '' };
    const { json, ...values } = parseOptions({ ...command.options, json: shared.json }, rest);
    const result = await command.run(values);
    return {
      exitCode: 0,
      stdout: json ? `${JSON.stringify(result.json)}\n` : `${result.text.trimEnd()}\n`,
      stderr: '',
    };
  } catch (error) {
    if (error instanceof UsageError)
      return { exitCode: 2, stdout: '', stderr: `${error.message.trimEnd()}\n` };
    throw error;
  }
}
