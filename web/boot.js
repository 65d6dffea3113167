// The loader: starts the browser program named by <html data-wasm="…"> as it
// streams in, and says something useful when it cannot. wasm_exec.js (Go's own)
// comes first and defines Go.
(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.started = ""; // the style sheet says so where this never runs

  // The theme chosen on this device, before anything is drawn anew.
  try {
    const theme = localStorage.getItem("accord_theme");
    if (theme) root.dataset.theme = theme;
  } catch { /* storage is forbidden: the system's theme holds */ }

  // What the server has drawn stands until the program shows the same: then the
  // program's page takes its place, with what was typed, where the focus was.
  const first = document.getElementById("first");
  const titled = first?.querySelector("[data-window]");
  if (titled?.dataset.window) document.title = titled.dataset.window;

  // The answers that came with the page, and when they were given.
  const given = document.getElementById("given");
  if (given) {
    const [navigation] = performance.getEntriesByType("navigation");
    globalThis.accordFirst = {
      answers: JSON.parse(given.textContent),
      at: performance.timeOrigin + (navigation?.responseStart || performance.now()),
    };
    given.remove();
  }

  // The page's entry of a navigation that is longer than the screen comes into
  // sight, whoever drew it.
  const showHere = () => document.querySelector(".nav-link[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  showHere();

  // Back leads to where one was on a page: the place lies in the history's entry
  // and is taken as the page grows, unless the person has gone on by then.
  let waited = 0;
  const stay = () => { delete root.dataset.back; };
  addEventListener("click", () => { // before it leads on
    if (scrollY > 0) history.replaceState({ top: scrollY }, "");
  }, { capture: true });
  addEventListener("popstate", (e) => {
    clearTimeout(waited);
    stay();
    if (!e.state?.top) return;
    root.dataset.back = e.state.top;
    waited = setTimeout(stay, 5000);
  });
  for (const kind of ["pointerdown", "wheel", "keydown"]) addEventListener(kind, stay, { capture: true, passive: true });
  new ResizeObserver(() => { if (root.dataset.back) scrollTo(0, root.dataset.back); }).observe(document.body);

  let composing = false; // an input method is at work: nothing moves
  const takeOver = () => {
    if (!first?.isConnected || composing) return;
    const own = (field) => field.id && document.body.firstElementChild.querySelector("#" + CSS.escape(field.id));
    for (const field of first.querySelectorAll("input, textarea, select")) {
      if (!own(field) || field.type === "hidden") continue;
      if (field.type === "checkbox" || field.type === "radio") own(field).checked = field.checked;
      else if (field.value) own(field).value = field.value;
    }
    const { activeElement: active, scrollingElement: page } = document;
    const focused = first.contains(active) && own(active), top = page.scrollTop;
    const { selectionStart: start, selectionEnd: end } = active ?? {};
    first.remove(); // the style sheet hides the program's page until then
    page.scrollTop = top;
    showHere();
    delete globalThis.accordFirst; // what nobody asked for by now is old
    if (!focused) return;
    focused.focus({ preventScroll: true });
    try {
      if (start !== null) focused.setSelectionRange(start, end);
    } catch { /* an e-mail field has no selection: the caret goes to its end */ }
  };
  first?.addEventListener("compositionstart", () => { composing = true; });
  first?.addEventListener("compositionend", () => { composing = false; setTimeout(later); });
  const later = () => { if (root.dataset.ready || root.dataset.phase) takeOver(); };

  // The page is ready; or it waits for more than came with it, and says so, or
  // why it cannot.
  const begun = new MutationObserver(() => {
    if (root.dataset.ready || root.dataset.phase === "failed") takeOver();
    else if (root.dataset.phase) setTimeout(takeOver, 1000);
  });
  begun.observe(root, { attributeFilter: ["data-ready", "data-phase"] });

  const words = {
    en: {
      loading: "Loading",
      missing: "This browser cannot run the portal: WebAssembly is missing or switched off. Use a current version of Chrome, Edge, Firefox or Safari, or ask your administrator to allow WebAssembly for this site.",
      storage: "This browser keeps no cookies and site data for the portal, which signing in needs. Allow them for this site and load the page again.",
      network: "The portal could not be loaded. Check the connection and try again.",
      crashed: "The portal has stopped because of an error. What was sent is safe.",
      retry: "Load again",
    },
    ja: {
      loading: "読み込み中",
      missing: "このブラウザではポータルを利用できません。WebAssembly が無効になっているか、対応していません。最新の Chrome、Edge、Firefox、Safari をご利用いただくか、管理者にこのサイトでの WebAssembly の許可をご依頼ください。",
      storage: "このブラウザでは、ログインに必要な Cookie とサイトデータを保存できません。このサイトでの保存を許可してから、再読み込みしてください。",
      network: "ポータルを読み込めませんでした。接続を確認して、もう一度お試しください。",
      crashed: "エラーのためポータルが停止しました。送信済みの内容は保存されています。",
      retry: "再読み込み",
    },
  };

  const fail = (what, error) => {
    if (error) console.error(error);
    const text = words[root.lang === "ja" ? "ja" : "en"];
    document.querySelector(".boot-progress")?.remove();
    const box = document.createElement("div");
    box.className = "boot-failure";
    box.setAttribute("role", "alert");
    const message = document.createElement("p");
    message.textContent = text[what];
    const retry = document.createElement("button");
    retry.className = "button primary";
    retry.type = "button";
    retry.textContent = text.retry;
    retry.addEventListener("click", () => location.reload());
    box.append(message, retry);
    document.body.append(box);
    root.dataset.failed = what;
  };

  // What the program asks the page for; everything else go-app knows of is
  // optional.
  globalThis.goappGetenv = (name) => (name === "GOAPP_STATIC_RESOURCES_URL" ? "/web" : "");

  // A first visit loads a while, so it is shown how far that is. Later visits
  // take the program from this device, compiled already, which a counted answer
  // would not be.
  const counted = (answer) => {
    const size = Number(root.dataset.size);
    if (!size || !answer.body || navigator.serviceWorker?.controller) return answer;
    const bar = document.createElement("progress");
    bar.className = "boot-progress";
    bar.max = size;
    bar.value = 0;
    bar.setAttribute("aria-label", words[root.lang === "ja" ? "ja" : "en"].loading);
    document.body.append(bar);
    const count = new TransformStream({
      transform(chunk, out) {
        bar.value += chunk.byteLength;
        out.enqueue(chunk);
      },
      flush() { bar.remove(); },
    });
    return new Response(answer.body.pipeThrough(count), { headers: answer.headers });
  };

  const instantiate = async (url, imports) => {
    let answer = await fetch(url, { credentials: "same-origin" });
    if (!answer.ok) throw new TypeError("status " + answer.status);
    answer = counted(answer);
    if (WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(answer, imports);
    return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  };

  const start = async () => {
    const url = root.dataset.wasm;
    if (!url) return; // the program was not built; the page says so
    if (typeof WebAssembly !== "object" || typeof Go !== "function") return fail("missing");
    try {
      void localStorage;
    } catch (error) { // then there are no cookies either
      return fail("storage", error);
    }
    const go = new Go();
    let program;
    try {
      program = await instantiate(url, go.importObject);
    } catch (error) {
      // A policy that forbids compiling throws a CompileError, a network that
      // does not deliver a TypeError.
      return fail(error instanceof WebAssembly.CompileError ? "missing" : "network", error);
    }
    try {
      await go.run(program.instance);
    } catch (error) {
      return fail("crashed", error);
    }
    fail("crashed"); // the program never ends by itself
  };

  // A release that is ready waits for the person: the page shows it, and loads
  // it when they press.
  const versionOf = (worker) => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data);
    worker.postMessage({ ask: "version" }, [channel.port2]);
  });

  const compare = async (worker) => {
    if (!worker) return;
    const version = await versionOf(worker);
    // This page is of the release already: nobody is interrupted.
    if (version === root.dataset.version) return worker.postMessage({ ask: "take over" });
    root.dataset.release = version;
    document.dispatchEvent(new Event("accord-release"));
  };

  const follow = (registration) => {
    const look = () => compare(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && registration.active) look();
      });
    });
    look();
    const check = () => registration.update().catch(() => { /* no network: the next look will tell */ });
    document.addEventListener("accord-look", check); // the line to the server is back
    document.addEventListener("accord-load", (event) => { // the person wants the release that waits
      const { waiting } = registration;
      if (!waiting) return;
      event.preventDefault();
      // Its worker takes over first: then it is there without a network too.
      waiting.addEventListener("statechange", () => { if (waiting.state === "activated") location.reload(); });
      setTimeout(() => location.reload(), 5000);
      waiting.postMessage({ ask: "take over" });
    });
    document.addEventListener("accord-outbox", () => // something waits: the worker sends it when no page does
      registration.sync?.register("accord-outbox").catch(() => { /* not allowed: the next page that opens sends it */ }));
    setInterval(check, 3600_000);
  };

  // The browser would install the portal: the page offers it at the right moment.
  const offer = (event) => {
    event?.preventDefault();
    if (event) globalThis.accordInstall = event;
    else delete globalThis.accordInstall;
    document.dispatchEvent(new Event("accord-install"));
  };
  addEventListener("beforeinstallprompt", offer);
  addEventListener("appinstalled", () => offer());

  const keep = async () => {
    const { serviceWorker } = navigator;
    if (!serviceWorker || !root.dataset.wasm) return;
    serviceWorker.addEventListener("message", (event) => {
      if (event.data?.ask === "version") event.ports[0].postMessage(root.dataset.version);
      if (event.data?.ask === "open") {
        root.dataset.open = event.data.url; // for a program that does not run yet
        document.dispatchEvent(new Event("accord-open"));
      }
    });
    serviceWorker.addEventListener("controllerchange", () => compare(serviceWorker.controller));
    try {
      follow(await serviceWorker.register("/worker.js", { updateViaCache: "none" }));
      const tell = (ask) => serviceWorker.controller?.postMessage({ ask, lang: root.lang });
      new MutationObserver(() => tell("language")).observe(root, { attributeFilter: ["lang"] });
      await serviceWorker.ready;
      tell("started");
    } catch (error) {
      console.warn("no offline copy of the program:", error); // storage is full or forbidden: the network serves
    }
  };

  start();
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep, { once: true });
})();
