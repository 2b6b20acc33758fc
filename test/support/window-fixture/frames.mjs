/** Scrolls by `pixels` a frame for `seconds`, and tells how long the frames took (ms), and what the document and the heap grew to. */
export function framesWhileScrolling(page, { pixels, seconds }) {
  return page.getByRole('grid').evaluate(
    (grid, { pixels, seconds }) =>
      new Promise((resolve) => {
        const times = [];
        const ends = performance.now() + seconds * 1000;
        let last = performance.now();
        requestAnimationFrame(function frame(now) {
          times.push(now - last);
          last = now;
          grid.scrollTop += pixels;
          if (now < ends) return void requestAnimationFrame(frame);
          const sorted = times.slice(1).sort((a, b) => a - b);
          const at = (part) => Math.round(10 * sorted[Math.floor(part * (sorted.length - 1))]) / 10;
          resolve({
            frames: sorted.length,
            p50: at(0.5),
            p95: at(0.95),
            p99: at(0.99),
            longest: at(1),
            rows: Math.round(grid.scrollTop / 53),
            elements: document.querySelectorAll('*').length,
            heapMb: Math.round((performance.memory?.usedJSHeapSize ?? 0) / 1e6),
          });
        });
      }),
    { pixels, seconds },
  );
}
