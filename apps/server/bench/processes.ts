import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the benchmark: it answers each message with one message, in turn. */
export interface Helper<Question extends object, Answer> extends AsyncDisposable {
  pid: number;
  /** @throws {Error} if the process has ended, or what its work threw. */
  ask(question: Question): Promise<Answer>;
}

type Outcome<Answer> = { answer: Answer } | { error: string };

/** Starts `script`, a file of this folder that calls `answerMessages`. */
export function startHelper<Question extends object, Answer>(script: string): Helper<Question, Answer> {
  // Inherits the options of Node, and so the loader of TypeScript.
  const child = fork(fileURLToPath(new URL(script, import.meta.url)));
  const ended = once(child, 'exit');
  const abandon = () => child.kill('SIGKILL');
  process.once('exit', abandon);
  return {
    pid: child.pid ?? 0,
    async ask(question) {
      child.send(question);
      const gone = ended.then(() => ({ error: `${script} has ended.` }));
      const outcome: Outcome<Answer> = await Promise.race([once(child, 'message').then(([message]) => message), gone]);
      if ('error' in outcome) throw new Error(outcome.error);
      return outcome.answer;
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', abandon);
      abandon();
      await ended;
    },
  };
}

/** In the helper's process: answers each message with the result of `work`. */
export function answerMessages<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  const report = (outcome: Outcome<Answer>) => process.send?.(outcome);
  process.on('message', (question: Question) => {
    work(question).then(
      (answer) => report({ answer }),
      (error: unknown) => report({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
