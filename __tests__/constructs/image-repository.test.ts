import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { ImageRepository, ImageRepositoryProps } from "../../constructs/image-repository";
import { SynthesizedStack, testStack } from "../stack";

function synthesize(props: Partial<ImageRepositoryProps> = {}): SynthesizedStack {
  const stack = testStack();
  new ImageRepository(stack, "repository", {
    name: "team/app",
    imageTagMutability: "MUTABLE",
    deletionProtection: false,
    tags: { Owner: "${someone}" },
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("A repository", () => {
  const repository = synthesize();

  it("is scanned on push, encrypted, and destroyed with its images", () => {
    expect(repository.resource("aws_ecr_repository")).toEqual({
      name: "team/app",
      image_tag_mutability: "MUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: "AES256" }],
      force_delete: true,
      lifecycle: { prevent_destroy: false },
      tags: { Owner: "$${someone}" },
    });
  });

  it("is protected from deletion where the environment asks for it", () => {
    expect(synthesize({ deletionProtection: true }).text).toHaveResourceWithProperties(EcrRepository, {
      lifecycle: { prevent_destroy: true },
    });
  });

  it("may refuse to move a tag", () => {
    expect(synthesize({ imageTagMutability: "IMMUTABLE" }).text).toHaveResourceWithProperties(EcrRepository, {
      image_tag_mutability: "IMMUTABLE",
    });
  });

  it("clears away images without a tag after thirty days, and no others", () => {
    const { policy, repository: of } = repository.resource("aws_ecr_lifecycle_policy");
    expect(of).toBe(repository.ref("aws_ecr_repository", "name"));
    expect(JSON.parse(String(policy))).toEqual({
      rules: [
        {
          rulePriority: 1,
          description: "Expire untagged images after 30 days",
          selection: {
            tagStatus: "untagged",
            countType: "sinceImagePushed",
            countUnit: "days",
            countNumber: 30,
          },
          action: { type: "expire" },
        },
      ],
    });
  });

  it("is two resources", () => {
    expect(repository.counts()).toEqual({ aws_ecr_repository: 1, aws_ecr_lifecycle_policy: 1 });
  });
});
