// The service worker: keeps one release of the program for starts without a
// network. The server puts `const release = {version, files, shells}` before
// this text, so that another release is another worker.
//
// A release takes the place of the one before without a word to the pages that
// run: their files stay until no page uses them, and no page is loaded again by
// anyone but the person.
"use strict";

const prefix = "accord-";
const own = prefix + release.version;

// How long a navigation may wait for the network before the kept page is shown,
// and a page for its answer to the question for its version.
const patience = 2500, silence = 2000;

self.addEventListener("install", (event) => {
  // Where a browser can, it does not ask this worker about the API: that is
  // faster, and what a page sends as it closes does not wait for a worker to start.
  event.addRoutes?.({ condition: { urlPattern: { pathname: "/api/*" } }, source: "network" })
    ?.catch(() => { /* not in this form: the worker leaves it to the network itself */ });
  event.waitUntil(keep());
});
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (isPage(url.pathname)) event.respondWith(navigate(event));
  } else if (url.pathname.startsWith("/web/")) {
    event.respondWith(file(request));
  } // everything else, the API above all, is the network's alone
});

self.addEventListener("message", (event) => {
  switch (event.data?.ask) {
    case "version": return event.ports[0]?.postMessage(release.version);
    case "take over": return event.waitUntil(self.skipWaiting());
    case "started": return event.waitUntil(Promise.all([remember(event.data.lang), sweep()]));
    case "language": return event.waitUntil(remember(event.data.lang));
  }
});

// keep stores the release; what an older one has stored already is not loaded
// again, as an address names its content.
const keep = async () => {
  const cache = await caches.open(own);
  await Promise.all([...release.files, ...Object.values(release.shells)].map(async (url) => {
    const known = lasting(url) && await caches.match(url, { ignoreVary: true });
    const answer = known || await fetch(url, { cache: "reload", credentials: "omit" });
    if (!answer.ok) throw new Error(url + ": status " + answer.status);
    await cache.put(url, answer);
  }));
};

const begin = async () => {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim(); // the page that installed it can go offline at once
  await sweep();
};

// lasting says whether a path names the content of its file.
const lasting = (path) => /^\/web\/[0-9a-f]{16}\//.test(path);

// isPage leaves the API's and the service's own addresses to the network.
const isPage = (path) => !/^\/(api|dev|web|shell|healthz|readyz|metrics)(\/|$)/.test(path);

