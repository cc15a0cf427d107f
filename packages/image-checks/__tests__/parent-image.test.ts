import { formatFinding } from "@pipelines/findings/report";
import { checkParentImage, parseReference } from "../parent-image";

const at = { file: "images/web/image.ts", field: "parentImage" };

function reported(parentImage: string): string {
  return checkParentImage(parentImage, at)
    .map((finding) => formatFinding(finding))
    .join("\n");
}

function codes(parentImage: string): string[] {
  return checkParentImage(parentImage, at).map(({ severity, code }) => `${severity} ${code}`);
}

const sha256Digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("a parent image", () => {
  test.each([
    "amazonlinux:latest",
    "amazonlinux",
    "docker.io/library/ubuntu:24.04",
    "ubuntu:noble",
    `ubuntu@${sha256Digest}`,
    `ubuntu:24.04@${sha256Digest}`,
    "public.ecr.aws/amazonlinux/amazonlinux:2023",
    "public.ecr.aws/docker/library/ubuntu:22.04",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/runtimes/python:3.12",
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a",
    "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a__b/c-d.e",
    "123456789012.dkr-ecr.eu-west-1.on.aws/a",
    "redhat/ubi9-minimal:9.4",
    "bitnami/nginx:1.27",
    "python:3.12-amazonlinux",
    "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86-latest/x.x.x",
    "arn:aws-cn:imagebuilder:cn-north-1:123456789012:image/base/1.0.0/3",
    "arn:aws-us-gov:imagebuilder:us-gov-west-1:aws-us-gov:image/base/1.0.x",
  ])("passes: %s", (parentImage) => {
    expect(codes(parentImage)).toEqual([]);
  });

  test.each([
    ["nginx 1.27", "write nginx:1.27"],
    ["NGINX:1.27", "write nginx:1.27"],
    ["My/Image:Tag", "write my/image:Tag"],
    ["https://public.ecr.aws/amazonlinux/amazonlinux:2023", "write public.ecr.aws/amazonlinux/amazonlinux:2023"],
    ["docker://ubuntu", "write ubuntu"],
    ["ubuntu:", undefined],
    ["ubuntu:-x", undefined],
    ["ubuntu@sha256:abc", undefined],
    ["/ubuntu", undefined],
    ["a//b", undefined],
    ["ubuntu:24.04:1", undefined],
    ["a_-b", undefined],
    ["x".repeat(256), undefined],
    ["ami-0123456789abcdef0", undefined],
    ["arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x", undefined],
    ["arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/a/1.0.0", undefined],
    ["arn:aws:imagebuilder:eu-west-1:aws:image/a", undefined],
    ["arn:aws:ecr:eu-west-1:123456789012:repository/a", undefined],
  ])("is rejected if it is invalid: %s", (parentImage, fix) => {
    const [finding, ...more] = checkParentImage(parentImage, at);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: "error", code: "IB-PARENT-IMAGE", ...at });
    expect(finding?.fix).toBe(fix);
  });

  test.each([
    ["ghcr.io/owner/image:1", "error"],
    ["quay.io/owner/image", "error"],
    ["gcr.io/distribution/image", "warning"],
    ["registry.example.com:5000/image", "warning"],
    ["localhost/image", "warning"],
  ])(
    "from a registry that Image Builder does not pull from (%s) is reported with severity %s",
    (parentImage, severity) => {
      expect(codes(parentImage)).toEqual([`${severity} IB-PARENT-REGISTRY`]);
    },
  );

  test.each([
    ["alpine:3.20", "IB-PARENT-BOOTSTRAP"],
    ["python:3.12-alpine3.20", "IB-PARENT-BOOTSTRAP"],
    ["public.ecr.aws/docker/library/node:22-alpine", "IB-PARENT-BOOTSTRAP"],
    ["chainguard/python:latest", "IB-PARENT-BOOTSTRAP"],
    ["busybox", "IB-PARENT-BOOTSTRAP"],
    ["scratch", "IB-PARENT-BOOTSTRAP"],
    ["public.ecr.aws/lts/distroless-java:17", "IB-PARENT-BOOTSTRAP"],
    ["debian:12", "IB-PARENT-DISTRIBUTION"],
    ["public.ecr.aws/debian/debian:12", "IB-PARENT-DISTRIBUTION"],
    ["nginx:1.27", "IB-PARENT-DISTRIBUTION"],
    ["public.ecr.aws/nginx/nginx:1.27", "IB-PARENT-DISTRIBUTION"],
    ["python:3.12-slim-bookworm", "IB-PARENT-DISTRIBUTION"],
    ["myteam/tool:1-bookworm", "IB-PARENT-DISTRIBUTION"],
  ])("that Image Builder's bootstrap probably fails on (%s) causes a warning: %s", (parentImage, code) => {
    expect(codes(parentImage)).toEqual([`warning ${code}`]);
  });

  test.each([
    ...["buildpack-deps", "debian", "gcc", "golang", "haproxy", "httpd", "julia", "memcached", "nginx", "node", "perl"],
    ...["php", "postgres", "pypy", "python", "redis", "ruby", "rust", "valkey"],
  ])("is based on Debian if it is Docker's %s, unless its tag says otherwise", (name) => {
    const codes = (value: string) => checkParentImage(value, { file: "x" }).map(({ code }) => code);
    expect(codes(`${name}:1`)).toEqual(["IB-PARENT-DISTRIBUTION"]);
    expect(codes(`acme/${name}:1`)).toEqual(name === "debian" ? ["IB-PARENT-DISTRIBUTION"] : []);
    if (name !== "debian") expect(codes(`${name}:1-jammy`)).toEqual([]);
  });

  test("is reported with what was found, what is allowed and what to write", () => {
    expect(reported("nginx 1.27")).toBe(
      [
        "error images/web/image.ts parentImage IB-PARENT-IMAGE",
        '  found:   "nginx 1.27", which is not an image reference',
        "  allowed: an image on Docker Hub or in ECR, such as public.ecr.aws/amazonlinux/amazonlinux:2023, or an image ARN",
        "  fix:     write nginx:1.27",
      ].join("\n"),
    );
    expect(reported("ghcr.io/a/b")).toContain("fix:     copy the image to an ECR repository");
    expect(reported("alpine")).toContain(
      "allowed: an image based on Amazon Linux, CentOS, RHEL, SLES, Ubuntu or Windows",
    );
  });

  test("is parsed into its parts the way Docker does it", () => {
    expect(parseReference("ubuntu")).toEqual({ registry: "docker.io", path: "library/ubuntu" });
    expect(parseReference("docker.io/ubuntu:1")).toEqual({ registry: "docker.io", path: "library/ubuntu", tag: "1" });
    expect(parseReference("localhost:5000/a/b")).toEqual({ registry: "localhost:5000", path: "a/b" });
    expect(parseReference(`a/b:1@${sha256Digest}`)).toEqual({
      registry: "docker.io",
      path: "a/b",
      tag: "1",
      digest: sha256Digest,
    });
  });
});
