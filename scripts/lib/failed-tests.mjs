const FIRST_LINES = 4;

/** The tests that failed, from a report of Vitest or Playwright: name and the beginning of the error, one string each. */
export function failedTests(report) {
  return [...ofVitest(report.testResults ?? []), ...ofPlaywright(report.suites ?? [], ({ ok }) => !ok)];
}

/** The browser tests that failed at first and passed when they were tried again, with the first error. */
export function unsteadyTests(report) {
  return ofPlaywright(report.suites ?? [], ({ tests }) => tests.some(({ status }) => status === 'flaky'));
}

function ofVitest(files) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A hook that fails, or a file that cannot be loaded, fails the file without failing a test.
    if (failed.length === 0 && status === 'failed') return [describe(name, message)];
    return failed.map(({ fullName, failureMessages }) => describe(`${name}: ${fullName}`, failureMessages[0]));
  });
}

function ofPlaywright(suites, isMeant) {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(isMeant).map(({ file, title, tests }) => describe(`${file}: ${title}`, errorOf(tests))),
    ...ofPlaywright(inner, isMeant),
  ]);
}

const errorOf = (tests) => tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message;

/** Errors may contain a whole page or the output of a server: the log above has the rest. */
function describe(name, error = '') {
  const lines = error.split('\n').filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, FIRST_LINES)].join('\n          ');
}
