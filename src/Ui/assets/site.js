import { enhanceConfirmations } from "./dialogs.js";
import { enhanceTools } from "./tools.js";
import { enhanceCharts } from "./charts-when-needed.js";
import { enhanceEditors } from "./editor-when-needed.js";
import { enhanceProofs } from "./proofs-when-needed.js";

function enhance(part) {
  enhanceConfirmations(part);
  enhanceTools(part);
  enhanceCharts(part);
  enhanceEditors(part);
  enhanceProofs(part);
}

enhance(document);
// What htmx brings later (console only, live.js) is enhanced as it arrives.
document.addEventListener("htmx:load", (event) => enhance(event.target));
