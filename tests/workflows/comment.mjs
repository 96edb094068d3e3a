// Runs the script of a github-script step as that action does, against a GitHub of plain data: reads
// {script, run, pulls, comments} as JSON, prints the calls that write, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { script, run, pulls, comments } = JSON.parse(readFileSync(0, "utf8"));
const written = [];
const note = (name) => async (given) => void written.push([name, given]);
const list = async () => pulls;
const listComments = async () => comments;
const github = {
  paginate: (call, given) => call(given),
  rest: {
    pulls: { list },
    issues: { listComments, createComment: note("create"), updateComment: note("update") },
  },
};
const context = { repo: { owner: "guide", repo: "docs" }, payload: { workflow_run: run } };
const names = { github, context, core: { info: () => {} }, require: createRequire(import.meta.url) };
const AsyncFunction = (async () => {}).constructor;
await new AsyncFunction(...Object.keys(names), script)(...Object.values(names));
console.log(JSON.stringify(written));
