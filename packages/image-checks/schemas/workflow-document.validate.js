// Made from workflow-document.schema.json by "npm run schemas". Do not edit.
"use strict";
module.exports = validate21;
module.exports.default = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://schemas.invalid/ec2-image-builder/workflow-document/1.0.json","title":"EC2 Image Builder workflow document","description":"The YAML of an Image Builder workflow: what happens in the build, test or distribution stage of an image. https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html","type":"object","required":["schemaVersion","steps"],"properties":{"name":{"description":"Name of the document.","type":"string"},"description":{"description":"What it does.","type":"string"},"schemaVersion":{"description":"Version of the document format: 1.0.","enum":[1,"1.0","1"],"default":1},"parameters":{"description":"Values that an image may give.","type":["array","null"],"items":{"$ref":"#/definitions/parameter"}},"steps":{"description":"Run in this order, 1 to 15 of them.","type":"array","minItems":1,"maxItems":15,"items":{"$ref":"#/definitions/step"}},"outputs":{"description":"Values that later workflows can refer to.","type":["array","null"],"items":{"$ref":"#/definitions/output"}}},"definitions":{"parameter":{"description":"A parameter.","type":"object","required":["name","type"],"properties":{"name":{"description":"Its name.","type":"string","examples":["waitForApproval"]},"type":{"description":"Type of its value.","type":"string","enum":["string","integer","boolean","stringList"]},"default":{"description":"Value if the image gives none."},"description":{"description":"What it is for.","type":"string"}}},"output":{"description":"An output.","type":"object","required":["name","value"],"properties":{"name":{"description":"Its name.","type":"string"},"value":{"description":"A reference.","type":"string","examples":["$.stepOutputs.LaunchBuildInstance.instanceId"]},"description":{"description":"What it is.","type":"string"}}},"condition":{"description":"One comparison with its value, or and, or, not.","type":"object","properties":{"booleanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"stringEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"value":{"description":"What is compared, as a rule a reference.","type":["string","number","boolean"],"examples":["$.parameters.waitForApproval"]},"and":{"description":"All of these hold.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"or":{"description":"One of these holds.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"not":{"$ref":"#/definitions/condition"}},"dependencies":{"booleanEquals":["value"],"numberEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"stringEquals":["value"]},"oneOf":[{"required":["and"]},{"required":["or"]},{"required":["not"]},{"required":["booleanEquals"]},{"required":["numberEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["stringEquals"]}]},"step":{"description":"A step of the workflow.","type":"object","required":["name","action"],"properties":{"name":{"description":"A letter, then 1 to 99 letters, digits, hyphens and underscores; unique in the workflow.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{1,99}$","examples":["LaunchBuildInstance"]},"description":{"description":"What it does.","type":"string"},"action":{"description":"What the step does: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html","type":"string","anyOf":[{"enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","CreateImageFromIso","DistributeContainerImage","DistributeImage","ExecuteComponents","ExecuteStateMachine","LaunchInstance","ModifyImageAttributes","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForAction","WaitForSSMAgent"]},{"description":"AWS adds actions: one that is not in the list may exist."}]},"if":{"$ref":"#/definitions/condition"},"inputs":{"description":"What the action needs. A name that ends in .$ has a reference for its value.","type":["object","null"]},"onFailure":{"description":"What a failure of the step does: Abort, the default, or Continue.","type":"string","pattern":"^(?:[Aa]bort|[Cc]ontinue)$","examples":["Abort","Continue"]},"rollback":{"description":"Whether what the step made goes when a later step fails.","type":"boolean"},"timeoutSeconds":{"description":"Seconds until the step fails: a whole number from 1.","type":"integer","minimum":1,"examples":[3600]}},"allOf":[{"if":{"properties":{"action":{"enum":["BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","CreateImageFromIso","DistributeContainerImage","ExecuteComponents","RunSysPrep","SanitizeInstance","WaitForSSMAgent"]}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/instance"}}}},{"if":{"properties":{"action":{"const":"ExecuteStateMachine"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteStateMachine"}}}},{"if":{"properties":{"action":{"const":"LaunchInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/LaunchInstance"}}}},{"if":{"properties":{"action":{"const":"RunCommand"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/RunCommand"}}}},{"if":{"properties":{"action":{"const":"TerminateInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/TerminateInstance"}}}},{"if":{"properties":{"action":{"const":"ApplyImageConfigurations"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/ApplyImageConfigurations"}}}},{"if":{"properties":{"action":{"const":"DistributeImage"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/DistributeImage"}}}},{"if":{"properties":{"action":{"const":"ModifyImageAttributes"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/ModifyImageAttributes"}}}},{"if":{"properties":{"action":{"const":"RegisterImage"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/RegisterImage"}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/WaitForAction"}}}},{"if":{"properties":{"action":{"enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImageFromIso","DistributeContainerImage","DistributeImage","LaunchInstance","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 43200 seconds (12 hours) for this action: a workflow with a longer timeout fails validation.","maximum":43200}}}},{"if":{"properties":{"action":{"enum":["ModifyImageAttributes","WaitForSSMAgent"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 10800 seconds (3 hours) for this action: a workflow with a longer timeout fails validation.","maximum":10800}}}},{"if":{"properties":{"action":{"enum":["ExecuteComponents","ExecuteStateMachine"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 86400 seconds (one day) for this action: a workflow with a longer timeout fails validation.","maximum":86400}}}},{"if":{"properties":{"action":{"const":"CreateImage"}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 259200 seconds (3 days) for this action: a workflow with a longer timeout fails validation.","maximum":259200}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 604800 seconds (7 days) for this action: a workflow with a longer timeout fails validation.","maximum":604800}}}}]},"instance":{"description":"The instance that a step works on.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},"ApplyImageConfigurations":{"description":"Applies launch templates, licenses, exports, fast launch and parameters to distributed AMIs.","type":["object","null"],"properties":{"distributedImages":{"description":"The AMIs, as a rule by distributedImages.$: the output of the step that distributed them.","type":["array","string"]},"configurations":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}},"DistributeImage":{"description":"Copies an AMI to regions and accounts.","type":["object","null"],"properties":{"distributions":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}},"ExecuteStateMachine":{"description":"Runs a state machine of Step Functions and waits for its end.","type":"object","properties":{"stateMachineArn":{"description":"ARN of the state machine.","type":"string"},"input":{"description":"Input of the execution, a JSON text of at most 16 KiB.","type":"string"}},"anyOf":[{"required":["stateMachineArn"]},{"required":["stateMachineArn.$"]}]},"LaunchInstance":{"description":"Launches an instance by the infrastructure configuration.","type":"object","properties":{"waitFor":{"description":"What the step waits for: ssmAgent.","type":"string"},"imageIdOverride":{"description":"AMI to launch in place of the recipe's.","type":"string"},"instanceTypesOverride":{"description":"Instance types in place of the infrastructure configuration's.","type":["array","string"]},"healthCheck":{"description":"What must hold before the next step: RUNNING, or STATUS_CHECK_PASSED, the default.","type":"string","examples":["RUNNING","STATUS_CHECK_PASSED"]}},"anyOf":[{"required":["waitFor"]},{"required":["waitFor.$"]}]},"ModifyImageAttributes":{"description":"Changes who may launch distributed AMIs.","type":["object","null"],"properties":{"distributedImages":{"description":"The AMIs, as a rule by distributedImages.$: the output of the step that distributed them.","type":["array","string"]},"attributes":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}},"RegisterImage":{"description":"Registers an AMI from snapshots, with the fields of RegisterImage in the API of EC2.","type":["object","null"],"properties":{"architecture":{"description":"Architecture of the AMI.","type":"string"},"blockDeviceMapping":{"description":"Block devices of the AMI.","type":["array","string","null"]},"bootMode":{"description":"Boot mode of the AMI.","type":"string"},"description":{"description":"What the AMI is.","type":"string"},"enaSupport":{"description":"Whether enhanced networking with ENA is on.","type":["boolean","string"]},"imageLocation":{"description":"Manifest of an AMI that is kept in S3.","type":"string"},"imdsSupport":{"description":"Metadata service: v2.0.","type":"string"},"includeSnapshotTags":{"description":"Whether the AMI gets the tags of its first snapshot.","type":["boolean","string"]},"kernelId":{"description":"Id of the kernel.","type":"string"},"ramdiskId":{"description":"Id of the RAM disk.","type":"string"},"rootDeviceName":{"description":"Name of the root device.","type":"string"},"sriovNetSupport":{"description":"Enhanced networking of the Intel 82599.","type":"string"},"tpmSupport":{"description":"Version of the TPM: v2.0.","type":"string"},"uefiData":{"description":"UEFI data in Base64.","type":"string"},"virtualizationType":{"description":"hvm or paravirtual.","type":"string"}}},"RunCommand":{"description":"Runs a document of Systems Manager on the instance.","type":"object","properties":{"instanceId":{"description":"Id of the instance: the output of the step that launched it.","type":"string"},"documentName":{"description":"Name of the document.","type":"string"},"parameters":{"description":"Parameters of the document, each a list of texts.","type":["object","string"]},"documentVersion":{"description":"Version of the document.","type":["string","number"]}},"allOf":[{"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},{"anyOf":[{"required":["documentName"]},{"required":["documentName.$"]}]}]},"TerminateInstance":{"description":"Terminates an instance, and by default does not wait for its end.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"},"waitForTermination":{"description":"Whether the step waits until the instance is terminated. Default: false.","type":["boolean","string"]}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},"WaitForAction":{"description":"Pauses the build until somebody sends RESUME or STOP (SendWorkflowStepAction), three days by default.","type":["object","null"],"properties":{"snsTopicArn":{"description":"Topic that is told when the step waits.","type":"string"},"lambdaFunctionName":{"description":"Lambda function that is called when the step waits.","type":"string"},"payload":{"description":"What the function is given, a JSON text.","type":"string"}}}}};
const schema7 = {"description":"A parameter.","type":"object","required":["name","type"],"properties":{"name":{"description":"Its name.","type":"string","examples":["waitForApproval"]},"type":{"description":"Type of its value.","type":"string","enum":["string","integer","boolean","stringList"]},"default":{"description":"Value if the image gives none."},"description":{"description":"What it is for.","type":"string"}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.name.type,parentSchema:schema7.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.type.type,parentSchema:schema7.properties.type,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data1 === "string") || (data1 === "integer")) || (data1 === "boolean")) || (data1 === "stringList"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema7.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.type.enum,parentSchema:schema7.properties.type,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.description.type,parentSchema:schema7.properties.description,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"description":"A step of the workflow.","type":"object","required":["name","action"],"properties":{"name":{"description":"A letter, then 1 to 99 letters, digits, hyphens and underscores; unique in the workflow.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{1,99}$","examples":["LaunchBuildInstance"]},"description":{"description":"What it does.","type":"string"},"action":{"description":"What the step does: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html","type":"string","anyOf":[{"enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","CreateImageFromIso","DistributeContainerImage","DistributeImage","ExecuteComponents","ExecuteStateMachine","LaunchInstance","ModifyImageAttributes","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForAction","WaitForSSMAgent"]},{"description":"AWS adds actions: one that is not in the list may exist."}]},"if":{"$ref":"#/definitions/condition"},"inputs":{"description":"What the action needs. A name that ends in .$ has a reference for its value.","type":["object","null"]},"onFailure":{"description":"What a failure of the step does: Abort, the default, or Continue.","type":"string","pattern":"^(?:[Aa]bort|[Cc]ontinue)$","examples":["Abort","Continue"]},"rollback":{"description":"Whether what the step made goes when a later step fails.","type":"boolean"},"timeoutSeconds":{"description":"Seconds until the step fails: a whole number from 1.","type":"integer","minimum":1,"examples":[3600]}},"allOf":[{"if":{"properties":{"action":{"enum":["BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","CreateImageFromIso","DistributeContainerImage","ExecuteComponents","RunSysPrep","SanitizeInstance","WaitForSSMAgent"]}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/instance"}}}},{"if":{"properties":{"action":{"const":"ExecuteStateMachine"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteStateMachine"}}}},{"if":{"properties":{"action":{"const":"LaunchInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/LaunchInstance"}}}},{"if":{"properties":{"action":{"const":"RunCommand"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/RunCommand"}}}},{"if":{"properties":{"action":{"const":"TerminateInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/TerminateInstance"}}}},{"if":{"properties":{"action":{"const":"ApplyImageConfigurations"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/ApplyImageConfigurations"}}}},{"if":{"properties":{"action":{"const":"DistributeImage"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/DistributeImage"}}}},{"if":{"properties":{"action":{"const":"ModifyImageAttributes"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/ModifyImageAttributes"}}}},{"if":{"properties":{"action":{"const":"RegisterImage"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/RegisterImage"}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/WaitForAction"}}}},{"if":{"properties":{"action":{"enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImageFromIso","DistributeContainerImage","DistributeImage","LaunchInstance","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 43200 seconds (12 hours) for this action: a workflow with a longer timeout fails validation.","maximum":43200}}}},{"if":{"properties":{"action":{"enum":["ModifyImageAttributes","WaitForSSMAgent"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 10800 seconds (3 hours) for this action: a workflow with a longer timeout fails validation.","maximum":10800}}}},{"if":{"properties":{"action":{"enum":["ExecuteComponents","ExecuteStateMachine"]}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 86400 seconds (one day) for this action: a workflow with a longer timeout fails validation.","maximum":86400}}}},{"if":{"properties":{"action":{"const":"CreateImage"}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 259200 seconds (3 days) for this action: a workflow with a longer timeout fails validation.","maximum":259200}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"timeoutSeconds":{"description":"At most 604800 seconds (7 days) for this action: a workflow with a longer timeout fails validation.","maximum":604800}}}}]};
const schema9 = {"description":"The instance that a step works on.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "instanceId"},message:"must have required property '"+"instanceId"+"'",schema:schema9.anyOf[0].required,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["instanceId.$"] === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "instanceId.$"},message:"must have required property '"+"instanceId.$"+"'",schema:schema9.anyOf[1].required,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema9.anyOf,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId !== undefined){
let data0 = data.instanceId;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.instanceId.type,parentSchema:schema9.properties.instanceId,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.type,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema10 = {"description":"Runs a state machine of Step Functions and waits for its end.","type":"object","properties":{"stateMachineArn":{"description":"ARN of the state machine.","type":"string"},"input":{"description":"Input of the execution, a JSON text of at most 16 KiB.","type":"string"}},"anyOf":[{"required":["stateMachineArn"]},{"required":["stateMachineArn.$"]}]};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stateMachineArn === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "stateMachineArn"},message:"must have required property '"+"stateMachineArn"+"'",schema:schema10.anyOf[0].required,parentSchema:schema10.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["stateMachineArn.$"] === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "stateMachineArn.$"},message:"must have required property '"+"stateMachineArn.$"+"'",schema:schema10.anyOf[1].required,parentSchema:schema10.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema10.anyOf,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stateMachineArn !== undefined){
let data0 = data.stateMachineArn;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/stateMachineArn",schemaPath:"#/properties/stateMachineArn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.stateMachineArn.type,parentSchema:schema10.properties.stateMachineArn,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.input !== undefined){
let data1 = data.input;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.input.type,parentSchema:schema10.properties.input,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema11 = {"description":"Launches an instance by the infrastructure configuration.","type":"object","properties":{"waitFor":{"description":"What the step waits for: ssmAgent.","type":"string"},"imageIdOverride":{"description":"AMI to launch in place of the recipe's.","type":"string"},"instanceTypesOverride":{"description":"Instance types in place of the infrastructure configuration's.","type":["array","string"]},"healthCheck":{"description":"What must hold before the next step: RUNNING, or STATUS_CHECK_PASSED, the default.","type":"string","examples":["RUNNING","STATUS_CHECK_PASSED"]}},"anyOf":[{"required":["waitFor"]},{"required":["waitFor.$"]}]};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.waitFor === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "waitFor"},message:"must have required property '"+"waitFor"+"'",schema:schema11.anyOf[0].required,parentSchema:schema11.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["waitFor.$"] === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "waitFor.$"},message:"must have required property '"+"waitFor.$"+"'",schema:schema11.anyOf[1].required,parentSchema:schema11.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema11.anyOf,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.waitFor !== undefined){
let data0 = data.waitFor;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/waitFor",schemaPath:"#/properties/waitFor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.waitFor.type,parentSchema:schema11.properties.waitFor,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.imageIdOverride !== undefined){
let data1 = data.imageIdOverride;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/imageIdOverride",schemaPath:"#/properties/imageIdOverride/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.imageIdOverride.type,parentSchema:schema11.properties.imageIdOverride,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.instanceTypesOverride !== undefined){
let data2 = data.instanceTypesOverride;
if((!(Array.isArray(data2))) && (typeof data2 !== "string")){
const err5 = {instancePath:instancePath+"/instanceTypesOverride",schemaPath:"#/properties/instanceTypesOverride/type",keyword:"type",params:{type: schema11.properties.instanceTypesOverride.type},message:"must be array,string",schema:schema11.properties.instanceTypesOverride.type,parentSchema:schema11.properties.instanceTypesOverride,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.healthCheck !== undefined){
let data3 = data.healthCheck;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/healthCheck",schemaPath:"#/properties/healthCheck/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.healthCheck.type,parentSchema:schema11.properties.healthCheck,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema12 = {"description":"Runs a document of Systems Manager on the instance.","type":"object","properties":{"instanceId":{"description":"Id of the instance: the output of the step that launched it.","type":"string"},"documentName":{"description":"Name of the document.","type":"string"},"parameters":{"description":"Parameters of the document, each a list of texts.","type":["object","string"]},"documentVersion":{"description":"Version of the document.","type":["string","number"]}},"allOf":[{"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},{"anyOf":[{"required":["documentName"]},{"required":["documentName.$"]}]}]};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = false;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId === undefined){
const err0 = {instancePath,schemaPath:"#/allOf/0/anyOf/0/required",keyword:"required",params:{missingProperty: "instanceId"},message:"must have required property '"+"instanceId"+"'",schema:schema12.allOf[0].anyOf[0].required,parentSchema:schema12.allOf[0].anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["instanceId.$"] === undefined){
const err1 = {instancePath,schemaPath:"#/allOf/0/anyOf/1/required",keyword:"required",params:{missingProperty: "instanceId.$"},message:"must have required property '"+"instanceId.$"+"'",schema:schema12.allOf[0].anyOf[1].required,parentSchema:schema12.allOf[0].anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath,schemaPath:"#/allOf/0/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema12.allOf[0].anyOf,parentSchema:schema12.allOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.documentName === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/1/anyOf/0/required",keyword:"required",params:{missingProperty: "documentName"},message:"must have required property '"+"documentName"+"'",schema:schema12.allOf[1].anyOf[0].required,parentSchema:schema12.allOf[1].anyOf[0],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["documentName.$"] === undefined){
const err4 = {instancePath,schemaPath:"#/allOf/1/anyOf/1/required",keyword:"required",params:{missingProperty: "documentName.$"},message:"must have required property '"+"documentName.$"+"'",schema:schema12.allOf[1].anyOf[1].required,parentSchema:schema12.allOf[1].anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs8 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err5 = {instancePath,schemaPath:"#/allOf/1/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema12.allOf[1].anyOf,parentSchema:schema12.allOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId !== undefined){
let data0 = data.instanceId;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.instanceId.type,parentSchema:schema12.properties.instanceId,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.documentName !== undefined){
let data1 = data.documentName;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/documentName",schemaPath:"#/properties/documentName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.documentName.type,parentSchema:schema12.properties.documentName,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.parameters !== undefined){
let data2 = data.parameters;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (typeof data2 !== "string")){
const err8 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: schema12.properties.parameters.type},message:"must be object,string",schema:schema12.properties.parameters.type,parentSchema:schema12.properties.parameters,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.documentVersion !== undefined){
let data3 = data.documentVersion;
if((typeof data3 !== "string") && (!(typeof data3 == "number"))){
const err9 = {instancePath:instancePath+"/documentVersion",schemaPath:"#/properties/documentVersion/type",keyword:"type",params:{type: schema12.properties.documentVersion.type},message:"must be string,number",schema:schema12.properties.documentVersion.type,parentSchema:schema12.properties.documentVersion,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

const schema13 = {"description":"Terminates an instance, and by default does not wait for its end.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"},"waitForTermination":{"description":"Whether the step waits until the instance is terminated. Default: false.","type":["boolean","string"]}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "instanceId"},message:"must have required property '"+"instanceId"+"'",schema:schema13.anyOf[0].required,parentSchema:schema13.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["instanceId.$"] === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "instanceId.$"},message:"must have required property '"+"instanceId.$"+"'",schema:schema13.anyOf[1].required,parentSchema:schema13.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.anyOf,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instanceId !== undefined){
let data0 = data.instanceId;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.instanceId.type,parentSchema:schema13.properties.instanceId,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.waitForTermination !== undefined){
let data1 = data.waitForTermination;
if((typeof data1 !== "boolean") && (typeof data1 !== "string")){
const err4 = {instancePath:instancePath+"/waitForTermination",schemaPath:"#/properties/waitForTermination/type",keyword:"type",params:{type: schema13.properties.waitForTermination.type},message:"must be boolean,string",schema:schema13.properties.waitForTermination.type,parentSchema:schema13.properties.waitForTermination,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const schema14 = {"description":"Applies launch templates, licenses, exports, fast launch and parameters to distributed AMIs.","type":["object","null"],"properties":{"distributedImages":{"description":"The AMIs, as a rule by distributedImages.$: the output of the step that distributed them.","type":["array","string"]},"configurations":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema14.type},message:"must be object,null",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.distributedImages !== undefined){
let data0 = data.distributedImages;
if((!(Array.isArray(data0))) && (typeof data0 !== "string")){
const err1 = {instancePath:instancePath+"/distributedImages",schemaPath:"#/properties/distributedImages/type",keyword:"type",params:{type: schema14.properties.distributedImages.type},message:"must be array,string",schema:schema14.properties.distributedImages.type,parentSchema:schema14.properties.distributedImages,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.configurations !== undefined){
let data1 = data.configurations;
if(((!(Array.isArray(data1))) && (typeof data1 !== "string")) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/configurations",schemaPath:"#/properties/configurations/type",keyword:"type",params:{type: schema14.properties.configurations.type},message:"must be array,string,null",schema:schema14.properties.configurations.type,parentSchema:schema14.properties.configurations,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
validate35.errors = vErrors;
return errors === 0;
}

const schema15 = {"description":"Copies an AMI to regions and accounts.","type":["object","null"],"properties":{"distributions":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema15.type},message:"must be object,null",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.distributions !== undefined){
let data0 = data.distributions;
if(((!(Array.isArray(data0))) && (typeof data0 !== "string")) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/distributions",schemaPath:"#/properties/distributions/type",keyword:"type",params:{type: schema15.properties.distributions.type},message:"must be array,string,null",schema:schema15.properties.distributions.type,parentSchema:schema15.properties.distributions,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
validate37.errors = vErrors;
return errors === 0;
}

const schema16 = {"description":"Changes who may launch distributed AMIs.","type":["object","null"],"properties":{"distributedImages":{"description":"The AMIs, as a rule by distributedImages.$: the output of the step that distributed them.","type":["array","string"]},"attributes":{"description":"One entry for each region. Default: the distribution configuration.","type":["array","string","null"]}}};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema16.type},message:"must be object,null",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.distributedImages !== undefined){
let data0 = data.distributedImages;
if((!(Array.isArray(data0))) && (typeof data0 !== "string")){
const err1 = {instancePath:instancePath+"/distributedImages",schemaPath:"#/properties/distributedImages/type",keyword:"type",params:{type: schema16.properties.distributedImages.type},message:"must be array,string",schema:schema16.properties.distributedImages.type,parentSchema:schema16.properties.distributedImages,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.attributes !== undefined){
let data1 = data.attributes;
if(((!(Array.isArray(data1))) && (typeof data1 !== "string")) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: schema16.properties.attributes.type},message:"must be array,string,null",schema:schema16.properties.attributes.type,parentSchema:schema16.properties.attributes,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
validate39.errors = vErrors;
return errors === 0;
}

const schema17 = {"description":"Registers an AMI from snapshots, with the fields of RegisterImage in the API of EC2.","type":["object","null"],"properties":{"architecture":{"description":"Architecture of the AMI.","type":"string"},"blockDeviceMapping":{"description":"Block devices of the AMI.","type":["array","string","null"]},"bootMode":{"description":"Boot mode of the AMI.","type":"string"},"description":{"description":"What the AMI is.","type":"string"},"enaSupport":{"description":"Whether enhanced networking with ENA is on.","type":["boolean","string"]},"imageLocation":{"description":"Manifest of an AMI that is kept in S3.","type":"string"},"imdsSupport":{"description":"Metadata service: v2.0.","type":"string"},"includeSnapshotTags":{"description":"Whether the AMI gets the tags of its first snapshot.","type":["boolean","string"]},"kernelId":{"description":"Id of the kernel.","type":"string"},"ramdiskId":{"description":"Id of the RAM disk.","type":"string"},"rootDeviceName":{"description":"Name of the root device.","type":"string"},"sriovNetSupport":{"description":"Enhanced networking of the Intel 82599.","type":"string"},"tpmSupport":{"description":"Version of the TPM: v2.0.","type":"string"},"uefiData":{"description":"UEFI data in Base64.","type":"string"},"virtualizationType":{"description":"hvm or paravirtual.","type":"string"}}};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema17.type},message:"must be object,null",schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.architecture !== undefined){
let data0 = data.architecture;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.architecture.type,parentSchema:schema17.properties.architecture,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.blockDeviceMapping !== undefined){
let data1 = data.blockDeviceMapping;
if(((!(Array.isArray(data1))) && (typeof data1 !== "string")) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/blockDeviceMapping",schemaPath:"#/properties/blockDeviceMapping/type",keyword:"type",params:{type: schema17.properties.blockDeviceMapping.type},message:"must be array,string,null",schema:schema17.properties.blockDeviceMapping.type,parentSchema:schema17.properties.blockDeviceMapping,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.bootMode !== undefined){
let data2 = data.bootMode;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/bootMode",schemaPath:"#/properties/bootMode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.bootMode.type,parentSchema:schema17.properties.bootMode,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.description.type,parentSchema:schema17.properties.description,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enaSupport !== undefined){
let data4 = data.enaSupport;
if((typeof data4 !== "boolean") && (typeof data4 !== "string")){
const err5 = {instancePath:instancePath+"/enaSupport",schemaPath:"#/properties/enaSupport/type",keyword:"type",params:{type: schema17.properties.enaSupport.type},message:"must be boolean,string",schema:schema17.properties.enaSupport.type,parentSchema:schema17.properties.enaSupport,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.imageLocation !== undefined){
let data5 = data.imageLocation;
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/imageLocation",schemaPath:"#/properties/imageLocation/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.imageLocation.type,parentSchema:schema17.properties.imageLocation,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.imdsSupport !== undefined){
let data6 = data.imdsSupport;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/imdsSupport",schemaPath:"#/properties/imdsSupport/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.imdsSupport.type,parentSchema:schema17.properties.imdsSupport,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.includeSnapshotTags !== undefined){
let data7 = data.includeSnapshotTags;
if((typeof data7 !== "boolean") && (typeof data7 !== "string")){
const err8 = {instancePath:instancePath+"/includeSnapshotTags",schemaPath:"#/properties/includeSnapshotTags/type",keyword:"type",params:{type: schema17.properties.includeSnapshotTags.type},message:"must be boolean,string",schema:schema17.properties.includeSnapshotTags.type,parentSchema:schema17.properties.includeSnapshotTags,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.kernelId !== undefined){
let data8 = data.kernelId;
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/kernelId",schemaPath:"#/properties/kernelId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.kernelId.type,parentSchema:schema17.properties.kernelId,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ramdiskId !== undefined){
let data9 = data.ramdiskId;
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/ramdiskId",schemaPath:"#/properties/ramdiskId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.ramdiskId.type,parentSchema:schema17.properties.ramdiskId,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.rootDeviceName !== undefined){
let data10 = data.rootDeviceName;
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/rootDeviceName",schemaPath:"#/properties/rootDeviceName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.rootDeviceName.type,parentSchema:schema17.properties.rootDeviceName,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.sriovNetSupport !== undefined){
let data11 = data.sriovNetSupport;
if(typeof data11 !== "string"){
const err12 = {instancePath:instancePath+"/sriovNetSupport",schemaPath:"#/properties/sriovNetSupport/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.sriovNetSupport.type,parentSchema:schema17.properties.sriovNetSupport,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.tpmSupport !== undefined){
let data12 = data.tpmSupport;
if(typeof data12 !== "string"){
const err13 = {instancePath:instancePath+"/tpmSupport",schemaPath:"#/properties/tpmSupport/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.tpmSupport.type,parentSchema:schema17.properties.tpmSupport,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.uefiData !== undefined){
let data13 = data.uefiData;
if(typeof data13 !== "string"){
const err14 = {instancePath:instancePath+"/uefiData",schemaPath:"#/properties/uefiData/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.uefiData.type,parentSchema:schema17.properties.uefiData,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.virtualizationType !== undefined){
let data14 = data.virtualizationType;
if(typeof data14 !== "string"){
const err15 = {instancePath:instancePath+"/virtualizationType",schemaPath:"#/properties/virtualizationType/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.virtualizationType.type,parentSchema:schema17.properties.virtualizationType,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
validate41.errors = vErrors;
return errors === 0;
}

const schema18 = {"description":"Pauses the build until somebody sends RESUME or STOP (SendWorkflowStepAction), three days by default.","type":["object","null"],"properties":{"snsTopicArn":{"description":"Topic that is told when the step waits.","type":"string"},"lambdaFunctionName":{"description":"Lambda function that is called when the step waits.","type":"string"},"payload":{"description":"What the function is given, a JSON text.","type":"string"}}};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema18.type},message:"must be object,null",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.snsTopicArn !== undefined){
let data0 = data.snsTopicArn;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/snsTopicArn",schemaPath:"#/properties/snsTopicArn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.snsTopicArn.type,parentSchema:schema18.properties.snsTopicArn,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.lambdaFunctionName !== undefined){
let data1 = data.lambdaFunctionName;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/lambdaFunctionName",schemaPath:"#/properties/lambdaFunctionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.lambdaFunctionName.type,parentSchema:schema18.properties.lambdaFunctionName,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.payload !== undefined){
let data2 = data.payload;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.payload.type,parentSchema:schema18.properties.payload,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate43.errors = vErrors;
return errors === 0;
}

const schema19 = {"description":"One comparison with its value, or and, or, not.","type":"object","properties":{"booleanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"stringEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"value":{"description":"What is compared, as a rule a reference.","type":["string","number","boolean"],"examples":["$.parameters.waitForApproval"]},"and":{"description":"All of these hold.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"or":{"description":"One of these holds.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"not":{"$ref":"#/definitions/condition"}},"dependencies":{"booleanEquals":["value"],"numberEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"stringEquals":["value"]},"oneOf":[{"required":["and"]},{"required":["or"]},{"required":["not"]},{"required":["booleanEquals"]},{"required":["numberEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["stringEquals"]}]};
const wrapper0 = {validate: validate45};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.and === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "and"},message:"must have required property '"+"and"+"'",schema:schema19.oneOf[0].required,parentSchema:schema19.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.or === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "or"},message:"must have required property '"+"or"+"'",schema:schema19.oneOf[1].required,parentSchema:schema19.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.not === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "not"},message:"must have required property '"+"not"+"'",schema:schema19.oneOf[2].required,parentSchema:schema19.oneOf[2],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.booleanEquals === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "booleanEquals"},message:"must have required property '"+"booleanEquals"+"'",schema:schema19.oneOf[3].required,parentSchema:schema19.oneOf[3],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberEquals === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "numberEquals"},message:"must have required property '"+"numberEquals"+"'",schema:schema19.oneOf[4].required,parentSchema:schema19.oneOf[4],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberGreaterThan === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "numberGreaterThan"},message:"must have required property '"+"numberGreaterThan"+"'",schema:schema19.oneOf[5].required,parentSchema:schema19.oneOf[5],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 5];
}
else {
if(_valid0){
valid0 = true;
passing0 = 5;
}
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberGreaterThanEquals === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "numberGreaterThanEquals"},message:"must have required property '"+"numberGreaterThanEquals"+"'",schema:schema19.oneOf[6].required,parentSchema:schema19.oneOf[6],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 6];
}
else {
if(_valid0){
valid0 = true;
passing0 = 6;
}
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberLessThan === undefined){
const err7 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "numberLessThan"},message:"must have required property '"+"numberLessThan"+"'",schema:schema19.oneOf[7].required,parentSchema:schema19.oneOf[7],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs9 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 7];
}
else {
if(_valid0){
valid0 = true;
passing0 = 7;
}
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberLessThanEquals === undefined){
const err8 = {instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: "numberLessThanEquals"},message:"must have required property '"+"numberLessThanEquals"+"'",schema:schema19.oneOf[8].required,parentSchema:schema19.oneOf[8],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 8];
}
else {
if(_valid0){
valid0 = true;
passing0 = 8;
}
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stringEquals === undefined){
const err9 = {instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: "stringEquals"},message:"must have required property '"+"stringEquals"+"'",schema:schema19.oneOf[9].required,parentSchema:schema19.oneOf[9],data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 9];
}
else {
if(_valid0){
valid0 = true;
passing0 = 9;
}
}
}
}
}
}
}
}
}
}
if(!valid0){
const err10 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema19.oneOf,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.booleanEquals !== undefined){
if(data.value === undefined){
const err11 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "booleanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property booleanEquals is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.numberEquals !== undefined){
if(data.value === undefined){
const err12 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberEquals is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
if(data.value === undefined){
const err13 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberGreaterThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberGreaterThan is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
if(data.value === undefined){
const err14 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberGreaterThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberGreaterThanEquals is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.numberLessThan !== undefined){
if(data.value === undefined){
const err15 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberLessThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberLessThan is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.numberLessThanEquals !== undefined){
if(data.value === undefined){
const err16 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberLessThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberLessThanEquals is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.stringEquals !== undefined){
if(data.value === undefined){
const err17 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringEquals is present",schema:schema19.dependencies,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.booleanEquals !== undefined){
let data0 = data.booleanEquals;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err18 = {instancePath:instancePath+"/booleanEquals",schemaPath:"#/properties/booleanEquals/type",keyword:"type",params:{type: schema19.properties.booleanEquals.type},message:"must be string,number,boolean",schema:schema19.properties.booleanEquals.type,parentSchema:schema19.properties.booleanEquals,data:data0};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.numberEquals !== undefined){
let data1 = data.numberEquals;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err19 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema19.properties.numberEquals.type},message:"must be string,number,boolean",schema:schema19.properties.numberEquals.type,parentSchema:schema19.properties.numberEquals,data:data1};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
let data2 = data.numberGreaterThan;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err20 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema19.properties.numberGreaterThan.type},message:"must be string,number,boolean",schema:schema19.properties.numberGreaterThan.type,parentSchema:schema19.properties.numberGreaterThan,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
let data3 = data.numberGreaterThanEquals;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")){
const err21 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema19.properties.numberGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema19.properties.numberGreaterThanEquals.type,parentSchema:schema19.properties.numberGreaterThanEquals,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.numberLessThan !== undefined){
let data4 = data.numberLessThan;
if(((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")){
const err22 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema19.properties.numberLessThan.type},message:"must be string,number,boolean",schema:schema19.properties.numberLessThan.type,parentSchema:schema19.properties.numberLessThan,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.numberLessThanEquals !== undefined){
let data5 = data.numberLessThanEquals;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err23 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema19.properties.numberLessThanEquals.type},message:"must be string,number,boolean",schema:schema19.properties.numberLessThanEquals.type,parentSchema:schema19.properties.numberLessThanEquals,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.stringEquals !== undefined){
let data6 = data.stringEquals;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err24 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema19.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema19.properties.stringEquals.type,parentSchema:schema19.properties.stringEquals,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.value !== undefined){
let data7 = data.value;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err25 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema19.properties.value.type},message:"must be string,number,boolean",schema:schema19.properties.value.type,parentSchema:schema19.properties.value,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.and !== undefined){
let data8 = data.and;
if(Array.isArray(data8)){
if(data8.length > 10){
const err26 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema19.properties.and,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data8.length < 1){
const err27 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema19.properties.and,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data8[i0], {instancePath:instancePath+"/and/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.and.type,parentSchema:schema19.properties.and,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.or !== undefined){
let data10 = data.or;
if(Array.isArray(data10)){
if(data10.length > 10){
const err29 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema19.properties.or,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data10.length < 1){
const err30 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema19.properties.or,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(wrapper0.validate(data10[i1], {instancePath:instancePath+"/or/" + i1,parentData:data10,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.or.type,parentSchema:schema19.properties.or,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.not !== undefined){
if(!(wrapper0.validate(data.not, {instancePath:instancePath+"/not",parentData:data,parentDataProperty:"not",rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{1,99}$", "u");
const pattern1 = new RegExp("^(?:[Aa]bort|[Cc]ontinue)$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.action === undefined) && (missing0 = "action")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.action !== undefined){
let data0 = data.action;
if(!((((((((((data0 === "BootstrapInstanceForContainer") || (data0 === "CollectImageMetadata")) || (data0 === "CollectImageScanFindings")) || (data0 === "CreateImage")) || (data0 === "CreateImageFromIso")) || (data0 === "DistributeContainerImage")) || (data0 === "ExecuteComponents")) || (data0 === "RunSysPrep")) || (data0 === "SanitizeInstance")) || (data0 === "WaitForSSMAgent"))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema8.allOf[0].then.required,parentSchema:schema8.allOf[0].then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate25(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err3 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[0].if,parentSchema:schema8.allOf[0],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const _errs8 = errors;
let valid4 = true;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.action === undefined) && (missing1 = "action")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecuteStateMachine" !== data.action){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
var _valid1 = _errs9 === errors;
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err6 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema8.allOf[1].then.required,parentSchema:schema8.allOf[1].then,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate27(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
var _valid1 = _errs11 === errors;
valid4 = _valid1;
}
if(!valid4){
const err7 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[1].if,parentSchema:schema8.allOf[1],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const _errs14 = errors;
let valid7 = true;
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.action === undefined) && (missing2 = "action")){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data.action !== undefined){
if("LaunchInstance" !== data.action){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
var _valid2 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs17 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema8.allOf[2].then.required,parentSchema:schema8.allOf[2].then,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate29(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
var _valid2 = _errs17 === errors;
valid7 = _valid2;
}
if(!valid7){
const err11 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[2].if,parentSchema:schema8.allOf[2],data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const _errs20 = errors;
let valid10 = true;
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.action === undefined) && (missing3 = "action")){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
if(data.action !== undefined){
if("RunCommand" !== data.action){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
var _valid3 = _errs21 === errors;
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err14 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema8.allOf[3].then.required,parentSchema:schema8.allOf[3].then,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate31(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
var _valid3 = _errs23 === errors;
valid10 = _valid3;
}
if(!valid10){
const err15 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[3].if,parentSchema:schema8.allOf[3],data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const _errs26 = errors;
let valid13 = true;
const _errs27 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.action === undefined) && (missing4 = "action")){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(data.action !== undefined){
if("TerminateInstance" !== data.action){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
var _valid4 = _errs27 === errors;
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs29 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err18 = {instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema8.allOf[4].then.required,parentSchema:schema8.allOf[4].then,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate33(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
var _valid4 = _errs29 === errors;
valid13 = _valid4;
}
if(!valid13){
const err19 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[4].if,parentSchema:schema8.allOf[4],data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const _errs32 = errors;
let valid16 = true;
const _errs33 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.action === undefined) && (missing5 = "action")){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
if(data.action !== undefined){
if("ApplyImageConfigurations" !== data.action){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
var _valid5 = _errs33 === errors;
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs35 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate35(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
var _valid5 = _errs35 === errors;
valid16 = _valid5;
}
if(!valid16){
const err22 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[5].if,parentSchema:schema8.allOf[5],data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const _errs38 = errors;
let valid19 = true;
const _errs39 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.action === undefined) && (missing6 = "action")){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
if(data.action !== undefined){
if("DistributeImage" !== data.action){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
var _valid6 = _errs39 === errors;
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs41 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate37(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
var _valid6 = _errs41 === errors;
valid19 = _valid6;
}
if(!valid19){
const err25 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[6].if,parentSchema:schema8.allOf[6],data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const _errs44 = errors;
let valid22 = true;
const _errs45 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.action === undefined) && (missing7 = "action")){
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
if(data.action !== undefined){
if("ModifyImageAttributes" !== data.action){
const err27 = {};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
var _valid7 = _errs45 === errors;
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs47 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate39(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
var _valid7 = _errs47 === errors;
valid22 = _valid7;
}
if(!valid22){
const err28 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[7].if,parentSchema:schema8.allOf[7],data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const _errs50 = errors;
let valid25 = true;
const _errs51 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.action === undefined) && (missing8 = "action")){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
if(data.action !== undefined){
if("RegisterImage" !== data.action){
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
var _valid8 = _errs51 === errors;
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs53 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate41(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
var _valid8 = _errs53 === errors;
valid25 = _valid8;
}
if(!valid25){
const err31 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[8].if,parentSchema:schema8.allOf[8],data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const _errs56 = errors;
let valid28 = true;
const _errs57 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.action === undefined) && (missing9 = "action")){
const err32 = {};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
if(data.action !== undefined){
if("WaitForAction" !== data.action){
const err33 = {};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
var _valid9 = _errs57 === errors;
errors = _errs56;
if(vErrors !== null){
if(_errs56){
vErrors.length = _errs56;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs59 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate43(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
var _valid9 = _errs59 === errors;
valid28 = _valid9;
}
if(!valid28){
const err34 = {instancePath,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[9].if,parentSchema:schema8.allOf[9],data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const _errs62 = errors;
let valid31 = true;
const _errs63 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.action === undefined) && (missing10 = "action")){
const err35 = {};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
if(data.action !== undefined){
let data20 = data.action;
if(!(((((((((((((data20 === "ApplyImageConfigurations") || (data20 === "BootstrapInstanceForContainer")) || (data20 === "CollectImageMetadata")) || (data20 === "CollectImageScanFindings")) || (data20 === "CreateImageFromIso")) || (data20 === "DistributeContainerImage")) || (data20 === "DistributeImage")) || (data20 === "LaunchInstance")) || (data20 === "RegisterImage")) || (data20 === "RunCommand")) || (data20 === "RunSysPrep")) || (data20 === "SanitizeInstance")) || (data20 === "TerminateInstance"))){
const err36 = {};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
var _valid10 = _errs63 === errors;
errors = _errs62;
if(vErrors !== null){
if(_errs62){
vErrors.length = _errs62;
}
else {
vErrors = null;
}
}
if(_valid10){
const _errs65 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeoutSeconds !== undefined){
let data21 = data.timeoutSeconds;
if(typeof data21 == "number"){
if(data21 > 43200 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/10/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200",schema:43200,parentSchema:schema8.allOf[10].then.properties.timeoutSeconds,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
var _valid10 = _errs65 === errors;
valid31 = _valid10;
}
if(!valid31){
const err38 = {instancePath,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[10].if,parentSchema:schema8.allOf[10],data};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const _errs68 = errors;
let valid34 = true;
const _errs69 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.action === undefined) && (missing11 = "action")){
const err39 = {};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
if(data.action !== undefined){
let data22 = data.action;
if(!((data22 === "ModifyImageAttributes") || (data22 === "WaitForSSMAgent"))){
const err40 = {};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
var _valid11 = _errs69 === errors;
errors = _errs68;
if(vErrors !== null){
if(_errs68){
vErrors.length = _errs68;
}
else {
vErrors = null;
}
}
if(_valid11){
const _errs71 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeoutSeconds !== undefined){
let data23 = data.timeoutSeconds;
if(typeof data23 == "number"){
if(data23 > 10800 || isNaN(data23)){
const err41 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/11/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10800},message:"must be <= 10800",schema:10800,parentSchema:schema8.allOf[11].then.properties.timeoutSeconds,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
var _valid11 = _errs71 === errors;
valid34 = _valid11;
}
if(!valid34){
const err42 = {instancePath,schemaPath:"#/allOf/11/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[11].if,parentSchema:schema8.allOf[11],data};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const _errs74 = errors;
let valid37 = true;
const _errs75 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if((data.action === undefined) && (missing12 = "action")){
const err43 = {};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
if(data.action !== undefined){
let data24 = data.action;
if(!((data24 === "ExecuteComponents") || (data24 === "ExecuteStateMachine"))){
const err44 = {};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
}
var _valid12 = _errs75 === errors;
errors = _errs74;
if(vErrors !== null){
if(_errs74){
vErrors.length = _errs74;
}
else {
vErrors = null;
}
}
if(_valid12){
const _errs77 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeoutSeconds !== undefined){
let data25 = data.timeoutSeconds;
if(typeof data25 == "number"){
if(data25 > 86400 || isNaN(data25)){
const err45 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/12/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400",schema:86400,parentSchema:schema8.allOf[12].then.properties.timeoutSeconds,data:data25};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
var _valid12 = _errs77 === errors;
valid37 = _valid12;
}
if(!valid37){
const err46 = {instancePath,schemaPath:"#/allOf/12/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[12].if,parentSchema:schema8.allOf[12],data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const _errs80 = errors;
let valid40 = true;
const _errs81 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((data.action === undefined) && (missing13 = "action")){
const err47 = {};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateImage" !== data.action){
const err48 = {};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
var _valid13 = _errs81 === errors;
errors = _errs80;
if(vErrors !== null){
if(_errs80){
vErrors.length = _errs80;
}
else {
vErrors = null;
}
}
if(_valid13){
const _errs83 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeoutSeconds !== undefined){
let data27 = data.timeoutSeconds;
if(typeof data27 == "number"){
if(data27 > 259200 || isNaN(data27)){
const err49 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/13/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 259200},message:"must be <= 259200",schema:259200,parentSchema:schema8.allOf[13].then.properties.timeoutSeconds,data:data27};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
var _valid13 = _errs83 === errors;
valid40 = _valid13;
}
if(!valid40){
const err50 = {instancePath,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[13].if,parentSchema:schema8.allOf[13],data};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const _errs86 = errors;
let valid43 = true;
const _errs87 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((data.action === undefined) && (missing14 = "action")){
const err51 = {};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
if(data.action !== undefined){
if("WaitForAction" !== data.action){
const err52 = {};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
}
var _valid14 = _errs87 === errors;
errors = _errs86;
if(vErrors !== null){
if(_errs86){
vErrors.length = _errs86;
}
else {
vErrors = null;
}
}
if(_valid14){
const _errs89 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeoutSeconds !== undefined){
let data29 = data.timeoutSeconds;
if(typeof data29 == "number"){
if(data29 > 604800 || isNaN(data29)){
const err53 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/14/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema8.allOf[14].then.properties.timeoutSeconds,data:data29};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
var _valid14 = _errs89 === errors;
valid43 = _valid14;
}
if(!valid43){
const err54 = {instancePath,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema8.allOf[14].if,parentSchema:schema8.allOf[14],data};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err55 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data.action === undefined){
const err56 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data.name !== undefined){
let data30 = data.name;
if(typeof data30 === "string"){
if(!pattern0.test(data30)){
const err57 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{1,99}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]{1,99}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]{1,99}$",parentSchema:schema8.properties.name,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.name.type,parentSchema:schema8.properties.name,data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.description !== undefined){
let data31 = data.description;
if(typeof data31 !== "string"){
const err59 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.description.type,parentSchema:schema8.properties.description,data:data31};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.action !== undefined){
let data32 = data.action;
if(typeof data32 !== "string"){
const err60 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.action.type,parentSchema:schema8.properties.action,data:data32};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.if !== undefined){
if(!(validate45(data.if, {instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
if(data.inputs !== undefined){
let data34 = data.inputs;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err61 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: schema8.properties.inputs.type},message:"must be object,null",schema:schema8.properties.inputs.type,parentSchema:schema8.properties.inputs,data:data34};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.onFailure !== undefined){
let data35 = data.onFailure;
if(typeof data35 === "string"){
if(!pattern1.test(data35)){
const err62 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa]bort|[Cc]ontinue)$"},message:"must match pattern \""+"^(?:[Aa]bort|[Cc]ontinue)$"+"\"",schema:"^(?:[Aa]bort|[Cc]ontinue)$",parentSchema:schema8.properties.onFailure,data:data35};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.onFailure.type,parentSchema:schema8.properties.onFailure,data:data35};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.rollback !== undefined){
let data36 = data.rollback;
if(typeof data36 !== "boolean"){
const err64 = {instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema8.properties.rollback.type,parentSchema:schema8.properties.rollback,data:data36};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data37 = data.timeoutSeconds;
if(!((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37)))){
const err65 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema8.properties.timeoutSeconds.type,parentSchema:schema8.properties.timeoutSeconds,data:data37};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(typeof data37 == "number"){
if(data37 < 1 || isNaN(data37)){
const err66 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema8.properties.timeoutSeconds,data:data37};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
}
else {
const err67 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema20 = {"description":"An output.","type":"object","required":["name","value"],"properties":{"name":{"description":"Its name.","type":"string"},"value":{"description":"A reference.","type":"string","examples":["$.stepOutputs.LaunchBuildInstance.instanceId"]},"description":{"description":"What it is.","type":"string"}}};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.value === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.name.type,parentSchema:schema20.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.value !== undefined){
let data1 = data.value;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.value.type,parentSchema:schema20.properties.value,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.description.type,parentSchema:schema20.properties.description,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://schemas.invalid/ec2-image-builder/workflow-document/1.0.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.steps === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.name.type,parentSchema:schema6.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.description.type,parentSchema:schema6.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.schemaVersion !== undefined){
let data2 = data.schemaVersion;
if(!(((data2 === 1) || (data2 === "1.0")) || (data2 === "1"))){
const err4 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/enum",keyword:"enum",params:{allowedValues: schema6.properties.schemaVersion.enum},message:"must be equal to one of the allowed values",schema:schema6.properties.schemaVersion.enum,parentSchema:schema6.properties.schemaVersion,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.parameters !== undefined){
let data3 = data.parameters;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: schema6.properties.parameters.type},message:"must be array,null",schema:schema6.properties.parameters.type,parentSchema:schema6.properties.parameters,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data3[i0], {instancePath:instancePath+"/parameters/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
}
if(data.steps !== undefined){
let data5 = data.steps;
if(Array.isArray(data5)){
if(data5.length > 15){
const err6 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 15},message:"must NOT have more than 15 items",schema:15,parentSchema:schema6.properties.steps,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data5.length < 1){
const err7 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema6.properties.steps,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data5[i1], {instancePath:instancePath+"/steps/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema6.properties.steps.type,parentSchema:schema6.properties.steps,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.outputs !== undefined){
let data7 = data.outputs;
if((!(Array.isArray(data7))) && (data7 !== null)){
const err9 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: schema6.properties.outputs.type},message:"must be array,null",schema:schema6.properties.outputs.type,parentSchema:schema6.properties.outputs,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(!(validate48(data7[i2], {instancePath:instancePath+"/outputs/" + i2,parentData:data7,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
