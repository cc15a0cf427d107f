import { ImageDefinition } from "@pipelines/image-definition";

/** An example of a multi-stage Dockerfile: a web application on the Python runtime. No environment builds it yet. */
const helloWeb: ImageDefinition = {
  description: "A web application on the Python runtime",
  parentImage: { image: "python-runtime" },
  components: [{ document: "serve-hello.yaml" }],
  repository: "apps/hello-web",
  containerTags: ["latest"],
  // Rebuilt with the runtime.
  schedule: null,
  tags: { Team: "web" },
};

export default helloWeb;
