/** Loads the chart code only where a page holds a chart; the table inside stands until then. */
export async function enhanceCharts(part) {
  const figures = part.querySelectorAll("[data-chart]:not([data-drawn])");
  if (figures.length === 0) return;
  const { draw } = await import("./charts.js");
  figures.forEach(draw);
}
