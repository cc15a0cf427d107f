import { extract } from "../models/extract";

const http = (method: string, requestUri: string, responseCode?: number) => ({ method, requestUri, responseCode });
const published = (protocol: string) => ({
  metadata: { protocol },
  operations: {
    MakeThing: {
      http: http("PUT", "/MakeThing", 201),
      input: { shape: "MakeThingRequest" },
      output: { shape: "Thing" },
    },
    EndThing: { http: http("POST", "/EndThing"), input: { shape: "EndThingRequest" } },
    OldThing: { http: http("GET", "/OldThing"), deprecated: true },
    FindThing: { http: http("GET", "/FindThing") },
  },
  shapes: {
    MakeThingRequest: {
      type: "structure",
      required: ["name"],
      payload: "name",
      members: {
        name: { shape: "Name", location: "uri", locationName: "Name", documentation: "Its name." },
        tags: { shape: "Tags", flattened: true },
        color: { shape: "Name" },
        rest: { shape: "Rest" },
      },
    },
    EndThingRequest: { type: "structure", members: { name: { shape: "Name" }, force: { shape: "Flag" } } },
    Thing: { type: "structure", required: ["name"], members: { name: { shape: "Name" }, rest: { shape: "Rest" } } },
    Rest: {
      type: "structure",
      members: { size: { shape: "Size" }, weight: { shape: "Size" }, more: { shape: "Rest" } },
    },
    Tags: { type: "map", key: { shape: "Name" }, value: { shape: "Names" }, max: 50 },
    Names: { type: "list", member: { shape: "Name", locationName: "item" }, flattened: true, min: 1 },
    Name: { type: "string", min: 1, max: 9, pattern: "[a-z]+", enum: ["a", "b"] },
    Size: { type: "integer" },
    Flag: { type: "boolean" },
  },
});
const unused = { MakeThing: ["color"], EndThingRequest: ["force"], Rest: ["weight"] };
const rules = '"required":["name"],';
const answers = `"answers": {
"Thing": {"type":"structure","members":{"name":{"shape":"Name"},"rest":{"shape":"Rest"}}},
"Name": {"type":"string"},
"Rest": {"type":"structure","members":{"size":{"shape":"Size"},"weight":{"shape":"Size"},"more":{"shape":"Rest"}}},
"Size": {"type":"integer"}
}}
`;
const operations = `{"operations": {
"EndThing": {"method":"POST","uri":"/EndThing","input":"EndThingRequest"},
"MakeThing": {"method":"PUT","uri":"/MakeThing","status":201,"input":"MakeThingRequest","output":"Thing"}
},
`;
const shapes = `"shapes": {
"EndThingRequest": {"type":"structure","members":{"name":{"shape":"Name"}}},
"Name": {"type":"string","min":1,"max":9,"pattern":"[a-z]+","enum":["a","b"]},
"MakeThingRequest": {"type":"structure",${rules}"payload":"name","members":{"name":{"shape":"Name","location":"uri","locationName":"Name"},"tags":{"shape":"Tags","flattened":true},"rest":{"shape":"Rest"}}},
"Tags": {"type":"map","max":50,"key":{"shape":"Name"},"value":{"shape":"Names"}},
"Names": {"type":"list","min":1,"flattened":true,"member":{"shape":"Name","locationName":"item"}},
"Rest": {"type":"structure","members":{"size":{"shape":"Size"},"more":{"shape":"Rest"}}},
"Size": {"type":"integer"}
},
`;

test("a model has the chosen operations with everything that their requests and answers may contain", () => {
  const names = ["EndThing", "MakeThing"];
  expect(extract(published("json"), names, unused)).toBe(operations + shapes + answers);
});

test("a REST model also has the routes of all other operations that are not deprecated", () => {
  const routes = '"others": {\n"FindThing": {"method":"GET","uri":"/FindThing"}\n},\n';
  const names = ["EndThing", "MakeThing"];
  expect(extract(published("rest-json"), names, unused)).toBe(operations + routes + shapes + answers);
});

test("without a list of unused parameters, a request has them all", () => {
  expect(extract(published("json"), ["EndThing"])).toContain(
    '"members":{"name":{"shape":"Name"},"force":{"shape":"Flag"}}',
  );
});

test("an operation that AWS does not have is refused", () => {
  expect(() => extract(published("json"), ["LoseThing"])).toThrow("AWS has no operation LoseThing");
});
