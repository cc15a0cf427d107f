import fc from "fast-check";
import { checkDockerfileTemplate } from "../dockerfile-template";

const FROM = "FROM {{{ imagebuilder:parentImage }}}\n";
const ENVIRONMENTS = "{{{ imagebuilder:environments }}}\n";
const COMPONENTS = "{{{ imagebuilder:components }}}\n";

const VALID: readonly (readonly [why: string, text: string])[] = [
  ["AWS's own example", FROM + ENVIRONMENTS + COMPONENTS],
  [
    "no spaces inside the braces",
    "FROM {{{imagebuilder:parentImage}}}\n{{{imagebuilder:environments}}}\n{{{imagebuilder:components}}}",
  ],
  [
    "many spaces inside the braces",
    "FROM {{{   imagebuilder:parentImage\t}}}\n{{{ imagebuilder:environments}}}\n{{{imagebuilder:components }}}\n",
  ],
  ["lower-case from", FROM.replace("FROM", "from") + ENVIRONMENTS + COMPONENTS],
  [
    "comments and directives first",
    `# syntax=docker/dockerfile:1\n# escape=\\\n\n# Base\n${FROM}${ENVIRONMENTS}${COMPONENTS}`,
  ],
  [
    "a platform and a stage name",
    `FROM --platform=linux/amd64 {{{ imagebuilder:parentImage }}} AS final\n${ENVIRONMENTS}${COMPONENTS}`,
  ],
  [
    "a last stage on another image with a package manager",
    `${FROM.trim()} AS made\nFROM ubuntu:24.04\n${ENVIRONMENTS}${COMPONENTS}COPY --from=made /app /app\n`,
  ],
  ["an ARG before FROM", `ARG VERSION=1\n${FROM}${ENVIRONMENTS}${COMPONENTS}`],
  [
    "the parent image by an ARG",
    `ARG BASE={{{ imagebuilder:parentImage }}}\nFROM \${BASE}\n${ENVIRONMENTS}${COMPONENTS}`,
  ],
  [
    "the parent image by a quoted ARG",
    `ARG BASE="{{{ imagebuilder:parentImage }}}"\nFROM $BASE AS x\n${ENVIRONMENTS}${COMPONENTS}`,
  ],
  [
    "a build stage before",
    `FROM golang:1.25 AS build\nRUN go build\n${FROM}${ENVIRONMENTS}${COMPONENTS}COPY --from=build /app /app\n`,
  ],
  [
    "a stage after",
    `FROM {{{ imagebuilder:parentImage }}} AS base\n${ENVIRONMENTS}${COMPONENTS}FROM base\nCMD ["x"]\n`,
  ],
  ["a FROM over two lines", `FROM \\\n  # which one\n  {{{ imagebuilder:parentImage }}}\n${ENVIRONMENTS}${COMPONENTS}`],
  ["the backtick as escape", `# escape=\`\nFROM \`\n {{{ imagebuilder:parentImage }}}\n${ENVIRONMENTS}${COMPONENTS}`],
  [
    "commands between",
    `${FROM}USER root\n${ENVIRONMENTS}RUN echo 'FROM nowhere'\n${COMPONENTS}CMD ["nginx", "-g", "daemon off;"]\n`,
  ],
  ["Windows line ends", (FROM + ENVIRONMENTS + COMPONENTS).replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${FROM}${ENVIRONMENTS}${COMPONENTS}`],
  [
    "a here-document with FROM in it",
    `${FROM}RUN <<EOF\nFROM x\n# {{ imagebuilder:x }}\nEOF\n${ENVIRONMENTS}${COMPONENTS}`,
  ],
  ["another tool's mustaches in a comment", `${FROM}# {{ .Names }}\n${ENVIRONMENTS}${COMPONENTS}`],
  ["\\n in a command", `${FROM}RUN printf 'a\\n{b}\\n' >/x && echo '}}' '{{'\n${ENVIRONMENTS}${COMPONENTS}`],
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
  ].map((line): readonly [string, string] => [line, `${FROM}${ENVIRONMENTS}${COMPONENTS}${line}\n`]),
  [
    "16,000 characters",
    (FROM + ENVIRONMENTS + COMPONENTS).padEnd(15_999, "#").concat("\n").replace("}}}\n##", "}}}\n#"),
  ],
  ["unknown variables in a comment", `# {{{ imagebuilder:nothing }}}\n${FROM}${ENVIRONMENTS}${COMPONENTS}`],
];

