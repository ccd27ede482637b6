/** Loads the chart code only where a page holds a chart; the table inside stands until then. */
export async function enhanceCharts(part) {
  const figures = part.querySelectorAll("[data-chart]:not([data-drawn])");
  if (figures.length === 0) return;
  const { draw } = await import("./charts.js");
  // The same part can be handed over again while the code is on its way.
  for (const figure of figures) if (!("drawn" in figure.dataset)) draw(figure);
}
