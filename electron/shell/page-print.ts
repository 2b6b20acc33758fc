import type { WebContents } from 'electron';

/**
 * The page as a PDF on A4, as its own print style has it, with `title` and the page number at the foot. Rejects
 * where the page is gone or its process does not answer.
 */
export async function printPage(page: WebContents | null, title: string): Promise<Uint8Array> {
  if (page === null) throw new Error('the window is gone');
  return page.printToPDF({
    pageSize: 'A4',
    // With backgrounds comes the window's own, which in the dark is black behind whatever is printed.
    printBackground: false,
    margins: { top: MARGIN, bottom: MARGIN + FOOT, left: MARGIN, right: MARGIN },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: foot(title),
    // From Electron 27 on; those before it do not know it and print all the same.
    generateTaggedPDF: true,
  });
}

/** In inches: 14 mm, and 4 mm more for the foot. */
const MARGIN = 0.55;
const FOOT = 0.16;

/** In line with the page by its share of the width: Chromium has a scale of its own for what is in the margins. */
const foot = (title: string): string =>
  `<div style="width:100%;margin:0 6.67%;font:6pt sans-serif;color:#444;display:flex;justify-content:space-between">` +
  `<span>${asText(title)}</span>` +
  `<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;

/** The foot is markup, and the title may come from a message. */
const asText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
