// Chinese words on a page of another language that are not marked as Chinese: forgotten by the translation, or official and unmarked.
(within) => {
  const chinese = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  const isMarked = (element) => (element.closest("[lang]")?.lang || "").startsWith("zh");
  const found = [];
  for (const root of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent: text, parentElement: parent } = walker.currentNode;
      if (chinese.test(text) && !isMarked(parent) && !parent.closest("script, style, title")) found.push(`${parent.tagName.toLowerCase()}: ${text.trim().slice(0, 60)}`);
    }
    for (const element of root.querySelectorAll("[aria-label], [title], [placeholder], [data-label], [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "data-label", "alt"]) {
        const text = element.getAttribute(name);
        if (text && chinese.test(text) && !isMarked(element)) found.push(`${element.tagName.toLowerCase()} ${name}: ${text.slice(0, 60)}`);
      }
    }
  }
  return [...new Set(found)];
}
