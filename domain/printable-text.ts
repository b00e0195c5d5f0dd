// Text that any of our papers can print: what people type, without what no printer of ours can set.

/**
 * One line, composed letters, no control or direction marks, at most two marks above one another's letter, and a box
 * for every sign the printing font lacks (emoji, other scripts). Vietnamese passes unchanged.
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(lacking, '□')
    .trim();
}

// Latin with all its Vietnamese and European letters, marks, punctuation, money, № ™ arrows and a few signs.
// Right-to-left scripts are left out on purpose as well: typst 0.13 can end its process over them.
const lacking =
  /[^\u{300}-\u{36f} -~\u{a0}-\u{24f}\u{1e00}-\u{1eff}\u{2010}-\u{2027}\u{2030}-\u{205e}\u{20a0}-\u{20be}\u{2116}\u{2122}\u{2190}-\u{2193}\u{2212}\u{2260}\u{2264}\u{2265}\u{25a1}]/gu;
