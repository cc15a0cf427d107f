import fc from "fast-check";
import { checkDockerfileTemplate } from "../dockerfile-template";
import { expectMessages, type Mistake } from "./messages";

const from = "FROM {{{ imagebuilder:parentImage }}}\n";
const environments = "{{{ imagebuilder:environments }}}\n";
const components = "{{{ imagebuilder:components }}}\n";

const valid: readonly (readonly [why: string, text: string])[] = [
  ["AWS's own example", from + environments + components],
  [
    "no spaces inside the braces",
    "FROM {{{imagebuilder:parentImage}}}\n{{{imagebuilder:environments}}}\n{{{imagebuilder:components}}}",
  ],
  [
    "many spaces inside the braces",
    "FROM {{{   imagebuilder:parentImage\t}}}\n{{{ imagebuilder:environments}}}\n{{{imagebuilder:components }}}\n",
  ],
  ["lower-case from", from.replace("FROM", "from") + environments + components],
  [
    "comments and directives first",
    `# syntax=docker/dockerfile:1\n# escape=\\\n\n# Base\n${from}${environments}${components}`,
  ],
  [
    "a platform and a stage name",
    `FROM --platform=linux/amd64 {{{ imagebuilder:parentImage }}} AS final\n${environments}${components}`,
  ],
  [
    "a last stage on another image with a package manager",
    `${from.trim()} AS made\nFROM ubuntu:24.04\n${environments}${components}COPY --from=made /app /app\n`,
  ],
  ["an ARG before FROM", `ARG VERSION=1\n${from}${environments}${components}`],
  [
    "the parent image from an ARG",
    `ARG BASE={{{ imagebuilder:parentImage }}}\nFROM \${BASE}\n${environments}${components}`,
  ],
  [
    "the parent image from a quoted ARG",
    `ARG BASE="{{{ imagebuilder:parentImage }}}"\nFROM $BASE AS x\n${environments}${components}`,
  ],
  [
    "a build stage before",
    `FROM golang:1.25 AS build\nRUN go build\n${from}${environments}${components}COPY --from=build /app /app\n`,
  ],
  [
    "a stage after",
    `FROM {{{ imagebuilder:parentImage }}} AS base\n${environments}${components}FROM base\nCMD ["x"]\n`,
  ],
  [
    "a FROM that spans two lines",
    `FROM \\\n  # which one\n  {{{ imagebuilder:parentImage }}}\n${environments}${components}`,
  ],
  [
    "the backtick as the escape character",
    `# escape=\`\nFROM \`\n {{{ imagebuilder:parentImage }}}\n${environments}${components}`,
  ],
  [
    "commands between",
    `${from}USER root\n${environments}RUN echo 'FROM nowhere'\n${components}CMD ["nginx", "-g", "daemon off;"]\n`,
  ],
  ["Windows line ends", (from + environments + components).replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${from}${environments}${components}`],
  [
    "a here-document with FROM in it",
    `${from}RUN <<EOF\nFROM x\n# {{ imagebuilder:x }}\nEOF\n${environments}${components}`,
  ],
  ["another tool's mustaches in a comment", `${from}# {{ .Names }}\n${environments}${components}`],
  ["\\n in a command", `${from}RUN printf 'a\\n{b}\\n' >/x && echo '}}' '{{'\n${environments}${components}`],
  ...[
    "COPY --from=build --chown=1:1 /app /app",
    "COPY --from=public.ecr.aws/x/y:1 /app/ ./",
    "COPY <<EOF /etc/app.conf\nkey=value\nEOF",
    'COPY --chmod=755 <<"A" <<B /bin/\nx\nA\ny\nB',
    "ADD https://example.com/app.tar.gz /app/",
    'ADD ["https://example.com/a b", "/app/"]',
    "ADD --checksum=sha256:00 https://example.com/x /x",
    "ADD git@github.com:acme/app.git /app",
    "ARG URL\nADD ${URL} /app",
    "ONBUILD COPY . /app",
  ].map((line): readonly [string, string] => [line, `${from}${environments}${components}${line}\n`]),
  [
    "16,000 characters",
    (from + environments + components).padEnd(15_999, "#").concat("\n").replace("}}}\n##", "}}}\n#"),
  ],
  ["unknown variables in a comment", `# {{{ imagebuilder:nothing }}}\n${from}${environments}${components}`],
];

