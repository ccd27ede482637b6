/**
 * The same markup with each line of a cell in an element of its own: the server divides lines by breaks, the editor by paragraphs.
 * @param {string} html Markup that the server wrote.
 */
export function withCellLines(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const cell of page.querySelectorAll("td, th")) {
    const lines = cell.innerHTML.split(/<br\s*\/?>/i);
    if (lines.length > 1) cell.innerHTML = lines.map((line) => `<p>${line}</p>`).join("");
  }
  return page.body.innerHTML;
}

/** All words without blanks, to see whether two markups say the same. */
export function wordsOf(element) {
  return element.textContent.replace(/\s+/gu, "");
}
