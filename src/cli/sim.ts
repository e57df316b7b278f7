import { commands } from './commands.ts';
import { runCli } from './run.ts';

// A reader such as `head` may close the pipe early: that is no failure of the model.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const outcome = await runCli(commands, process.argv.slice(2));
process.stdout.write(outcome.stdout);
process.stderr.write(outcome.stderr);
process.exitCode = outcome.exitCode;
