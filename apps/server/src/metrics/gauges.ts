import type { Services } from '@lantern/api/services';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Admission } from '../admission/admission.ts';
import type { CatalogAnswers } from '../answers/serve.ts';
import type { Pages } from '../pages/pages.ts';

/** What the figures of a process are read from. */
export interface Watched {
  services: Services;
  admission: Admission;
  /** Null if the catalogue is always read from the database. */
  answers: CatalogAnswers | null;
  /** Null if the pages are not served here. */
  pages: Pages | null;
}

let ofProcess: Registry | undefined;

/** Node's own figures, such as the delay of the event loop: once for the process, which they watch until it ends. */
export function processRegistry(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** The figures that this process knows by itself. Each is read when somebody asks for it. */
export function gaugesOf({ services, admission, answers, pages }: Watched): Registry {
  const registry = new Registry();
  const registers = [registry];
  const { database, streams, model } = services;

  new Gauge({
    name: 'lantern_database_connections',
    help: 'Connections of this process, and requests that wait for one; on SQLite the one writer.',
    labelNames: ['state'],
    registers,
    collect() {
      const { max, open, used, waiting } = database.pool;
      for (const [state, count] of Object.entries({ max, open, used, waiting })) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'lantern_admin_streams',
    help: 'Live views of the activity log that admins have open here.',
    registers,
    collect() {
      this.set(streams.size);
    },
  });
  new Gauge({
    name: 'lantern_admission_requests',
    help: 'Requests in work and waiting for a place, by kind.',
    labelNames: ['kind', 'state'],
    registers,
    collect() {
      for (const { kind, working, waiting } of admission.figures) {
        this.set({ kind, state: 'working' }, working);
        this.set({ kind, state: 'waiting' }, waiting);
      }
    },
  });
  new Counter({
    name: 'lantern_admission_refused_total',
    help: 'Requests that were refused because there was too much to do, by kind.',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset();
      for (const { kind, refused } of admission.figures) this.inc({ kind }, refused);
    },
  });
  const caches = () => Object.entries({ answers: answers?.figures, pages: pages?.figures });
  new Counter({
    name: 'lantern_cache_reads_total',
    help: 'What was asked of a cache: `model` is the copy of the catalogue, whose misses the database answers.',
    labelNames: ['cache', 'result'],
    registers,
    collect() {
      this.reset();
      for (const [cache, figures] of caches()) {
        if (!figures) continue;
        this.inc({ cache, result: 'hit' }, figures.hits);
        this.inc({ cache, result: 'miss' }, figures.misses);
      }
      if (!model) return;
      this.inc({ cache: 'model', result: 'hit' }, model.reads.answered);
      this.inc({ cache: 'model', result: 'miss' }, model.reads.left);
    },
  });
  const sizes = { entries: 'What a cache keeps.', bytes: 'About how much memory that takes.' } as const;
  for (const size of ['entries', 'bytes'] as const) {
    new Gauge({
      name: `lantern_cache_${size}`,
      help: sizes[size],
      labelNames: ['cache'],
      registers,
      collect() {
        for (const [cache, figures] of caches()) if (figures) this.set({ cache }, figures[size]);
      },
    });
  }
  new Gauge({
    name: 'lantern_catalog_fresh',
    help: '1 while the copy of the catalogue answers, 0 while the database has to.',
    registers,
    collect() {
      this.set(model?.isFresh ? 1 : 0);
    },
  });
  return registry;
}
