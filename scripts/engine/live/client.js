// Follows the page that is shown: asks what became of it, loads it anew when it has changed, and
// shows what is wrong with it. Put into pages by the live server alone.
(() => {
  const here = () => document.querySelector("meta[name=docs-live]").content.split(" ");
  let shown = here()[1] || "";
  let asking;

  function tell(problem, html) {
    shown = problem;
    document.getElementById("docs-live-problem")?.remove();
    if (!html) return;
    const host = document.createElement("div");
    host.id = "docs-live-problem";
    host.attachShadow({ mode: "open" }).innerHTML = html;
    document.body.append(host);
  }

  async function ask() {
    const [version] = here();
    const path = location.pathname;
    asking = new AbortController();
    const query = new URLSearchParams({ path, version, problem: shown });
    const response = await fetch(`/_docs_live?${query}`, { signal: asking.signal });
    if (response.status !== 200 || path !== location.pathname || version !== here()[0]) return;
    const now = await response.json();
    if (now.version !== version) {
      location.reload();
      await new Promise(() => {}); // asking again would begin the load again
    }
    if (now.problem !== shown) tell(now.problem, now.html);
  }

  const seen = () =>
    new Promise((resolve) => {
      if (document.visibilityState === "visible") resolve();
      else document.addEventListener("visibilitychange", resolve, { once: true });
    });

  async function follow() {
    for (;;) {
      await seen();
      try {
        await ask();
      } catch (error) {
        if (error.name !== "AbortError") await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  // A hidden page holds no connection; a page that came without a load is another page.
  document.addEventListener("visibilitychange", () => document.hidden && asking?.abort());
  window.document$?.subscribe(() => {
    asking?.abort();
    if (shown) tell("", "");
  });
  follow();
})();
