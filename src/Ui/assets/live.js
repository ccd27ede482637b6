import htmx from "htmx.org";

// The content security policy allows no evaluated code, no inline style and no foreign origin:
// what htmx could do beyond that is switched off, so that nothing half works.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
});
