// Amounts of money as papers write them: figures with dots, and Vietnamese words.

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', ' nghìn', ' triệu'] as const;
const billion = 1_000_000_000;

/** `8.000 đồng`. The amount is whole đồng. */
export function moneyText(amount: number): string {
  return `${checked(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** `Tám nghìn đồng`, as receipts repeat an amount so that nobody can add a figure to it. */
export function moneyInWords(amount: number): string {
  const words = numberInWords(amount);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}

/**
 * A whole number in words: `một nghìn không trăm linh năm`. Throws RangeError for fractions, negative numbers and
 * numbers beyond exact counting.
 */
export function numberInWords(value: number): string {
  return checked(value) === 0 ? digits[0] : wordsOf(value, false);
}

/** `continued`: higher groups came before, so empty hundreds are spoken (`không trăm`). */
function wordsOf(value: number, continued: boolean): string {
  if (value >= billion) {
    const rest = value % billion;
    const head = `${wordsOf(Math.floor(value / billion), continued)} tỷ`;
    return rest === 0 ? head : `${head} ${wordsOf(rest, true)}`;
  }
  const parts: string[] = [];
  for (const power of [2, 1, 0] as const) {
    const group = Math.floor(value / 1000 ** power) % 1000;
    if (group > 0) parts.push(groupWords(group, continued || parts.length > 0) + scales[power]);
  }
  return parts.join(' ');
}

/** One to 999. */
function groupWords(group: number, continued: boolean): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  if (hundreds === 0 && !continued) return belowHundred(rest);
  const head = `${digits[hundreds]} trăm`;
  if (rest === 0) return head;
  return rest < 10 ? `${head} linh ${digits[rest]}` : `${head} ${belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (tens === 0) return digits[unit] ?? '';
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
  return unit === 0 ? head : `${head} ${unitAfterTens(unit, tens)}`;
}

// After mươi: 1 is mốt, 4 is tư, 5 is lăm; after mười only 5 changes.
function unitAfterTens(unit: number, tens: number): string {
  if (unit === 5) return 'lăm';
  if (tens > 1 && unit === 1) return 'mốt';
  if (tens > 1 && unit === 4) return 'tư';
  return digits[unit] ?? '';
}

function checked(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError('An amount is a whole number, zero or more.');
  return value;
}
