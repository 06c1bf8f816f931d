/** Counts out of the test runners' own reports. */

/** Vitest's JSON report. A file that did not load has no tests; it counts as one failure. */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
      counts.failed += 1;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else
        counts.skipped.push({
          name: test.fullName,
          reason: test.meta?.reason ?? `${test.status} in its file`,
        });
    }
  }
  return counts;
}

/** Playwright's JSON report. Errors outside of tests count as one failure each. */
export function countPlaywright(report) {
  const counts = { passed: 0, failed: report.errors.length, skipped: [] };
  const visit = (suite, names) => {
    for (const inner of suite.suites ?? []) visit(inner, [...names, inner.title]);
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) {
        if (test.status === 'skipped') {
          const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
          counts.skipped.push({
            name: [...names, spec.title].filter((name) => name !== '').join(' › '),
            reason: note?.description ?? 'no reason given',
          });
        } else if (test.status === 'unexpected') counts.failed += 1;
        else {
          counts.passed += 1;
          if (test.status === 'flaky')
            console.log(`  passed at the second try: ${[...names, spec.title].join(' › ')}`);
        }
      }
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  return counts;
}
