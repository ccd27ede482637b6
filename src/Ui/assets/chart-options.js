/** Turns our small chart description into ECharts options. No tooltip markup: its inline styles would break the policy. */
export function optionsFor(spec, token, width, em) {
  const text = { color: token("--text"), fontFamily: token("--hei"), fontSize: em * 0.8125 };
  const quiet = { ...text, color: token("--muted") };
  const shared = {
    animation: false,
    aria: { enabled: false },
    textStyle: text,
    tooltip: {
      trigger: spec.kind === "heatMap" ? "item" : "axis",
      renderMode: "richText",
      backgroundColor: token("--surface"),
      borderColor: token("--line-strong"),
      textStyle: text,
      axisPointer: { type: spec.kind === "lines" ? "line" : "shadow" },
    },
  };
  return spec.kind === "heatMap"
    ? { ...shared, ...heatMap(spec, token, quiet, em) }
    : { ...shared, ...axes(spec, token, quiet, em) };
}

function axes(spec, token, quiet, em) {
  const names = {
    type: "category",
    data: spec.categories,
    axisLine: { lineStyle: { color: token("--line-strong") } },
    axisTick: { show: false },
    axisLabel: { ...quiet, color: token("--text"), hideOverlap: true },
    inverse: spec.horizontal,
  };
  const numbers = {
    type: "value",
    minInterval: 1,
    axisLabel: quiet,
    splitLine: { lineStyle: { color: token("--line") } },
  };
  return {
    grid: { left: em * 0.5, right: em * 1.5, top: em * 3, bottom: em * 0.5, outerBoundsMode: "same" },
    legend: { show: spec.series.length > 1, left: 0, top: 0, icon: "rect", itemWidth: em * 0.75, itemHeight: em * 0.75, textStyle: quiet },
    xAxis: spec.horizontal ? numbers : names,
    yAxis: spec.horizontal ? names : numbers,
    series: spec.series.map((row) => ({
      name: row.name,
      type: spec.kind === "lines" ? "line" : "bar",
      stack: spec.kind === "stackedBars" ? "all" : undefined,
      data: row.values,
      barMaxWidth: em * 1.5,
      symbol: row.tone === "light" ? "emptyCircle" : "circle",
      symbolSize: em * 0.4,
      itemStyle: { color: toneOf(row.tone, token), decal: hatchOf(row.tone, token) },
      lineStyle: { width: 2, type: row.tone === "light" ? "dashed" : "solid" },
      emphasis: { disabled: true },
    })),
  };
}

function heatMap(spec, token, quiet, em) {
  const cells = spec.series.flatMap((row, y) => row.values.map((value, x) => [x, y, value ?? "-"]));
  const numbers = cells.map((cell) => cell[2]).filter(Number.isFinite);
  const most = Math.max(1, ...numbers);
  const text = { ...quiet, color: token("--text") };
  const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, axisLabel: text };
  return {
    grid: { left: em * 0.5, right: em * 0.5, top: em * 0.5, bottom: em * 3, outerBoundsMode: "same" },
    xAxis: { ...axis, data: spec.categories },
    yAxis: { ...axis, data: spec.series.map((row) => row.name), inverse: true },
    visualMap: {
      min: 0,
      max: most,
      text: [String(most), "0"],
      orient: "horizontal",
      left: 0,
      bottom: 0,
      itemWidth: em * 0.75,
      itemHeight: em * 6,
      textStyle: quiet,
      inRange: { color: [token("--ink-soft"), token("--ink")] },
    },
    series: [{
      type: "heatmap",
      data: cells,
      label: {
        show: true,
        formatter: ({ value: [, , count] }) => (count > most / 2 ? `{dark|${count}}` : String(count)),
        ...text,
        rich: { dark: { ...text, color: token("--on-ink") } },
      },
      itemStyle: { borderColor: token("--surface"), borderWidth: 2 },
      emphasis: { disabled: true },
    }],
  };
}

function toneOf(tone, token) {
  return token({ main: "--ink", light: "--ink-light", late: "--seal", quiet: "--line-strong" }[tone]);
}

/** What is late is hatched as well as red: colour is never the only sign. */
function hatchOf(tone, token) {
  return tone === "late"
    ? { symbol: "rect", color: token("--surface"), dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 }
    : { symbol: "none" };
}
