"use strict";
// Sends files to the laptop in pieces. The laptop says how far it has got, so whatever breaks off goes on there:
// a lost connection after a while by itself, a page that was closed once the same file is chosen again.
(function () {
  const words = JSON.parse(document.getElementById("words").textContent);
  const base = location.pathname;
  const smallest = 256 * 1024, largest = 4 * 1024 * 1024, atOnce = 2, shownAtOnce = 400;
  // Why trying again would change nothing.
  const final = ["unsupported", "too_large", "bad_input", "over"];
  const items = [];
  let piece = 1024 * 1024, running = 0, over = false, cut = false, watching = false;

  const $ = (id) => document.getElementById(id);
  const say = (key, ...args) => args.reduce((text, arg, i) => text.replace("%" + (i + 1), arg), words[key] || key);
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));

  function phoneId() {
    const fresh = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, "0")).join("");
    try {
      const kept = localStorage.getItem("phone");
      if (kept) return kept;
      localStorage.setItem("phone", fresh);
    } catch (e) { /* a private window: a closed page begins anew */ }
    return fresh;
  }
  const phone = phoneId();

  function size(bytes) {
    if (bytes < 1000) return bytes + " B";
    if (bytes < 1e6) return (bytes / 1e3).toFixed(0) + " kB";
    if (bytes < 1e9) return (bytes / 1e6).toFixed(1) + " MB";
    return (bytes / 1e9).toFixed(2) + " GB";
  }

  // --- talking to the laptop

  // Broken off: later again. Over: the laptop knows this page no more. Anything else it answers is final.
  class Broken extends Error {}
  class Over extends Error {}

  function ask(method, path, body, sent) {
    return new Promise((good, bad) => {
      const request = new XMLHttpRequest();
      request.open(method, base + path);
      request.timeout = 110000;
      request.onload = () => {
        if (request.status === 404) return bad(new Over());
        if (request.status === 429) return bad(new Broken());
        try {
          const answer = JSON.parse(request.responseText);
          if (request.status === 200 || request.status === 409) good(answer);
          else bad(new Error("refused"));
        } catch (e) { bad(new Broken()); }
      };
      request.onerror = request.ontimeout = request.onabort = () => bad(new Broken());
      if (sent) request.upload.onprogress = (event) => sent(event.loaded);
      request.send(body === undefined ? null : body);
    });
  }

  function offer(item, anew) {
    return ask("POST", "/files", JSON.stringify({
      phone: phone, name: item.file.name, size: item.file.size, modified: item.file.lastModified, anew: anew
    }));
  }

  const crcTable = new Uint32Array(256).map((_, n) => {
    for (let i = 0; i < 8; ++i) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  async function crcOf(file, end) {
    let crc = 0xffffffff;
    for (let at = 0; at < end; at += largest) {
      const bytes = new Uint8Array(await file.slice(at, Math.min(end, at + largest)).arrayBuffer());
      for (let i = 0; i < bytes.length; ++i) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[i]) & 255];
    }
    return (crc ^ 0xffffffff) >>> 0;
  }

  function take(item, answer) {
    item.id = answer.id;
    item.received = answer.received;
    item.sent = 0;
    item.state = answer.state;
    item.sha256 = answer.sha256;
    item.why = answer.why;
    item.show();
  }

  async function send(item) {
    let answer = await offer(item, false);
    // Begun by another page: only if it is the same file does it go on.
    if (answer.state === "sending" && answer.received > 0 && !item.begun &&
        await crcOf(item.file, answer.received) !== answer.crc)
      answer = await offer(item, true);
    item.begun = true;
    take(item, answer);
    while (item.state === "sending") {
      // Read before it is sent: a file that the phone cannot give is not a broken connection.
      const end = Math.min(item.received + piece, item.file.size);
      const bytes = await item.file.slice(item.received, end).arrayBuffer();
      if (bytes.byteLength !== end - item.received) throw new Error("unreadable");
      const began = Date.now();
      answer = await ask("PUT", "/files/" + item.id + "?at=" + item.received, bytes, (sent) => {
        item.sent = sent;
        item.show();
      });
      if (Date.now() - began < 1500) piece = Math.min(largest, piece * 2);
      else if (Date.now() - began > 8000) piece = Math.max(smallest, piece / 2);
      item.tries = 0;
      setCut(false);
      take(item, answer);
    }
  }

  async function work() {
    ++running;
    let item;
    while (!over && (item = items.find((one) => one.state === "waiting"))) {
      item.state = "sending";
      item.show();
      while (item.state === "sending" && !over) {
        try {
          await send(item);
        } catch (error) {
          if (error instanceof Over) setOver();
          else if (error instanceof Broken) {
            piece = smallest;
            item.sent = 0;
            setCut(true);
            await wait(Math.min(8000, 400 * Math.pow(2, item.tries++)));
          } else {
            item.state = "failed";
            item.why = error.message === "refused" ? "bad_input" : "unreadable";
          }
          item.show();
        }
      }
      watch();
    }
    --running;
  }

  function start() {
    while (running < atOnce && !over && items.filter((one) => one.state === "waiting").length > 0) {
      const before = running;
      work();
      if (running === before) break;
    }
  }

  // What is whole becomes safe a little later; the laptop says when.
  async function watch() {
    if (watching) return;
    watching = true;
    while (!over && items.some((one) => one.state === "keeping")) {
      await wait(700);
      try {
        const states = new Map((await ask("GET", "/files?phone=" + phone)).files.map((one) => [one.id, one]));
        setCut(false);
        for (const item of items)
          if (item.state === "keeping" && states.has(item.id)) take(item, states.get(item.id));
      } catch (error) {
        if (error instanceof Over) setOver();
        else setCut(true);
      }
    }
    watching = false;
  }

  // --- what is seen

  function element(name, parent, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    parent.appendChild(made);
    return made;
  }

  function makeRow(item) {
    const row = document.createElement("li");
    $("list").insertBefore(row, $("list").firstChild);
    while ($("list").children.length > shownAtOnce) $("list").removeChild($("list").lastChild);
    const head = element("div", row, "name");
    element("b", head).textContent = item.file.name;
    element("span", head).textContent = size(item.file.size);
    const state = element("div", row, "state");
    const line = element("div", row, "line");
    const bar = element("i", line);
    const again = element("button", row);
    again.textContent = say("again");
    again.onclick = () => {
      item.state = "waiting";
      item.tries = 0;
      item.show();
      start();
    };
    item.show = () => {
      row.className = item.state;
      state.textContent = item.state === "safe" ? "✓ " + say("safe")
        : item.state === "failed" ? "! " + say(words["why_" + item.why] ? "why_" + item.why : "failed")
        : item.state === "sending" && cut ? say("cut") : say(item.state);
      if (item.state === "safe") element("code", state).textContent = item.sha256.slice(0, 8);
      const part = item.file.size ? Math.min(1, (item.received + item.sent) / item.file.size) : 1;
      bar.style.width = (100 * part).toFixed(1) + "%";
      line.hidden = item.state !== "sending";
      again.hidden = item.state !== "failed" || final.includes(item.why);
      later();
    };
  }

  let waiting = false;
  function later() {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; total(); }, 100);
  }

  function total() {
    const safe = items.filter((one) => one.state === "safe").length;
    const failed = items.filter((one) => one.state === "failed").length;
    let all = 0, done = 0;
    for (const item of items) {
      all += item.file.size;
      done += item.state === "safe" || item.state === "keeping" ? item.file.size
        : item.state === "failed" ? 0 : Math.min(item.file.size, item.received + item.sent);
    }
    $("sum").hidden = items.length === 0;
    $("count").textContent = say("count", safe, items.length);
    $("bar").firstChild.style.width = (all ? 100 * done / all : 0).toFixed(1) + "%";
    $("bar").className = items.length > 0 && safe === items.length ? "done" : "";
    $("bar").setAttribute("aria-valuenow", Math.round(all ? 100 * done / all : 0));
    $("rest").textContent = over ? "" : cut ? say("cut_long") : safe === items.length ? say("all_safe")
      : failed + safe === items.length ? say("some_failed", failed) : size(done) + " / " + size(all);
    document.title = items.length > 0 ? safe + "/" + items.length + " · " + say("title") : say("title");
  }

  function setCut(now) {
    if (cut === now) return;
    cut = now;
    for (const item of items) if (item.state === "sending") item.show();
    later();
  }

  function setOver() {
    over = true;
    $("over").hidden = false;
    $("choose").hidden = true;
    for (const item of items)
      if (item.state === "waiting" || item.state === "sending" || item.state === "keeping") {
        item.state = "failed";
        item.why = "over";
        item.show();
      }
    for (const button of document.querySelectorAll("#list button")) button.hidden = true;
  }

  $("files").onchange = (event) => {
    for (const file of event.target.files) {
      const item = { file: file, state: "waiting", received: 0, sent: 0, tries: 0 };
      items.push(item);
      makeRow(item);
      item.show();
    }
    // So that the same file may be chosen once more.
    event.target.value = "";
    start();
  };
  addEventListener("online", () => { for (const item of items) item.tries = 0; });
  addEventListener("beforeunload", (event) => {
    if (!over && items.some((one) => one.state === "sending" || one.state === "waiting")) event.preventDefault();
  });

  document.querySelector("h1").textContent = say("heading");
  $("lead").textContent = say("lead");
  document.querySelector("#choose span").textContent = say("choose");
  $("files").setAttribute("aria-label", say("choose"));
  document.querySelector("#over p").textContent = say("over");
  const notes = ["note_awake", "note_hash", "note_plain"];
  if (/iPhone|iPad/.test(navigator.userAgent)) notes.splice(1, 0, "note_iphone");
  for (const note of notes) element("p", $("notes")).textContent = say(note);
})();
