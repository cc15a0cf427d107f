import type { Target } from "../workspace";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

interface Schemas {
  readonly provider_schemas: Readonly<
    Record<string, Readonly<Record<"provider" | "resource_schemas" | "data_source_schemas", Record<string, unknown>>>>
  >;
}

describeWithTerraform("A provider that serves many commands", (terraform) => {
  it("has the same schemas for local AWS's services as a provider that Terraform starts itself, and no others", async () => {
    const target: Target = { terraform, endpoint: "http://127.0.0.1:1", account: "111122223333" };
    const schemas = async (where: Target) => {
      const folder = TerraformFolder.withConfig(
        where,
        JSON.stringify({ terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } }),
      );
      await folder.prepare();
      const { provider_schemas } = JSON.parse(await folder.succeed("providers", "schema", "-json")) as Schemas;
      const [aws] = Object.values(provider_schemas);
      if (aws === undefined) throw new Error("there is no provider");
      return aws;
    };
    const all = await schemas(target);
    const some = await schemas(await withOneProvider(target));
    expect(some.provider).toEqual(all.provider);
    for (const kind of ["resource_schemas", "data_source_schemas"] as const) {
      const ofServices = Object.entries(all[kind]).filter(([type]) =>
        /^aws_(cloudwatch|ecr|iam|imagebuilder|s3|sns)_/.test(type),
      );
      expect(ofServices.length).toBeGreaterThan(20);
      expect(some[kind]).toEqual(Object.fromEntries(ofServices));
    }
  });
});
