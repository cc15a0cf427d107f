import { build, type Case, one, step } from "./case";

const bash = (name: string, command: string): string =>
  `      - name: ${name}\n        action: ExecuteBash\n        inputs:\n          commands:\n            - ${command}\n`;
const get = "      - name: Get\n        action: S3Download\n        inputs:\n          - {source: s3://b/k, destination: /x}\n";
const loopStep = (loop: string): string => step("ExecuteBash", "{commands: [x]}", `        loop: ${loop}\n`);

/** Returns a build phase with one step, and another phase whose step runs `command`. */
function across(first: string, second: string, command: string): string {
  return `schemaVersion: 1.0\nphases:\n  - name: ${first}\n    steps:\n${bash("One", "x")}  - name: ${second}\n    steps:\n${bash("Two", command)}`;
}

function declared(section: string, body = bash("One", "x")): string {
  return `${section}${build(body)}`;
}

export const references: readonly Case[] = [
  one("IB-DOC-REFERENCE", build(bash("One", "»'{{ Nowhere }}'"))),
  one("IB-DOC-REFERENCE", build(bash("One", "»echo {{Nowhere}}"))),
  one("IB-DOC-REFERENCE", declared("parameters:\n  - Version: {type: string, default: x}\n", bash("One", "»'{{ version }}'"))),
  one("IB-DOC-REFERENCE", declared("constants:\n  - Version: {type: string, value: x}\n", bash("One", "»'{{ Versoin }}'"))),
  { codes: ["IB-DOC-REFERENCE", "IB-DOC-REFERENCE"], text: build(bash("One", "»»'{{ First }} {{ Second }}'")) },
  one("IB-DOC-REFERENCE", step("ExecuteBash", "{commands: [x]}", "        timeoutSeconds: »'{{ Seconds }}'\n")),
  one("IB-DOC-REFERENCE", loopStep("{forEach: {list: »'{{ Hosts }}'}}")),
  one("IB-DOC-REFERENCE", step("ExecuteBash", "{commands: [x]}", "        if: {stringEquals: a, value: »'{{ Mode }}'}\n")),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ biuld.Get.inputs[0].destination }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ test.Get.inputs[0].destination }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.get.inputs[0].destination }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.Gone.outputs.stdout }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.Get.inputs[1].destination }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.Get.inputs[0].target }}'"))),
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.Get.inputs.destination }}'"))),
  one("IB-DOC-CHAIN", build(bash("One", "x") + bash("Two", "»'{{ build.One.inputs.command[0] }}'"))),
  one("IB-DOC-CHAIN-ORDER", build(bash("One", "»'{{ build.Two.outputs.stdout }}'") + bash("Two", "x"))),
  one("IB-DOC-CHAIN-ORDER", build(bash("One", "»'{{ build.One.outputs.stdout }}'"))),
  one("IB-DOC-CHAIN-ORDER", across("validate", "build", "x").replace("            - x", "            - »'{{ build.Two.outputs.stdout }}'")),
  one("IB-DOC-CHAIN-STAGE", across("build", "test", "»'{{ build.One.outputs.stdout }}'")),
  one("IB-DOC-CHAIN-STAGE", across("build", "container-host-test", "»'{{ build.One.inputs.commands }}'")),
  one("IB-DOC-CHAIN-STAGE", across("validate", "test", "»'{{ validate.One.outputs.stdout }}'")),
  one("IB-DOC-CHAIN-STAGE", across("test", "build", "»'{{ test.One.outputs.stdout }}'")),
  one("IB-DOC-CHAIN-PLACE", build(bash("One", "x") + bash("»'{{ build.One.outputs.stdout }}'", "x"))),
  one("IB-DOC-CHAIN-PLACE", build(`${bash("One", "x")}${bash("Two", "x")}        timeoutSeconds: »'{{ build.One.outputs.stdout }}'\n`)),
  one("IB-DOC-CHAIN-PLACE", build(`${bash("One", "x")}${bash("Two", "x")}        loop: {for: {start: »'{{ build.One.outputs.stdout }}', end: 3, updateBy: 1}}\n`)),
  one("IB-DOC-LOOP-OUTSIDE", build(bash("One", "»'{{ loop.value }}'"))),
  one("IB-DOC-LOOP-OUTSIDE", build(bash("One", "»echo {{ loop.index }}"))),
  one("IB-DOC-LOOP-OUTSIDE", build(`${bash("One", "x")}        loop: {name: Batch, forEach: [a]}\n${bash("Two", "»'{{ Batch.value }}'")}`)),
  one(
    "IB-DOC-LOOP-OUTSIDE",
    build(`${bash("One", "x")}        loop: {name: Batch, forEach: [a]}\n${bash("Two", "»'{{ Batch.value }}'")}        loop: {forEach: [a]}\n`),
  ),
  // Loops.
  one("IB-DOC-ONE-OF", loopStep("»{}")),
  one("IB-DOC-ONE-OF", loopStep("»{name: A}")),
  one("IB-DOC-ONE-OF", loopStep("»{for: {start: 1, end: 2, updateBy: 1}, forEach: [a]}")),
  one("IB-DOC-TYPE", loopStep("»[a]")),
  one("IB-DOC-MISSING", loopStep("{for: »{start: 1, end: 2}}")),
  one("IB-DOC-MISSING", loopStep("{for: »{end: 2, updateBy: 1}}")),
  one("IB-DOC-MISSING", loopStep("{for: »{start: 2, updateBy: 1}}")),
  one("IB-DOC-VALUE", loopStep("{for: {start: 1, end: 2, updateBy: »0}}")),
  one("IB-DOC-VALUE", loopStep("{for: {start: 1, end: 2, updateBy: »'0'}}")),
  one("IB-DOC-VALUE", loopStep("{for: {start: »one, end: 2, updateBy: 1}}")),
  one("IB-DOC-TYPE", loopStep("{for: {start: 1, end: »2.5, updateBy: 1}}")),
  one("IB-DOC-LOOP", loopStep("{for: {start: 1, end: 9, updateBy: »-1}}")),
  one("IB-DOC-LOOP", loopStep("{for: {start: 9, end: 1, updateBy: »2}}")),
  one("IB-DOC-MISSING", loopStep("{forEach: »{delimiter: ','}}")),
  one("IB-DOC-VALUE", loopStep("{forEach: {list: 'a|b', delimiter: »'|'}}")),
  one("IB-DOC-VALUE", loopStep("{forEach: {list: 'a,b', delimiter: »', '}}")),
  one("IB-DOC-TYPE", loopStep("{forEach: »abc}")),
  one("IB-DOC-TYPE", loopStep("{forEach: [a, »[b]]}")),
  one("IB-DOC-UNKNOWN-KEY", loopStep("{forEach: [a], »delimiter: ','}")),
  one("IB-DOC-REPEATED", build(`${bash("One", "x")}        loop: {name: A, forEach: [a]}\n${bash("Two", "x")}        loop: {name: »A, forEach: [a]}\n`)),
  // Parameters and constants. If parameters are in the form used in workflow documents, or are a map, there is one
  // finding, and none about references to them.
  one("IB-DOC-PARAMETERS", declared("parameters: {Version: »{type: string}}\n", bash("One", "'{{ Version }}'"))),
  one(
    "IB-DOC-PARAMETERS",
    declared(
      "parameters:\n  - »name: Version\n    type: string\n    default: x\n  - name: Other\n    type: string\n",
      bash("One", "'{{ Version }} {{ Other }}'"),
    ),
  ),
  one("IB-DOC-PARAMETERS", declared("constants:\n  - »name: Version\n    value: x\n", bash("One", "'{{ Version }}'"))),
  {
    codes: ["IB-DOC-PARAMETERS", "IB-DOC-REFERENCE"],
    text: declared("parameters:\n  - »{name: Version, type: string}\n", bash("One", "»'{{ Versoin }}'")),
  },
  // A dot before a declared name.
  one("IB-DOC-REFERENCE-DOT", declared("parameters:\n  - Version: {type: string, default: x}\n", bash("One", "»'{{.Version}} {{ .Version }}'"))),
  one(
    "IB-DOC-REFERENCE-DOT",
    declared("parameters:\n  - Version: {type: string, default: x}\n", bash("One", "»'{{ .Version }}'") + bash("Two", "'{{.Version}}'")),
  ),
  one("IB-DOC-TYPE", declared("parameters: [»Version]\n")),
  one("IB-DOC-TYPE", declared("parameters:\n  - »Version:\n")),
  one("IB-DOC-MISSING", declared("parameters:\n  - Version: »{default: x}\n")),
  one("IB-DOC-VALUE", declared("parameters:\n  - Version: {type: »integer, default: 1}\n")),
  one("IB-DOC-TYPE", declared("parameters:\n  - Version: {type: string, default: »[1]}\n")),
  one("IB-DOC-NAME", declared("parameters:\n  - »ab: {type: string, default: x}\n")),
  one("IB-DOC-NAME", declared("parameters:\n  - »my.name: {type: string, default: x}\n")),
  one("IB-DOC-NAME", declared("parameters:\n  - »my name: {type: string, default: x}\n")),
  one("IB-DOC-NAME", declared(`parameters:\n  - »${"x".repeat(129)}: {type: string, default: x}\n`)),
  one("IB-DOC-VARIABLE", declared("parameters:\n  - »One: {type: string}\n    Two: {type: string}\n")),
  one("IB-DOC-VARIABLE", declared("constants: [»{}]\n")),
  one("IB-DOC-MISSING", declared("constants:\n  - Version: »{type: string}\n")),
  one("IB-DOC-MISSING", declared("constants:\n  - Version: »{value: x}\n")),
  one("IB-DOC-NAME", declared("constants:\n  - »ab: {type: string, value: x}\n")),
  one("IB-DOC-REPEATED", declared("parameters:\n  - One: {type: string}\n  - »One: {type: string}\n")),
  one("IB-DOC-REPEATED", declared("parameters:\n  - One: {type: string}\nconstants:\n  - »One: {type: string, value: x}\n")),
  one("IB-DOC-PARAMETER-MISSING", declared("parameters:\n  - »Version: {type: string}\n"), { parameters: {} }),
  one("IB-DOC-PARAMETER-UNKNOWN", declared("»parameters:\n  - Version: {type: string}\n".replace("»parameters:\n  ", "parameters:\n  »")), {
    parameters: { Version: "1", Verson: "2" },
  }),
  one("IB-DOC-PARAMETER-UNKNOWN", `»${build(bash("One", "x"))}`, { parameters: { Version: "1" } }),
  one("IB-DOC-PARAMETER-UNKNOWN", declared("constants:\n  - Version: »{type: string, value: x}\n"), { parameters: { Version: "1" } }),
  // Outputs that the action does not have, and other words in place of `outputs`.
  one("IB-DOC-CHAIN", build(get + bash("Use", "»'{{ build.Get.outputs.destination }}'"))),
  one("IB-DOC-CHAIN", build(bash("One", "x") + bash("Two", "»'{{ build.One.outputs.stderr }}'"))),
  one("IB-DOC-CHAIN", build(bash("One", "x") + bash("Two", "»'{{ build.One.output.stdout }}'"))),
  one("IB-DOC-CHAIN", build(bash("One", "x") + bash("Two", "»'{{ build.One.stdout }}'"))),
  one("IB-DOC-CHAIN", build(bash("One", "x") + bash("Two", "»'{{ build.One.input.commands }}'"))),
  ...[
    ["WebDownload", "source: https://x", "stdout"],
    ["ListFiles", "path: /x", "content"],
    ["ReadFile", "path: /x", "files"],
    ["CreateFile", "path: /x", "path"],
  ].map(([action = "", inputs = "", output = ""]) =>
    one(
      "IB-DOC-CHAIN",
      build(
        `      - {name: One, action: ${action}, inputs: [{${inputs}, destination: /y}]}\n`
          .replace(action === "WebDownload" ? "" : ", destination: /y", "") + bash("Two", `»'{{ build.One.outputs.${output} }}'`),
      ),
    ),
  ),
  // Variables from outside the document.
  ...["iam/security-credentials/role", "iam/", "iam", "identity-credentials/ec2/info"].map((path) =>
    one("IB-DOC-METADATA", build(bash("One", `»'{{ aws:imds:${path} }}'`))),
  ),
  one("IB-DOC-CONTEXT", build(bash("One", "»'{{ context:instanceId }}'"))),
  one("IB-DOC-CONTEXT", build(bash("One", "»'{{ context:accountID }}'"))),
  one("IB-DOC-CONTEXT", build(bash("One", "»'{{ context: }}'"))),
  one("IB-DOC-REFERENCE", build(bash("One", "»'{{ aws:ssm:resolve(parameter-name) }}'"))),
  one("IB-DOC-REFERENCE", declared("parameters:\n  - Path: {type: string}\n", bash("One", "»'{{ aws:ssm:resolve( path ) }}'"))),
  // Names that YAML does not read as text.
  one("IB-DOC-NAME", declared("parameters:\n  - »12345: {type: string, default: x}\n")),
  one("IB-DOC-NAME", declared("parameters:\n  - »true: {type: string, default: x}\n")),
  one("IB-DOC-NAME", declared("constants:\n  - »0x1FFF: {type: string, value: x}\n")),
  // Step names.
  ...["»Loading ssh keys", "»'a b'"].map((name) => one("IB-DOC-STEP-NAME", build(bash(name, "x")))),
  ...["»'a: b'", "»a/b", "»Größe", "»a.b", "»'#1'"].map((name) => one("IB-DOC-STEP-NAME", build(bash(name, "x")))),
];
