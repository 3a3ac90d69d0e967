/** "0.4 s", "1 min 05 s" */
function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Does `work`, saying before it what happens and after it how it went.
 * `work` answers `{ ok, note?, output? }`; the output is shown only when it failed.
 */
export async function step(headline, work) {
  const started = Date.now();
  console.log(`\n> ${headline}`);
  const result = await work().catch((error) => ({ ok: false, output: error?.stack ?? String(error) }));
  if (!result.ok && result.output) console.log(result.output.trimEnd());
  const note = result.note ? `, ${result.note}` : '';
  console.log(`  ${result.ok ? 'ok' : 'FAILED'}: ${headline} (${duration(Date.now() - started)}${note})`);
  return result;
}
