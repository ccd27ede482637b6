import { Editor } from "@tiptap/core";
import { withCellLines, wordsOf } from "./lines.js";
import { paste } from "./paste.js";
import { schemaFor } from "./schema.js";
import { connect } from "./toolbar.js";

/**
 * Puts the editor before the plain field that holds the same text. The field stays in the form: what it holds counts until something is
 * changed in the editor. Where somebody has begun to write in it, or the editor could not show every word, it stays in front.
 * @param {HTMLElement} place Names the field and the form value, and holds toolbar, sheet and the text as markup.
 */
export function edit(place) {
  const field = document.getElementById(place.dataset.editor);
  if (field.value !== field.defaultValue || document.activeElement === field) return;
  const form = field.form;
  const start = place.querySelector("template");
  const status = place.querySelector("[role=status]");
  const server = {
    address: place.dataset.paste,
    token: form.elements["form-token"].value,
    failed: place.dataset.failed,
    say: (lines) => { status.textContent = lines.join(" "); },
  };
  let isChanged = false;
  let isSent = false;
  let pending = null;
  const editor = new Editor({
    element: place.querySelector("[data-sheet]"),
    extensions: schemaFor(place.dataset.pictures),
    content: withTail(withCellLines(start.innerHTML)),
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": place.dataset.label, class: "text" },
      handlePaste: (view, event) => {
        const pasting = paste(editor, event, server);
        if (pasting === null) return false;
        isChanged = true;
        const all = Promise.all([pending, pasting]).then(() => { if (pending === all) pending = null; });
        pending = all;
        return true;
      },
    },
  });
  if (wordsOf(editor.view.dom) !== wordsOf(start.content)) {
    editor.destroy();
    return;
  }

  editor.on("update", () => {
    isChanged = true;
    addTail(editor);
  });
  form.addEventListener("formdata", (event) => { if (isChanged) event.formData.set(place.dataset.name, editor.getHTML()); });
  form.addEventListener("submit", (event) => {
    if (pending) {
      // What is being pasted goes along.
      event.preventDefault();
      pending.then(() => form.requestSubmit(event.submitter));
      return;
    }
    isSent = true;
  });
  addEventListener("beforeunload", (event) => { if (!isSent && (isChanged || place.dataset.unsaved === "true")) event.preventDefault(); });
  connect(place, editor);
  field.closest(".field").hidden = true;
  place.hidden = false;
}

/** A line behind a table or a picture that ends the text: the cursor has to get there. It says nothing, so the server drops it. */
function withTail(html) {
  return /(<\/table>|<\/div>|<\/figure>)\s*$/.test(html) ? `${html}<p></p>` : html;
}

function addTail(editor) {
  const { tr, schema, doc } = editor.state;
  if (doc.lastChild?.isTextblock || ["bulletList", "orderedList"].includes(doc.lastChild?.type.name)) return;
  editor.view.dispatch(tr.insert(doc.content.size, schema.nodes.paragraph.create()).setMeta("addToHistory", false));
}
