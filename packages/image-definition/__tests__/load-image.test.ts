import * as fs from "node:fs";
import * as path from "node:path";
import type { Image } from "../image";
import type { ImageDefinition } from "../image-definition";
import { image, imageNames, resolveImage } from "../load-image";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { helloWorld } from "@pipelines/testing/fixture-app";

const root = path.join(__dirname, "../../..");

/** Creates an image with these files in its own folder, outside `images/`. */
function withFiles(files: Readonly<Record<string, string | Buffer>>, definition: Partial<ImageDefinition> = {}): Image {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries({ Dockerfile: "FROM x\n", "install.yaml": "name: x\n", ...files })) {
    fs.writeFileSync(path.join(folder, name), content);
  }
  return resolveImage({
    name: "web",
    folder: path.relative(root, folder),
    definition: { components: [{ document: "install.yaml" }], ...definition },
  });
}

/** Returns the code, field and found text of every finding. */
function problems({ findings }: Image): (string | undefined)[][] {
  return findings.map(({ code, field, found }) => [code, field, found]);
}

describe("An image", () => {
  it("has a default for everything except its components", () => {
    expect(
      resolveImage({
        name: "web",
        folder: helloWorld,
        definition: { components: [{ document: "hello-world.yaml" }, { managed: "update-linux" }] },
      }),
    ).toEqual({
      name: "web",
      file: `${helloWorld}/image.ts`,
      description: undefined,
      parentImage: "amazonlinux:latest",
      rebuildWithParent: true,
      platform: "Linux",
      dockerfile: {
        file: `${helloWorld}/Dockerfile`,
        text: fs.readFileSync(path.join(root, `${helloWorld}/Dockerfile`), "utf8"),
      },
      components: [
        {
          kind: "own",
          document: "hello-world.yaml",
          name: "hello-world",
          source: {
            file: `${helloWorld}/hello-world.yaml`,
            text: fs.readFileSync(path.join(root, `${helloWorld}/hello-world.yaml`), "utf8"),
          },
        },
        { kind: "managed", managed: "update-linux", version: "x.x.x" },
      ],
      repository: "web",
      repositoryExists: false,
      enhancedImageMetadata: true,
      workflows: [],
      imageTagMutability: "MUTABLE",
      containerTags: ["latest"],
      channels: [],
      schedule: undefined,
      enabled: true,
      workingDirectory: "/tmp",
      tests: { enabled: true, timeoutMinutes: 60 },
      buildInstance: undefined,
      version: undefined,
      tags: {},
      overridden: [],
      unusable: false,
      findings: [],
    });
  });

  it("uses its definition's settings instead of the defaults", () => {
    const definition: ImageDefinition = {
      description: "A web server",
      parentImage: "public.ecr.aws/nginx/nginx:1.27",
      platform: "Linux",
      components: [
        {
          document: "hello-world.yaml",
          name: "greet",
          description: "Greets",
          changeDescription: "First",
          supportedOsVersions: ["Amazon Linux 2023"],
          version: "1.1",
        },
        { managed: "update-linux", version: "1.0.0" },
        { arn: "arn:aws:imagebuilder:eu-west-1:123456789012:component/x/1.0.0", parameters: { a: "1" } },
      ],
      repository: "team/web",
      imageTagMutability: "IMMUTABLE",
      containerTags: [],
      schedule: null,
      enabled: false,
      workingDirectory: "/work",
      tests: { enabled: false, timeoutMinutes: 90 },
      buildInstance: { image: "ami-0123456789abcdef0" },
      version: "2.0",
      tags: { Team: "web" },
    };
    const resolved = resolveImage({ name: "web", folder: helloWorld, definition });
    const { components, ...rest } = definition;
    expect(resolved.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(resolved).toMatchObject(rest);
    expect(resolved.components).toMatchObject([
      { ...components[0], kind: "own", name: "greet" },
      { ...components[1], kind: "managed" },
      { ...components[2], kind: "foreign" },
    ]);
  });

  it("may set its test timeout without turning tests off, and vice versa", () => {
    expect(withFiles({}, { tests: { timeoutMinutes: 90 } }).tests).toEqual({ enabled: true, timeoutMinutes: 90 });
    expect(withFiles({}, { tests: { enabled: false } }).tests).toEqual({ enabled: false, timeoutMinutes: 60 });
  });

  it("differs in an environment that overrides it: tags are merged, everything else is replaced", () => {
    const definition: ImageDefinition = {
      components: [{ document: "hello-world.yaml" }],
      parentImage: "amazonlinux:latest",
      containerTags: ["latest", "edge"],
      schedule: "rate(1 day)",
      tags: { Team: "web", Tier: "free" },
    };
    const resolved = resolveImage({
      name: "web",
      folder: helloWorld,
      definition,
      overrides: {
        parentImage: "amazonlinux:2023",
        containerTags: ["stable"],
        schedule: null,
        tags: { Tier: "paid", Cost: "42" },
      },
    });
    expect(resolved).toMatchObject({
      parentImage: "amazonlinux:2023",
      containerTags: ["stable"],
      schedule: null,
      tags: { Team: "web", Tier: "paid", Cost: "42" },
      overridden: ["parentImage", "containerTags", "schedule", "tags"],
      findings: [],
    });
    expect(definition.tags).toEqual({ Team: "web", Tier: "free" });
  });

  it("keeps its definition's setting if an environment's override is present but undefined", () => {
    const definition: ImageDefinition = {
      components: [{ document: "hello-world.yaml", name: undefined, version: undefined }],
      repository: "team/web",
      containerTags: undefined,
      tags: { Team: "web" },
    };
    const options = { name: "web", folder: helloWorld, definition };
    const overrides: Record<string, unknown> = Object.fromEntries(
      ["repository", "containerTags", "schedule", "parentImage", "buildInstance"].map((field) => [field, undefined]),
    );
    expect(resolveImage({ ...options, overrides: { ...overrides, tags: { Team: undefined } } })).toEqual({
      ...resolveImage(options),
      overridden: ["tags"],
    });
  });

  it.each<[string, unknown, (string | undefined)[]]>([
    ["null", null, ["IB-FIELD-KIND", "overrides", "null"]],
    ["text", "latest", ["IB-FIELD-KIND", "overrides", '"latest"']],
    ["an unknown field", { repo: "x" }, ["IB-FIELD-UNKNOWN", "repo", 'there is no field "repo" here']],
    [
      "a field that no environment may set",
      { components: [] },
      ["IB-FIELD-UNKNOWN", "components", 'there is no field "components" here'],
    ],
    ["a value of the wrong kind", { tests: { timeoutMinutes: 5 } }, ["IB-FIELD-KIND", "tests.timeoutMinutes", "5"]],
  ])("is refused, without an exception, if its overrides are %s", (_what, overrides, problem) => {
    const [name = ""] = imageNames();
    const resolved = image(name, overrides as never);
    expect(problems(resolved)).toEqual([problem]);
    expect(resolved.overridden).toContain(problem[1]?.split(".")[0]);
  });

  it("is read and checked only once, however many environments use it without overrides", () => {
    const [name = ""] = imageNames();
    expect(image(name)).toBe(image(name, {}));
    expect(image(name, { enabled: false })).not.toBe(image(name));
  });

  it("may have its Dockerfile and documents in S3, which are referenced but not read", () => {
    const resolved = withFiles(
      {},
      { dockerfile: "s3://bucket/a/Dockerfile", components: [{ document: "s3://bucket/a/install.v2.yaml" }] },
    );
    expect(resolved.dockerfile).toEqual({ uri: "s3://bucket/a/Dockerfile" });
    expect(resolved.components).toEqual([
      expect.objectContaining({ name: "install.v2", source: { uri: "s3://bucket/a/install.v2.yaml" } }),
    ]);
  });

  it("may give its Dockerfile a different name", () => {
    const { dockerfile } = withFiles({ "Dockerfile.web": "FROM y\n" }, { dockerfile: "Dockerfile.web" });
    expect(dockerfile).toMatchObject({ text: "FROM y\n" });
  });
});

describe("The text of an image's files", () => {
  it.each([
    ["Windows line endings", "FROM x\r\nRUN y\r\n"],
    ["a byte order mark", "\uFEFFFROM x\n"],
    ["tabs and trailing spaces", "FROM x \t\n\n  \n"],
    ["Terraform and shell templates", "RUN echo ${HOME} %{x} $$ $${y} \\\n"],
    ["non-ASCII and astral characters", "# ü 漢 🐳 \u00a0\u2028\n"],
    ["no newline at the end", "FROM x"],
    ["nothing at all", ""],
    ["control characters", "a\u0001\u007f\u0085b"],
  ])("matches the file byte for byte, with %s", (_what, text) => {
    const { dockerfile, components } = withFiles({ Dockerfile: text, "install.yaml": text });
    expect("text" in dockerfile && Buffer.from(dockerfile.text)).toEqual(Buffer.from(text));
    const [component] = components;
    const source = component?.kind === "own" ? component.source : undefined;
    expect(source).toMatchObject({ text });
  });

  it.each([
    ["Latin-1", Buffer.from("RUN echo ü\n", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFRUN echo\n", "utf16le")],
    ["an incomplete character", Buffer.from("🐳").subarray(0, 3)],
  ])("is refused if it is not UTF-8: %s", (_what, bytes) => {
    const findings = problems(withFiles({ Dockerfile: bytes }));
    expect(findings).toContainEqual(["IB-FILE-READ", "dockerfile", '"Dockerfile" is not UTF-8 text']);
  });
});

describe("A file that an image's definition names", () => {
  it("is in the repository, and is named by its path relative to the image's folder", () => {
    const components = [{ document: "../../../else/setup.yaml" }, { document: "/etc/setup.yaml" }];
    const { findings } = resolveImage({ name: "web", folder: "images/web", definition: { components } });
    expect(findings.filter(({ field = "" }) => field.endsWith("document"))).toMatchObject([
      { code: "IB-FILE-READ", found: '"../../../else/setup.yaml", which is outside the repository' },
      { code: "IB-FILE-READ", found: 'the absolute path "/etc/setup.yaml"' },
    ]);
  });

  it("is suggested if the given name is similar, or has folders that only Windows finds", () => {
    const files = { "setup.yml": "", Dockerfile: "" };
    const { findings } = withFiles(files, {
      dockerfile: "dockerfile",
      components: [{ document: "./setup.yaml" }, { document: "..\\base\\install.yaml" }, { document: "other/x.yaml" }],
    });
    const wrong = findings.filter(({ code }) => code === "IB-FILE-READ");
    expect(wrong.map(({ field, fix }) => [field, fix])).toEqual([
      ["dockerfile", 'write "Dockerfile"'],
      ["components[0].document", 'write "setup.yml"'],
      ["components[1].document", 'write "../base/install.yaml"'],
      ["components[2].document", undefined],
    ]);
    expect(findings.filter(({ code }) => code === "IB-PART-NAME")).toEqual([]);
  });

  it("is reported if it does not exist, along with the field that names it", () => {
    const resolved = withFiles({}, { dockerfile: "Dockerfile.web", components: [{ document: "setup.yaml" }] });
    expect(problems(resolved)).toEqual(
      expect.arrayContaining([
        ["IB-FILE-READ", "dockerfile", '"Dockerfile.web" cannot be read: there is no such file'],
        ["IB-FILE-READ", "components[0].document", '"setup.yaml" cannot be read: there is no such file'],
      ]),
    );
    expect(resolved.findings[0]?.file).toBe(resolved.file);
  });

  it("does not exist", () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, "Dockerfile"));
    const definition: ImageDefinition = { components: [{ managed: "update-linux" }] };
    const resolved = resolveImage({ name: "web", folder: path.relative(root, folder), definition });
    expect(problems(resolved)).toEqual([["IB-FILE-READ", "dockerfile", '"Dockerfile" cannot be read: it is a folder']]);
  });
});

