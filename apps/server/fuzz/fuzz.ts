import fc from 'fast-check';
import { curlOf, type FuzzRequest } from './request.ts';
import { Sender } from './send.ts';
import type { FuzzStore } from './store.ts';
import { type Expected, REVEALED, SLOW, wrongWith } from './verdict.ts';

/** So many requests are drawn at once, after which everybody is logged in again. */
const ROUND = 250;

/** Requests under way at a time. */
const AT_ONCE = 4;

/** How long a failing request is made smaller, in milliseconds. */
const SHRINKING_MS = 5000;

/** Something that is wrong with the store. */
interface Finding {
  problem: string;
  /** The smallest request that shows it, as a command. */
  curl: string;
  /** What the server logged meanwhile. */
  logged: string[];
}

export interface FuzzReport {
  findings: Finding[];
  /** How many answers had each status. */
  statuses: Record<number, number>;
  /** The procedures that have done what they are for, at least once. */
  reached: Set<string>;
  /** How many answers took too long while several requests were under way, and no longer so when asked for alone. */
  slowOnce: number;
}

interface FuzzOptions extends Pick<Expected, 'maxMs'> {
  requests: number;
  seed: number;
  /** Called after every round, with the number of requests sent. */
  onRound?(sent: number): void;
  /** Called as soon as something is found. */
  onFinding?(finding: Finding): void;
}

/** Sends requests drawn from `arbitrary`, several at a time. The same seed draws the same ones. */
export async function fuzz(
  store: FuzzStore,
  arbitrary: fc.Arbitrary<FuzzRequest>,
  { requests, seed, maxMs, onRound, onFinding }: FuzzOptions,
): Promise<FuzzReport> {
  const { http, accounts, secrets, unlogged } = store;
  using sender = new Sender(http.url);
  const statuses: Record<number, number> = {};
  const reached = new Set<string>();
  const findings = new Map<string, Finding>();
  let slowOnce = 0;

  async function problemOf(request: FuzzRequest): Promise<string | null> {
    const answer = await sender.send(request, accounts.cookieOf(request.as));
    const { status } = answer;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status === 200) reached.add(calledBy(request));
    const problem = wrongWith(request, answer, { secrets, maxMs });
    return problem === REVEALED && (await accounts.isAdmin(request.as)) ? null : problem;
  }

  /** Notes a failure, once of each kind, with the smallest request that fails likewise. */
  async function note(request: FuzzRequest, problem: string, drawn: { seed: number; path: string }): Promise<void> {
    const kind = `${request.path.split('?', 1)[0]} ${problem}`;
    if (findings.has(kind)) return;
    if (problem === SLOW && (await problemOf(request)) === null) {
      slowOnce++;
      return;
    }
    const finding: Finding = { problem: `${problem}, for ${request.as}`, curl: '', logged: failuresIn(http.log) };
    findings.set(kind, finding);
    const property = fc.asyncProperty(arbitrary, async (smaller) => (await problemOf(smaller)) === null);
    const { counterexample } = await fc.check(property, { ...drawn, interruptAfterTimeLimit: SHRINKING_MS });
    finding.curl = curlOf(counterexample?.[0] ?? request, http.url, accounts.cookieOf(request.as));
    onFinding?.(finding);
  }

  for (let sent = 0; sent < requests; sent += ROUND) {
    await accounts.logInAgain();
    const round = { seed: seed + sent, numRuns: Math.min(ROUND, requests - sent) };
    const drawn = fc.sample(arbitrary, round).entries();
    const failed: [at: number, request: FuzzRequest, problem: string][] = [];
    const work = async () => {
      for (const [at, request] of drawn) {
        const problem = await problemOf(request);
        if (problem) failed.push([at, request, problem]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const [at, request, problem] of failed) await note(request, problem, { seed: round.seed, path: String(at) });
    for (const secret of [...secrets, ...unlogged, ...accounts.cookieValues()]) {
      const line = http.log.find((logged) => logged.includes(secret));
      if (!line || findings.has('log')) continue;
      const finding = { problem: `the log contains ${secret}, which is private`, curl: '', logged: [line] };
      findings.set('log', finding);
      onFinding?.(finding);
    }
    http.log.length = 0;
    onRound?.(sent + round.numRuns);
  }
  return { findings: [...findings.values()], statuses, reached, slowOnce };
}

/** The procedure that a request calls, or the path it is for. */
function calledBy({ path }: FuzzRequest): string {
  return path.replace(/[?].*$/, '').replace('/trpc/', '');
}

/** The lines of errors in a log. */
function failuresIn(log: string[]): string[] {
  return log.filter((line) => /^\{"level":(?:50|60)/.test(line)).slice(0, 3);
}
