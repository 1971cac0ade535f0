/** Writes down whether a test has noticed, at the first that has: what Jest itself writes, it does not when it stops there. */
import fs from 'node:fs';

export default class VerdictReporter {
  #file;
  #noticed = false;

  constructor(_config, { file }) {
    this.#file = file;
  }

  onTestResult(_test, { numFailingTests }) {
    if (numFailingTests === 0) return;
    this.#noticed = true;
    fs.writeFileSync(this.#file, 'noticed');
  }

  /** A suite that cannot even be loaded has noticed nothing: the text put in was no code. */
  onRunComplete(_contexts, { numRuntimeErrorTestSuites }) {
    if (!this.#noticed) fs.writeFileSync(this.#file, numRuntimeErrorTestSuites === 0 ? 'survived' : 'broken');
  }
}
