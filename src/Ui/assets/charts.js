import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { optionsFor } from "./chart-options.js";

use([
  BarChart, HeatmapChart, LineChart,
  AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent,
  SVGRenderer,
]);

/** Draws one figure above its table and folds the table away, one click from view. */
export function draw(figure) {
  figure.dataset.drawn = "";
  const view = figure.querySelector(".chart-view");
  const spec = JSON.parse(figure.dataset.chart);
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();

  view.hidden = false;
  view.style.height = `${heightOf(spec, parseFloat(style.fontSize))}px`;
  const chart = init(view, null, { renderer: "svg" });
  const show = () => chart.setOption(optionsFor(spec, token, view.clientWidth, parseFloat(style.fontSize)), true);
  show();
  new ResizeObserver(() => {
    chart.resize();
    show();
  }).observe(view);
  figure.querySelector("details").open = false;
}

/** Rows need room for their names; upright charts keep one height, so that a page of them stays even. */
function heightOf(spec, em) {
  if (spec.kind === "heatMap") return (spec.series.length * 2.25 + 6) * em;
  return spec.horizontal ? (spec.categories.length * 2.25 + 4) * em : 20 * em;
}
