// The loader: starts the browser program named by <html data-wasm="…"> as it
// streams in, and says something useful when it cannot. wasm_exec.js (Go's own)
// comes first and defines Go.
(() => {
  "use strict";
  const root = document.documentElement;

  // The theme chosen on this device, before anything is drawn anew.
  try {
    const theme = localStorage.getItem("accord_theme");
    if (theme) root.dataset.theme = theme;
  } catch { /* storage is forbidden: the system's theme holds */ }

  const words = {
    en: {
      missing: "This browser cannot run the portal: WebAssembly is missing or switched off. Use a current version of Chrome, Edge, Firefox or Safari, or ask your administrator to allow WebAssembly for this site.",
      network: "The portal could not be loaded. Check the connection and try again.",
      crashed: "The portal has stopped because of an error. What was sent is safe.",
      retry: "Load again",
    },
    ja: {
      missing: "このブラウザではポータルを利用できません。WebAssembly が無効になっているか、対応していません。最新の Chrome、Edge、Firefox、Safari をご利用いただくか、管理者にこのサイトでの WebAssembly の許可をご依頼ください。",
      network: "ポータルを読み込めませんでした。接続を確認して、もう一度お試しください。",
      crashed: "エラーのためポータルが停止しました。送信済みの内容は保存されています。",
      retry: "再読み込み",
    },
  };

  const fail = (what, error) => {
    if (error) console.error(error);
    const text = words[root.lang === "ja" ? "ja" : "en"];
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

  const instantiate = async (url, imports) => {
    const answer = await fetch(url, { credentials: "same-origin" });
    if (!answer.ok) throw new TypeError("status " + answer.status);
    if (WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(answer, imports);
    return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  };

  const start = async () => {
    const url = root.dataset.wasm;
    if (!url) return; // the program was not built; the page says so
    if (typeof WebAssembly !== "object" || typeof Go !== "function") return fail("missing");
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

  start();
})();
