// What a page of this site must be, for those who see it and those who hear it. Returns every breach in words.
() => {
  const breaches = [];
  const html = document.documentElement;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) => `<${element.tagName.toLowerCase()}${element.id ? ` id=${element.id}` : ""}> “${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 30)}”`;

  if (!html.lang) breaches.push("no lang");
  if (!["ltr", "rtl"].includes(html.dir)) breaches.push("no dir");
  if (!document.querySelector("meta[name=viewport][content*='width=device-width']")) breaches.push("no meta viewport");
  if (document.querySelector("meta[name=viewport][content*='user-scalable=no'], meta[name=viewport][content*='maximum-scale']")) breaches.push("the viewport forbids to enlarge");

  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => !heading.closest("dialog"));
  const first = headings.filter((heading) => heading.tagName === "H1");
  if (first.length !== 1) breaches.push(`${first.length} h1`);
  headings.reduce((above, heading) => {
    const level = Number(heading.tagName[1]);
    if (level > above + 1) breaches.push(`the heading ${named(heading)} jumps from level ${above}`);
    if (!heading.textContent.trim()) breaches.push(`an empty heading ${named(heading)}`);
    return level;
  }, 0);

  const mains = document.querySelectorAll("main, [role=main]");
  if (mains.length !== 1) breaches.push(`${mains.length} main landmarks`);
  const skip = document.querySelector("a.skip");
  if (!skip || document.querySelector(skip.getAttribute("href")) !== mains[0]) breaches.push("no skip link to main");

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) breaches.push(`the id ${id} stands twice`);
  for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) breaches.push(`${named(element)} jumps the queue of the keyboard`);
  for (const element of document.querySelectorAll("[style], [onclick]")) if (!element.closest("svg, .chart-view")) breaches.push(`${named(element)} carries a style or script`);
  for (const link of document.querySelectorAll("main a[href]")) if (shown(link) && !link.textContent.trim() && !link.getAttribute("aria-label")) breaches.push(`a link to ${link.getAttribute("href")} says nothing`);
  return breaches;
}