const invalid: readonly (readonly [text: string, ...codes: string[]])[] = [
  ...[
    "COPY app.py /app/",
    "COPY --chown=1:1 package.json yarn.lock ./",
    'COPY ["my file", "/app/"]',
    "copy entrypoint.sh /entrypoint.sh",
    "ADD app.tar.gz /",
    "ADD https://example.com/x local.txt /app/",
    "COPY . /app",
    "COPY $SOURCE /app",
    "COPY \\\n  *.sh \\\n  /app/",
  ].map((line): [string, string] => [`${from}${environments}${components}${line}\n`, "IB-DOCKERFILE-CONTEXT 4:1"]),
  [`${from}RUN echo '{{{ name }}} {{ .Names }}'\n${environments}${components}`, "IB-DOCKERFILE-MUSTACHE 2:11"],
  [`${from}HEALTHCHECK CMD echo {{ok}}\n${environments}${components}`, "IB-DOCKERFILE-MUSTACHE 2:22"],
  [`${from}${environments}${components}RUN <<EOF\necho \${{ github.sha }}\nEOF\n`, "IB-DOCKERFILE-MUSTACHE 5:7"],
  [(from + environments + components).replaceAll("\n", "\\n"), "IB-DOCKERFILE-NEWLINE 1:1"],
  [`${from}RUNN x\n${environments}${components}`, "IB-DOCKERFILE-INSTRUCTION 2:1"],
  [`${from}apt-get update\n${environments}${components}`, "IB-DOCKERFILE-INSTRUCTION 2:1"],
  [`RUN x\n${from}${environments}${components}`, "IB-DOCKERFILE-ORDER 1:1"],
  [`${from}${environments}{{{{ imagebuilder:components }}}}\n`, "IB-DOCKERFILE-BRACES 3:1"],
  [`${from}${environments}RUN <<EOF\n${components}EOF\n`, "IB-DOCKERFILE-PLACE 4:1"],
  [
    `FROM {{{ imagebuilder:parentImage }}} AS one\n${environments}${components}FROM alpine\n`,
    "IB-DOCKERFILE-STAGE 2:1",
    "IB-DOCKERFILE-STAGE 3:1",
  ],
  ...["scratch", "gcr.io/distroless/static", "busybox:1.37", "--platform=linux/arm64 alpine:3.20 AS last"].map(
    (image): [string, string] => [
      `${from.trim()} AS made\nRUN make\nFROM ${image}\n${environments}${components}COPY --from=made /app /app\n`,
      "IB-DOCKERFILE-BOOTSTRAP 4:1",
    ],
  ),
  [`FROM alpine AS one\nFROM one AS two\n${from}FROM two\n${environments}${components}`, "IB-DOCKERFILE-BOOTSTRAP 5:1"],
  ["»", "IB-DOCKERFILE-SIZE 1:1"],
  [`${from}${"#".repeat(16_000)}`, "IB-DOCKERFILE-SIZE 1:1"],
  [`${from}RUN \0\n`, "IB-DOCKERFILE-NUL 2:5"],
  ["RUN echo\n", "IB-DOCKERFILE-FROM 1:1", "IB-DOCKERFILE-MISSING 1:1", "IB-DOCKERFILE-MISSING 1:1"],
  [`FROM alpine\n${environments}${components}`, "IB-DOCKERFILE-PARENT 1:1"],
  [`\n# x\nFROM alpine\n${environments}${components}`, "IB-DOCKERFILE-PARENT 3:1"],
  [`# ${from}FROM alpine\n${environments}${components}`, "IB-DOCKERFILE-PARENT 2:1"],
  [`FROM alpine\nENV X={{{ imagebuilder:parentImage }}}\n${environments}${components}`, "IB-DOCKERFILE-PARENT 1:1"],
  [`ARG BASE={{{ imagebuilder:parentImage }}}\nFROM $OTHER\n${environments}${components}`, "IB-DOCKERFILE-PARENT 2:1"],
  [`FROM $BASED\n${environments}${components}`, "IB-DOCKERFILE-PARENT 1:1"],
  [from + components, "IB-DOCKERFILE-MISSING 1:1"],
  [from + environments, "IB-DOCKERFILE-MISSING 1:1"],
  [from, "IB-DOCKERFILE-MISSING 1:1", "IB-DOCKERFILE-MISSING 1:1"],
  [`${from}${environments}# ${components}`, "IB-DOCKERFILE-MISSING 1:1"],
  [from + components + environments, "IB-DOCKERFILE-ORDER 2:1"],
  [environments + from + components, "IB-DOCKERFILE-ORDER 1:1"],
  [environments + components + from, "IB-DOCKERFILE-ORDER 1:1", "IB-DOCKERFILE-ORDER 2:1"],
  [`FROM {{{ imagebuilder:parentimage }}}\n${environments}${components}`, "IB-DOCKERFILE-VARIABLE 1:6"],
  [`FROM {{{ imagebuilder:baseImage }}}\n${environments}${components}`, "IB-DOCKERFILE-VARIABLE 1:6"],
  [`${from}  {{{ imagebuilder:environment }}}\n${components}`, "IB-DOCKERFILE-VARIABLE 2:3"],
  [`${from}${environments}{{{ imagebuilder:component }}}\n`, "IB-DOCKERFILE-VARIABLE 3:1"],
  [`${from}${environments}${components}{{{ imagebuilder:cache }}}\n`, "IB-DOCKERFILE-VARIABLE 4:1"],
  [`${from}${environments}{{ imagebuilder:components }}\n`, "IB-DOCKERFILE-BRACES 3:1"],
  [`FROM {{ imagebuilder:parentImage }}\n${environments}${components}`, "IB-DOCKERFILE-BRACES 1:6"],
  [`${from}${environments}${components}${components}`, "IB-DOCKERFILE-REPEATED 4:1"],
];

