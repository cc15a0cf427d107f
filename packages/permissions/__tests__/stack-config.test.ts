import { PolicyContext } from "../policy-context";
import { isLocal, isProtected, readStackConfig, unescape } from "../stack-config";

const comment = { "//": { metadata: { path: "dev/it" } } };

describe("A synthesized stack", () => {
  it("is read without CDKTF's notes, which only blocks have", () => {
    const tags = { "//": "a tag" };
    const text = JSON.stringify({
      ...comment,
      provider: { aws: [{ region: "eu-west-1", ...comment, tags }] },
      resource: { aws_s3_bucket: { it: { bucket: "it", tags, ...comment } } },
      data: { aws_region: { it: { name: "it", tags, ...comment } } },
      output: { it: { value: { "//": "a value" }, ...comment } },
      variable: { it: { type: "string", ...comment, default: { "//": "a value" } } },
      module: { it: { source: "./it", ...comment, tags } },
      terraform: { backend: { s3: {} } },
    });
    expect(readStackConfig(text)).toEqual({
      provider: { aws: [{ region: "eu-west-1", tags }] },
      resource: { aws_s3_bucket: { it: { bucket: "it", tags } } },
      data: { aws_region: { it: { name: "it", tags } } },
      output: { it: { value: { "//": "a value" } } },
      variable: { it: { type: "string", default: { "//": "a value" } } },
      module: { it: { source: "./it", tags } },
      terraform: { backend: { s3: {} } },
    });
  });

  it("has blocks that attributes refer to, unless they are plain text", () => {
    const text = JSON.stringify({
      provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["123456789012"] }] },
      resource: { aws_s3_bucket: { "logs-1": { bucket: "it" } } },
    });
    const context = new PolicyContext("dev", readStackConfig(text), "deploy", { images: [], repositories: [] });
    const found = ["${aws_s3_bucket.logs-1.id}", "${aws_s3_bucket.other.id}", "logs-1", undefined];
    expect(found.map((each) => context.referred(each)?.["bucket"])).toEqual(["it", undefined, undefined, undefined]);
  });

  it("keeps its state in the repository only with a local backend", () => {
    const stack = (backend: object) => readStackConfig(JSON.stringify({ terraform: { backend } }));
    expect([isLocal(stack({ local: {} })), isLocal(stack({ s3: {} }))]).toEqual([true, false]);
  });

  it("has text that Terraform does not interpret, and resources that it does not destroy", () => {
    expect(unescape("$${a} %%{b} ${c}")).toBe("${a} %{b} ${c}");
    expect([isProtected({ lifecycle: { prevent_destroy: true } }), isProtected({})]).toEqual([true, false]);
  });
});
