import { ImageDefinition } from "@pipelines/image-definition";

/** The sample: Amazon Linux with one component, which prints a greeting in the build, validate and test phases. */
const helloWorld: ImageDefinition = {
  description: "Amazon Linux that said hello while it was built",
  parentImage: "amazonlinux:latest",
  components: [{ document: "hello-world.yaml", changeDescription: "Initial version" }],
  repository: "sample-repository",
};

export default helloWorld;
