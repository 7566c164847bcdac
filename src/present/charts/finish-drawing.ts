/**
 * Makes a drawing of Plot fit for the page and for a reader who does not see it: one picture with one text
 * alternative, colours and fonts of the page, numbers to two decimals.
 */
export function finishDrawing(svg: Element, alternative: string): SVGSVGElement {
  svg.removeAttribute('class');
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label], [aria-description], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
    part.removeAttribute('aria-hidden');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alternative);
  svg.setAttribute('focusable', 'false');
  svg.setAttribute(
    'style',
    'font-family: inherit; font-size: 12px; background: transparent; color: var(--muted); overflow: visible; font-variant-numeric: tabular-nums;',
  );
  for (const part of svg.querySelectorAll('*')) roundAttributes(part);
  return svg as SVGSVGElement;
}

const geometry = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'dy', 'width', 'height', 'transform'];

function roundAttributes(part: Element): void {
  for (const name of geometry) {
    const value = part.getAttribute(name);
    if (value && /\.\d{3}/.test(value)) {
      part.setAttribute(
        name,
        value.replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
      );
    }
  }
}
