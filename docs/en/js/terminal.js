// Plays console blocks as a terminal.
//
//   $ command             typed, with the prompt $
//   # (env) $ command     typed, with the prompt (env) $
//   // text               a comment
//   ---> 100%             a progress bar
//   anything else         output
//
// A command that ends in a backslash goes on in the next line. All text is in the page from the
// beginning: lines that are still to come are only transparent, so nothing moves, a screen reader
// reads all of it, and without this script, with reduced motion or on paper it is all there.

import { onPage, settings } from "./settings.js";

const START = 400;
const PAUSE = 350;
const KEY = 45;
const LONGEST_TYPING = 1800;
const PROGRESS = 1200;

const KINDS = [
  { kind: "comment", pattern: /^\/\/ / },
  { kind: "progress", pattern: /^---> 100%$/ },
  { kind: "input", pattern: /^\$ /, prompt: () => "$ " },
  { kind: "input", pattern: /^# (.*?\$ )/, prompt: (match) => match[1] },
];

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** What a line of a console block is: its kind, what is cut from its start, and its prompt. */
export function readLine(text, continues) {
  if (continues) return { kind: "input", cut: 0, prompt: "" };
  for (const { kind, pattern, prompt } of KINDS) {
    const match = pattern.exec(text);
    if (match) return { kind, cut: match[0].length, prompt: prompt ? prompt(match) : "" };
  }
  return { kind: "output", cut: 0, prompt: "" };
}

/** The commands among the lines of a console block, as somebody would paste them. */
export function commands(lines) {
  const inputs = lines.filter(({ kind }) => kind === "input");
  return inputs.map(({ text, cut }) => text.slice(cut)).join("\n");
}

/** The lines of a console block, in order. */
export function readLines(texts) {
  const lines = [];
  for (const text of texts) {
    const last = lines.at(-1);
    const continues = last?.kind === "input" && last.text.endsWith("\\");
    lines.push({ text, ...readLine(text, continues) });
  }
  return lines;
}

// The highlighter wraps each line in a span of its own.
function lineElements(code) {
  return [...code.querySelectorAll(":scope > span[id]")];
}

function textOf(element) {
  return element.textContent.replace(/\n$/, "");
}

// Removes the first characters of an element, whatever elements they are in.
function cutStart(element, count) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let left = count; left > 0 && walker.nextNode(); ) {
    const node = walker.currentNode;
    const cut = Math.min(left, node.length);
    node.deleteData(0, cut);
    left -= cut;
  }
}

function span(className, text = "") {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function drawLine(element, { kind, cut, prompt }) {
  element.classList.add("terminal-line", `terminal-${kind}`);
  cutStart(element, cut);
  if (kind === "progress") {
    element.prepend(span("terminal-bar", "100%"));
  } else if (kind === "input") {
    const typed = span("terminal-typed");
    typed.append(...element.childNodes);
    // The line break stays outside, so that the typed text is one box as wide as its letters.
    const end = typed.lastChild;
    if (end?.nodeType === Node.TEXT_NODE) end.data = end.data.replace(/\n$/, "");
    element.append(span("terminal-prompt", prompt), typed, "\n");
  }
}

class Terminal {
  constructor(block, code) {
    this.block = block;
    this.elements = lineElements(code);
    this.lines = readLines(this.elements.map(textOf));
    this.elements.forEach((element, index) => drawLine(element, this.lines[index]));
    const copied = commands(this.lines);
    if (copied) block.dataset.copy = copied;
    this.button = this.makeButton();
    this.round = 0;
  }

  makeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "terminal-button";
    button.addEventListener("click", () => (this.playing ? this.finish() : this.play()));
    return button;
  }

  get playing() {
    return this.block.dataset.terminal === "playing";
  }

  show(state) {
    this.block.dataset.terminal = state;
    const playing = state !== "done";
    this.button.textContent = playing
      ? `${settings.terminalFast} →`
      : `${settings.terminalRestart} ↻`;
  }

  // Shows everything now, and stops what is running.
  finish() {
    this.round += 1;
    for (const element of this.elements) element.dataset.shown = "";
    this.drawing?.finish();
    this.show("done");
  }

  // Hides everything and waits to be seen.
  arm() {
    this.block.append(this.button);
    this.hide();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        observer.disconnect();
        this.play();
      },
      { threshold: 0.3 },
    );
    observer.observe(this.block);
  }

  hide() {
    for (const element of this.elements) delete element.dataset.shown;
    this.show("waiting");
  }

  async play() {
    this.hide();
    this.show("playing");
    const round = ++this.round;
    await pause(START);
    for (const [index, element] of this.elements.entries()) {
      if (round !== this.round) return;
      const { kind } = this.lines[index];
      const goesOn = kind === "output" && this.lines[index - 1]?.kind === "output";
      if (index > 0 && !goesOn) await pause(PAUSE);
      if (round !== this.round) return;
      element.dataset.shown = "";
      this.drawing = draw(element, kind);
      await this.drawing?.finished;
    }
    if (round === this.round) this.finish();
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Types the command or fills the bar: uncovers it from its left edge, letter by letter.
function draw(element, kind) {
  const box = element.querySelector(":scope > .terminal-typed, :scope > .terminal-bar");
  if (!box) return undefined;
  const steps = kind === "input" ? Math.max(box.textContent.length, 1) : 30;
  const duration = kind === "input" ? Math.min(steps * KEY, LONGEST_TYPING) : PROGRESS;
  return box.animate(
    [{ clipPath: "inset(-0.2em 100% -0.2em 0)" }, { clipPath: "inset(-0.2em 0 -0.2em 0)" }],
    { duration, easing: `steps(${steps})` },
  );
}

function enhance() {
  for (const block of document.querySelectorAll(".language-console.highlight")) {
    const code = block.querySelector("pre > code");
    if (!code || block.dataset.terminal || lineElements(code).length === 0) continue;
    const terminal = new Terminal(block, code);
    if (still.matches) block.dataset.terminal = "still";
    else terminal.arm();
  }
}

onPage(enhance);
