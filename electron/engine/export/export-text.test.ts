import { expect, it } from 'vitest';
import { exportedWith } from './exported.fixture.ts';
import { exportText } from './export-text.ts';

it('pulls rows no faster than its chunks are taken', async () => {
  let pulled = 0;
  async function* rows() {
    for (;;) {
      pulled += 1;
      yield exportedWith({});
    }
  }
  const chunks = exportText(rows(), {
    format: 'ndjson',
    bom: false,
    formulaGuard: true,
    timeZone: 'Europe/London',
  });
  const first = await chunks.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(pulled).toBe(first.done === true ? null : first.value.rows);
  await chunks.return(undefined);
});
