/**
 * Does a value agree with what an example prints? Numbers agree to the digits printed, texts and flags exactly,
 * objects in the fields that are printed.
 */
export function agrees(actual: unknown, printed: unknown, source: string): boolean {
  if (typeof printed === 'number') return typeof actual === 'number' && numberAgrees(actual, printed, source);
  if (Array.isArray(printed)) {
    return (
      isArrayLike(actual) && actual.length === printed.length && printed.every((p, i) => agrees(actual[i], p, source))
    );
  }
  if (printed !== null && typeof printed === 'object') {
    return (
      actual !== null &&
      typeof actual === 'object' &&
      Object.entries(printed).every(([key, value]) => agrees((actual as Record<string, unknown>)[key], value, source))
    );
  }
  return actual === printed;
}

const isArrayLike = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** Half a unit of the last digit that the example prints for this number (found by its text in the line). */
function numberAgrees(actual: number, printed: number, source: string): boolean {
  if (Number.isInteger(printed) && !/[.e]/i.test(source))
    return Math.abs(actual - printed) < 1e-9 * Math.max(1, Math.abs(printed));
  const texts = source.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? [];
  const text = texts.find((candidate) => Number(candidate) === printed) ?? String(printed);
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const unit = 10 ** (Number(exponent) - decimals);
  const slack = Number.isInteger(printed) && decimals === 0 ? 1e-9 * Math.max(1, Math.abs(printed)) : 0.5000001 * unit;
  return Math.abs(actual - printed) <= slack;
}