function codes(text: string, hasComponents = true): string[] {
  return checkDockerfileTemplate({ file: "Dockerfile", text, hasComponents }).map(
    ({ code, line, column }) => `${code} ${line ?? 0}:${column ?? 0}`,
  );
}

describe("checkDockerfileTemplate", () => {
  test.each(valid)("accepts %s", (_why, text) => {
    expect(codes(text)).toEqual([]);
  });

  test.each(invalid.map(([text, ...expected]) => ({ text: text.replace("»", ""), expected })))(
    "reports $expected",
    ({ text, expected }) => {
      expect(codes(text)).toEqual(expected);
    },
  );

  test("reports mistakes with reviewed messages", () => {
    const mistakes = invalid.flatMap(([text]) =>
      checkDockerfileTemplate({ file: "Dockerfile", text: text.replace("»", ""), hasComponents: true }).map(
        (finding): Mistake => [
          text.replace("»", "").split("\n")[(finding.line ?? 1) - 1]?.slice(0, 100) ?? "",
          finding,
        ],
      ),
    );
    expectMessages("dockerfile-templates", mistakes);
  });

  test("requires neither environments nor components if there are no components", () => {
    expect(codes(from, false)).toEqual([]);
    expect(codes(from + components + environments, false)).toEqual(["IB-DOCKERFILE-ORDER 2:1"]);
  });

  test("requires both if one of them is present, with or without components", () => {
    expect(codes(from + components, false)).toEqual(["IB-DOCKERFILE-MISSING 1:1"]);
    expect(
      checkDockerfileTemplate({ file: "Dockerfile", text: from + environments, hasComponents: false }),
    ).toMatchObject([
      {
        severity: "error",
        found: "no {{{ imagebuilder:components }}}, though there is {{{ imagebuilder:environments }}}",
      },
    ]);
  });

  test("rejects a file from the build context, and warns about patterns that match Image Builder's scripts", () => {
    const of = (line: string) =>
      checkDockerfileTemplate({ file: "Dockerfile", text: from + line, hasComponents: false }).map(
        ({ severity, found }) => `${severity} ${found}`,
      );
    const why = "from the build context, which contains only Image Builder's own scripts";
    expect(of("COPY a b /x\n")).toEqual([`error COPY of "a" ${why}`]);
    expect(of("ADD *.sh . /x\n")).toEqual([`warning ADD of "*.sh" ${why}`]);
  });

  test("reports mistakes in the order of their lines", () => {
    const text = "FROM alpine\nCOPY a /x\n{{{ imagebuilder:enviroments }}}\nRUN {{{ imagebuilder:component }}}\n";
    const lines = checkDockerfileTemplate({ file: "Dockerfile", text, hasComponents: true }).map(({ line }) => line);
    expect(new Set(lines)).toEqual(new Set([1, 2, 3, 4]));
    expect(lines).toEqual([...lines].sort());
  });

  test("suggests the nearest variable and how to write it", () => {
    const text = `FROM {{{ imagebuilder:parentImag }}}\n${environments}${components}`;
    expect(checkDockerfileTemplate({ file: "Dockerfile", text, hasComponents: true })).toEqual([
      {
        severity: "error",
        code: "IB-DOCKERFILE-VARIABLE",
        file: "Dockerfile",
        line: 1,
        column: 6,
        found: 'the variable "imagebuilder:parentImag", which Image Builder does not know',
        allowed:
          "{{{ imagebuilder:parentImage }}}, {{{ imagebuilder:environments }}} or {{{ imagebuilder:components }}}",
        fix: "write {{{ imagebuilder:parentImage }}}",
      },
    ]);
  });

  test("never throws, whatever the text", () => {
    const line = fc.constantFrom(
      "FROM",
      "RUN <<EOF",
      "\\",
      "#",
      "{{{ imagebuilder:",
      "}}}",
      "ARG X={{",
      "\r",
      "\n",
      " ",
      "$X",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(line).map((lines) => lines.join("")),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(codes(each).every((code) => code.startsWith("IB-DOCKERFILE-"))).toBe(true);
      }),
    );
  });
});
