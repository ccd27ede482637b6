/** Print, copy the address, read aloud: buttons that mean nothing without scripts, so they appear with them. */
export function enhanceTools(part) {
  for (const tools of part.querySelectorAll("[data-tools][hidden]")) {
    const button = (name) => tools.querySelector(`[data-tool=${name}]`);
    button("print").addEventListener("click", () => window.print());
    copyAddress(button("copy"), tools.querySelector("[role=status]"));
    readAloud(button("read"));
    tools.hidden = false;
  }
}

function copyAddress(button, status) {
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    status.textContent = button.dataset.done;
  });
}

function readAloud(button) {
  if (!("speechSynthesis" in window)) {
    button.hidden = true;
    return;
  }
  const start = button.textContent;
  const rest = () => {
    button.textContent = start;
    button.setAttribute("aria-pressed", "false");
  };
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      rest();
      return;
    }
    const words = new SpeechSynthesisUtterance(document.querySelector("#main").innerText);
    words.lang = document.documentElement.lang;
    words.addEventListener("end", rest);
    words.addEventListener("error", rest);
    speechSynthesis.speak(words);
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
