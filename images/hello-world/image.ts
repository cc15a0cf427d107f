import { ImageDefinition } from "@pipelines/image-definition";

/** The sample: Amazon Linux with a component that says hello while the image is built, validated and tested. */
const helloWorld: ImageDefinition = {
  description: "Amazon Linux that said hello while it was built",
  parentImage: "amazonlinux:latest",
  components: [{ document: "hello-world.yaml", changeDescription: "Initial version" }],
  repository: "sample-repository",
};

export default helloWorld;
