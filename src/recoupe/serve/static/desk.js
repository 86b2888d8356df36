"use strict";
// Everything works without this file; it only saves steps.
(() => {
  // Both columns of a pair stand at their passage.
  for (const column of document.querySelectorAll("[data-lit]")) {
    const mark = document.getElementById(column.dataset.lit);
    if (mark && column.contains(mark)) column.scrollTop += mark.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  }

  // A click on a marked passage opens it at the desk.
  for (const body of document.querySelectorAll(".body")) {
    body.addEventListener("click", (event) => {
      if (event.target.closest("a") || String(getSelection())) return;
      const mark = event.target.closest("[data-card]");
      const ref = mark && (mark.querySelector(":scope > a.ref") || document.querySelector(`[data-of="${mark.id}"] > a.ref`));
      if (ref) ref.click();
    });
  }

  // Keys: / to search, j and k along the lines of a page.
  const lines = () => [...document.querySelectorAll("main .card .open a, main .lines > li > a, main .matched .between a, main .found .headline a")];
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("seek").focus();
    } else if (event.key === "j" || event.key === "k") {
      const all = lines();
      const at = all.indexOf(document.activeElement);
      const next = all[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
      if (next) next.focus();
    }
  });

  // How far work is.
  const job = document.getElementById("job");
  const over = ["done", "failed", "stopped"];
  if (job && !over.includes(job.dataset.state)) {
    const bar = job.querySelector("progress");
    let seen = "";
    const look = async () => {
      try {
        const told = await (await fetch(job.dataset.job, {headers: {accept: "application/json"}})).json();
        if (over.includes(told.state) || told.state + told.message !== seen && seen) return location.reload();
        seen = told.state + told.message;
        if (told.total) { bar.max = told.total; bar.value = told.done; }
      } catch { /* the server is away for a moment */ }
      setTimeout(look, 700);
    };
    look();
  }

  // The contents fold away on a narrow screen.
  const fold = document.querySelector(".fold");
  if (fold && matchMedia("(max-width: 70rem)").matches) fold.open = false;

  // Filter who said what.
  const find = document.getElementById("find"), kind = document.getElementById("find-kind"), count = document.getElementById("find-count");
  if (find && kind && count) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const rows = [...document.querySelectorAll(".teller")].map((s) => [s, [...s.querySelectorAll("li")].map((li) => [li, plain(s.querySelector("h2, h3").textContent + " " + li.textContent)])]);
    const filter = () => {
      let shown = 0;
      for (const [speaker, said] of rows) {
        let any = false;
        for (const [line, text] of said) {
          const on = (!kind.value || speaker.dataset.kind === kind.value) && text.includes(plain(find.value));
          line.hidden = !on;
          any ||= on;
          shown += on;
        }
        speaker.hidden = !any;
      }
      count.textContent = count.dataset.told.replace("{n}", shown);
    };
    find.addEventListener("input", filter);
    kind.addEventListener("input", filter);
    document.querySelector(".filter").hidden = false;
    filter();
  }
})();
