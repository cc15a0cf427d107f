import { permissionTable } from "@pipelines/permissions/permission-table";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { resourceTypes } from "../resource-types";
import { currentOf, idsOf, type Instance, type StateFile, withCurrent, withoutTaint } from "../state-file";
import { placeOfStack, wantedResources } from "../wanted";
import { SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";

const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
const object = (id: string, more: Partial<Instance> = {}): Instance => ({
  schema_version: 0,
  attributes: { id },
  ...more,
});
const address = "aws_imagebuilder_component.web";

function stateWith(...instances: readonly Instance[]): StateFile {
  const resource = { mode: "managed", type: "aws_imagebuilder_component", name: "web", provider, instances } as const;
  return { version: 4, terraform_version: "1.11.4", serial: 3, lineage: "x", outputs: {}, resources: [resource] };
}

describe("A state into which an object is imported", () => {
  it("keeps the older object as deposed, so that the next apply destroys it in the right order", () => {
    const dependencies = ["aws_ecr_repository.web"];
    const old = object("1.0.0", { dependencies, create_before_destroy: true });
    const state = withCurrent(stateWith(old), address, provider, object("1.0.1"), "deposed");
    expect(state.resources).toHaveLength(1);
    expect(state.resources[0]?.instances).toEqual([
      { ...object("1.0.1"), dependencies, create_before_destroy: true },
      { ...old, deposed: "00000001" },
    ]);
    const again = withCurrent(state, address, provider, object("1.0.2"), "deposed");
    expect(again.resources[0]?.instances.map(({ deposed }) => deposed)).toEqual([undefined, "00000001", "00000002"]);
    expect([...idsOf(again, "aws_imagebuilder_component")]).toEqual(["1.0.2", "1.0.0", "1.0.1"]);
  });

  it("retains no trace of an object that no longer exists", () => {
    const state = withCurrent(stateWith(object("1.0.0")), address, provider, object("1.0.1"), "dropped");
    expect(state.resources[0]?.instances).toEqual([object("1.0.1")]);
  });

  it("contains the object if there was nothing at the address before", () => {
    const state = withCurrent({ ...stateWith(), resources: [] }, address, provider, object("1.0.0"), "dropped");
    expect(state).toEqual(stateWith(object("1.0.0")));
    expect(currentOf(state, address)?.attributes["id"]).toBe("1.0.0");
  });

  it("loses only a taint", () => {
    expect(withoutTaint(stateWith(object("1.0.0", { status: "tainted" })), address)).toEqual(
      stateWith(object("1.0.0")),
    );
  });
});

describe("The resources that a stack defines", () => {
  const { text } = new SynthesizedStack(new TestEnvironment(testApp(), { images: [testImage()] }));
  const config = readStackConfig(text);
  const wanted = [...wantedResources(config, placeOfStack(config, "test")).values()];

  it("contains names in place of references", () => {
    const attributesOf = (type: string) => wanted.find((each) => each.type === type)?.attributes;
    expect(attributesOf("aws_s3_bucket_versioning")?.["bucket"]).toBe("test-image-builder-logs-123456789012-eu-west-1");
    expect(attributesOf("aws_iam_role_policy")?.["role"]).toBe("test-image-builder");
    expect(attributesOf("aws_imagebuilder_image")?.["container_recipe_arn"]).toBe(
      "arn:aws:imagebuilder:eu-west-1:123456789012:container-recipe/test-web/1.0.0",
    );
    expect(attributesOf("aws_imagebuilder_container_recipe")?.["component"]).toEqual([
      {
        component_arn: "arn:aws:imagebuilder:eu-west-1:123456789012:component/test-web-hello-world/1.0.0/1",
        parameter: [],
      },
    ]);
  });

  it("has only types that a recovery knows, which are those that a deploy role may create", () => {
    expect(Object.keys(resourceTypes).sort()).toEqual(Object.keys(permissionTable).sort());
  });

  it("contains only types that a recovery knows, in every environment", () => {
    const notifications = { emails: ["team@example.com"] };
    const stacks = [
      new TestEnvironment(testApp(), { deletionProtection: true, strictBuildRole: true }),
      new TestEnvironment(testApp(), { images: [testImage()], notifications }),
    ];
    for (const stack of stacks) {
      const types = Object.keys(readStackConfig(new SynthesizedStack(stack).text).resource);
      expect(types.filter((type) => !(type in resourceTypes))).toEqual([]);
    }
  });
});