// navigate asks the network, which knows the newest release; without an answer
// in time it shows the kept page, whatever the address is: the program finds
// its way by the address.
const navigate = async (event) => {
  const network = (async () => (await event.preloadResponse) || fetch(event.request))();
  event.waitUntil(network.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  try {
    const answer = await Promise.race([network, late]);
    if (answer && answer.status < 500) return answer;
    return (await shell()) || answer || network;
  } catch (error) {
    const kept = await shell();
    if (kept) return kept;
    throw error;
  }
};

const shell = async () => {
  const cache = await caches.open(own);
  return cache.match(release.shells[await language()], { ignoreVary: true });
};

// file answers an address that names its content from any release that is kept,
// so that an older page finds its own. Other files may have changed: the
// network is asked first.
const file = async (request) => {
  const kept = () => caches.match(request.url, { ignoreVary: true });
  if (lasting(new URL(request.url).pathname)) return (await kept()) || fetch(request);
  return fetch(request).catch(async (error) => {
    const answer = await kept();
    if (answer) return answer;
    throw error;
  });
};

// The language that was chosen: a worker reads neither the cookie nor the header.
const choice = "/language";

const remember = async (lang) => {
  if (lang in release.shells) await (await caches.open(own)).put(choice, new Response(lang));
};

const language = async () => {
  const kept = await caches.match(choice);
  const lang = kept ? await kept.text() : (navigator.language || "").slice(0, 2);
  return lang in release.shells ? lang : "en";
};

// What was done without a network, and waits on the device, is sent also when no
// page is open (Background Sync). The rows and their states are the program's
// (app/session/outgoing.go), and so is the lock: whoever has it sends.
self.addEventListener("sync", (event) => {
  if (event.tag === "accord-outbox") event.waitUntil(navigator.locks.request("accord_outbox", sendOutbox));
});

const settled = (request, good = "success") => new Promise((resolve, reject) => {
  request["on" + good] = () => resolve(request.result);
  request.onerror = request.onabort = () => reject(request.error);
});

// inOutbox does something in one transaction; what is done is on the disk.
const inOutbox = async (db, act) => {
  const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
  const done = settled(tx, "complete");
  const asked = act(tx.objectStore("outbox"));
  await done;
  return asked;
};

const sendOutbox = async () => {
  const opening = indexedDB.open("accord");
  opening.onupgradeneeded = () => opening.transaction.abort(); // no page has made one: nothing waits
  const db = await settled(opening).catch(() => null);
  if (!db) return;
  try {
    while (await sendFirst(db));
  } finally {
    db.close();
    new BroadcastChannel("accord").postMessage("outbox");
  }
};

// sendFirst sends the first row that waits, and says whether the next may
// follow. What fails for want of a network makes the browser try again later.
const sendFirst = async (db) => {
  const [keys, texts] = (await inOutbox(db, (box) => [box.getAllKeys(), box.getAll()])).map((asked) => asked.result);
  const at = texts.findIndex((text) => JSON.parse(text).state === "waiting");
  if (at < 0) return false;
  const row = JSON.parse(texts[at]);
  const answer = await fetch(row.path, {
    method: row.method, body: row.body === undefined ? undefined : JSON.stringify(row.body), cache: "no-store",
    signal: AbortSignal.timeout(20_000), // pages wait for the lock meanwhile
    headers: { "Content-Type": "application/json", "Accept": "application/json", "Accept-Language": await language(),
      "Idempotency-Key": row.key, "Accord-Account": row.account },
  });
  const put = (change) => inOutbox(db, (box) => { // unless it was wiped meanwhile
    box.getKey(keys[at]).onsuccess = (event) => {
      if (event.target.result !== undefined) box.put(JSON.stringify({ ...row, ...change }), keys[at]);
    };
  });
  if (answer.status === 401) return false; // the next page that opens finds the session over
  if (answer.status === 500) await put({ tries: (row.tries || 0) + 1 }); // the program counts them, and sets it aside
  if (answer.status >= 500 || answer.status === 429) throw new Error("status " + answer.status);
  if (answer.ok) {
    const text = await answer.text();
    if (text) JSON.parse(text); // throws for the page of a proxy that wants a sign-in of its own
    await inOutbox(db, (box) => { box.delete(keys[at]); });
    return true;
  }
  const problem = await answer.json().catch(() => ({ code: "bad_request" }));
  await put({ state: "refused", problem });
  return true;
};

// sweep removes the releases that no page uses. When a page does not say which
// it is, or a newer release is on its way, nothing is removed.
const sweep = async () => {
  if (self.registration.waiting || self.registration.installing) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const versions = await Promise.all(pages.map(versionOf));
  if (versions.includes(undefined)) return;
  const used = new Set([own, ...versions.map((v) => prefix + v)]);
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && !used.has(name)) await caches.delete(name);
  }
};

// versionOf asks a page for its release; undefined when it does not answer.
const versionOf = (page) => new Promise((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => resolve(event.data);
  setTimeout(resolve, silence);
  page.postMessage({ ask: "version" }, [channel.port2]);
});

// What the portal pushes (shared/wire, Push). A page that is in sight shows the
// change itself; then nothing is shown beside it, and what an older notification
// says of the same thing goes.
self.addEventListener("push", (event) => event.waitUntil(notify(event.data.json())));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data.url));
});
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

const notify = async ({ title, body, lang, tag, url }) => {
  const { registration } = self;
  if ((await portalPages()).some((page) => page.visibilityState === "visible")) {
    for (const shown of await registration.getNotifications({ tag })) shown.close();
    return;
  }
  await registration.showNotification(title, {
    body, lang, tag, data: { url }, renotify: true, icon: "/web/icons/192.png",
  });
};

// portalPages are the open pages of the program, the last used first.
const portalPages = async () => {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter((page) => isPage(new URL(page.url).pathname));
};

// openPage brings an open page to the front and lets the program go to the address: a
// page is not loaded again, as something may be typed in it.
const openPage = async (url) => {
  const pages = await portalPages();
  const there = pages.find((page) => new URL(page.url).pathname === url);
  const page = there || pages[0];
  if (!page) return self.clients.openWindow(url);
  if (!there) page.postMessage({ ask: "open", url });
  return page.focus();
};

// renew tells the portal the subscription that the browser has put in the place
// of another one. Where that fails, the next page does it.
const renew = async ({ oldSubscription, newSubscription }) => {
  const fresh = newSubscription || await self.registration.pushManager.subscribe(oldSubscription.options);
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/api/session/push", {
    method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ endpoint, keys }),
  });
};