const INVALID: readonly (readonly [text: string, ...codes: string[]])[] = [
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
  ].map((line): [string, string] => [`${FROM}${ENVIRONMENTS}${COMPONENTS}${line}\n`, "IB-DOCKERFILE-CONTEXT 4:1"]),
  [`${FROM}RUN echo '{{{ name }}} {{ .Names }}'\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-MUSTACHE 2:11"],
  [`${FROM}HEALTHCHECK CMD echo {{ok}}\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-MUSTACHE 2:22"],
  [`${FROM}${ENVIRONMENTS}${COMPONENTS}RUN <<EOF\necho \${{ github.sha }}\nEOF\n`, "IB-DOCKERFILE-MUSTACHE 5:7"],
  [(FROM + ENVIRONMENTS + COMPONENTS).replaceAll("\n", "\\n"), "IB-DOCKERFILE-NEWLINE 1:1"],
  [`${FROM}RUNN x\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-INSTRUCTION 2:1"],
  [`${FROM}apt-get update\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-INSTRUCTION 2:1"],
  [`RUN x\n${FROM}${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-ORDER 1:1"],
  [`${FROM}${ENVIRONMENTS}{{{{ imagebuilder:components }}}}\n`, "IB-DOCKERFILE-BRACES 3:1"],
  [`${FROM}${ENVIRONMENTS}RUN <<EOF\n${COMPONENTS}EOF\n`, "IB-DOCKERFILE-PLACE 4:1"],
  [
    `FROM {{{ imagebuilder:parentImage }}} AS one\n${ENVIRONMENTS}${COMPONENTS}FROM alpine\n`,
    "IB-DOCKERFILE-STAGE 2:1",
    "IB-DOCKERFILE-STAGE 3:1",
  ],
  ...["scratch", "gcr.io/distroless/static", "busybox:1.37", "--platform=linux/arm64 alpine:3.20 AS last"].map(
    (image): [string, string] => [
      `${FROM.trim()} AS made\nRUN make\nFROM ${image}\n${ENVIRONMENTS}${COMPONENTS}COPY --from=made /app /app\n`,
      "IB-DOCKERFILE-BOOTSTRAP 4:1",
    ],
  ),
  [`FROM alpine AS one\nFROM one AS two\n${FROM}FROM two\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-BOOTSTRAP 5:1"],
  ["»", "IB-DOCKERFILE-SIZE 1:1"],
  [`${FROM}${"#".repeat(16_000)}`, "IB-DOCKERFILE-SIZE 1:1"],
  [`${FROM}RUN \0\n`, "IB-DOCKERFILE-NUL 2:5"],
  ["RUN echo\n", "IB-DOCKERFILE-FROM 1:1", "IB-DOCKERFILE-MISSING 1:1", "IB-DOCKERFILE-MISSING 1:1"],
  [`FROM alpine\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 1:1"],
  [`\n# x\nFROM alpine\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 3:1"],
  [`# ${FROM}FROM alpine\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 2:1"],
  [`FROM alpine\nENV X={{{ imagebuilder:parentImage }}}\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 1:1"],
  [`ARG BASE={{{ imagebuilder:parentImage }}}\nFROM $OTHER\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 2:1"],
  [`FROM $BASED\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-PARENT 1:1"],
  [FROM + COMPONENTS, "IB-DOCKERFILE-MISSING 1:1"],
  [FROM + ENVIRONMENTS, "IB-DOCKERFILE-MISSING 1:1"],
  [FROM, "IB-DOCKERFILE-MISSING 1:1", "IB-DOCKERFILE-MISSING 1:1"],
  [`${FROM}${ENVIRONMENTS}# ${COMPONENTS}`, "IB-DOCKERFILE-MISSING 1:1"],
  [FROM + COMPONENTS + ENVIRONMENTS, "IB-DOCKERFILE-ORDER 2:1"],
  [ENVIRONMENTS + FROM + COMPONENTS, "IB-DOCKERFILE-ORDER 1:1"],
  [ENVIRONMENTS + COMPONENTS + FROM, "IB-DOCKERFILE-ORDER 1:1", "IB-DOCKERFILE-ORDER 2:1"],
  [`FROM {{{ imagebuilder:parentimage }}}\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-VARIABLE 1:6"],
  [`FROM {{{ imagebuilder:baseImage }}}\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-VARIABLE 1:6"],
  [`${FROM}  {{{ imagebuilder:environment }}}\n${COMPONENTS}`, "IB-DOCKERFILE-VARIABLE 2:3"],
  [`${FROM}${ENVIRONMENTS}{{{ imagebuilder:component }}}\n`, "IB-DOCKERFILE-VARIABLE 3:1"],
  [`${FROM}${ENVIRONMENTS}${COMPONENTS}{{{ imagebuilder:cache }}}\n`, "IB-DOCKERFILE-VARIABLE 4:1"],
  [`${FROM}${ENVIRONMENTS}{{ imagebuilder:components }}\n`, "IB-DOCKERFILE-BRACES 3:1"],
  [`FROM {{ imagebuilder:parentImage }}\n${ENVIRONMENTS}${COMPONENTS}`, "IB-DOCKERFILE-BRACES 1:6"],
  [`${FROM}${ENVIRONMENTS}${COMPONENTS}${COMPONENTS}`, "IB-DOCKERFILE-REPEATED 4:1"],
];

function codes(text: string, hasComponents = true): string[] {
  return checkDockerfileTemplate({ file: "Dockerfile", text, hasComponents }).map(
    ({ code, line, column }) => `${code} ${line ?? 0}:${column ?? 0}`,
  );
}

describe("checkDockerfileTemplate", () => {
  test.each(VALID)("accepts %s", (_why, text) => {
    expect(codes(text)).toEqual([]);
  });

  test.each(INVALID.map(([text, ...expected]) => ({ text: text.replace("»", ""), expected })))(
    "reports $expected",
    ({ text, expected }) => {
      expect(codes(text)).toEqual(expected);
    },
  );

  test("asks for neither environments nor components without components", () => {
    expect(codes(FROM, false)).toEqual([]);
    expect(codes(FROM + COMPONENTS + ENVIRONMENTS, false)).toEqual(["IB-DOCKERFILE-ORDER 2:1"]);
  });

  test("asks for the other one of the two, whether there are components or not", () => {
    expect(codes(FROM + COMPONENTS, false)).toEqual(["IB-DOCKERFILE-MISSING 1:1"]);
    expect(
      checkDockerfileTemplate({ file: "Dockerfile", text: FROM + ENVIRONMENTS, hasComponents: false }),
    ).toMatchObject([
      {
        severity: "error",
        found: "no {{{ imagebuilder:components }}}, though there is {{{ imagebuilder:environments }}}",
      },
    ]);
  });

  test("refuses a file of the build context, and warns of what finds at least Image Builder's scripts", () => {
    const of = (line: string) =>
      checkDockerfileTemplate({ file: "Dockerfile", text: FROM + line, hasComponents: false }).map(
        ({ severity, found }) => `${severity} ${found}`,
      );
    const why = "from the build context, in which Image Builder puts nothing but its own scripts";
    expect(of("COPY a b /x\n")).toEqual([`error COPY of "a" ${why}`]);
    expect(of("ADD *.sh . /x\n")).toEqual([`warning ADD of "*.sh" ${why}`]);
  });

  test("names the nearest variable, and how to write it", () => {
    const text = `FROM {{{ imagebuilder:parentImag }}}\n${ENVIRONMENTS}${COMPONENTS}`;
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
