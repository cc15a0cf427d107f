import { html } from "@pipelines/findings/escape";
import type { RegionalTag } from "./further-regions";
import { shortDigest } from "./repository";
import { nextBuilds } from "./status-text";
import type { EnvironmentStatus, ImageStatus, TagStatus } from "./status";
import { findingsText, megabytes, moment, span } from "./words";

/** Creates a page for people who pull the images: no script, and nothing loaded from elsewhere. */
export function statusPage(environments: readonly EnvironmentStatus[]): string {
  const at = environments[0]?.at ?? new Date().toISOString();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Container images</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Container images</h1>
<p>As of ${html(moment(at))}</p>
<nav>${environments.map(({ environment }) => `<a href="#${html(environment)}">${html(environment)}</a>`).join("")}</nav>
</header>
<main>
${environments.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function section({ environment, account, region, images, at }: EnvironmentStatus): string {
  return `<section id="${html(environment)}">
<h2>${html(environment)} <small>${html(account)} · ${html(region)}</small></h2>
<div class="grid">
${images.map((image) => card(image, new Date(at))).join("\n")}
</div>
</section>`;
}

function card(image: ImageStatus, now: Date): string {
  const errors = image.problems.filter(({ severity }) => severity === "error").length;
  const state = errors > 0 ? "bad" : image.problems.length > 0 ? "fair" : "good";
  const label = { bad: "needs attention", fair: "see notes", good: "fine" }[state];
  const build = image.lastBuild;
  const took = build?.minutes === undefined ? "" : `, ${build.minutes} min`;
  const facts: [string, string][] = [
    ["Built on", `<code>${reference(image.parent.image)}</code>`],
    ["Version", html(image.version.deployed ?? "not deployed")],
    [
      "Last build",
      build === undefined
        ? "none yet"
        : html(`${build.build} ${build.state.toLowerCase()}, ${moment(build.started)}${took}`),
    ],
    ["Next build", html(nextBuild(image))],
  ];
  return `<article class="${state}">
<h3>${html(image.name)}<span class="state">${label}</span></h3>
${image.description === undefined ? "" : `<p>${html(image.description)}</p>`}
${image.tags.map((tag) => tagRow(tag, image, now)).join("\n")}
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>
${image.problems.length === 0 ? "" : `<ul>${image.problems.map(({ severity, text }) => `<li class="${severity}">${html(text)}</li>`).join("")}</ul>`}
</article>`;
}

function nextBuild(image: ImageStatus): string {
  if (image.pipeline !== "on") return `pipeline ${image.pipeline}`;
  return nextBuilds(image).join(", ") || "by hand only";
}

function regionText({ region, build, state }: RegionalTag): string {
  return ` · ${region}: ${state === "equal" ? state : `${build ?? "nowhere"}, ${state}`}`;
}

function tagRow(
  { tag, isChannel, isBuild, image, promoted, regions }: TagStatus,
  { uri }: ImageStatus,
  now: Date,
): string {
  const name = `<b>${html(tag)}</b>${isChannel ? ' <span class="channel">channel</span>' : isBuild ? " newest build" : ""}`;
  if (image === undefined) return `<div class="tag none"><p>${name} points nowhere</p></div>`;
  const facts = [
    ...(isBuild || image.build === image.digest ? [] : [image.build]),
    `${span(now.getTime() - Date.parse(image.pushed))} old`,
    megabytes(image.size),
  ];
  const isSevere = (image.findings?.["CRITICAL"] ?? 0) + (image.findings?.["HIGH"] ?? 0) > 0;
  const findings = `<span${isSevere ? ' class="severe"' : ""}>${html(findingsText(image.findings))}</span>`;
  const revoked = image.revoked && `<p class="severe">revoked: ${html(image.revoked.reason)}</p>`;
  const before = promoted?.before === undefined ? "" : `, before: ${promoted.before}`;
  return `<div class="tag">
<p>${name} <span class="facts">${[...facts.map((fact) => `<span>${html(fact)}</span>`), findings].join(" ")}</span></p>
${revoked ?? ""}<pre>docker pull ${reference(`${uri}:${tag}`)}</pre>
<p class="facts" title="${html(image.digest)}">${html(shortDigest(image.digest))}${promoted === undefined ? "" : html(` · promoted ${moment(promoted.at)} by ${promoted.by}${before}`)}${html(regions.map(regionText).join(""))}</p>
</div>`;
}

/** An image's name, with possible line breaks after each of its parts. */
function reference(text: string): string {
  return html(text).replaceAll(/[/:]/g, "$&<wbr>");
}

const style = `
:root { color-scheme: light dark; --ground: #f5f6f8; --card: #fff; --text: #1b1f24; --soft: #5b6470; --line: #dde1e6;
  --code: #eef1f4; --good: #1a7f4b; --fair: #8a6100; --bad: #c22f2f; --accent: #2457c5; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171b; --card: #1d2126; --text: #e6e9ed; --soft: #9aa4b0;
  --line: #30363d; --code: #272c33; --good: #4cc38a; --fair: #e0b040; --bad: #ff7b72; --accent: #7aa2ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 82rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; padding-top: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 1.5rem 0 .75rem; }
h2 small, header p, .facts { color: var(--soft); font-weight: normal; font-size: .875rem; }
header p { margin: 0; }
nav { display: flex; gap: 1rem; margin-left: auto; }
a { color: var(--accent); }
section:first-child h2 { margin-top: 0; }
.grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr)); align-items: start; }
article { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--good); border-radius: 8px;
  padding: 1rem; min-width: 0; }
article.fair { border-top-color: var(--fair); } article.bad { border-top-color: var(--bad); }
article p { margin: .25rem 0; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 1.1rem; display: flex; justify-content: space-between; gap: .75rem; align-items: baseline; overflow-wrap: anywhere; }
.state { font-size: .8rem; font-weight: 600; color: var(--good); white-space: nowrap; }
.fair .state, li.warning { color: var(--fair); } .bad .state, li.error, .severe { color: var(--bad); }
.tag { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .5rem; }
.facts span { display: inline-block; margin-right: .5rem; }
p.severe { font-size: .875rem; font-weight: 600; }
.tag.none { color: var(--soft); }
.channel { background: var(--accent); color: var(--card); border-radius: 1rem; padding: 0 .5rem; font-size: .75rem; }
pre { background: var(--code); border-radius: 6px; padding: .5rem .75rem; margin: .35rem 0; font-size: .8rem;
  white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
code { font-size: .85rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .9rem; margin: .75rem 0 0;
  border-top: 1px solid var(--line); padding-top: .6rem; font-size: .875rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: .6rem 0 0; padding-left: 1.1rem; font-size: .875rem; overflow-wrap: anywhere; }
`;
