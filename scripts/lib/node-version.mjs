/** Ends the process with one sentence if this version of Node cannot run the store (see "engines" in package.json). */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  console.error(`Lantern needs Node 20.19 or later 20.x, or 22.12 or later; this is Node ${version}.`);
  process.exit(1);
}
