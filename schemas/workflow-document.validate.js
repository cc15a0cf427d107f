// Made from workflow-document.schema.json by "npm run schemas". Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://schemas.invalid/ec2-image-builder/workflow-document/1.0.json","title":"EC2 Image Builder workflow document","description":"The YAML of an Image Builder workflow: what happens in the build, test or distribution stage of an image. https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html","type":"object","required":["schemaVersion","steps"],"properties":{"name":{"description":"Name of the document.","type":"string"},"description":{"description":"What it does.","type":"string"},"schemaVersion":{"description":"Version of the document format: 1.0.","enum":[1,"1.0","1"],"default":1},"parameters":{"description":"Values that an image may give.","type":["array","null"],"items":{"$ref":"#/definitions/parameter"}},"steps":{"description":"Run in this order, 1 to 15 of them.","type":"array","minItems":1,"maxItems":15,"items":{"$ref":"#/definitions/step"}},"outputs":{"description":"Values that later workflows can refer to.","type":["array","null"],"items":{"$ref":"#/definitions/output"}}},"definitions":{"parameter":{"description":"A parameter.","type":"object","required":["name","type"],"properties":{"name":{"description":"Its name.","type":"string","examples":["waitForApproval"]},"type":{"description":"Type of its value.","type":"string","enum":["string","integer","boolean","stringList"]},"default":{"description":"Value if the image gives none."},"description":{"description":"What it is for.","type":"string"}}},"output":{"description":"An output.","type":"object","required":["name","value"],"properties":{"name":{"description":"Its name.","type":"string"},"value":{"description":"A reference.","type":"string","examples":["$.stepOutputs.LaunchBuildInstance.instanceId"]},"description":{"description":"What it is.","type":"string"}}},"condition":{"description":"One comparison with its value, or and, or, not.","type":"object","properties":{"booleanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"stringEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"value":{"description":"What is compared, as a rule a reference.","type":["string","number","boolean"],"examples":["$.parameters.waitForApproval"]},"and":{"description":"All of these hold.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"or":{"description":"One of these holds.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"not":{"$ref":"#/definitions/condition"}},"dependencies":{"booleanEquals":["value"],"numberEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"stringEquals":["value"]},"oneOf":[{"required":["and"]},{"required":["or"]},{"required":["not"]},{"required":["booleanEquals"]},{"required":["numberEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["stringEquals"]}]},"step":{"description":"A step of the workflow.","type":"object","required":["name","action"],"properties":{"name":{"description":"A letter, then 1 to 99 letters, digits, hyphens and underscores; unique in the workflow.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{1,99}$","examples":["LaunchBuildInstance"]},"description":{"description":"What it does.","type":"string"},"action":{"description":"What the step does: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html","type":"string","enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","DistributeImage","ExecuteComponents","ExecuteStateMachine","LaunchInstance","ModifyImageAttributes","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForAction","WaitForSSMAgent"]},"if":{"$ref":"#/definitions/condition"},"inputs":{"description":"What the action needs. A name that ends in .$ has a reference for its value.","type":["object","null"]},"onFailure":{"description":"What a failure of the step does: Abort, the default, or Continue.","type":"string","pattern":"^(?:[Aa]bort|[Cc]ontinue)$","examples":["Abort","Continue"]},"rollback":{"description":"Whether what the step made goes when a later step fails.","type":"boolean"},"timeoutSeconds":{"description":"Seconds until the step fails: a whole number from 1.","type":"integer","minimum":1,"examples":[3600]}},"allOf":[{"if":{"properties":{"action":{"enum":["BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","ExecuteComponents","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForSSMAgent"]}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/instance"}}}},{"if":{"properties":{"action":{"const":"ExecuteStateMachine"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteStateMachine"}}}},{"if":{"properties":{"action":{"const":"LaunchInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/LaunchInstance"}}}},{"if":{"properties":{"action":{"const":"RunCommand"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/RunCommand"}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/WaitForAction"}}}}]},"instance":{"description":"The instance that a step works on.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},"ExecuteStateMachine":{"description":"Runs a state machine of Step Functions and waits for its end.","type":"object","properties":{"stateMachineArn":{"description":"ARN of the state machine.","type":"string"},"executionName":{"description":"Name of the execution.","type":"string"},"input":{"description":"Input of the execution, a JSON text.","type":"string"}},"anyOf":[{"required":["stateMachineArn"]},{"required":["stateMachineArn.$"]}]},"LaunchInstance":{"description":"Launches an instance by the infrastructure configuration.","type":"object","properties":{"waitFor":{"description":"What the step waits for: ssmAgent.","type":"string"},"imageIdOverride":{"description":"AMI to launch in place of the recipe's.","type":"string"},"instanceTypesOverride":{"description":"Instance types in place of the infrastructure configuration's.","type":["array","string"]}},"anyOf":[{"required":["waitFor"]},{"required":["waitFor.$"]}]},"RunCommand":{"description":"Runs a document of Systems Manager on the instance.","type":"object","properties":{"instanceId":{"description":"Id of the instance: the output of the step that launched it.","type":"string"},"documentName":{"description":"Name of the document.","type":"string"},"parameters":{"description":"Parameters of the document, each a list of texts.","type":["object","string"]},"documentVersion":{"description":"Version of the document.","type":["string","number"]}},"allOf":[{"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},{"anyOf":[{"required":["documentName"]},{"required":["documentName.$"]}]}]},"WaitForAction":{"description":"Pauses the build until somebody sends RESUME or STOP (SendWorkflowStepAction), three days by default.","type":["object","null"],"properties":{"snsTopicArn":{"description":"Topic that is told when the step waits.","type":"string"},"lambdaFunctionName":{"description":"Lambda function that is called when the step waits.","type":"string"},"payload":{"description":"What the function is given, a JSON text.","type":"string"}}}}};
const schema12 = {"description":"A parameter.","type":"object","required":["name","type"],"properties":{"name":{"description":"Its name.","type":"string","examples":["waitForApproval"]},"type":{"description":"Type of its value.","type":"string","enum":["string","integer","boolean","stringList"]},"default":{"description":"Value if the image gives none."},"description":{"description":"What it is for.","type":"string"}}};
const schema20 = {"description":"An output.","type":"object","required":["name","value"],"properties":{"name":{"description":"Its name.","type":"string"},"value":{"description":"A reference.","type":"string","examples":["$.stepOutputs.LaunchBuildInstance.instanceId"]},"description":{"description":"What it is.","type":"string"}}};
const schema13 = {"description":"A step of the workflow.","type":"object","required":["name","action"],"properties":{"name":{"description":"A letter, then 1 to 99 letters, digits, hyphens and underscores; unique in the workflow.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{1,99}$","examples":["LaunchBuildInstance"]},"description":{"description":"What it does.","type":"string"},"action":{"description":"What the step does: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html","type":"string","enum":["ApplyImageConfigurations","BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","DistributeImage","ExecuteComponents","ExecuteStateMachine","LaunchInstance","ModifyImageAttributes","RegisterImage","RunCommand","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForAction","WaitForSSMAgent"]},"if":{"$ref":"#/definitions/condition"},"inputs":{"description":"What the action needs. A name that ends in .$ has a reference for its value.","type":["object","null"]},"onFailure":{"description":"What a failure of the step does: Abort, the default, or Continue.","type":"string","pattern":"^(?:[Aa]bort|[Cc]ontinue)$","examples":["Abort","Continue"]},"rollback":{"description":"Whether what the step made goes when a later step fails.","type":"boolean"},"timeoutSeconds":{"description":"Seconds until the step fails: a whole number from 1.","type":"integer","minimum":1,"examples":[3600]}},"allOf":[{"if":{"properties":{"action":{"enum":["BootstrapInstanceForContainer","CollectImageMetadata","CollectImageScanFindings","CreateImage","ExecuteComponents","RunSysPrep","SanitizeInstance","TerminateInstance","WaitForSSMAgent"]}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/instance"}}}},{"if":{"properties":{"action":{"const":"ExecuteStateMachine"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteStateMachine"}}}},{"if":{"properties":{"action":{"const":"LaunchInstance"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/LaunchInstance"}}}},{"if":{"properties":{"action":{"const":"RunCommand"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/RunCommand"}}}},{"if":{"properties":{"action":{"const":"WaitForAction"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/WaitForAction"}}}}]};
const schema14 = {"description":"The instance that a step works on.","type":"object","properties":{"instanceId":{"description":"Id of the instance, as a rule by instanceId.$: the output of the step that launched it.","type":"string"}},"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]};
const schema15 = {"description":"Runs a state machine of Step Functions and waits for its end.","type":"object","properties":{"stateMachineArn":{"description":"ARN of the state machine.","type":"string"},"executionName":{"description":"Name of the execution.","type":"string"},"input":{"description":"Input of the execution, a JSON text.","type":"string"}},"anyOf":[{"required":["stateMachineArn"]},{"required":["stateMachineArn.$"]}]};
const schema16 = {"description":"Launches an instance by the infrastructure configuration.","type":"object","properties":{"waitFor":{"description":"What the step waits for: ssmAgent.","type":"string"},"imageIdOverride":{"description":"AMI to launch in place of the recipe's.","type":"string"},"instanceTypesOverride":{"description":"Instance types in place of the infrastructure configuration's.","type":["array","string"]}},"anyOf":[{"required":["waitFor"]},{"required":["waitFor.$"]}]};
const schema17 = {"description":"Runs a document of Systems Manager on the instance.","type":"object","properties":{"instanceId":{"description":"Id of the instance: the output of the step that launched it.","type":"string"},"documentName":{"description":"Name of the document.","type":"string"},"parameters":{"description":"Parameters of the document, each a list of texts.","type":["object","string"]},"documentVersion":{"description":"Version of the document.","type":["string","number"]}},"allOf":[{"anyOf":[{"required":["instanceId"]},{"required":["instanceId.$"]}]},{"anyOf":[{"required":["documentName"]},{"required":["documentName.$"]}]}]};
const schema18 = {"description":"Pauses the build until somebody sends RESUME or STOP (SendWorkflowStepAction), three days by default.","type":["object","null"],"properties":{"snsTopicArn":{"description":"Topic that is told when the step waits.","type":"string"},"lambdaFunctionName":{"description":"Lambda function that is called when the step waits.","type":"string"},"payload":{"description":"What the function is given, a JSON text.","type":"string"}}};
const pattern0 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{1,99}$", "u");
const pattern1 = new RegExp("^(?:[Aa]bort|[Cc]ontinue)$", "u");
const schema19 = {"description":"One comparison with its value, or and, or, not.","type":"object","properties":{"booleanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compared with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"stringEquals":{"description":"Compared with value.","type":["string","number","boolean"]},"value":{"description":"What is compared, as a rule a reference.","type":["string","number","boolean"],"examples":["$.parameters.waitForApproval"]},"and":{"description":"All of these hold.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"or":{"description":"One of these holds.","type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/definitions/condition"}},"not":{"$ref":"#/definitions/condition"}},"dependencies":{"booleanEquals":["value"],"numberEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"stringEquals":["value"]},"oneOf":[{"required":["and"]},{"required":["or"]},{"required":["not"]},{"required":["booleanEquals"]},{"required":["numberEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["stringEquals"]}]};
const wrapper0 = {validate: validate12};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(((((((((data0 === "BootstrapInstanceForContainer") || (data0 === "CollectImageMetadata")) || (data0 === "CollectImageScanFindings")) || (data0 === "CreateImage")) || (data0 === "ExecuteComponents")) || (data0 === "RunSysPrep")) || (data0 === "SanitizeInstance")) || (data0 === "TerminateInstance")) || (data0 === "WaitForSSMAgent"))){
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
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema13.allOf[0].then.required,parentSchema:schema13.allOf[0].then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.inputs !== undefined){
let data1 = data.inputs;
const _errs9 = errors;
let valid5 = false;
const _errs10 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.instanceId === undefined){
const err3 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/instance/anyOf/0/required",keyword:"required",params:{missingProperty: "instanceId"},message:"must have required property '"+"instanceId"+"'",schema:schema14.anyOf[0].required,parentSchema:schema14.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs10 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs11 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1["instanceId.$"] === undefined){
const err4 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/instance/anyOf/1/required",keyword:"required",params:{missingProperty: "instanceId.$"},message:"must have required property '"+"instanceId.$"+"'",schema:schema14.anyOf[1].required,parentSchema:schema14.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs11 === errors;
valid5 = valid5 || _valid1;
}
if(!valid5){
const err5 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/instance/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema14.anyOf,parentSchema:schema14,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.instanceId !== undefined){
let data2 = data1.instanceId;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/inputs/instanceId",schemaPath:"#/definitions/instance/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.instanceId.type,parentSchema:schema14.properties.instanceId,data:data2};
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
const err7 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/instance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err8 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema13.allOf[0].if,parentSchema:schema13.allOf[0],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const _errs15 = errors;
let valid7 = true;
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.action === undefined) && (missing1 = "action")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecuteStateMachine" !== data.action){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
var _valid2 = _errs16 === errors;
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs18 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err11 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema13.allOf[1].then.required,parentSchema:schema13.allOf[1].then,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.inputs !== undefined){
let data4 = data.inputs;
const _errs22 = errors;
let valid11 = false;
const _errs23 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.stateMachineArn === undefined){
const err12 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteStateMachine/anyOf/0/required",keyword:"required",params:{missingProperty: "stateMachineArn"},message:"must have required property '"+"stateMachineArn"+"'",schema:schema15.anyOf[0].required,parentSchema:schema15.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid3 = _errs23 === errors;
valid11 = valid11 || _valid3;
if(!valid11){
const _errs24 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4["stateMachineArn.$"] === undefined){
const err13 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteStateMachine/anyOf/1/required",keyword:"required",params:{missingProperty: "stateMachineArn.$"},message:"must have required property '"+"stateMachineArn.$"+"'",schema:schema15.anyOf[1].required,parentSchema:schema15.anyOf[1],data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid3 = _errs24 === errors;
valid11 = valid11 || _valid3;
}
if(!valid11){
const err14 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteStateMachine/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema15.anyOf,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.stateMachineArn !== undefined){
let data5 = data4.stateMachineArn;
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/inputs/stateMachineArn",schemaPath:"#/definitions/ExecuteStateMachine/properties/stateMachineArn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.stateMachineArn.type,parentSchema:schema15.properties.stateMachineArn,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.executionName !== undefined){
let data6 = data4.executionName;
if(typeof data6 !== "string"){
const err16 = {instancePath:instancePath+"/inputs/executionName",schemaPath:"#/definitions/ExecuteStateMachine/properties/executionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.executionName.type,parentSchema:schema15.properties.executionName,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.input !== undefined){
let data7 = data4.input;
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/inputs/input",schemaPath:"#/definitions/ExecuteStateMachine/properties/input/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.input.type,parentSchema:schema15.properties.input,data:data7};
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
else {
const err18 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteStateMachine/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
var _valid2 = _errs18 === errors;
valid7 = _valid2;
}
if(!valid7){
const err19 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema13.allOf[1].if,parentSchema:schema13.allOf[1],data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const _errs32 = errors;
let valid13 = true;
const _errs33 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.action === undefined) && (missing2 = "action")){
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
if("LaunchInstance" !== data.action){
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
var _valid4 = _errs33 === errors;
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs35 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err22 = {instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema13.allOf[2].then.required,parentSchema:schema13.allOf[2].then,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data.inputs !== undefined){
let data9 = data.inputs;
const _errs39 = errors;
let valid17 = false;
const _errs40 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.waitFor === undefined){
const err23 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/LaunchInstance/anyOf/0/required",keyword:"required",params:{missingProperty: "waitFor"},message:"must have required property '"+"waitFor"+"'",schema:schema16.anyOf[0].required,parentSchema:schema16.anyOf[0],data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid5 = _errs40 === errors;
valid17 = valid17 || _valid5;
if(!valid17){
const _errs41 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9["waitFor.$"] === undefined){
const err24 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/LaunchInstance/anyOf/1/required",keyword:"required",params:{missingProperty: "waitFor.$"},message:"must have required property '"+"waitFor.$"+"'",schema:schema16.anyOf[1].required,parentSchema:schema16.anyOf[1],data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid5 = _errs41 === errors;
valid17 = valid17 || _valid5;
}
if(!valid17){
const err25 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/LaunchInstance/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema16.anyOf,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.waitFor !== undefined){
let data10 = data9.waitFor;
if(typeof data10 !== "string"){
const err26 = {instancePath:instancePath+"/inputs/waitFor",schemaPath:"#/definitions/LaunchInstance/properties/waitFor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.waitFor.type,parentSchema:schema16.properties.waitFor,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.imageIdOverride !== undefined){
let data11 = data9.imageIdOverride;
if(typeof data11 !== "string"){
const err27 = {instancePath:instancePath+"/inputs/imageIdOverride",schemaPath:"#/definitions/LaunchInstance/properties/imageIdOverride/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.imageIdOverride.type,parentSchema:schema16.properties.imageIdOverride,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.instanceTypesOverride !== undefined){
let data12 = data9.instanceTypesOverride;
if((!(Array.isArray(data12))) && (typeof data12 !== "string")){
const err28 = {instancePath:instancePath+"/inputs/instanceTypesOverride",schemaPath:"#/definitions/LaunchInstance/properties/instanceTypesOverride/type",keyword:"type",params:{type: schema16.properties.instanceTypesOverride.type},message:"must be array,string",schema:schema16.properties.instanceTypesOverride.type,parentSchema:schema16.properties.instanceTypesOverride,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/LaunchInstance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
var _valid4 = _errs35 === errors;
valid13 = _valid4;
}
if(!valid13){
const err30 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema13.allOf[2].if,parentSchema:schema13.allOf[2],data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const _errs49 = errors;
let valid19 = true;
const _errs50 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.action === undefined) && (missing3 = "action")){
const err31 = {};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
if(data.action !== undefined){
if("RunCommand" !== data.action){
const err32 = {};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
var _valid6 = _errs50 === errors;
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs52 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err33 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema13.allOf[3].then.required,parentSchema:schema13.allOf[3].then,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data.inputs !== undefined){
let data14 = data.inputs;
const _errs57 = errors;
let valid24 = false;
const _errs58 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.instanceId === undefined){
const err34 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/0/anyOf/0/required",keyword:"required",params:{missingProperty: "instanceId"},message:"must have required property '"+"instanceId"+"'",schema:schema17.allOf[0].anyOf[0].required,parentSchema:schema17.allOf[0].anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid7 = _errs58 === errors;
valid24 = valid24 || _valid7;
if(!valid24){
const _errs59 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14["instanceId.$"] === undefined){
const err35 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/0/anyOf/1/required",keyword:"required",params:{missingProperty: "instanceId.$"},message:"must have required property '"+"instanceId.$"+"'",schema:schema17.allOf[0].anyOf[1].required,parentSchema:schema17.allOf[0].anyOf[1],data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid7 = _errs59 === errors;
valid24 = valid24 || _valid7;
}
if(!valid24){
const err36 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/0/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema17.allOf[0].anyOf,parentSchema:schema17.allOf[0],data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
const _errs61 = errors;
let valid25 = false;
const _errs62 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.documentName === undefined){
const err37 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/1/anyOf/0/required",keyword:"required",params:{missingProperty: "documentName"},message:"must have required property '"+"documentName"+"'",schema:schema17.allOf[1].anyOf[0].required,parentSchema:schema17.allOf[1].anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
var _valid8 = _errs62 === errors;
valid25 = valid25 || _valid8;
if(!valid25){
const _errs63 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14["documentName.$"] === undefined){
const err38 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/1/anyOf/1/required",keyword:"required",params:{missingProperty: "documentName.$"},message:"must have required property '"+"documentName.$"+"'",schema:schema17.allOf[1].anyOf[1].required,parentSchema:schema17.allOf[1].anyOf[1],data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid8 = _errs63 === errors;
valid25 = valid25 || _valid8;
}
if(!valid25){
const err39 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/allOf/1/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema17.allOf[1].anyOf,parentSchema:schema17.allOf[1],data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
errors = _errs61;
if(vErrors !== null){
if(_errs61){
vErrors.length = _errs61;
}
else {
vErrors = null;
}
}
}
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.instanceId !== undefined){
let data15 = data14.instanceId;
if(typeof data15 !== "string"){
const err40 = {instancePath:instancePath+"/inputs/instanceId",schemaPath:"#/definitions/RunCommand/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.instanceId.type,parentSchema:schema17.properties.instanceId,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data14.documentName !== undefined){
let data16 = data14.documentName;
if(typeof data16 !== "string"){
const err41 = {instancePath:instancePath+"/inputs/documentName",schemaPath:"#/definitions/RunCommand/properties/documentName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.properties.documentName.type,parentSchema:schema17.properties.documentName,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data14.parameters !== undefined){
let data17 = data14.parameters;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (typeof data17 !== "string")){
const err42 = {instancePath:instancePath+"/inputs/parameters",schemaPath:"#/definitions/RunCommand/properties/parameters/type",keyword:"type",params:{type: schema17.properties.parameters.type},message:"must be object,string",schema:schema17.properties.parameters.type,parentSchema:schema17.properties.parameters,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data14.documentVersion !== undefined){
let data18 = data14.documentVersion;
if((typeof data18 !== "string") && (!(typeof data18 == "number"))){
const err43 = {instancePath:instancePath+"/inputs/documentVersion",schemaPath:"#/definitions/RunCommand/properties/documentVersion/type",keyword:"type",params:{type: schema17.properties.documentVersion.type},message:"must be string,number",schema:schema17.properties.documentVersion.type,parentSchema:schema17.properties.documentVersion,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/RunCommand/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data14};
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
var _valid6 = _errs52 === errors;
valid19 = _valid6;
}
if(!valid19){
const err45 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema13.allOf[3].if,parentSchema:schema13.allOf[3],data};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const _errs73 = errors;
let valid27 = true;
const _errs74 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.action === undefined) && (missing4 = "action")){
const err46 = {};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
else {
if(data.action !== undefined){
if("WaitForAction" !== data.action){
const err47 = {};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
}
var _valid9 = _errs74 === errors;
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs76 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
let data20 = data.inputs;
if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){
const err48 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/WaitForAction/type",keyword:"type",params:{type: schema18.type},message:"must be object,null",schema:schema18.type,parentSchema:schema18,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.snsTopicArn !== undefined){
let data21 = data20.snsTopicArn;
if(typeof data21 !== "string"){
const err49 = {instancePath:instancePath+"/inputs/snsTopicArn",schemaPath:"#/definitions/WaitForAction/properties/snsTopicArn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.snsTopicArn.type,parentSchema:schema18.properties.snsTopicArn,data:data21};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data20.lambdaFunctionName !== undefined){
let data22 = data20.lambdaFunctionName;
if(typeof data22 !== "string"){
const err50 = {instancePath:instancePath+"/inputs/lambdaFunctionName",schemaPath:"#/definitions/WaitForAction/properties/lambdaFunctionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.lambdaFunctionName.type,parentSchema:schema18.properties.lambdaFunctionName,data:data22};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data20.payload !== undefined){
let data23 = data20.payload;
if(typeof data23 !== "string"){
const err51 = {instancePath:instancePath+"/inputs/payload",schemaPath:"#/definitions/WaitForAction/properties/payload/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.payload.type,parentSchema:schema18.properties.payload,data:data23};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
}
var _valid9 = _errs76 === errors;
valid27 = _valid9;
}
if(!valid27){
const err52 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema13.allOf[4].if,parentSchema:schema13.allOf[4],data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err53 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data.action === undefined){
const err54 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data.name !== undefined){
let data24 = data.name;
if(typeof data24 === "string"){
if(!pattern0.test(data24)){
const err55 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{1,99}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]{1,99}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]{1,99}$",parentSchema:schema13.properties.name,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data24};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.description !== undefined){
let data25 = data.description;
if(typeof data25 !== "string"){
const err57 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.description.type,parentSchema:schema13.properties.description,data:data25};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.action !== undefined){
let data26 = data.action;
if(typeof data26 !== "string"){
const err58 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.action.type,parentSchema:schema13.properties.action,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!(((((((((((((((((data26 === "ApplyImageConfigurations") || (data26 === "BootstrapInstanceForContainer")) || (data26 === "CollectImageMetadata")) || (data26 === "CollectImageScanFindings")) || (data26 === "CreateImage")) || (data26 === "DistributeImage")) || (data26 === "ExecuteComponents")) || (data26 === "ExecuteStateMachine")) || (data26 === "LaunchInstance")) || (data26 === "ModifyImageAttributes")) || (data26 === "RegisterImage")) || (data26 === "RunCommand")) || (data26 === "RunSysPrep")) || (data26 === "SanitizeInstance")) || (data26 === "TerminateInstance")) || (data26 === "WaitForAction")) || (data26 === "WaitForSSMAgent"))){
const err59 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema13.properties.action.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.action.enum,parentSchema:schema13.properties.action,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.if !== undefined){
if(!(validate12(data.if, {instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.inputs !== undefined){
let data28 = data.inputs;
if((!(data28 && typeof data28 == "object" && !Array.isArray(data28))) && (data28 !== null)){
const err60 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: schema13.properties.inputs.type},message:"must be object,null",schema:schema13.properties.inputs.type,parentSchema:schema13.properties.inputs,data:data28};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.onFailure !== undefined){
let data29 = data.onFailure;
if(typeof data29 === "string"){
if(!pattern1.test(data29)){
const err61 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa]bort|[Cc]ontinue)$"},message:"must match pattern \""+"^(?:[Aa]bort|[Cc]ontinue)$"+"\"",schema:"^(?:[Aa]bort|[Cc]ontinue)$",parentSchema:schema13.properties.onFailure,data:data29};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.onFailure.type,parentSchema:schema13.properties.onFailure,data:data29};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.rollback !== undefined){
let data30 = data.rollback;
if(typeof data30 !== "boolean"){
const err63 = {instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.rollback.type,parentSchema:schema13.properties.rollback,data:data30};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data31 = data.timeoutSeconds;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err64 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.timeoutSeconds.type,parentSchema:schema13.properties.timeoutSeconds,data:data31};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 < 1 || isNaN(data31)){
const err65 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.timeoutSeconds,data:data31};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
else {
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://schemas.invalid/ec2-image-builder/workflow-document/1.0.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.steps === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema11.required,parentSchema:schema11,data};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data0};
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
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data1};
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
const err4 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/enum",keyword:"enum",params:{allowedValues: schema11.properties.schemaVersion.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.schemaVersion.enum,parentSchema:schema11.properties.schemaVersion,data:data2};
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
const err5 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: schema11.properties.parameters.type},message:"must be array,null",schema:schema11.properties.parameters.type,parentSchema:schema11.properties.parameters,data:data3};
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
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err6 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema12.required,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data4.type === undefined){
const err7 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema12.required,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/parameters/" + i0+"/name",schemaPath:"#/definitions/parameter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.name.type,parentSchema:schema12.properties.name,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.type !== undefined){
let data6 = data4.type;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/parameters/" + i0+"/type",schemaPath:"#/definitions/parameter/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.type.type,parentSchema:schema12.properties.type,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((((data6 === "string") || (data6 === "integer")) || (data6 === "boolean")) || (data6 === "stringList"))){
const err10 = {instancePath:instancePath+"/parameters/" + i0+"/type",schemaPath:"#/definitions/parameter/properties/type/enum",keyword:"enum",params:{allowedValues: schema12.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.type.enum,parentSchema:schema12.properties.type,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.description !== undefined){
let data7 = data4.description;
if(typeof data7 !== "string"){
const err11 = {instancePath:instancePath+"/parameters/" + i0+"/description",schemaPath:"#/definitions/parameter/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.description.type,parentSchema:schema12.properties.description,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.steps !== undefined){
let data8 = data.steps;
if(Array.isArray(data8)){
if(data8.length > 15){
const err13 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 15},message:"must NOT have more than 15 items",schema:15,parentSchema:schema11.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data8.length < 1){
const err14 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate11(data8[i1], {instancePath:instancePath+"/steps/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.steps.type,parentSchema:schema11.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.outputs !== undefined){
let data10 = data.outputs;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err16 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: schema11.properties.outputs.type},message:"must be array,null",schema:schema11.properties.outputs.type,parentSchema:schema11.properties.outputs,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err17 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema20.required,parentSchema:schema20,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data11.value === undefined){
const err18 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema20.required,parentSchema:schema20,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 !== "string"){
const err19 = {instancePath:instancePath+"/outputs/" + i2+"/name",schemaPath:"#/definitions/output/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.name.type,parentSchema:schema20.properties.name,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data11.value !== undefined){
let data13 = data11.value;
if(typeof data13 !== "string"){
const err20 = {instancePath:instancePath+"/outputs/" + i2+"/value",schemaPath:"#/definitions/output/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.value.type,parentSchema:schema20.properties.value,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.description !== undefined){
let data14 = data11.description;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/outputs/" + i2+"/description",schemaPath:"#/definitions/output/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.description.type,parentSchema:schema20.properties.description,data:data14};
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
else {
const err22 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.type,parentSchema:schema20,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
