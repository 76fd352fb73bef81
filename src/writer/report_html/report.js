// Filters what is on the page. Without it everything is shown.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const { department, rule, severity, search } = form.elements;
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const numberOf = (row) => Number(row.dataset.n || 1);

  // The words of the rows, made when somebody first searches.
  let groups = null;
  function read() {
    groups = [];
    for (const section of document.querySelectorAll("section.notice")) {
      const name = folded(section.querySelector("h2").textContent);
      for (const body of section.querySelectorAll("tbody")) {
        const rows = Array.from(body.rows);
        const above = name + " " + folded(rows[0].textContent);
        groups.push({ section, body, rows: rows.slice(1), above, texts: null });
      }
    }
  }

  function apply() {
    if (!groups) read();
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const counts = new Map();
    let all = 0;
    let count = 0;
    for (const group of groups) {
      const { section, body, rows, above } = group;
      const mayShow =
        (!department.value || section.id === department.value) && (!rule.value || body.dataset.rule === rule.value);
      if (words.length && !group.texts) group.texts = rows.map((row) => above + " " + folded(row.textContent));
      let here = 0;
      rows.forEach((row, at) => {
        const show =
          mayShow &&
          (!severity.value || row.className === severity.value) &&
          words.every((word) => group.texts[at].includes(word));
        row.hidden = !show;
        all += numberOf(row);
        if (show) here += numberOf(row);
      });
      body.hidden = here === 0;
      count += here;
      counts.set(section, (counts.get(section) || 0) + here);
    }
    for (const [section, here] of counts) section.hidden = here === 0;
    none.hidden = count > 0;
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{all}", all);
    document.body.classList.toggle("filtered", count < all);
  }

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("print").addEventListener("click", () => print());

  // A link leads to what it names, also where that is filtered out.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
    }
  });

  // Paper has no folds.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = Array.from(document.querySelectorAll(".notice details:not([open]), .aside details:not([open])"));
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
  });

  form.hidden = false;
  apply();
})();
