import { Editor } from "@tiptap/core";
import { withCellLines, wordsOf } from "./lines.js";
import { paste } from "./paste.js";
import { schema } from "./schema.js";
import { connect } from "./toolbar.js";

/**
 * Puts the editor before the plain field that holds the same text. The field stays in the form: what it holds counts until something is
 * changed in the editor, and where the editor could not show every word it stays in front.
 * @param {HTMLElement} place Names the field and the form value, and holds toolbar, sheet and the text as markup.
 */
export function edit(place) {
  const field = document.getElementById(place.dataset.editor);
  const form = field.form;
  const start = place.querySelector("template");
  const status = place.querySelector("[role=status]");
  const server = {
    address: place.dataset.paste,
    token: form.elements["form-token"].value,
    failed: place.dataset.failed,
    say: (lines) => { status.textContent = lines.join(" "); },
  };
  const editor = new Editor({
    element: place.querySelector("[data-sheet]"),
    extensions: schema,
    content: withCellLines(start.innerHTML),
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": place.dataset.label, class: "text" },
      handlePaste: (view, event) => paste(editor, event, server),
    },
  });
  if (wordsOf(editor.view.dom) !== wordsOf(start.content)) {
    editor.destroy();
    return;
  }

  let isChanged = false;
  let isSent = false;
  editor.on("update", () => { isChanged = true; });
  form.addEventListener("formdata", (event) => { if (isChanged) event.formData.set(place.dataset.name, editor.getHTML()); });
  form.addEventListener("submit", () => { isSent = true; });
  addEventListener("beforeunload", (event) => { if (!isSent && (isChanged || place.dataset.unsaved === "true")) event.preventDefault(); });
  connect(place, editor);
  field.closest(".field").hidden = true;
  place.hidden = false;
}
