/** Prints each skipped test with its reason, and last the counts in one line. */
export function reportCounts({ passed, failed, skipped }) {
  for (const { name, file, note } of skipped) {
    console.log(`skipped: ${file}: ${name}${note ? ` (${note})` : ''}`);
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
}
