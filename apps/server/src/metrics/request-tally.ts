import type { RequestLabel } from '../request-label.ts';

/** In seconds. What the store keeps is answered within the first, and a database that hangs is given up within the last. */
const BOUNDS = [0.0005, 0.0025, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

interface Series {
  /** By status; 0 for those whose client left before they were answered. */
  answers: Map<number, number>;
  /** How many took no longer than each of `BOUNDS`, and more than the one before. */
  within: number[];
  timed: number;
  seconds: number;
}

/**
 * Counts requests. By hand, since the library looks each of its labels up anew: that would take a fiftieth of the time of
 * an answer that is kept, and this takes none that can be measured.
 */
export class RequestTally {
  readonly #series = new Map<RequestLabel, Series>();

  /** Counts a request that took so many seconds; null if its time says nothing, as that of a stream. */
  note(label: RequestLabel, status: number, seconds: number | null): void {
    let series = this.#series.get(label);
    if (!series) {
      series = { answers: new Map(), within: BOUNDS.map(() => 0), timed: 0, seconds: 0 };
      this.#series.set(label, series);
    }
    series.answers.set(status, (series.answers.get(status) ?? 0) + 1);
    if (seconds === null) return;
    series.timed += 1;
    series.seconds += seconds;
    const bound = BOUNDS.findIndex((most) => seconds <= most);
    if (bound !== -1) series.within[bound] = (series.within[bound] ?? 0) + 1;
  }

  /** All of it in the text format of Prometheus. */
  text(): string {
    const counts: string[] = [];
    const times: string[] = [];
    for (const [{ kind, route }, { answers, within, timed, seconds }] of this.#series) {
      const own = `kind="${kind}",route="${route}"`;
      for (const [status, count] of answers) {
        counts.push(`${COUNT}{${own},status="${status || 'aborted'}"} ${count}`);
      }
      if (timed === 0) continue;
      let soFar = 0;
      for (const [at, bound] of BOUNDS.entries()) {
        soFar += within[at] ?? 0;
        times.push(`${TIME}_bucket{${own},le="${bound}"} ${soFar}`);
      }
      times.push(`${TIME}_bucket{${own},le="+Inf"} ${timed}`);
      times.push(`${TIME}_sum{${own}} ${seconds}`, `${TIME}_count{${own}} ${timed}`);
    }
    return [
      `# HELP ${COUNT} Requests that have been answered, by procedure or route and by status.`,
      `# TYPE ${COUNT} counter`,
      ...counts,
      `# HELP ${TIME} From the head of a request to the end of its answer.`,
      `# TYPE ${TIME} histogram`,
      ...times,
      '',
    ].join('\n');
  }
}

const COUNT = 'lantern_requests_total';
const TIME = 'lantern_request_duration_seconds';
