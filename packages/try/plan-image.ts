import type { Component, Image } from "@pipelines/image-definition/image";
import { compileDocument, digest, type DocumentRun } from "./compile-document";
import type { Place } from "./shell-words";

/** What cannot be run here. */
export interface LeftOut {
  readonly component: string;
  /** `build.Restart`; absent if all of the component is left out. */
  readonly step?: string;
  readonly reason: string;
}

/** A Dockerfile and the other files of its build context. */
export interface Context {
  readonly dockerfile: string;
  readonly files: ReadonlyMap<string, string>;
}

/** How an image is built and tested here. */
export interface ImagePlan {
  readonly build: Context;
  /** Runs the tests in a container of the result. It never succeeds, so that no engine caches or keeps what it did. */
  readonly test: (result: string, tested: boolean) => Context;
  /** Components that have steps to run when the image is built, in their order. */
  readonly components: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export interface PlanOptions {
  /** Reference of the parent image. */
  readonly parent: string;
  /** Documents given by hand, by the names of components and of documents in ExecuteDocument. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Values for the parameters of all components, over the definition's. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly place?: Place | undefined;
  /** Component whose failure ends the Dockerfile instead of the build, so that somebody can look at it. */
  readonly stopAt?: string | undefined;
  readonly patience?: number;
}

/** Steps that were left out while an image was built, in the image. */
const LEFT_OUT = "/tmp/try-left-out";

const STAGES = { build: ["build", "validate"], test: ["test"] };

/** Renders the Dockerfile template as Image Builder does, with each component as a layer of its own. */
export function planImage(image: Image, options: PlanOptions): ImagePlan {
  const { parent, documents = new Map(), place, stopAt, patience } = options;
  const files = new Map([["bootstrap.sh", BOOTSTRAP]]);
  const tests = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const names: string[] = [];
  const runs = [run("bootstrap.sh", BOOTSTRAP)];
  for (const component of image.components) {
    const { name, text } = documentOf(component, documents);
    if (text === undefined) {
      const reason = `its text is not in this repository: give it with --component ${name}=<file>`;
      leftOut.push({ component: name, reason });
      continue;
    }
    const document: DocumentRun = {
      name,
      text,
      parameters: { ...component.parameters, ...options.parameters },
      documents,
      place,
      ...(patience !== undefined && { patience }),
    };
    const build = compileDocument({ ...document, phases: STAGES.build, keepLeftOut: LEFT_OUT });
    if (build.steps > 0) {
      const file = `${String(names.length).padStart(2, "0")}-${name.replaceAll(/[^\w.-]/g, "_")}.sh`;
      names.push(name);
      files.set(file, build.script);
      runs.push(run(file, build.script, name === stopAt ? " || :" : ""));
      if (name === stopAt) break;
    }
    const test = compileDocument({ ...document, phases: STAGES.test });
    if (test.steps > 0) tests.set(`${String(tests.size).padStart(2, "0")}.sh`, test.script);
    if (compileDocument({ ...document, phases: ["container-host-test"] }).steps > 0) {
      const reason = "the phase container-host-test runs on the instance, outside of the container";
      leftOut.push({ component: name, reason });
    }
  }
  if (stopAt === undefined) runs.push(CLEANUP);
  const template = "text" in image.dockerfile ? image.dockerfile.text : "";
  const dockerfile = renderTemplate(template, {
    "imagebuilder:parentImage": parent,
    "imagebuilder:environments": `WORKDIR ${image.workingDirectory}`,
    "imagebuilder:components": runs.join("\n"),
  });
  return {
    build: { dockerfile: stopAt === undefined ? dockerfile : upTo(dockerfile, " || :"), files },
    test: (result, tested) => ({
      dockerfile: `FROM ${result}\nWORKDIR ${image.workingDirectory}\nRUN --mount=type=bind,source=.,target=/tmp/try sh /tmp/try/tests\n`,
      files: new Map([...(tested ? tests : []), ["tests", TESTS]]),
    }),
    components: names,
    leftOut,
  };
}

/** The script's digest in the command is what an engine's cache goes by: not all look into a mount. */
function run(file: string, script: string, then = ""): string {
  return `RUN --mount=type=bind,source=${file},target=/tmp/try.sh sh /tmp/try.sh ${digest(script)}${then}`;
}

function documentOf(component: Component, documents: ReadonlyMap<string, string>): { name: string; text?: string } {
  const names =
    component.kind === "own"
      ? [component.name]
      : component.kind === "managed"
        ? [component.managed]
        : [component.arn.split("/")[1] ?? component.arn, component.arn];
  const [name = ""] = names;
  const given = names.map((each) => documents.get(each)).find((text) => text !== undefined);
  const own = component.kind === "own" && "text" in component.source ? component.source.text : undefined;
  const text = given ?? own;
  return { name, ...(text !== undefined && { text }) };
}

/** Mustache: what is no variable of Image Builder becomes nothing. Comments stay. */
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
 * What Image Builder does in a container before and after the components, by AWS's public sample of it:
 * https://github.com/aws-samples/amazon-ec2-image-builder-samples/tree/main/Containers/Scripts
 */
const BOOTSTRAP = `for each in which sudo curl; do
  command -v "$each" >/dev/null 2>&1 && continue
  if command -v yum >/dev/null 2>&1; then yum install -y -q "$each" || exit 1
  elif command -v apt-get >/dev/null 2>&1; then apt-get update -y -qq && apt-get install -y -qq "$each" || exit 1
  else echo "bootstrap|$each|Image Builder installs it with yum or apt-get, and this image has neither: its build fails" >>${LEFT_OUT}; fi
done
`;

const CLEANUP = `RUN if command -v yum >/dev/null 2>&1; then yum clean all && rm -rf /var/cache/yum; fi; if command -v apt-get >/dev/null 2>&1; then apt-get clean; fi`;

const TESTS = `[ ! -r /etc/os-release ] || printf '\\n##try os|%s|%s\\n' "$(. /etc/os-release && echo "$ID")" "$(. /etc/os-release && echo "$PRETTY_NAME")"
[ ! -r ${LEFT_OUT} ] || sed 's/^/##try left-out|/' ${LEFT_OUT}
for each in /tmp/try/*.sh; do
  [ ! -e "$each" ] || sh "$each" || { printf '\\n##try tests|failed\\n' && exit 1; }
done
printf '\\n##try tests|passed\\n'
exit 1
`;
