/** Closes a run with the names of what was skipped, and one plain line that says how many tests passed, failed and were skipped. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    for (const name of skippedNames(results)) console.log(`skipped: ${name}`);
    const skipped = results.numPendingTests + results.numTodoTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  }
}

/** A suite that is skipped as a whole gives its own name once. The reason stands in each name, behind its last colon. */
function skippedNames({ testResults }) {
  const names = testResults.flatMap(({ testResults: tests }) =>
    tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(nameOf),
  );
  return [...new Set(names)].sort();
}

function nameOf({ ancestorTitles, title }) {
  const suite = ancestorTitles.findIndex((ancestor) => ancestor.includes(': '));
  return suite === -1 ? [...ancestorTitles, title].join(' › ') : ancestorTitles.slice(0, suite + 1).join(' › ');
}
