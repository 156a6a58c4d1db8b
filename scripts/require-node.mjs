/** The oldest Node that the tools take, as [major, minor]; `engines` in package.json says the same. */
const OLDEST = [20, 19];

/** Ends the process with one sentence when this Node is too old. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Cyclorama needs Node ${OLDEST.join('.')} or later, and this is ${version}.`);
  process.exit(1);
}
