import { describe, expect, it } from 'vitest';
import { entryWithErrors } from './standing-errors.ts';
import { entryWith, errorWith, statusWith } from './test-threads.ts';

const rejection = (id: string) =>
  entryWith({ id, functionCode: '03', type: 'DMSREJ', errors: [errorWith()] });
const warning = (id: string) => entryWith({ id, errors: [errorWith({ code: 'CDS13000', advisory: true })] });
const message = (id: string, functionCode: string) => entryWith({ id, functionCode });
const shown = (newestFirst: readonly ReturnType<typeof entryWith>[], actionId: string | null = null) =>
  entryWithErrors({ status: statusWith({ actionId }), entries: [...newestFirst] })?.id ?? null;

describe('the errors on the page', () => {
  it('are those of the message that calls', () => {
    expect(shown([warning('3'), rejection('2'), rejection('1')], '2')).toBe('2');
  });

  it('are the latest where the message that calls has none', () => {
    expect(shown([message('3', '06'), rejection('2'), rejection('1')], '3')).toBe('2');
  });

  it('are gone once something was sent or accepted after the rejection', () => {
    expect(['01', '02', '07', '09', '11'].map((code) => shown([message('2', code), rejection('1')]))).toEqual(
      Array(5).fill(null),
    );
  });

  it('stay for a warning until the goods are free', () => {
    expect(shown([message('3', '13'), message('2', '02'), warning('1')])).toBe('1');
    expect(shown([message('2', '09'), warning('1')])).toBeNull();
  });

  it('are none where no message has any', () => {
    expect(shown([message('1', '01')])).toBeNull();
  });
});
