import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { resolveImage } from "../load-image";
import type { ImageDefinition } from "../image-definition";
import { helloWorld } from "@pipelines/testing/fixture-app";

const hello = { document: "hello-world.yaml" };

/** The findings for a definition, as printed. */
function reported(definition: Partial<ImageDefinition>, name = "web"): string {
  const resolved = resolveImage({
    name,
    folder: helloWorld,
    definition: { components: [hello], ...definition },
  });
  return resolved.findings.map((finding) => formatFinding(finding)).join("\n");
}

/** `field CODE`, then the found and allowed lines, as `formatFinding` prints them. */
function finding(field: string, code: string, found: string, allowed: string, fix?: string): string {
  const lines = [`error ${helloWorld}/image.ts ${field} ${code}`, `  found:   ${found}`, `  allowed: ${allowed}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix:     ${fix}`])].join("\n");
}

describe("Image checks", () => {
  it("find nothing wrong with the sample", () => {
    expect(reported({})).toBe("");
  });

  it("refuse an image without components, and one with more than twenty", () => {
    const allowed = "1 to 20 components; the AWS provider requires at least one";
    expect(reported({ components: [] })).toBe(
      finding("components", "IB-COMPONENTS", "an image without components", allowed),
    );
    const many = Array.from({ length: 21 }, (_, index) => ({ managed: `component-${index}` }));
    expect(reported({ components: many })).toBe(
      finding("components", "IB-COMPONENTS", "21 components", "at most 20, unless AWS has raised the account's quota"),
    );
  });

  it("refuse more protected tags than a lifecycle policy has rules for", () => {
    const tags = Array.from({ length: 47 }, (_, index) => `t${index}`);
    expect(reported({ containerTags: tags.slice(1) })).toBe("");
    const allowed =
      "at most 46: each needs one rule in the repository's lifecycle policy, a channel needs two, and all channels together need one more";
    expect(reported({ containerTags: tags })).toBe(
      finding("containerTags", "IB-TAG-PROTECTED", "47 tags whose images are kept forever", allowed),
    );
  });

  it("refuse to keep builds both by number and by age", () => {
    expect(reported({ keep: { builds: 5, days: 30 } })).toContain(
      "{ builds: 100 } or { days: 365 }, not both: ECR applies one expiry rule to an image",
    );
    expect(reported({ keep: { days: 0 } })).toContain("keep.days IB-FIELD-KIND");
  });

  it("refuse a duplicate component, whatever its kind", () => {
    expect(reported({ components: [hello, hello] })).toBe(
      finding(
        "components[1]",
        "IB-COMPONENT-TWICE",
        '"hello-world" again, after components[0]',
        "each component once per recipe, in one version",
        "give one of them a different name",
      ),
    );
    const managed = { managed: "update-linux" };
    expect(reported({ components: [managed, hello, { ...managed, version: "1.0.0" }] })).toBe(
      finding(
        "components[2]",
        "IB-COMPONENT-TWICE",
        '"aws/update-linux" again, after components[0]',
        "each component once per recipe, in one version",
      ),
    );
  });

  it("refuse an AWS component together with its own ARN, and one component in two versions", () => {
    const arn = (name: string, version: string) => ({
      arn: `arn:aws:imagebuilder:eu-west-1:aws:component/${name}/${version}`,
    });
    const own = (version: string) => ({ arn: `arn:aws:imagebuilder:eu-west-1:123456789012:component/a/${version}` });
    expect(reported({ components: [{ managed: "update-linux" }, arn("update-linux", "1.0.0")] })).toContain(
      'components[1] IB-COMPONENT-TWICE\n  found:   "aws/update-linux" again, after components[0]',
    );
    expect(reported({ components: [own("1.0.0"), own("2.x.x")] })).toContain("components[1] IB-COMPONENT-TWICE");
    expect(reported({ components: [own("1.0.0"), arn("a", "1.0.0"), { managed: "b" }] })).toBe("");
  });

  it("refuse a component without a kind, and one with an invalid ARN", () => {
    const components = [{ file: "x.yaml" }, {}] as unknown as ImageDefinition["components"];
    const allowed = "document (one of the image's files), managed (an AWS component) or arn (any other)";
    expect(reported({ components })).toBe(
      [
        finding("components[0]", "IB-FIELD-KIND", "an object with file", allowed),
        finding("components[1]", "IB-FIELD-KIND", "an object without fields", allowed),
      ].join("\n"),
    );
    expect(reported({ components: [{ arn: "arn:aws:imagebuilder:eu-west-1:1:component/x/1.0.0" }] })).toBe(
      finding(
        "components[0].arn",
        "IB-COMPONENT-ARN",
        '"arn:aws:imagebuilder:eu-west-1:1:component/x/1.0.0"',
        "arn:aws:imagebuilder:<region>:<account id or aws>:component/<name>/<version>",
      ),
    );
  });

  it("refuse names that AWS or Terraform would reject", () => {
    expect(reported({ components: [{ ...hello, name: "say hello" }] })).toBe(
      finding(
        "components[0].name",
        "IB-PART-NAME",
        'the component\'s name "say hello"',
        "1 to 126 characters: letters, digits, - and _, starting with a letter or digit",
        'write name: "say-hello"',
      ),
    );
    expect(reported({}, "web.v2")).toContain('IB-PART-NAME\n  found:   the image\'s name "web.v2"');
    expect(reported({}, "web.v2")).toContain("  fix:     rename the folder to images/web-v2");
    expect(reported({}, "ß")).not.toContain("fix:");
  });

  it("refuse more than twenty-five supported OS versions, and an empty list", () => {
    const versions = Array.from({ length: 26 }, (_, index) => `Linux ${index}`);
    for (const supportedOsVersions of [[], versions]) {
      expect(reported({ components: [{ ...hello, supportedOsVersions }] })).toBe(
        finding("components[0].supportedOsVersions", "IB-COUNT", `${supportedOsVersions.length} of them`, "1 to 25"),
      );
    }
  });

  it("refuse a fixed tag in a repository whose tags are immutable", () => {
    expect(reported({ imageTagMutability: "IMMUTABLE", containerTags: ["latest"] })).toBe(
      finding(
        "containerTags",
        "IB-TAG-IMMUTABLE",
        'the fixed tag "latest" in a repository whose tags are immutable',
        "no fixed tags there: the second build would fail to push, because the tag exists",
        'write containerTags: [], and pull by build version (1.0.0-1), or imageTagMutability: "MUTABLE"',
      ),
    );
    expect(reported({ imageTagMutability: "IMMUTABLE", containerTags: [] })).toBe("");
  });

  it("refuse channels if tags are immutable", () => {
    expect(reported({ imageTagMutability: "IMMUTABLE", containerTags: [], channels: ["stable"] })).toBe(
      finding(
        "channels",
        "IB-CHANNEL-IMMUTABLE",
        'the channel "stable" in a repository whose tags are immutable',
        "channels only if tags are mutable: each promotion moves one",
        'write imageTagMutability: "MUTABLE", or channels: []',
      ),
    );
    expect(reported({ channels: ["stable", "3.12"] })).toBe("");
  });

  it.each(["1.0.3-2", "staging.1.0.3-2", "revoked", "revoked.x", "stable.20261124T150405123Z.alice"])(
    "refuse the channel %s, which has a form reserved for records of builds and promotions",
    (channel) => {
      expect(reported({ channels: [channel] })).toBe(
        finding(
          "channels[0]",
          "IB-CHANNEL-NAME",
          `the channel "${channel}", which has a form reserved for records of builds and promotions`,
          "a name such as stable or 3.12, but not a build version (1.0.3-2) or a name that starts with revoked",
        ),
      );
    },
  );

  it("refuse a channel that builds push, a duplicate, one that ECR rejects and one that is too long", () => {
    expect(reported({ containerTags: ["latest"], channels: ["latest"] })).toBe(
      finding(
        "channels[0]",
        "IB-CHANNEL-BUILT",
        'the channel "latest", which is also one of containerTags',
        "a channel that no build pushes: every build would move it to an image that nobody promoted",
      ),
    );
    expect(reported({ channels: ["stable", "stable"] })).toContain("channels[1] IB-CHANNEL-TWICE");
    expect(reported({ channels: ["-stable"] })).toContain("channels[0] IB-CONTAINER-TAG");
    expect(reported({ channels: ["s".repeat(61)] })).toContain("at most 60");
  });

  it("refuse Windows on a parent that is not an Image Builder image, with the reason", () => {
    const components = [{ managed: "update-windows" }];
    expect(
      reported({ components, platform: "Windows", parentImage: "mcr.microsoft.com/windows/servercore:ltsc2022" }),
    ).toContain(
      finding(
        "platform",
        "IB-WINDOWS-PARENT",
        'Windows on "mcr.microsoft.com/windows/servercore:ltsc2022", which is not an Image Builder image',
        "Windows on the ARN of an Image Builder image: any other needs an OS version override, which the AWS provider cannot express (imagebuilder_container_recipe has no such attribute)",
      ),
    );
    const parentImage = "arn:aws:imagebuilder:eu-west-1:aws:image/windows-server-2022-x86-core-ltsc2022-amd64/x.x.x";
    expect(reported({ components, platform: "Windows", parentImage })).toBe("");
  });

  it("refuse a build image that is neither an AMI nor a parameter, and two volumes for one device", () => {
    expect(reported({ buildInstance: { image: "amazon-linux-2023" } })).toBe(
      finding(
        "buildInstance.image",
        "IB-BUILD-IMAGE",
        '"amazon-linux-2023"',
        "an AMI (ami-0123456789abcdef0) or a parameter (ssm:/aws/service/ecs/optimized-ami/…)",
      ),
    );
    expect(reported({ buildInstance: { volumes: [{ size: 30 }, { size: 10 }] } })).toBe(
      finding("buildInstance.volumes[1]", "IB-VOLUME", "/dev/xvda a second time", "one volume per device"),
    );
  });

  it("report everything at the same time", () => {
    const codes = reported({
      repository: "Web",
      containerTags: ["-x"],
      schedule: "cron(0 9 1 * *)",
      workingDirectory: "",
    });
    expect(codes.match(/IB-[A-Z-]+/g)).toEqual([
      "IB-LENGTH",
      "IB-REPOSITORY-NAME",
      "IB-CONTAINER-TAG",
      "IB-CRON-FIELDS",
    ]);
  });

  it("warn about a second volume that was probably meant to be the root volume, on Amazon's AMIs for containers", () => {
    const volumes = [{ deviceName: "/dev/sda1", size: 50 }];
    expect(reported({ buildInstance: { volumes } })).toBe(
      finding(
        "buildInstance.volumes[0].deviceName",
        "IB-VOLUME-ROOT",
        "/dev/sda1, which adds a second volume to the instance",
        "/dev/xvda for the root volume of the AMI that Image Builder builds containers on",
        'write deviceName: "/dev/xvda"',
      ).replace("error", "warning"),
    );
    const image = "ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
    expect(reported({ buildInstance: { image, volumes } })).toContain("IB-VOLUME-ROOT");
    // Other AMIs have different root devices.
    expect(reported({ buildInstance: { image: "ami-0123456789abcdef0", volumes } })).toBe("");
    expect(reported({ buildInstance: { volumes: [{ size: 50 }, { deviceName: "/dev/sdb", size: 9 }] } })).toBe("");
  });

  it("warn about AWS components for instances, and about a restart", () => {
    const named = (managed: string) => reported({ components: [{ managed }] });
    expect(named("stig-build-linux-medium")).toBe(
      finding(
        "components[0].managed",
        "IB-COMPONENT-AMI",
        '"stig-build-linux-medium", which hardens an operating system with its own kernel and services',
        "components for containers, which have neither",
        "leave it out, or test it on the image",
      ).replace("error", "warning"),
    );
    expect(named("reboot-linux")).toContain("which restarts an operating system");
    expect(named("update-linux")).toBe("");
    const arn = (owner: string) =>
      reported({ components: [{ arn: `arn:aws:imagebuilder:eu-west-1:${owner}:component/reboot-linux/x.x.x` }] });
    expect(arn("aws")).toContain("components[0].arn IB-COMPONENT-AMI");
    expect(arn("123456789012")).toBe("");
  });

  it("refuse a setting that the AWS provider does not support, and name the version that does", () => {
    const imageTagMutability = "IMMUTABLE_WITH_EXCLUSION" as "IMMUTABLE";
    expect(reported({ imageTagMutability })).toBe(
      finding(
        "imageTagMutability",
        "IB-FIELD-KIND",
        '"IMMUTABLE_WITH_EXCLUSION"',
        '"MUTABLE" or "IMMUTABLE": exclusions were added in the AWS provider 6.8, and this project also supports 5.100',
      ),
    );
  });

  it("show how to name an existing repository, if its ARN is given", () => {
    expect(reported({ repository: "arn:aws:ecr:eu-west-1:123456789012:repository/team/web" })).toBe(
      finding(
        "repository",
        "IB-REPOSITORY-NAME",
        'the ARN "arn:aws:ecr:eu-west-1:123456789012:repository/team/web"',
        'a name, or { existing: "<name>" } for an existing one',
        'write repository: { existing: "team/web" }',
      ),
    );
    expect(reported({ repository: "x" })).toContain('the repository name "x" has 1 character\n');
  });

  describe("know that Amazon Linux 2023 has curl-minimal, which conflicts with curl:", () => {
    const arn = "arn:aws:imagebuilder:eu-west-1:aws:image";
    const built = (dockerfile: string, parentImage = "amazonlinux:2023", document?: string): string => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "packages-"));
      const variables = "{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";
      fs.writeFileSync(
        path.join(folder, "Dockerfile"),
        `FROM {{{ imagebuilder:parentImage }}}\n${variables}${dockerfile}`,
      );
      if (document !== undefined) fs.writeFileSync(path.join(folder, "own.yaml"), document);
      const components = document === undefined ? [{ managed: "update-linux" }] : [{ document: "own.yaml" }];
      const { findings } = resolveImage({ name: "web", folder, definition: { parentImage, components } });
      fs.rmSync(folder, { recursive: true });
      return findings.map(({ code, line }) => `${code}${line === undefined ? "" : ` ${line}`}`).join();
    };

    it.each([
      "RUN dnf install -y curl\n",
      "RUN yum -y install git curl jq && yum clean all\n",
      "RUN dnf install -y \\\n    git \\\n    curl\n",
    ])("%j", (text) => {
      expect(built(text)).toBe("IB-PACKAGE-CURL 4");
      expect(built(text, "public.ecr.aws/amazonlinux/amazonlinux:latest")).toBe("IB-PACKAGE-CURL 4");
      for (const parent of ["amazonlinux", "amazonlinux:2023.6", `${arn}/amazon-linux-2023-x86/x.x.x`]) {
        expect(built(text, parent)).toBe("IB-PACKAGE-CURL 4");
      }
      expect(built(text, `${arn}/amazon-linux-2-x86/x.x.x`)).toBe("");
      expect(built(text, "amazonlinux:2")).toBe("");
      expect(built(text, "fedora:43")).toBe("");
    });

    it.each([
      "RUN dnf install -y curl-minimal libcurl-devel\n",
      "RUN dnf install -y --allowerasing curl\n",
      "RUN dnf swap -y curl-minimal curl && dnf install -y git\n",
      "RUN dnf install -y git && curl -fsS https://example.com\n",
      "# RUN dnf install -y curl\n",
    ])("nothing in %j", (text) => {
      expect(built(text)).toBe("");
    });

    it("in component documents too, where a restart of the container is also reported", () => {
      const steps = "[{name: A, action: ExecuteBash, inputs: {commands: [dnf install -y curl]}}]";
      expect(built("", undefined, `schemaVersion: 1.0\nphases:\n  - name: build\n    steps: ${steps}\n`)).toBe(
        "IB-PACKAGE-CURL 4",
      );
      const restart = "      - name: A\n        action: Reboot\n";
      expect(built("", undefined, `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${restart}`)).toBe(
        "IB-COMPONENT-AMI 6",
      );
    });
  });
});
