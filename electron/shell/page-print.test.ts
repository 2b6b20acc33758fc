import type { PrintToPDFOptions, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { printPage } from './page-print.ts';

it('prints on A4 with the title at the foot, as text and never as markup', async () => {
  let asked: PrintToPDFOptions = {};
  const page = {
    printToPDF: async (options: PrintToPDFOptions) => {
      asked = options;
      return Buffer.from('%PDF-1.4');
    },
  } as Partial<WebContents> as WebContents;
  expect(await printPage(page, `A & <img src="x">'`)).toEqual(Buffer.from('%PDF-1.4'));
  expect([asked.pageSize, asked.footerTemplate?.match(/<span>(.*?)<\/span>/)?.[1]]).toEqual([
    'A4',
    'A &#38; &#60;img src=&#34;x&#34;&#62;&#39;',
  ]);
});

it('rejects where the window is gone', async () => {
  await expect(printPage(null, 'A')).rejects.toThrow('the window is gone');
});
