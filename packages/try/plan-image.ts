import * as fs from "node:fs";
import type { Component, Image } from "@pipelines/image-definition/image";
import { runByAwstoe } from "./awstoe";
import { compileDocument, digest, type DocumentRun } from "./compile-document";

/** Something that cannot run here. */
export interface LeftOut {
  readonly component: string;
  /** For example `build.Restart`; absent if the whole component is left out. */
  readonly step?: string;
  readonly reason: string;
}

/** A Dockerfile and the other files of its build context. */
export interface Context {
  readonly dockerfile: string;
  readonly files: ReadonlyMap<string, string>;
  /** AWS's own executor on this machine. */
  readonly awstoe?: string | undefined;
}

/** How an image is built and tested here. */
export interface ImagePlan {
  readonly build: Context;
  /** Runs the tests in a container of the result. Never succeeds, so that no engine caches or keeps the result. */
  readonly test: (result: string, tested: boolean) => Context;
  /** Components with steps to run when the image is built, in order. */
  readonly components: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Options for planning an image. Documents may also be given by component name. Parameters apply to all components and
 * override those in the definition.
 */
export interface PlanOptions extends Pick<DocumentRun, "documents" | "parameters" | "place" | "patience"> {
  /** Reference of the parent image. */
  readonly parent: string;
  /** Component whose failure ends the Dockerfile without an error, so that the user can inspect the container. */
  readonly stopAt?: string | undefined;
  /** AWS's own executor, which runs the documents instead of the compiled scripts. */
  readonly awstoe?: string | undefined;
}

/**
 * Buildah's chroot isolation loses the end of a command's output if its relay has not passed it on when the command
 * ends (https://github.com/containers/buildah/blob/v1.28.2/chroot/run_common.go). These spaces fill the pipe (64 KiB)
 * and the relay's buffer (8 KiB) after the output, so that only spaces can be lost.
 */
const drain = `printf '\\n##try %${(64 + 8) * 1024}s\\n' ''`;

/** Returns the instruction that runs a mounted script and passes on everything that it writes. */
export function runScript(mounts: readonly string[], script: string, exitCode = "$code"): string {
  return `RUN ${mounts.map((each) => `--mount=type=bind,${each} `).join("")}sh ${script}; code=$?; ${drain}; exit ${exitCode}`;
}

/** File in the image that lists the steps left out while it was built. */
const leftOutFile = "/tmp/try-left-out";

const stages = { build: ["build", "validate"], test: ["test"] };

/** Renders the Dockerfile template as Image Builder does, with each component as its own layer. */
export function planImage(image: Image, options: PlanOptions): ImagePlan {
  const { parent, documents = new Map(), stopAt, awstoe } = options;
  const compile = awstoe === undefined ? compileDocument : runByAwstoe;
  const executor = awstoe === undefined ? [] : ["source=awstoe,target=/tmp/try-awstoe"];
  const key = awstoe === undefined ? "" : digest(fs.readFileSync(awstoe));
  /**
   * The command contains the script's digest, because the engine caches by command and not all engines check mounted
   * files.
   */
  const run = (file: string, script: string, exitCode?: string): string =>
    runScript([`source=${file},target=/tmp/try.sh`, ...executor], `/tmp/try.sh ${digest(script + key)}`, exitCode);
  const files = new Map([["bootstrap.sh", bootstrap]]);
  const tests = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const names: string[] = [];
  const runs = [run("bootstrap.sh", bootstrap)];
  for (const component of image.components) {
    const { name, text } = documentOf(component, documents);
    if (text === undefined) {
      const reason = `its document is not in this repository: provide it with --component ${name}=<file>`;
      leftOut.push({ component: name, reason });
      continue;
    }
    const parameters = { ...component.parameters, ...options.parameters };
    const document: DocumentRun = { ...options, name, text, parameters };
    const build = compile({ ...document, phases: stages.build, keepLeftOut: leftOutFile });
    if (build.steps > 0) {
      const file = `${String(names.length).padStart(2, "0")}-${name}.sh`;
      names.push(name);
      files.set(file, build.script);
      runs.push(run(file, build.script, name === stopAt ? "0" : undefined));
      if (name === stopAt) break;
    }
    const test = compile({ ...document, phases: stages.test });
    if (test.steps > 0) tests.set(`${String(tests.size).padStart(2, "0")}.sh`, test.script);
    if (compileDocument({ ...document, phases: ["container-host-test"] }).steps > 0) {
      const reason = "the phase container-host-test runs on the instance, outside the container";
      leftOut.push({ component: name, reason });
    }
  }
  const last = runs.at(-1) ?? "";
  if (stopAt === undefined) runs.push(cleanup);
  const template = "text" in image.dockerfile ? image.dockerfile.text : "";
  const dockerfile = renderTemplate(template, {
    "imagebuilder:parentImage": parent,
    "imagebuilder:environments": `WORKDIR ${image.workingDirectory}`,
    "imagebuilder:components": runs.join("\n"),
  });
  return {
    build: { dockerfile: stopAt === undefined ? dockerfile : upTo(dockerfile, last), files, awstoe },
    test: (result, tested) => ({
      dockerfile: `FROM ${result}\nWORKDIR ${image.workingDirectory}\n${runScript(["source=.,target=/tmp/try", ...executor], "/tmp/try/tests")}\n`,
      files: new Map([...(tested ? tests : []), ["tests", testScript]]),
      awstoe,
    }),
    components: names,
    leftOut,
  };
}

function documentOf(component: Component, documents: ReadonlyMap<string, string>) {
  if (component.kind === "own") {
    const { name, source } = component;
    return { name, text: documents.get(name) ?? ("text" in source ? source.text : undefined) };
  }
  const [whole = "", name = whole] = component.kind === "managed" ? [component.managed] : component.arn.split("/");
  return { name, text: documents.get(name) };
}

/**
 * Renders the template as Mustache does: anything that is not an Image Builder variable becomes empty. Comments stay.
 */
export function renderTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const line = (text: string): string =>
    text.replaceAll(/\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g, (_, name: string) => values[name.replaceAll(/\s/g, "")] ?? "");
  return template
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((each) => (/^\s*#/.test(each) ? each : line(each)))
    .join("\n");
}

function upTo(text: string, mark: string): string {
  return text.slice(0, text.indexOf(mark) + mark.length + 1);
}

/**
 * What Image Builder does in a container before and after the components, according to AWS's public sample:
 * https://github.com/aws-samples/amazon-ec2-image-builder-samples/tree/main/Containers/Scripts
 */
const bootstrap = `for each in which sudo curl; do
  command -v "$each" >/dev/null 2>&1 && continue
  if command -v yum >/dev/null 2>&1; then yum install -y -q "$each" || exit 1
  elif command -v apt-get >/dev/null 2>&1; then apt-get update -y -qq && apt-get install -y -qq "$each" || exit 1
  else echo "bootstrap|$each|Image Builder installs it with yum or apt-get, and this image has neither: its build fails" >>${leftOutFile}; fi
done
`;

const cleanup = `RUN if command -v yum >/dev/null 2>&1; then yum clean all && rm -rf /var/cache/yum; fi; if command -v apt-get >/dev/null 2>&1; then apt-get clean; fi`;

const testScript = `[ ! -r /etc/os-release ] || printf '\\n##try os|%s|%s\\n' "$(. /etc/os-release && echo "$ID")" "$(. /etc/os-release && echo "$PRETTY_NAME")"
[ ! -r ${leftOutFile} ] || sed 's/^/##try left-out|/' ${leftOutFile}
for each in /tmp/try/*.sh; do
  [ ! -e "$each" ] || sh "$each" || { printf '\\n##try tests|failed\\n' && exit 1; }
done
printf '\\n##try tests|passed\\n'
exit 1
`;