describe("An invalid definition", () => {
  it("has one finding if the image has no folder", () => {
    const { findings } = image("no-such-image");
    expect(findings).toEqual([
      {
        severity: "error",
        code: "IB-IMAGE-MISSING",
        file: "images/no-such-image/image.ts",
        found: 'there is no image "no-such-image"',
        allowed: `a folder in images/ that contains an image.ts: ${imageNames().join(", ")}`,
        fix: 'write images/no-such-image/image.ts, or take "no-such-image" out of the environment\'s images',
      },
    ]);
  });

  it.each([
    ["../web", 'image("../web")'],
    ["..", 'image("..")'],
    ["", 'image("")'],
    [undefined, "image(undefined)"],
  ])("has one finding, in the file that calls image(%j), if that cannot be a folder's name", (name, found) => {
    const { findings, unusable, file } = image(name as string);
    expect([unusable, file]).toEqual([true, "images/unnamed/image.ts"]);
    expect(findings).toMatchObject([
      { code: "IB-IMAGE-MISSING", found, allowed: `the name of a folder in images/: ${imageNames().join(", ")}` },
    ]);
  });

  it("has one finding with the name that was probably meant, if it is misspelled", () => {
    const [name = ""] = imageNames();
    const { findings, unusable } = image(`${name}x`);
    expect([findings.map(({ fix }) => fix), unusable]).toEqual([[`write image("${name}")`], true]);
  });

  it.each<[string, () => unknown, string, object]>([
    [
      "nothing",
      () => ({}),
      "IB-IMAGE-LOAD",
      {
        found: "it has no default export",
        allowed: "a module whose default export is an ImageDefinition (packages/image-definition/image-definition.ts)",
        fix: "end the file with `export default` and the name of the definition",
      },
    ],
    [
      "an exception",
      () => {
        throw new Error("no such setting");
      },
      "IB-CODE",
      { found: expect.stringContaining("it fails: no such setting") as unknown },
    ],
  ])("has one finding if its module exports %s", (_what, module, code, words) => {
    const [name = ""] = imageNames();
    jest.isolateModules(() => {
      jest.doMock(path.join(root, "images", name, "image"), module);
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const isolated = require("../load-image") as { readonly image: typeof image };
      const { findings, unusable } = isolated.image(name);
      expect(findings).toEqual([expect.objectContaining({ file: `images/${name}/image.ts`, code, ...words })]);
      expect(unusable).toBe(true);
    });
    jest.dontMock(path.join(root, "images", name, "image"));
  });

  it("has findings about the names of its files, but none about their contents", () => {
    const { findings, dockerfile } = withFiles(
      { Dockerfile: "nothing that a Dockerfile has" },
      { enabled: "no" as unknown as boolean, components: [{ document: "gone.yaml" }] },
    );
    expect(findings.map(({ field }) => field)).toEqual(["enabled"]);
    expect(dockerfile).toMatchObject({ text: "" });
  });

  it.each<[string, unknown, string]>([
    ["no components at all", {}, "components"],
    ["components that are not a list", { components: "install.yaml" }, "components"],
    ["a field that does not exist", { components: [{ managed: "a" }], dockerFile: "x" }, "dockerFile"],
    ["a field of the wrong kind", { components: [{ managed: "a" }], containerTags: "latest" }, "containerTags"],
    ["a component without a kind", { components: [{ name: "a" }] }, "components[0]"],
  ])("is reported with its field, without throwing an exception: %s", (_what, definition, field) => {
    const { findings } = resolveImage({
      name: "web",
      folder: "images/no-such-folder",
      definition: definition as ImageDefinition,
    });
    expect(findings.map((finding) => [finding.severity, finding.field])).toEqual([["error", field]]);
  });
});
