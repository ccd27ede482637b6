import { withCellLines } from "./lines.js";

/**
 * What comes from Word, WPS or another page is cleaned by the server, which reads it as it reads a file; what comes from the editor itself is
 * taken as it is. Where the server does not answer, the words alone are taken, so that pasting never fails.
 * @param {import("@tiptap/core").Editor} editor
 * @param {ClipboardEvent} event
 * @param {{ address: string, token: string, say: (lines: string[]) => void, failed: string }} server
 * @returns {Promise<void> | null} What has to end before the text is whole; null where the editor deals with the pasting itself.
 */
export function paste(editor, event, server) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  if (html === "" || html.includes("data-pm-slice")) return null;
  if (editor.isActive("table")) {
    editor.view.pasteText(plain);
    return Promise.resolve();
  }
  return cleaned(html, server).then(({ markup, lost }) => {
    // As a paste, not as blocks: one word stays within the sentence that it was pasted into.
    if (markup) editor.view.pasteHTML(withCellLines(markup));
    server.say(lost);
  }).catch(() => {
    editor.view.pasteText(plain);
    server.say([server.failed]);
  });
}

async function cleaned(html, { address, token }) {
  const body = new FormData();
  body.set("pasted", html);
  body.set("form-token", token);
  const answer = await fetch(address, { method: "POST", body });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}
