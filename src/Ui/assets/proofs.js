/**
 * Solves the challenge of a form as soon as somebody works on it, and holds a form that is sent earlier until it is solved.
 * What cannot be solved (no secure connection, no answer, an old browser) is waited for instead: the ticket of the form ripens by itself.
 */
export function watch(field) {
  field.dataset.watched = "";
  const form = field.closest("form");
  const proof = field.querySelector("[name=proof]");
  const state = field.querySelector("[role=status]");
  const again = field.querySelector("button");
  const ripeAt = performance.now() + Number(field.dataset.wait) * 1000;
  let solving = null;
  let held = false;
  let sent = false;
  let hasFailed = false;
  let goodUntil = Infinity; // by the page's own clock: that of the machine may be wrong

  const left = () => Math.max(0, Math.ceil((ripeAt - performance.now()) / 1000));
  const say = (name) => {
    field.dataset.state = name;
    state.textContent = (field.dataset[name] ?? "").replace("{0}", String(left()));
    again.hidden = name !== "failed";
  };

  const solve = () => {
    if (solving) return solving;
    say("solving");
    const askedAt = performance.now();
    solving = search(field.dataset.proof)
      .then((payload) => {
        proof.value = payload;
        goodUntil = askedAt + Number(field.dataset.good) * 1000;
        hasFailed = false;
        say("solved");
      })
      .catch(() => {
        hasFailed = true;
        say("failed");
      })
      .finally(() => (solving = null));
    return solving;
  };

  const isSolved = () => proof.value !== "" && performance.now() < goodUntil;

  const send = async (submitter) => {
    held = true;
    proof.value = "";
    await solve();
    if (!isSolved()) {
      say("waiting");
      await new Promise((ripe) => setTimeout(ripe, left() * 1000));
    }
    held = false;
    form.requestSubmit(submitter);
  };

  // Before everything else that listens: a form that is held is not sent by anybody.
  form.addEventListener(
    "submit",
    (event) => {
      if (!held && !sent && (isSolved() || (hasFailed && left() === 0))) {
        sent = true;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!held && !sent) send(event.submitter);
    },
    { capture: true },
  );
  // Back from the page that followed: what was proved has been used.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    proof.value = "";
    solve();
  });
  again.addEventListener("click", solve);

  field.querySelector(".proof-wait").hidden = true;
  if (proof.value) say("solved");
  else if (form.contains(document.activeElement)) solve();
  else {
    say("ready");
    form.addEventListener("focusin", solve, { once: true });
  }
}

/** Fetches a challenge and searches for its solution in as many threads as the machine has to spare. */
async function search(address) {
  if (!globalThis.isSecureContext) throw new Error("The browser lends its cryptography to secure pages only");
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(`No challenge: ${answer.status}`);
  const challenge = await answer.json();
  const threads = Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  const workers = [];
  try {
    const solution = await new Promise((found, failed) => {
      for (let start = 0; start < threads; start++) {
        const worker = new Worker(new URL("./proof-worker.js", import.meta.url), { type: "module" });
        workers.push(worker);
        worker.onerror = failed;
        worker.onmessage = ({ data }) => (data && !data.error ? found(data) : failed(data));
        worker.postMessage({ type: "work", challenge, counterStart: start, counterStep: threads });
      }
    });
    return btoa(JSON.stringify({ challenge, solution }));
  } finally {
    workers.forEach((worker) => worker.terminate());
  }
}
