// Made from component-document.schema.json by "npm run schemas". Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://schemas.invalid/component-document.schema.json","title":"EC2 Image Builder component document","description":"The YAML that an Image Builder component holds, run by AWS Task Orchestrator and Executor. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html","type":"object","required":["schemaVersion","phases"],"properties":{"name":{"description":"Name of the document.","type":["string","number","boolean","null"]},"description":{"description":"What it does.","type":["string","number","boolean","null"]},"schemaVersion":{"description":"Version of the document format: 1.0.","enum":[1,"1.0","1"],"default":1},"parameters":{"description":"Values that a recipe may give; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/parameter"}},"constants":{"description":"Named values; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/constant"}},"phases":{"description":"At least one of build, validate and test. Image Builder runs build and validate in its build stage, test and container-host-test in its test stage, and no other.","type":"array","items":{"$ref":"#/definitions/phase"}}},"definitions":{"parameter":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."},"constant":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."},"phase":{"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."},"condition":{"type":"object","minProperties":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]}},"description":"One comparison or logical operator."},"loop":{"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{"},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{"},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","not":{"enum":[0,"0"]}}}},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"}}}},"description":"Repeats the step: exactly one of for and forEach."},"step":{"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase.","type":["string","number","boolean"]},"action":{"description":"Action module that runs the step.","type":"string","enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","minimum":-1,"not":{"enum":[0,"0"]}},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort"},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","minimum":1},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."},"if":{"description":"Condition: exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minProperties":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]},"then":{"description":"What to do if it holds.","type":"string","enum":["Abort","Execute","Skip"]},"else":{"description":"What to do if it does not hold.","type":"string","enum":["Abort","Execute","Skip"]}}},"ExecuteBash":{"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]}}}},"ExecuteBinary":{"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}}}},"ExecuteDocument":{"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}}}}},"ExecutePowerShell":{"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]}},"file":{"description":"Path of a .ps1 file.","type":["string","number","boolean"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}]},"Assert":{"description":"Fails the step unless the condition holds.","type":["object","array"],"minProperties":1,"minItems":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]}}},"S3Download":{"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with * at its end. An s3:// URI, or a reference.","type":"string","pattern":"^[sS]3://|\\{\\{"},"destination":{"description":"Local path.","type":["string","number","boolean"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"S3Upload":{"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Where to. An s3:// URI, or a reference.","type":"string","pattern":"^[sS]3://|\\{\\{"},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"}}}},"WebDownload":{"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://|\\{\\{"},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"AppendFile":{"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"content":{"description":"What to append.","type":["string","number","boolean","null"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}}},"CopyFile":{"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"CopyFolder":{"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"MoveFile":{"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"MoveFolder":{"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"CreateFile":{"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"CreateFolder":{"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"CreateSymlink":{"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"]},"target":{"description":"Path it points to.","type":["string","number","boolean"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"DeleteFile":{"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"]}}}},"DeleteFolder":{"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"ListFiles":{"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"ReadFile":{"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"SetFileEncoding":{"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}}},"SetFileOwner":{"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]}}}},"SetFolderOwner":{"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"SetFilePermissions":{"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"]}}}},"SetFolderPermissions":{"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}},"InstallMSI":{"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Options of msiexec's log, such as *VX.","type":["string","number","boolean","null"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]}},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}},"UninstallMSI":{"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Options of msiexec's log, such as *VX.","type":["string","number","boolean","null"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]}},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}},"Reboot":{"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{"}}},"SetRegistry":{"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key, such as HKLM:\\SOFTWARE\\My.","type":["string","number","boolean"]},"name":{"description":"Name of the value.","type":["string","number","boolean"]},"value":{"description":"The value.","type":["string","number","boolean","array"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}}},"UpdateOS":{"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}}}}}};
const schema12 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."};
const schema13 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."};
const pattern0 = new RegExp("^[A-Za-z0-9_-]{3,128}$", "u");
const pattern1 = new RegExp("^[Ss]tring$", "u");
const schema14 = {"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."};
const schema15 = {"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase.","type":["string","number","boolean"]},"action":{"description":"Action module that runs the step.","type":"string","enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","minimum":-1,"not":{"enum":[0,"0"]}},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort"},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","minimum":1},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."};
const schema16 = {"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]}}}};
const schema17 = {"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}}}};
const schema18 = {"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}}}}};
const schema19 = {"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]}},"file":{"description":"Path of a .ps1 file.","type":["string","number","boolean"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}]};
const schema22 = {"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with * at its end. An s3:// URI, or a reference.","type":"string","pattern":"^[sS]3://|\\{\\{"},"destination":{"description":"Local path.","type":["string","number","boolean"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema23 = {"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Where to. An s3:// URI, or a reference.","type":"string","pattern":"^[sS]3://|\\{\\{"},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits.","type":["string","number","boolean","null"],"pattern":"^[0-9]{12}$|\\{\\{"}}}};
const schema24 = {"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://|\\{\\{"},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema25 = {"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"content":{"description":"What to append.","type":["string","number","boolean","null"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}}};
const schema26 = {"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema27 = {"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema28 = {"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema29 = {"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema30 = {"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema31 = {"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema32 = {"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"]},"target":{"description":"Path it points to.","type":["string","number","boolean"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema33 = {"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"]}}}};
const schema34 = {"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema35 = {"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema36 = {"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema37 = {"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}}};
const schema38 = {"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]}}}};
const schema39 = {"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema40 = {"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"]}}}};
const schema41 = {"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}}};
const schema42 = {"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Options of msiexec's log, such as *VX.","type":["string","number","boolean","null"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]}},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}};
const schema43 = {"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Options of msiexec's log, such as *VX.","type":["string","number","boolean","null"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]}},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"}}};
const schema44 = {"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{"}}};
const schema45 = {"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key, such as HKLM:\\SOFTWARE\\My.","type":["string","number","boolean"]},"name":{"description":"Name of the value.","type":["string","number","boolean"]},"value":{"description":"The value.","type":["string","number","boolean","array"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}}};
const schema46 = {"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]}}}};
const schema48 = {"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{"},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{"},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","not":{"enum":[0,"0"]}}}},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"}}}},"description":"Repeats the step: exactly one of for and forEach."};
const pattern4 = new RegExp("^[0-9]{12}$|\\{\\{", "u");
const pattern5 = new RegExp("^[sS]3://|\\{\\{", "u");
const pattern7 = new RegExp("^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{", "u");
const pattern11 = new RegExp("^[hH][tT][tT][pP][sS]?://|\\{\\{", "u");
const pattern13 = new RegExp("^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{", "u");
const pattern15 = new RegExp("^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{", "u");
const pattern31 = new RegExp("^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{", "u");
const pattern37 = new RegExp("^-?[0-9]+$|\\{\\{", "u");
const pattern38 = new RegExp("^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{", "u");
const pattern44 = new RegExp("^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$", "u");
const schema20 = {"description":"Fails the step unless the condition holds.","type":["object","array"],"minProperties":1,"minItems":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]}}};
const schema21 = {"type":"object","minProperties":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]}},"description":"One comparison or logical operator."};
const wrapper0 = {validate: validate14};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.stringIsEmpty !== undefined){
let data0 = data.stringIsEmpty;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/stringIsEmpty",schemaPath:"#/properties/stringIsEmpty/type",keyword:"type",params:{type: schema21.properties.stringIsEmpty.type},message:"must be string,number,boolean",schema:schema21.properties.stringIsEmpty.type,parentSchema:schema21.properties.stringIsEmpty,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.stringIsWhitespace !== undefined){
let data1 = data.stringIsWhitespace;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/stringIsWhitespace",schemaPath:"#/properties/stringIsWhitespace/type",keyword:"type",params:{type: schema21.properties.stringIsWhitespace.type},message:"must be string,number,boolean",schema:schema21.properties.stringIsWhitespace.type,parentSchema:schema21.properties.stringIsWhitespace,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.fileExists !== undefined){
let data2 = data.fileExists;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err3 = {instancePath:instancePath+"/fileExists",schemaPath:"#/properties/fileExists/type",keyword:"type",params:{type: schema21.properties.fileExists.type},message:"must be string,number,boolean",schema:schema21.properties.fileExists.type,parentSchema:schema21.properties.fileExists,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.folderExists !== undefined){
let data3 = data.folderExists;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")){
const err4 = {instancePath:instancePath+"/folderExists",schemaPath:"#/properties/folderExists/type",keyword:"type",params:{type: schema21.properties.folderExists.type},message:"must be string,number,boolean",schema:schema21.properties.folderExists.type,parentSchema:schema21.properties.folderExists,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.binaryExists !== undefined){
let data4 = data.binaryExists;
if(((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")){
const err5 = {instancePath:instancePath+"/binaryExists",schemaPath:"#/properties/binaryExists/type",keyword:"type",params:{type: schema21.properties.binaryExists.type},message:"must be string,number,boolean",schema:schema21.properties.binaryExists.type,parentSchema:schema21.properties.binaryExists,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stringEquals !== undefined){
let data5 = data.stringEquals;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err6 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema21.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringEquals.type,parentSchema:schema21.properties.stringEquals,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.stringLessThan !== undefined){
let data6 = data.stringLessThan;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err7 = {instancePath:instancePath+"/stringLessThan",schemaPath:"#/properties/stringLessThan/type",keyword:"type",params:{type: schema21.properties.stringLessThan.type},message:"must be string,number,boolean",schema:schema21.properties.stringLessThan.type,parentSchema:schema21.properties.stringLessThan,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.stringLessThanEquals !== undefined){
let data7 = data.stringLessThanEquals;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err8 = {instancePath:instancePath+"/stringLessThanEquals",schemaPath:"#/properties/stringLessThanEquals/type",keyword:"type",params:{type: schema21.properties.stringLessThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringLessThanEquals.type,parentSchema:schema21.properties.stringLessThanEquals,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.stringGreaterThan !== undefined){
let data8 = data.stringGreaterThan;
if(((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")){
const err9 = {instancePath:instancePath+"/stringGreaterThan",schemaPath:"#/properties/stringGreaterThan/type",keyword:"type",params:{type: schema21.properties.stringGreaterThan.type},message:"must be string,number,boolean",schema:schema21.properties.stringGreaterThan.type,parentSchema:schema21.properties.stringGreaterThan,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.stringGreaterThanEquals !== undefined){
let data9 = data.stringGreaterThanEquals;
if(((typeof data9 !== "string") && (!(typeof data9 == "number"))) && (typeof data9 !== "boolean")){
const err10 = {instancePath:instancePath+"/stringGreaterThanEquals",schemaPath:"#/properties/stringGreaterThanEquals/type",keyword:"type",params:{type: schema21.properties.stringGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringGreaterThanEquals.type,parentSchema:schema21.properties.stringGreaterThanEquals,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.patternMatches !== undefined){
let data10 = data.patternMatches;
if(((typeof data10 !== "string") && (!(typeof data10 == "number"))) && (typeof data10 !== "boolean")){
const err11 = {instancePath:instancePath+"/patternMatches",schemaPath:"#/properties/patternMatches/type",keyword:"type",params:{type: schema21.properties.patternMatches.type},message:"must be string,number,boolean",schema:schema21.properties.patternMatches.type,parentSchema:schema21.properties.patternMatches,data:data10};
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
let data11 = data.numberEquals;
if(((typeof data11 !== "string") && (!(typeof data11 == "number"))) && (typeof data11 !== "boolean")){
const err12 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema21.properties.numberEquals.type},message:"must be string,number,boolean",schema:schema21.properties.numberEquals.type,parentSchema:schema21.properties.numberEquals,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.numberLessThan !== undefined){
let data12 = data.numberLessThan;
if(((typeof data12 !== "string") && (!(typeof data12 == "number"))) && (typeof data12 !== "boolean")){
const err13 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema21.properties.numberLessThan.type},message:"must be string,number,boolean",schema:schema21.properties.numberLessThan.type,parentSchema:schema21.properties.numberLessThan,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.numberLessThanEquals !== undefined){
let data13 = data.numberLessThanEquals;
if(((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")){
const err14 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema21.properties.numberLessThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.numberLessThanEquals.type,parentSchema:schema21.properties.numberLessThanEquals,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
let data14 = data.numberGreaterThan;
if(((typeof data14 !== "string") && (!(typeof data14 == "number"))) && (typeof data14 !== "boolean")){
const err15 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema21.properties.numberGreaterThan.type},message:"must be string,number,boolean",schema:schema21.properties.numberGreaterThan.type,parentSchema:schema21.properties.numberGreaterThan,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
let data15 = data.numberGreaterThanEquals;
if(((typeof data15 !== "string") && (!(typeof data15 == "number"))) && (typeof data15 !== "boolean")){
const err16 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema21.properties.numberGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.numberGreaterThanEquals.type,parentSchema:schema21.properties.numberGreaterThanEquals,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.fileMD5Equals !== undefined){
let data16 = data.fileMD5Equals;
if(((typeof data16 !== "string") && (!(typeof data16 == "number"))) && (typeof data16 !== "boolean")){
const err17 = {instancePath:instancePath+"/fileMD5Equals",schemaPath:"#/properties/fileMD5Equals/type",keyword:"type",params:{type: schema21.properties.fileMD5Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileMD5Equals.type,parentSchema:schema21.properties.fileMD5Equals,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.fileSHA1Equals !== undefined){
let data17 = data.fileSHA1Equals;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err18 = {instancePath:instancePath+"/fileSHA1Equals",schemaPath:"#/properties/fileSHA1Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA1Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA1Equals.type,parentSchema:schema21.properties.fileSHA1Equals,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.fileSHA256Equals !== undefined){
let data18 = data.fileSHA256Equals;
if(((typeof data18 !== "string") && (!(typeof data18 == "number"))) && (typeof data18 !== "boolean")){
const err19 = {instancePath:instancePath+"/fileSHA256Equals",schemaPath:"#/properties/fileSHA256Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA256Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA256Equals.type,parentSchema:schema21.properties.fileSHA256Equals,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fileSHA512Equals !== undefined){
let data19 = data.fileSHA512Equals;
if(((typeof data19 !== "string") && (!(typeof data19 == "number"))) && (typeof data19 !== "boolean")){
const err20 = {instancePath:instancePath+"/fileSHA512Equals",schemaPath:"#/properties/fileSHA512Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA512Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA512Equals.type,parentSchema:schema21.properties.fileSHA512Equals,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.value !== undefined){
let data20 = data.value;
if(((typeof data20 !== "string") && (!(typeof data20 == "number"))) && (typeof data20 !== "boolean")){
const err21 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema21.properties.value.type},message:"must be string,number,boolean",schema:schema21.properties.value.type,parentSchema:schema21.properties.value,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.and !== undefined){
let data21 = data.and;
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data21[i0], {instancePath:instancePath+"/and/" + i0,parentData:data21,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.and.type,parentSchema:schema21.properties.and,data:data21};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.or !== undefined){
let data23 = data.or;
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
if(!(wrapper0.validate(data23[i1], {instancePath:instancePath+"/or/" + i1,parentData:data23,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.or.type,parentSchema:schema21.properties.or,data:data23};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.not !== undefined){
let data25 = data.not;
if(!data25 || typeof data25 != "object"){
const err24 = {instancePath:instancePath+"/not",schemaPath:"#/properties/not/type",keyword:"type",params:{type: schema21.properties.not.type},message:"must be object,array",schema:schema21.properties.not.type,parentSchema:schema21.properties.not,data:data25};
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
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema20.type},message:"must be object,array",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err2 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.stringIsEmpty !== undefined){
let data0 = data.stringIsEmpty;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err3 = {instancePath:instancePath+"/stringIsEmpty",schemaPath:"#/properties/stringIsEmpty/type",keyword:"type",params:{type: schema20.properties.stringIsEmpty.type},message:"must be string,number,boolean",schema:schema20.properties.stringIsEmpty.type,parentSchema:schema20.properties.stringIsEmpty,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.stringIsWhitespace !== undefined){
let data1 = data.stringIsWhitespace;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err4 = {instancePath:instancePath+"/stringIsWhitespace",schemaPath:"#/properties/stringIsWhitespace/type",keyword:"type",params:{type: schema20.properties.stringIsWhitespace.type},message:"must be string,number,boolean",schema:schema20.properties.stringIsWhitespace.type,parentSchema:schema20.properties.stringIsWhitespace,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.fileExists !== undefined){
let data2 = data.fileExists;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err5 = {instancePath:instancePath+"/fileExists",schemaPath:"#/properties/fileExists/type",keyword:"type",params:{type: schema20.properties.fileExists.type},message:"must be string,number,boolean",schema:schema20.properties.fileExists.type,parentSchema:schema20.properties.fileExists,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.folderExists !== undefined){
let data3 = data.folderExists;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")){
const err6 = {instancePath:instancePath+"/folderExists",schemaPath:"#/properties/folderExists/type",keyword:"type",params:{type: schema20.properties.folderExists.type},message:"must be string,number,boolean",schema:schema20.properties.folderExists.type,parentSchema:schema20.properties.folderExists,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.binaryExists !== undefined){
let data4 = data.binaryExists;
if(((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")){
const err7 = {instancePath:instancePath+"/binaryExists",schemaPath:"#/properties/binaryExists/type",keyword:"type",params:{type: schema20.properties.binaryExists.type},message:"must be string,number,boolean",schema:schema20.properties.binaryExists.type,parentSchema:schema20.properties.binaryExists,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.stringEquals !== undefined){
let data5 = data.stringEquals;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err8 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema20.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema20.properties.stringEquals.type,parentSchema:schema20.properties.stringEquals,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.stringLessThan !== undefined){
let data6 = data.stringLessThan;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err9 = {instancePath:instancePath+"/stringLessThan",schemaPath:"#/properties/stringLessThan/type",keyword:"type",params:{type: schema20.properties.stringLessThan.type},message:"must be string,number,boolean",schema:schema20.properties.stringLessThan.type,parentSchema:schema20.properties.stringLessThan,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.stringLessThanEquals !== undefined){
let data7 = data.stringLessThanEquals;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err10 = {instancePath:instancePath+"/stringLessThanEquals",schemaPath:"#/properties/stringLessThanEquals/type",keyword:"type",params:{type: schema20.properties.stringLessThanEquals.type},message:"must be string,number,boolean",schema:schema20.properties.stringLessThanEquals.type,parentSchema:schema20.properties.stringLessThanEquals,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.stringGreaterThan !== undefined){
let data8 = data.stringGreaterThan;
if(((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")){
const err11 = {instancePath:instancePath+"/stringGreaterThan",schemaPath:"#/properties/stringGreaterThan/type",keyword:"type",params:{type: schema20.properties.stringGreaterThan.type},message:"must be string,number,boolean",schema:schema20.properties.stringGreaterThan.type,parentSchema:schema20.properties.stringGreaterThan,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.stringGreaterThanEquals !== undefined){
let data9 = data.stringGreaterThanEquals;
if(((typeof data9 !== "string") && (!(typeof data9 == "number"))) && (typeof data9 !== "boolean")){
const err12 = {instancePath:instancePath+"/stringGreaterThanEquals",schemaPath:"#/properties/stringGreaterThanEquals/type",keyword:"type",params:{type: schema20.properties.stringGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema20.properties.stringGreaterThanEquals.type,parentSchema:schema20.properties.stringGreaterThanEquals,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.patternMatches !== undefined){
let data10 = data.patternMatches;
if(((typeof data10 !== "string") && (!(typeof data10 == "number"))) && (typeof data10 !== "boolean")){
const err13 = {instancePath:instancePath+"/patternMatches",schemaPath:"#/properties/patternMatches/type",keyword:"type",params:{type: schema20.properties.patternMatches.type},message:"must be string,number,boolean",schema:schema20.properties.patternMatches.type,parentSchema:schema20.properties.patternMatches,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.numberEquals !== undefined){
let data11 = data.numberEquals;
if(((typeof data11 !== "string") && (!(typeof data11 == "number"))) && (typeof data11 !== "boolean")){
const err14 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema20.properties.numberEquals.type},message:"must be string,number,boolean",schema:schema20.properties.numberEquals.type,parentSchema:schema20.properties.numberEquals,data:data11};
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
let data12 = data.numberLessThan;
if(((typeof data12 !== "string") && (!(typeof data12 == "number"))) && (typeof data12 !== "boolean")){
const err15 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema20.properties.numberLessThan.type},message:"must be string,number,boolean",schema:schema20.properties.numberLessThan.type,parentSchema:schema20.properties.numberLessThan,data:data12};
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
let data13 = data.numberLessThanEquals;
if(((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")){
const err16 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema20.properties.numberLessThanEquals.type},message:"must be string,number,boolean",schema:schema20.properties.numberLessThanEquals.type,parentSchema:schema20.properties.numberLessThanEquals,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
let data14 = data.numberGreaterThan;
if(((typeof data14 !== "string") && (!(typeof data14 == "number"))) && (typeof data14 !== "boolean")){
const err17 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema20.properties.numberGreaterThan.type},message:"must be string,number,boolean",schema:schema20.properties.numberGreaterThan.type,parentSchema:schema20.properties.numberGreaterThan,data:data14};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
let data15 = data.numberGreaterThanEquals;
if(((typeof data15 !== "string") && (!(typeof data15 == "number"))) && (typeof data15 !== "boolean")){
const err18 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema20.properties.numberGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema20.properties.numberGreaterThanEquals.type,parentSchema:schema20.properties.numberGreaterThanEquals,data:data15};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.fileMD5Equals !== undefined){
let data16 = data.fileMD5Equals;
if(((typeof data16 !== "string") && (!(typeof data16 == "number"))) && (typeof data16 !== "boolean")){
const err19 = {instancePath:instancePath+"/fileMD5Equals",schemaPath:"#/properties/fileMD5Equals/type",keyword:"type",params:{type: schema20.properties.fileMD5Equals.type},message:"must be string,number,boolean",schema:schema20.properties.fileMD5Equals.type,parentSchema:schema20.properties.fileMD5Equals,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fileSHA1Equals !== undefined){
let data17 = data.fileSHA1Equals;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err20 = {instancePath:instancePath+"/fileSHA1Equals",schemaPath:"#/properties/fileSHA1Equals/type",keyword:"type",params:{type: schema20.properties.fileSHA1Equals.type},message:"must be string,number,boolean",schema:schema20.properties.fileSHA1Equals.type,parentSchema:schema20.properties.fileSHA1Equals,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.fileSHA256Equals !== undefined){
let data18 = data.fileSHA256Equals;
if(((typeof data18 !== "string") && (!(typeof data18 == "number"))) && (typeof data18 !== "boolean")){
const err21 = {instancePath:instancePath+"/fileSHA256Equals",schemaPath:"#/properties/fileSHA256Equals/type",keyword:"type",params:{type: schema20.properties.fileSHA256Equals.type},message:"must be string,number,boolean",schema:schema20.properties.fileSHA256Equals.type,parentSchema:schema20.properties.fileSHA256Equals,data:data18};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.fileSHA512Equals !== undefined){
let data19 = data.fileSHA512Equals;
if(((typeof data19 !== "string") && (!(typeof data19 == "number"))) && (typeof data19 !== "boolean")){
const err22 = {instancePath:instancePath+"/fileSHA512Equals",schemaPath:"#/properties/fileSHA512Equals/type",keyword:"type",params:{type: schema20.properties.fileSHA512Equals.type},message:"must be string,number,boolean",schema:schema20.properties.fileSHA512Equals.type,parentSchema:schema20.properties.fileSHA512Equals,data:data19};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.value !== undefined){
let data20 = data.value;
if(((typeof data20 !== "string") && (!(typeof data20 == "number"))) && (typeof data20 !== "boolean")){
const err23 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema20.properties.value.type},message:"must be string,number,boolean",schema:schema20.properties.value.type,parentSchema:schema20.properties.value,data:data20};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.and !== undefined){
let data21 = data.and;
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
if(!(validate14(data21[i0], {instancePath:instancePath+"/and/" + i0,parentData:data21,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.and.type,parentSchema:schema20.properties.and,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.or !== undefined){
let data23 = data.or;
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
if(!(validate14(data23[i1], {instancePath:instancePath+"/or/" + i1,parentData:data23,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.or.type,parentSchema:schema20.properties.or,data:data23};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.not !== undefined){
let data25 = data.not;
if(!data25 || typeof data25 != "object"){
const err26 = {instancePath:instancePath+"/not",schemaPath:"#/properties/not/type",keyword:"type",params:{type: schema20.properties.not.type},message:"must be object,array",schema:schema20.properties.not.type,parentSchema:schema20.properties.not,data:data25};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

const schema47 = {"description":"Condition: exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minProperties":1,"properties":{"stringIsEmpty":{"description":"Whether the text is empty.","type":["string","number","boolean"]},"stringIsWhitespace":{"description":"Whether the text holds only spaces.","type":["string","number","boolean"]},"fileExists":{"description":"Whether the file exists.","type":["string","number","boolean"]},"folderExists":{"description":"Whether the folder exists.","type":["string","number","boolean"]},"binaryExists":{"description":"Whether the program is on the path.","type":["string","number","boolean"]},"stringEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"stringGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"patternMatches":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberLessThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThan":{"description":"Compares this with value.","type":["string","number","boolean"]},"numberGreaterThanEquals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileMD5Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA1Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA256Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"fileSHA512Equals":{"description":"Compares this with value.","type":["string","number","boolean"]},"value":{"description":"The second operand of a comparison.","type":["string","number","boolean"]},"and":{"description":"Conditions, joined by and.","type":"array","items":{"$ref":"#/definitions/condition"}},"or":{"description":"Conditions, joined by or.","type":"array","items":{"$ref":"#/definitions/condition"}},"not":{"description":"A condition that must not hold.","type":["object","array"]},"then":{"description":"What to do if it holds.","type":"string","enum":["Abort","Execute","Skip"]},"else":{"description":"What to do if it does not hold.","type":"string","enum":["Abort","Execute","Skip"]}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema47.type},message:"must be object,array",schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.stringIsEmpty !== undefined){
let data0 = data.stringIsEmpty;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err2 = {instancePath:instancePath+"/stringIsEmpty",schemaPath:"#/properties/stringIsEmpty/type",keyword:"type",params:{type: schema47.properties.stringIsEmpty.type},message:"must be string,number,boolean",schema:schema47.properties.stringIsEmpty.type,parentSchema:schema47.properties.stringIsEmpty,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.stringIsWhitespace !== undefined){
let data1 = data.stringIsWhitespace;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/stringIsWhitespace",schemaPath:"#/properties/stringIsWhitespace/type",keyword:"type",params:{type: schema47.properties.stringIsWhitespace.type},message:"must be string,number,boolean",schema:schema47.properties.stringIsWhitespace.type,parentSchema:schema47.properties.stringIsWhitespace,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.fileExists !== undefined){
let data2 = data.fileExists;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/fileExists",schemaPath:"#/properties/fileExists/type",keyword:"type",params:{type: schema47.properties.fileExists.type},message:"must be string,number,boolean",schema:schema47.properties.fileExists.type,parentSchema:schema47.properties.fileExists,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.folderExists !== undefined){
let data3 = data.folderExists;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")){
const err5 = {instancePath:instancePath+"/folderExists",schemaPath:"#/properties/folderExists/type",keyword:"type",params:{type: schema47.properties.folderExists.type},message:"must be string,number,boolean",schema:schema47.properties.folderExists.type,parentSchema:schema47.properties.folderExists,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.binaryExists !== undefined){
let data4 = data.binaryExists;
if(((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")){
const err6 = {instancePath:instancePath+"/binaryExists",schemaPath:"#/properties/binaryExists/type",keyword:"type",params:{type: schema47.properties.binaryExists.type},message:"must be string,number,boolean",schema:schema47.properties.binaryExists.type,parentSchema:schema47.properties.binaryExists,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.stringEquals !== undefined){
let data5 = data.stringEquals;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err7 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema47.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema47.properties.stringEquals.type,parentSchema:schema47.properties.stringEquals,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.stringLessThan !== undefined){
let data6 = data.stringLessThan;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err8 = {instancePath:instancePath+"/stringLessThan",schemaPath:"#/properties/stringLessThan/type",keyword:"type",params:{type: schema47.properties.stringLessThan.type},message:"must be string,number,boolean",schema:schema47.properties.stringLessThan.type,parentSchema:schema47.properties.stringLessThan,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.stringLessThanEquals !== undefined){
let data7 = data.stringLessThanEquals;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err9 = {instancePath:instancePath+"/stringLessThanEquals",schemaPath:"#/properties/stringLessThanEquals/type",keyword:"type",params:{type: schema47.properties.stringLessThanEquals.type},message:"must be string,number,boolean",schema:schema47.properties.stringLessThanEquals.type,parentSchema:schema47.properties.stringLessThanEquals,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.stringGreaterThan !== undefined){
let data8 = data.stringGreaterThan;
if(((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")){
const err10 = {instancePath:instancePath+"/stringGreaterThan",schemaPath:"#/properties/stringGreaterThan/type",keyword:"type",params:{type: schema47.properties.stringGreaterThan.type},message:"must be string,number,boolean",schema:schema47.properties.stringGreaterThan.type,parentSchema:schema47.properties.stringGreaterThan,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.stringGreaterThanEquals !== undefined){
let data9 = data.stringGreaterThanEquals;
if(((typeof data9 !== "string") && (!(typeof data9 == "number"))) && (typeof data9 !== "boolean")){
const err11 = {instancePath:instancePath+"/stringGreaterThanEquals",schemaPath:"#/properties/stringGreaterThanEquals/type",keyword:"type",params:{type: schema47.properties.stringGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema47.properties.stringGreaterThanEquals.type,parentSchema:schema47.properties.stringGreaterThanEquals,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.patternMatches !== undefined){
let data10 = data.patternMatches;
if(((typeof data10 !== "string") && (!(typeof data10 == "number"))) && (typeof data10 !== "boolean")){
const err12 = {instancePath:instancePath+"/patternMatches",schemaPath:"#/properties/patternMatches/type",keyword:"type",params:{type: schema47.properties.patternMatches.type},message:"must be string,number,boolean",schema:schema47.properties.patternMatches.type,parentSchema:schema47.properties.patternMatches,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.numberEquals !== undefined){
let data11 = data.numberEquals;
if(((typeof data11 !== "string") && (!(typeof data11 == "number"))) && (typeof data11 !== "boolean")){
const err13 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema47.properties.numberEquals.type},message:"must be string,number,boolean",schema:schema47.properties.numberEquals.type,parentSchema:schema47.properties.numberEquals,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.numberLessThan !== undefined){
let data12 = data.numberLessThan;
if(((typeof data12 !== "string") && (!(typeof data12 == "number"))) && (typeof data12 !== "boolean")){
const err14 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema47.properties.numberLessThan.type},message:"must be string,number,boolean",schema:schema47.properties.numberLessThan.type,parentSchema:schema47.properties.numberLessThan,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.numberLessThanEquals !== undefined){
let data13 = data.numberLessThanEquals;
if(((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")){
const err15 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema47.properties.numberLessThanEquals.type},message:"must be string,number,boolean",schema:schema47.properties.numberLessThanEquals.type,parentSchema:schema47.properties.numberLessThanEquals,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
let data14 = data.numberGreaterThan;
if(((typeof data14 !== "string") && (!(typeof data14 == "number"))) && (typeof data14 !== "boolean")){
const err16 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema47.properties.numberGreaterThan.type},message:"must be string,number,boolean",schema:schema47.properties.numberGreaterThan.type,parentSchema:schema47.properties.numberGreaterThan,data:data14};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
let data15 = data.numberGreaterThanEquals;
if(((typeof data15 !== "string") && (!(typeof data15 == "number"))) && (typeof data15 !== "boolean")){
const err17 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema47.properties.numberGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema47.properties.numberGreaterThanEquals.type,parentSchema:schema47.properties.numberGreaterThanEquals,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.fileMD5Equals !== undefined){
let data16 = data.fileMD5Equals;
if(((typeof data16 !== "string") && (!(typeof data16 == "number"))) && (typeof data16 !== "boolean")){
const err18 = {instancePath:instancePath+"/fileMD5Equals",schemaPath:"#/properties/fileMD5Equals/type",keyword:"type",params:{type: schema47.properties.fileMD5Equals.type},message:"must be string,number,boolean",schema:schema47.properties.fileMD5Equals.type,parentSchema:schema47.properties.fileMD5Equals,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.fileSHA1Equals !== undefined){
let data17 = data.fileSHA1Equals;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err19 = {instancePath:instancePath+"/fileSHA1Equals",schemaPath:"#/properties/fileSHA1Equals/type",keyword:"type",params:{type: schema47.properties.fileSHA1Equals.type},message:"must be string,number,boolean",schema:schema47.properties.fileSHA1Equals.type,parentSchema:schema47.properties.fileSHA1Equals,data:data17};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fileSHA256Equals !== undefined){
let data18 = data.fileSHA256Equals;
if(((typeof data18 !== "string") && (!(typeof data18 == "number"))) && (typeof data18 !== "boolean")){
const err20 = {instancePath:instancePath+"/fileSHA256Equals",schemaPath:"#/properties/fileSHA256Equals/type",keyword:"type",params:{type: schema47.properties.fileSHA256Equals.type},message:"must be string,number,boolean",schema:schema47.properties.fileSHA256Equals.type,parentSchema:schema47.properties.fileSHA256Equals,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.fileSHA512Equals !== undefined){
let data19 = data.fileSHA512Equals;
if(((typeof data19 !== "string") && (!(typeof data19 == "number"))) && (typeof data19 !== "boolean")){
const err21 = {instancePath:instancePath+"/fileSHA512Equals",schemaPath:"#/properties/fileSHA512Equals/type",keyword:"type",params:{type: schema47.properties.fileSHA512Equals.type},message:"must be string,number,boolean",schema:schema47.properties.fileSHA512Equals.type,parentSchema:schema47.properties.fileSHA512Equals,data:data19};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.value !== undefined){
let data20 = data.value;
if(((typeof data20 !== "string") && (!(typeof data20 == "number"))) && (typeof data20 !== "boolean")){
const err22 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema47.properties.value.type},message:"must be string,number,boolean",schema:schema47.properties.value.type,parentSchema:schema47.properties.value,data:data20};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.and !== undefined){
let data21 = data.and;
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
if(!(validate14(data21[i0], {instancePath:instancePath+"/and/" + i0,parentData:data21,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.and.type,parentSchema:schema47.properties.and,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.or !== undefined){
let data23 = data.or;
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
if(!(validate14(data23[i1], {instancePath:instancePath+"/or/" + i1,parentData:data23,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.or.type,parentSchema:schema47.properties.or,data:data23};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.not !== undefined){
let data25 = data.not;
if(!data25 || typeof data25 != "object"){
const err25 = {instancePath:instancePath+"/not",schemaPath:"#/properties/not/type",keyword:"type",params:{type: schema47.properties.not.type},message:"must be object,array",schema:schema47.properties.not.type,parentSchema:schema47.properties.not,data:data25};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.then !== undefined){
let data26 = data.then;
if(typeof data26 !== "string"){
const err26 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.then.type,parentSchema:schema47.properties.then,data:data26};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(((data26 === "Abort") || (data26 === "Execute")) || (data26 === "Skip"))){
const err27 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/enum",keyword:"enum",params:{allowedValues: schema47.properties.then.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.then.enum,parentSchema:schema47.properties.then,data:data26};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.else !== undefined){
let data27 = data.else;
if(typeof data27 !== "string"){
const err28 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.else.type,parentSchema:schema47.properties.else,data:data27};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!(((data27 === "Abort") || (data27 === "Execute")) || (data27 === "Skip"))){
const err29 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/enum",keyword:"enum",params:{allowedValues: schema47.properties.else.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.else.enum,parentSchema:schema47.properties.else,data:data27};
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
validate18.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if("ExecuteBash" !== data.action){
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
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[0].then.required,parentSchema:schema15.allOf[0].then,data};
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
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.commands === undefined){
const err3 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteBash/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'",schema:schema16.required,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.commands !== undefined){
let data2 = data1.commands;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/inputs/commands/" + i0,schemaPath:"#/definitions/ExecuteBash/properties/commands/items/type",keyword:"type",params:{type: schema16.properties.commands.items.type},message:"must be string,number,boolean,null",schema:schema16.properties.commands.items.type,parentSchema:schema16.properties.commands.items,data:data3};
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
const err5 = {instancePath:instancePath+"/inputs/commands",schemaPath:"#/definitions/ExecuteBash/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.commands.type,parentSchema:schema16.properties.commands,data:data2};
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
const err6 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteBash/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data:data1};
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
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err7 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[0].if,parentSchema:schema15.allOf[0],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const _errs14 = errors;
let valid8 = true;
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.action === undefined) && (missing1 = "action")){
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
if("ExecuteBinary" !== data.action){
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
var _valid1 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs17 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[1].then.required,parentSchema:schema15.allOf[1].then,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.inputs !== undefined){
let data5 = data.inputs;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.path === undefined){
const err11 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteBinary/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema17.required,parentSchema:schema17,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5.path !== undefined){
let data6 = data5.path;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err12 = {instancePath:instancePath+"/inputs/path",schemaPath:"#/definitions/ExecuteBinary/properties/path/type",keyword:"type",params:{type: schema17.properties.path.type},message:"must be string,number,boolean",schema:schema17.properties.path.type,parentSchema:schema17.properties.path,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.arguments !== undefined){
let data7 = data5.arguments;
if((!(Array.isArray(data7))) && (data7 !== null)){
const err13 = {instancePath:instancePath+"/inputs/arguments",schemaPath:"#/definitions/ExecuteBinary/properties/arguments/type",keyword:"type",params:{type: schema17.properties.arguments.type},message:"must be array,null",schema:schema17.properties.arguments.type,parentSchema:schema17.properties.arguments,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if((((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")) && (data8 !== null)){
const err14 = {instancePath:instancePath+"/inputs/arguments/" + i1,schemaPath:"#/definitions/ExecuteBinary/properties/arguments/items/type",keyword:"type",params:{type: schema17.properties.arguments.items.type},message:"must be string,number,boolean,null",schema:schema17.properties.arguments.items.type,parentSchema:schema17.properties.arguments.items,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteBinary/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data5};
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
var _valid1 = _errs17 === errors;
valid8 = _valid1;
}
if(!valid8){
const err16 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[1].if,parentSchema:schema15.allOf[1],data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const _errs28 = errors;
let valid15 = true;
const _errs29 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.action === undefined) && (missing2 = "action")){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecuteDocument" !== data.action){
const err18 = {};
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
}
var _valid2 = _errs29 === errors;
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs31 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err19 = {instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[2].then.required,parentSchema:schema15.allOf[2].then,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data.inputs !== undefined){
let data10 = data.inputs;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.document === undefined){
const err20 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteDocument/required",keyword:"required",params:{missingProperty: "document"},message:"must have required property '"+"document"+"'",schema:schema18.required,parentSchema:schema18,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data10.document !== undefined){
let data11 = data10.document;
if(((typeof data11 !== "string") && (!(typeof data11 == "number"))) && (typeof data11 !== "boolean")){
const err21 = {instancePath:instancePath+"/inputs/document",schemaPath:"#/definitions/ExecuteDocument/properties/document/type",keyword:"type",params:{type: schema18.properties.document.type},message:"must be string,number,boolean",schema:schema18.properties.document.type,parentSchema:schema18.properties.document,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data10["document-s3-bucket-owner"] !== undefined){
let data12 = data10["document-s3-bucket-owner"];
if((((typeof data12 !== "string") && (!(typeof data12 == "number"))) && (typeof data12 !== "boolean")) && (data12 !== null)){
const err22 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/type",keyword:"type",params:{type: schema18.properties["document-s3-bucket-owner"].type},message:"must be string,number,boolean,null",schema:schema18.properties["document-s3-bucket-owner"].type,parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err23 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data10.phases !== undefined){
let data13 = data10.phases;
if((((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")) && (data13 !== null)){
const err24 = {instancePath:instancePath+"/inputs/phases",schemaPath:"#/definitions/ExecuteDocument/properties/phases/type",keyword:"type",params:{type: schema18.properties.phases.type},message:"must be string,number,boolean,null",schema:schema18.properties.phases.type,parentSchema:schema18.properties.phases,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data10.parameters !== undefined){
let data14 = data10.parameters;
if((!(Array.isArray(data14))) && (data14 !== null)){
const err25 = {instancePath:instancePath+"/inputs/parameters",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/type",keyword:"type",params:{type: schema18.properties.parameters.type},message:"must be array,null",schema:schema18.properties.parameters.type,parentSchema:schema18.properties.parameters,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.name === undefined){
const err26 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema18.properties.parameters.items.required,parentSchema:schema18.properties.parameters.items,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data15.value === undefined){
const err27 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema18.properties.parameters.items.required,parentSchema:schema18.properties.parameters.items,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data15.name !== undefined){
let data16 = data15.name;
if(((typeof data16 !== "string") && (!(typeof data16 == "number"))) && (typeof data16 !== "boolean")){
const err28 = {instancePath:instancePath+"/inputs/parameters/" + i2+"/name",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/properties/name/type",keyword:"type",params:{type: schema18.properties.parameters.items.properties.name.type},message:"must be string,number,boolean",schema:schema18.properties.parameters.items.properties.name.type,parentSchema:schema18.properties.parameters.items.properties.name,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.value !== undefined){
let data17 = data15.value;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err29 = {instancePath:instancePath+"/inputs/parameters/" + i2+"/value",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/properties/value/type",keyword:"type",params:{type: schema18.properties.parameters.items.properties.value.type},message:"must be string,number,boolean",schema:schema18.properties.parameters.items.properties.value.type,parentSchema:schema18.properties.parameters.items.properties.value,data:data17};
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
else {
const err30 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.parameters.items.type,parentSchema:schema18.properties.parameters.items,data:data15};
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
}
else {
const err31 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteDocument/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
var _valid2 = _errs31 === errors;
valid15 = _valid2;
}
if(!valid15){
const err32 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[2].if,parentSchema:schema15.allOf[2],data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const _errs50 = errors;
let valid23 = true;
const _errs51 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.action === undefined) && (missing3 = "action")){
const err33 = {};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecutePowerShell" !== data.action){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
var _valid3 = _errs51 === errors;
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs53 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err35 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[3].then.required,parentSchema:schema15.allOf[3].then,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data.inputs !== undefined){
let data19 = data.inputs;
const _errs57 = errors;
let valid27 = false;
let passing0 = null;
const _errs58 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.commands === undefined){
const err36 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf/0/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'",schema:schema19.oneOf[0].required,parentSchema:schema19.oneOf[0],data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
var _valid4 = _errs58 === errors;
if(_valid4){
valid27 = true;
passing0 = 0;
}
const _errs59 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.file === undefined){
const err37 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema19.oneOf[1].required,parentSchema:schema19.oneOf[1],data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
var _valid4 = _errs59 === errors;
if(_valid4 && valid27){
valid27 = false;
passing0 = [passing0, 1];
}
else {
if(_valid4){
valid27 = true;
passing0 = 1;
}
}
if(!valid27){
const err38 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema19.oneOf,parentSchema:schema19,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
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
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.commands !== undefined){
let data20 = data19.commands;
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
let data21 = data20[i3];
if((((typeof data21 !== "string") && (!(typeof data21 == "number"))) && (typeof data21 !== "boolean")) && (data21 !== null)){
const err39 = {instancePath:instancePath+"/inputs/commands/" + i3,schemaPath:"#/definitions/ExecutePowerShell/properties/commands/items/type",keyword:"type",params:{type: schema19.properties.commands.items.type},message:"must be string,number,boolean,null",schema:schema19.properties.commands.items.type,parentSchema:schema19.properties.commands.items,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/inputs/commands",schemaPath:"#/definitions/ExecutePowerShell/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.commands.type,parentSchema:schema19.properties.commands,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.file !== undefined){
let data22 = data19.file;
if(((typeof data22 !== "string") && (!(typeof data22 == "number"))) && (typeof data22 !== "boolean")){
const err41 = {instancePath:instancePath+"/inputs/file",schemaPath:"#/definitions/ExecutePowerShell/properties/file/type",keyword:"type",params:{type: schema19.properties.file.type},message:"must be string,number,boolean",schema:schema19.properties.file.type,parentSchema:schema19.properties.file,data:data22};
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
else {
const err42 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
var _valid3 = _errs53 === errors;
valid23 = _valid3;
}
if(!valid23){
const err43 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[3].if,parentSchema:schema15.allOf[3],data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const _errs67 = errors;
let valid31 = true;
const _errs68 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.action === undefined) && (missing4 = "action")){
const err44 = {};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
if(data.action !== undefined){
if("Assert" !== data.action){
const err45 = {};
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
var _valid5 = _errs68 === errors;
errors = _errs67;
if(vErrors !== null){
if(_errs67){
vErrors.length = _errs67;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs70 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err46 = {instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[4].then.required,parentSchema:schema15.allOf[4].then,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate13(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
var _valid5 = _errs70 === errors;
valid31 = _valid5;
}
if(!valid31){
const err47 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[4].if,parentSchema:schema15.allOf[4],data};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
const _errs73 = errors;
let valid34 = true;
const _errs74 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.action === undefined) && (missing5 = "action")){
const err48 = {};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
else {
if(data.action !== undefined){
if("S3Download" !== data.action){
const err49 = {};
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
var _valid6 = _errs74 === errors;
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs76 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err50 = {instancePath,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[5].then.required,parentSchema:schema15.allOf[5].then,data};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data.inputs !== undefined){
let data26 = data.inputs;
if(Array.isArray(data26)){
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
let data27 = data26[i4];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.source === undefined){
const err51 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data27.destination === undefined){
const err52 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data27.source !== undefined){
let data28 = data27.source;
if(typeof data28 === "string"){
if(!pattern5.test(data28)){
const err53 = {instancePath:instancePath+"/inputs/" + i4+"/source",schemaPath:"#/definitions/S3Download/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[sS]3://|\\{\\{"},message:"must match pattern \""+"^[sS]3://|\\{\\{"+"\"",schema:"^[sS]3://|\\{\\{",parentSchema:schema22.items.properties.source,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/inputs/" + i4+"/source",schemaPath:"#/definitions/S3Download/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.items.properties.source.type,parentSchema:schema22.items.properties.source,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data27.destination !== undefined){
let data29 = data27.destination;
if(((typeof data29 !== "string") && (!(typeof data29 == "number"))) && (typeof data29 !== "boolean")){
const err55 = {instancePath:instancePath+"/inputs/" + i4+"/destination",schemaPath:"#/definitions/S3Download/items/properties/destination/type",keyword:"type",params:{type: schema22.items.properties.destination.type},message:"must be string,number,boolean",schema:schema22.items.properties.destination.type,parentSchema:schema22.items.properties.destination,data:data29};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data27.expectedBucketOwner !== undefined){
let data30 = data27.expectedBucketOwner;
if((((typeof data30 !== "string") && (!(typeof data30 == "number"))) && (typeof data30 !== "boolean")) && (data30 !== null)){
const err56 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema22.items.properties.expectedBucketOwner.type},message:"must be string,number,boolean,null",schema:schema22.items.properties.expectedBucketOwner.type,parentSchema:schema22.items.properties.expectedBucketOwner,data:data30};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(typeof data30 === "string"){
if(!pattern4.test(data30)){
const err57 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema22.items.properties.expectedBucketOwner,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data27.overwrite !== undefined){
let data31 = data27.overwrite;
if(((typeof data31 !== "boolean") && (typeof data31 !== "string")) && (data31 !== null)){
const err58 = {instancePath:instancePath+"/inputs/" + i4+"/overwrite",schemaPath:"#/definitions/S3Download/items/properties/overwrite/type",keyword:"type",params:{type: schema22.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema22.items.properties.overwrite.type,parentSchema:schema22.items.properties.overwrite,data:data31};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(typeof data31 === "string"){
if(!pattern7.test(data31)){
const err59 = {instancePath:instancePath+"/inputs/" + i4+"/overwrite",schemaPath:"#/definitions/S3Download/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema22.items.properties.overwrite,data:data31};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
}
else {
const err60 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.items.type,parentSchema:schema22.items,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Download/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.type,parentSchema:schema22,data:data26};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
var _valid6 = _errs76 === errors;
valid34 = _valid6;
}
if(!valid34){
const err62 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[5].if,parentSchema:schema15.allOf[5],data};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const _errs91 = errors;
let valid41 = true;
const _errs92 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.action === undefined) && (missing6 = "action")){
const err63 = {};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
else {
if(data.action !== undefined){
if("S3Upload" !== data.action){
const err64 = {};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
var _valid7 = _errs92 === errors;
errors = _errs91;
if(vErrors !== null){
if(_errs91){
vErrors.length = _errs91;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs94 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err65 = {instancePath,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[6].then.required,parentSchema:schema15.allOf[6].then,data};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data.inputs !== undefined){
let data33 = data.inputs;
if(Array.isArray(data33)){
const len5 = data33.length;
for(let i5=0; i5<len5; i5++){
let data34 = data33[i5];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.source === undefined){
const err66 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data34};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data34.destination === undefined){
const err67 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data34};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data34.source !== undefined){
let data35 = data34.source;
if(((typeof data35 !== "string") && (!(typeof data35 == "number"))) && (typeof data35 !== "boolean")){
const err68 = {instancePath:instancePath+"/inputs/" + i5+"/source",schemaPath:"#/definitions/S3Upload/items/properties/source/type",keyword:"type",params:{type: schema23.items.properties.source.type},message:"must be string,number,boolean",schema:schema23.items.properties.source.type,parentSchema:schema23.items.properties.source,data:data35};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data34.destination !== undefined){
let data36 = data34.destination;
if(typeof data36 === "string"){
if(!pattern5.test(data36)){
const err69 = {instancePath:instancePath+"/inputs/" + i5+"/destination",schemaPath:"#/definitions/S3Upload/items/properties/destination/pattern",keyword:"pattern",params:{pattern: "^[sS]3://|\\{\\{"},message:"must match pattern \""+"^[sS]3://|\\{\\{"+"\"",schema:"^[sS]3://|\\{\\{",parentSchema:schema23.items.properties.destination,data:data36};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/inputs/" + i5+"/destination",schemaPath:"#/definitions/S3Upload/items/properties/destination/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.properties.destination.type,parentSchema:schema23.items.properties.destination,data:data36};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data34.recurse !== undefined){
let data37 = data34.recurse;
if(((typeof data37 !== "boolean") && (typeof data37 !== "string")) && (data37 !== null)){
const err71 = {instancePath:instancePath+"/inputs/" + i5+"/recurse",schemaPath:"#/definitions/S3Upload/items/properties/recurse/type",keyword:"type",params:{type: schema23.items.properties.recurse.type},message:"must be boolean,string,null",schema:schema23.items.properties.recurse.type,parentSchema:schema23.items.properties.recurse,data:data37};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(typeof data37 === "string"){
if(!pattern7.test(data37)){
const err72 = {instancePath:instancePath+"/inputs/" + i5+"/recurse",schemaPath:"#/definitions/S3Upload/items/properties/recurse/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema23.items.properties.recurse,data:data37};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data34.expectedBucketOwner !== undefined){
let data38 = data34.expectedBucketOwner;
if((((typeof data38 !== "string") && (!(typeof data38 == "number"))) && (typeof data38 !== "boolean")) && (data38 !== null)){
const err73 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema23.items.properties.expectedBucketOwner.type},message:"must be string,number,boolean,null",schema:schema23.items.properties.expectedBucketOwner.type,parentSchema:schema23.items.properties.expectedBucketOwner,data:data38};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(typeof data38 === "string"){
if(!pattern4.test(data38)){
const err74 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema23.items.properties.expectedBucketOwner,data:data38};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
}
else {
const err75 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.items.type,parentSchema:schema23.items,data:data34};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Upload/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data33};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
var _valid7 = _errs94 === errors;
valid41 = _valid7;
}
if(!valid41){
const err77 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[6].if,parentSchema:schema15.allOf[6],data};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const _errs109 = errors;
let valid48 = true;
const _errs110 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.action === undefined) && (missing7 = "action")){
const err78 = {};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
else {
if(data.action !== undefined){
if("WebDownload" !== data.action){
const err79 = {};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
}
var _valid8 = _errs110 === errors;
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs112 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err80 = {instancePath,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[7].then.required,parentSchema:schema15.allOf[7].then,data};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data.inputs !== undefined){
let data40 = data.inputs;
if(Array.isArray(data40)){
const len6 = data40.length;
for(let i6=0; i6<len6; i6++){
let data41 = data40[i6];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.source === undefined){
const err81 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data41};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data41.destination === undefined){
const err82 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data41};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data41.source !== undefined){
let data42 = data41.source;
if(typeof data42 === "string"){
if(!pattern11.test(data42)){
const err83 = {instancePath:instancePath+"/inputs/" + i6+"/source",schemaPath:"#/definitions/WebDownload/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[hH][tT][tT][pP][sS]?://|\\{\\{"},message:"must match pattern \""+"^[hH][tT][tT][pP][sS]?://|\\{\\{"+"\"",schema:"^[hH][tT][tT][pP][sS]?://|\\{\\{",parentSchema:schema24.items.properties.source,data:data42};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/inputs/" + i6+"/source",schemaPath:"#/definitions/WebDownload/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.items.properties.source.type,parentSchema:schema24.items.properties.source,data:data42};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data41.destination !== undefined){
let data43 = data41.destination;
if(((typeof data43 !== "string") && (!(typeof data43 == "number"))) && (typeof data43 !== "boolean")){
const err85 = {instancePath:instancePath+"/inputs/" + i6+"/destination",schemaPath:"#/definitions/WebDownload/items/properties/destination/type",keyword:"type",params:{type: schema24.items.properties.destination.type},message:"must be string,number,boolean",schema:schema24.items.properties.destination.type,parentSchema:schema24.items.properties.destination,data:data43};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data41.overwrite !== undefined){
let data44 = data41.overwrite;
if(((typeof data44 !== "boolean") && (typeof data44 !== "string")) && (data44 !== null)){
const err86 = {instancePath:instancePath+"/inputs/" + i6+"/overwrite",schemaPath:"#/definitions/WebDownload/items/properties/overwrite/type",keyword:"type",params:{type: schema24.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema24.items.properties.overwrite.type,parentSchema:schema24.items.properties.overwrite,data:data44};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(typeof data44 === "string"){
if(!pattern7.test(data44)){
const err87 = {instancePath:instancePath+"/inputs/" + i6+"/overwrite",schemaPath:"#/definitions/WebDownload/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema24.items.properties.overwrite,data:data44};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data41.checksum !== undefined){
let data45 = data41.checksum;
if((((typeof data45 !== "string") && (!(typeof data45 == "number"))) && (typeof data45 !== "boolean")) && (data45 !== null)){
const err88 = {instancePath:instancePath+"/inputs/" + i6+"/checksum",schemaPath:"#/definitions/WebDownload/items/properties/checksum/type",keyword:"type",params:{type: schema24.items.properties.checksum.type},message:"must be string,number,boolean,null",schema:schema24.items.properties.checksum.type,parentSchema:schema24.items.properties.checksum,data:data45};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data41.algorithm !== undefined){
let data46 = data41.algorithm;
if(((typeof data46 !== "string") && (!(typeof data46 == "number"))) && (data46 !== null)){
const err89 = {instancePath:instancePath+"/inputs/" + i6+"/algorithm",schemaPath:"#/definitions/WebDownload/items/properties/algorithm/type",keyword:"type",params:{type: schema24.items.properties.algorithm.type},message:"must be string,number,null",schema:schema24.items.properties.algorithm.type,parentSchema:schema24.items.properties.algorithm,data:data46};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(typeof data46 === "string"){
if(!pattern13.test(data46)){
const err90 = {instancePath:instancePath+"/inputs/" + i6+"/algorithm",schemaPath:"#/definitions/WebDownload/items/properties/algorithm/pattern",keyword:"pattern",params:{pattern: "^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},message:"must match pattern \""+"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"+"\"",schema:"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{",parentSchema:schema24.items.properties.algorithm,data:data46};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
if(data41.ignoreCertificateErrors !== undefined){
let data47 = data41.ignoreCertificateErrors;
if(((typeof data47 !== "boolean") && (typeof data47 !== "string")) && (data47 !== null)){
const err91 = {instancePath:instancePath+"/inputs/" + i6+"/ignoreCertificateErrors",schemaPath:"#/definitions/WebDownload/items/properties/ignoreCertificateErrors/type",keyword:"type",params:{type: schema24.items.properties.ignoreCertificateErrors.type},message:"must be boolean,string,null",schema:schema24.items.properties.ignoreCertificateErrors.type,parentSchema:schema24.items.properties.ignoreCertificateErrors,data:data47};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(typeof data47 === "string"){
if(!pattern7.test(data47)){
const err92 = {instancePath:instancePath+"/inputs/" + i6+"/ignoreCertificateErrors",schemaPath:"#/definitions/WebDownload/items/properties/ignoreCertificateErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema24.items.properties.ignoreCertificateErrors,data:data47};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
}
else {
const err93 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.items.type,parentSchema:schema24.items,data:data41};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/WebDownload/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.type,parentSchema:schema24,data:data40};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
var _valid8 = _errs112 === errors;
valid48 = _valid8;
}
if(!valid48){
const err95 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[7].if,parentSchema:schema15.allOf[7],data};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const _errs131 = errors;
let valid55 = true;
const _errs132 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.action === undefined) && (missing8 = "action")){
const err96 = {};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
else {
if(data.action !== undefined){
if("AppendFile" !== data.action){
const err97 = {};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
}
var _valid9 = _errs132 === errors;
errors = _errs131;
if(vErrors !== null){
if(_errs131){
vErrors.length = _errs131;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs134 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err98 = {instancePath,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[8].then.required,parentSchema:schema15.allOf[8].then,data};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data.inputs !== undefined){
let data49 = data.inputs;
if(Array.isArray(data49)){
const len7 = data49.length;
for(let i7=0; i7<len7; i7++){
let data50 = data49[i7];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.path === undefined){
const err99 = {instancePath:instancePath+"/inputs/" + i7,schemaPath:"#/definitions/AppendFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema25.items.required,parentSchema:schema25.items,data:data50};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data50.path !== undefined){
let data51 = data50.path;
if(((typeof data51 !== "string") && (!(typeof data51 == "number"))) && (typeof data51 !== "boolean")){
const err100 = {instancePath:instancePath+"/inputs/" + i7+"/path",schemaPath:"#/definitions/AppendFile/items/properties/path/type",keyword:"type",params:{type: schema25.items.properties.path.type},message:"must be string,number,boolean",schema:schema25.items.properties.path.type,parentSchema:schema25.items.properties.path,data:data51};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data50.content !== undefined){
let data52 = data50.content;
if((((typeof data52 !== "string") && (!(typeof data52 == "number"))) && (typeof data52 !== "boolean")) && (data52 !== null)){
const err101 = {instancePath:instancePath+"/inputs/" + i7+"/content",schemaPath:"#/definitions/AppendFile/items/properties/content/type",keyword:"type",params:{type: schema25.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.content.type,parentSchema:schema25.items.properties.content,data:data52};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data50.encoding !== undefined){
let data53 = data50.encoding;
if(((typeof data53 !== "string") && (!(typeof data53 == "number"))) && (data53 !== null)){
const err102 = {instancePath:instancePath+"/inputs/" + i7+"/encoding",schemaPath:"#/definitions/AppendFile/items/properties/encoding/type",keyword:"type",params:{type: schema25.items.properties.encoding.type},message:"must be string,number,null",schema:schema25.items.properties.encoding.type,parentSchema:schema25.items.properties.encoding,data:data53};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(typeof data53 === "string"){
if(!pattern15.test(data53)){
const err103 = {instancePath:instancePath+"/inputs/" + i7+"/encoding",schemaPath:"#/definitions/AppendFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema25.items.properties.encoding,data:data53};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
}
else {
const err104 = {instancePath:instancePath+"/inputs/" + i7,schemaPath:"#/definitions/AppendFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.items.type,parentSchema:schema25.items,data:data50};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/AppendFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.type,parentSchema:schema25,data:data49};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
var _valid9 = _errs134 === errors;
valid55 = _valid9;
}
if(!valid55){
const err106 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[8].if,parentSchema:schema15.allOf[8],data};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
const _errs147 = errors;
let valid62 = true;
const _errs148 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.action === undefined) && (missing9 = "action")){
const err107 = {};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
else {
if(data.action !== undefined){
if("CopyFile" !== data.action){
const err108 = {};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
}
var _valid10 = _errs148 === errors;
errors = _errs147;
if(vErrors !== null){
if(_errs147){
vErrors.length = _errs147;
}
else {
vErrors = null;
}
}
if(_valid10){
const _errs150 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err109 = {instancePath,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[9].then.required,parentSchema:schema15.allOf[9].then,data};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data.inputs !== undefined){
let data55 = data.inputs;
if(Array.isArray(data55)){
const len8 = data55.length;
for(let i8=0; i8<len8; i8++){
let data56 = data55[i8];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.source === undefined){
const err110 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema26.items.required,parentSchema:schema26.items,data:data56};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data56.destination === undefined){
const err111 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema26.items.required,parentSchema:schema26.items,data:data56};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data56.source !== undefined){
let data57 = data56.source;
if(((typeof data57 !== "string") && (!(typeof data57 == "number"))) && (typeof data57 !== "boolean")){
const err112 = {instancePath:instancePath+"/inputs/" + i8+"/source",schemaPath:"#/definitions/CopyFile/items/properties/source/type",keyword:"type",params:{type: schema26.items.properties.source.type},message:"must be string,number,boolean",schema:schema26.items.properties.source.type,parentSchema:schema26.items.properties.source,data:data57};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data56.destination !== undefined){
let data58 = data56.destination;
if(((typeof data58 !== "string") && (!(typeof data58 == "number"))) && (typeof data58 !== "boolean")){
const err113 = {instancePath:instancePath+"/inputs/" + i8+"/destination",schemaPath:"#/definitions/CopyFile/items/properties/destination/type",keyword:"type",params:{type: schema26.items.properties.destination.type},message:"must be string,number,boolean",schema:schema26.items.properties.destination.type,parentSchema:schema26.items.properties.destination,data:data58};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data56.overwrite !== undefined){
let data59 = data56.overwrite;
if(((typeof data59 !== "boolean") && (typeof data59 !== "string")) && (data59 !== null)){
const err114 = {instancePath:instancePath+"/inputs/" + i8+"/overwrite",schemaPath:"#/definitions/CopyFile/items/properties/overwrite/type",keyword:"type",params:{type: schema26.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema26.items.properties.overwrite.type,parentSchema:schema26.items.properties.overwrite,data:data59};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(typeof data59 === "string"){
if(!pattern7.test(data59)){
const err115 = {instancePath:instancePath+"/inputs/" + i8+"/overwrite",schemaPath:"#/definitions/CopyFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema26.items.properties.overwrite,data:data59};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
}
else {
const err116 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.type,parentSchema:schema26.items,data:data56};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.type,parentSchema:schema26,data:data55};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
var _valid10 = _errs150 === errors;
valid62 = _valid10;
}
if(!valid62){
const err118 = {instancePath,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[9].if,parentSchema:schema15.allOf[9],data};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
const _errs163 = errors;
let valid69 = true;
const _errs164 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.action === undefined) && (missing10 = "action")){
const err119 = {};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
else {
if(data.action !== undefined){
if("CopyFolder" !== data.action){
const err120 = {};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
}
var _valid11 = _errs164 === errors;
errors = _errs163;
if(vErrors !== null){
if(_errs163){
vErrors.length = _errs163;
}
else {
vErrors = null;
}
}
if(_valid11){
const _errs166 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err121 = {instancePath,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[10].then.required,parentSchema:schema15.allOf[10].then,data};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data.inputs !== undefined){
let data61 = data.inputs;
if(Array.isArray(data61)){
const len9 = data61.length;
for(let i9=0; i9<len9; i9++){
let data62 = data61[i9];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.source === undefined){
const err122 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data62};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data62.destination === undefined){
const err123 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data62};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data62.source !== undefined){
let data63 = data62.source;
if(((typeof data63 !== "string") && (!(typeof data63 == "number"))) && (typeof data63 !== "boolean")){
const err124 = {instancePath:instancePath+"/inputs/" + i9+"/source",schemaPath:"#/definitions/CopyFolder/items/properties/source/type",keyword:"type",params:{type: schema27.items.properties.source.type},message:"must be string,number,boolean",schema:schema27.items.properties.source.type,parentSchema:schema27.items.properties.source,data:data63};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data62.destination !== undefined){
let data64 = data62.destination;
if(((typeof data64 !== "string") && (!(typeof data64 == "number"))) && (typeof data64 !== "boolean")){
const err125 = {instancePath:instancePath+"/inputs/" + i9+"/destination",schemaPath:"#/definitions/CopyFolder/items/properties/destination/type",keyword:"type",params:{type: schema27.items.properties.destination.type},message:"must be string,number,boolean",schema:schema27.items.properties.destination.type,parentSchema:schema27.items.properties.destination,data:data64};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data62.overwrite !== undefined){
let data65 = data62.overwrite;
if(((typeof data65 !== "boolean") && (typeof data65 !== "string")) && (data65 !== null)){
const err126 = {instancePath:instancePath+"/inputs/" + i9+"/overwrite",schemaPath:"#/definitions/CopyFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema27.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema27.items.properties.overwrite.type,parentSchema:schema27.items.properties.overwrite,data:data65};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(typeof data65 === "string"){
if(!pattern7.test(data65)){
const err127 = {instancePath:instancePath+"/inputs/" + i9+"/overwrite",schemaPath:"#/definitions/CopyFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema27.items.properties.overwrite,data:data65};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
}
else {
const err128 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.items.type,parentSchema:schema27.items,data:data62};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.type,parentSchema:schema27,data:data61};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
var _valid11 = _errs166 === errors;
valid69 = _valid11;
}
if(!valid69){
const err130 = {instancePath,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[10].if,parentSchema:schema15.allOf[10],data};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const _errs179 = errors;
let valid76 = true;
const _errs180 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.action === undefined) && (missing11 = "action")){
const err131 = {};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFile" !== data.action){
const err132 = {};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
}
var _valid12 = _errs180 === errors;
errors = _errs179;
if(vErrors !== null){
if(_errs179){
vErrors.length = _errs179;
}
else {
vErrors = null;
}
}
if(_valid12){
const _errs182 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err133 = {instancePath,schemaPath:"#/allOf/11/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[11].then.required,parentSchema:schema15.allOf[11].then,data};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data.inputs !== undefined){
let data67 = data.inputs;
if(Array.isArray(data67)){
const len10 = data67.length;
for(let i10=0; i10<len10; i10++){
let data68 = data67[i10];
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(data68.source === undefined){
const err134 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema28.items.required,parentSchema:schema28.items,data:data68};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data68.destination === undefined){
const err135 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema28.items.required,parentSchema:schema28.items,data:data68};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(data68.source !== undefined){
let data69 = data68.source;
if(((typeof data69 !== "string") && (!(typeof data69 == "number"))) && (typeof data69 !== "boolean")){
const err136 = {instancePath:instancePath+"/inputs/" + i10+"/source",schemaPath:"#/definitions/MoveFile/items/properties/source/type",keyword:"type",params:{type: schema28.items.properties.source.type},message:"must be string,number,boolean",schema:schema28.items.properties.source.type,parentSchema:schema28.items.properties.source,data:data69};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data68.destination !== undefined){
let data70 = data68.destination;
if(((typeof data70 !== "string") && (!(typeof data70 == "number"))) && (typeof data70 !== "boolean")){
const err137 = {instancePath:instancePath+"/inputs/" + i10+"/destination",schemaPath:"#/definitions/MoveFile/items/properties/destination/type",keyword:"type",params:{type: schema28.items.properties.destination.type},message:"must be string,number,boolean",schema:schema28.items.properties.destination.type,parentSchema:schema28.items.properties.destination,data:data70};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data68.overwrite !== undefined){
let data71 = data68.overwrite;
if(((typeof data71 !== "boolean") && (typeof data71 !== "string")) && (data71 !== null)){
const err138 = {instancePath:instancePath+"/inputs/" + i10+"/overwrite",schemaPath:"#/definitions/MoveFile/items/properties/overwrite/type",keyword:"type",params:{type: schema28.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema28.items.properties.overwrite.type,parentSchema:schema28.items.properties.overwrite,data:data71};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(typeof data71 === "string"){
if(!pattern7.test(data71)){
const err139 = {instancePath:instancePath+"/inputs/" + i10+"/overwrite",schemaPath:"#/definitions/MoveFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema28.items.properties.overwrite,data:data71};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
}
else {
const err140 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.items.type,parentSchema:schema28.items,data:data68};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.type,parentSchema:schema28,data:data67};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
var _valid12 = _errs182 === errors;
valid76 = _valid12;
}
if(!valid76){
const err142 = {instancePath,schemaPath:"#/allOf/11/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[11].if,parentSchema:schema15.allOf[11],data};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
const _errs195 = errors;
let valid83 = true;
const _errs196 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if((data.action === undefined) && (missing12 = "action")){
const err143 = {};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFolder" !== data.action){
const err144 = {};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
}
var _valid13 = _errs196 === errors;
errors = _errs195;
if(vErrors !== null){
if(_errs195){
vErrors.length = _errs195;
}
else {
vErrors = null;
}
}
if(_valid13){
const _errs198 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err145 = {instancePath,schemaPath:"#/allOf/12/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[12].then.required,parentSchema:schema15.allOf[12].then,data};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data.inputs !== undefined){
let data73 = data.inputs;
if(Array.isArray(data73)){
const len11 = data73.length;
for(let i11=0; i11<len11; i11++){
let data74 = data73[i11];
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.source === undefined){
const err146 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema29.items.required,parentSchema:schema29.items,data:data74};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data74.destination === undefined){
const err147 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema29.items.required,parentSchema:schema29.items,data:data74};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data74.source !== undefined){
let data75 = data74.source;
if(((typeof data75 !== "string") && (!(typeof data75 == "number"))) && (typeof data75 !== "boolean")){
const err148 = {instancePath:instancePath+"/inputs/" + i11+"/source",schemaPath:"#/definitions/MoveFolder/items/properties/source/type",keyword:"type",params:{type: schema29.items.properties.source.type},message:"must be string,number,boolean",schema:schema29.items.properties.source.type,parentSchema:schema29.items.properties.source,data:data75};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data74.destination !== undefined){
let data76 = data74.destination;
if(((typeof data76 !== "string") && (!(typeof data76 == "number"))) && (typeof data76 !== "boolean")){
const err149 = {instancePath:instancePath+"/inputs/" + i11+"/destination",schemaPath:"#/definitions/MoveFolder/items/properties/destination/type",keyword:"type",params:{type: schema29.items.properties.destination.type},message:"must be string,number,boolean",schema:schema29.items.properties.destination.type,parentSchema:schema29.items.properties.destination,data:data76};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data74.overwrite !== undefined){
let data77 = data74.overwrite;
if(((typeof data77 !== "boolean") && (typeof data77 !== "string")) && (data77 !== null)){
const err150 = {instancePath:instancePath+"/inputs/" + i11+"/overwrite",schemaPath:"#/definitions/MoveFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema29.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema29.items.properties.overwrite.type,parentSchema:schema29.items.properties.overwrite,data:data77};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(typeof data77 === "string"){
if(!pattern7.test(data77)){
const err151 = {instancePath:instancePath+"/inputs/" + i11+"/overwrite",schemaPath:"#/definitions/MoveFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema29.items.properties.overwrite,data:data77};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
}
else {
const err152 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.items.type,parentSchema:schema29.items,data:data74};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema29.type,parentSchema:schema29,data:data73};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
var _valid13 = _errs198 === errors;
valid83 = _valid13;
}
if(!valid83){
const err154 = {instancePath,schemaPath:"#/allOf/12/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[12].if,parentSchema:schema15.allOf[12],data};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const _errs211 = errors;
let valid90 = true;
const _errs212 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((data.action === undefined) && (missing13 = "action")){
const err155 = {};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFile" !== data.action){
const err156 = {};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
}
var _valid14 = _errs212 === errors;
errors = _errs211;
if(vErrors !== null){
if(_errs211){
vErrors.length = _errs211;
}
else {
vErrors = null;
}
}
if(_valid14){
const _errs214 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err157 = {instancePath,schemaPath:"#/allOf/13/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[13].then.required,parentSchema:schema15.allOf[13].then,data};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data.inputs !== undefined){
let data79 = data.inputs;
if(Array.isArray(data79)){
const len12 = data79.length;
for(let i12=0; i12<len12; i12++){
let data80 = data79[i12];
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.path === undefined){
const err158 = {instancePath:instancePath+"/inputs/" + i12,schemaPath:"#/definitions/CreateFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema30.items.required,parentSchema:schema30.items,data:data80};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data80.path !== undefined){
let data81 = data80.path;
if(((typeof data81 !== "string") && (!(typeof data81 == "number"))) && (typeof data81 !== "boolean")){
const err159 = {instancePath:instancePath+"/inputs/" + i12+"/path",schemaPath:"#/definitions/CreateFile/items/properties/path/type",keyword:"type",params:{type: schema30.items.properties.path.type},message:"must be string,number,boolean",schema:schema30.items.properties.path.type,parentSchema:schema30.items.properties.path,data:data81};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data80.content !== undefined){
let data82 = data80.content;
if((((typeof data82 !== "string") && (!(typeof data82 == "number"))) && (typeof data82 !== "boolean")) && (data82 !== null)){
const err160 = {instancePath:instancePath+"/inputs/" + i12+"/content",schemaPath:"#/definitions/CreateFile/items/properties/content/type",keyword:"type",params:{type: schema30.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.content.type,parentSchema:schema30.items.properties.content,data:data82};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data80.encoding !== undefined){
let data83 = data80.encoding;
if(((typeof data83 !== "string") && (!(typeof data83 == "number"))) && (data83 !== null)){
const err161 = {instancePath:instancePath+"/inputs/" + i12+"/encoding",schemaPath:"#/definitions/CreateFile/items/properties/encoding/type",keyword:"type",params:{type: schema30.items.properties.encoding.type},message:"must be string,number,null",schema:schema30.items.properties.encoding.type,parentSchema:schema30.items.properties.encoding,data:data83};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(typeof data83 === "string"){
if(!pattern15.test(data83)){
const err162 = {instancePath:instancePath+"/inputs/" + i12+"/encoding",schemaPath:"#/definitions/CreateFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema30.items.properties.encoding,data:data83};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
if(data80.owner !== undefined){
let data84 = data80.owner;
if((((typeof data84 !== "string") && (!(typeof data84 == "number"))) && (typeof data84 !== "boolean")) && (data84 !== null)){
const err163 = {instancePath:instancePath+"/inputs/" + i12+"/owner",schemaPath:"#/definitions/CreateFile/items/properties/owner/type",keyword:"type",params:{type: schema30.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.owner.type,parentSchema:schema30.items.properties.owner,data:data84};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data80.group !== undefined){
let data85 = data80.group;
if((((typeof data85 !== "string") && (!(typeof data85 == "number"))) && (typeof data85 !== "boolean")) && (data85 !== null)){
const err164 = {instancePath:instancePath+"/inputs/" + i12+"/group",schemaPath:"#/definitions/CreateFile/items/properties/group/type",keyword:"type",params:{type: schema30.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.group.type,parentSchema:schema30.items.properties.group,data:data85};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data80.permissions !== undefined){
let data86 = data80.permissions;
if((((typeof data86 !== "string") && (!(typeof data86 == "number"))) && (typeof data86 !== "boolean")) && (data86 !== null)){
const err165 = {instancePath:instancePath+"/inputs/" + i12+"/permissions",schemaPath:"#/definitions/CreateFile/items/properties/permissions/type",keyword:"type",params:{type: schema30.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.permissions.type,parentSchema:schema30.items.properties.permissions,data:data86};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data80.overwrite !== undefined){
let data87 = data80.overwrite;
if(((typeof data87 !== "boolean") && (typeof data87 !== "string")) && (data87 !== null)){
const err166 = {instancePath:instancePath+"/inputs/" + i12+"/overwrite",schemaPath:"#/definitions/CreateFile/items/properties/overwrite/type",keyword:"type",params:{type: schema30.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema30.items.properties.overwrite.type,parentSchema:schema30.items.properties.overwrite,data:data87};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(typeof data87 === "string"){
if(!pattern7.test(data87)){
const err167 = {instancePath:instancePath+"/inputs/" + i12+"/overwrite",schemaPath:"#/definitions/CreateFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema30.items.properties.overwrite,data:data87};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
}
else {
const err168 = {instancePath:instancePath+"/inputs/" + i12,schemaPath:"#/definitions/CreateFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.items.type,parentSchema:schema30.items,data:data80};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.type,parentSchema:schema30,data:data79};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
}
var _valid14 = _errs214 === errors;
valid90 = _valid14;
}
if(!valid90){
const err170 = {instancePath,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[13].if,parentSchema:schema15.allOf[13],data};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
const _errs235 = errors;
let valid97 = true;
const _errs236 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((data.action === undefined) && (missing14 = "action")){
const err171 = {};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFolder" !== data.action){
const err172 = {};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
}
var _valid15 = _errs236 === errors;
errors = _errs235;
if(vErrors !== null){
if(_errs235){
vErrors.length = _errs235;
}
else {
vErrors = null;
}
}
if(_valid15){
const _errs238 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err173 = {instancePath,schemaPath:"#/allOf/14/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[14].then.required,parentSchema:schema15.allOf[14].then,data};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data.inputs !== undefined){
let data89 = data.inputs;
if(Array.isArray(data89)){
const len13 = data89.length;
for(let i13=0; i13<len13; i13++){
let data90 = data89[i13];
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(data90.path === undefined){
const err174 = {instancePath:instancePath+"/inputs/" + i13,schemaPath:"#/definitions/CreateFolder/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.items.required,parentSchema:schema31.items,data:data90};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data90.path !== undefined){
let data91 = data90.path;
if(((typeof data91 !== "string") && (!(typeof data91 == "number"))) && (typeof data91 !== "boolean")){
const err175 = {instancePath:instancePath+"/inputs/" + i13+"/path",schemaPath:"#/definitions/CreateFolder/items/properties/path/type",keyword:"type",params:{type: schema31.items.properties.path.type},message:"must be string,number,boolean",schema:schema31.items.properties.path.type,parentSchema:schema31.items.properties.path,data:data91};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data90.owner !== undefined){
let data92 = data90.owner;
if((((typeof data92 !== "string") && (!(typeof data92 == "number"))) && (typeof data92 !== "boolean")) && (data92 !== null)){
const err176 = {instancePath:instancePath+"/inputs/" + i13+"/owner",schemaPath:"#/definitions/CreateFolder/items/properties/owner/type",keyword:"type",params:{type: schema31.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.owner.type,parentSchema:schema31.items.properties.owner,data:data92};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data90.group !== undefined){
let data93 = data90.group;
if((((typeof data93 !== "string") && (!(typeof data93 == "number"))) && (typeof data93 !== "boolean")) && (data93 !== null)){
const err177 = {instancePath:instancePath+"/inputs/" + i13+"/group",schemaPath:"#/definitions/CreateFolder/items/properties/group/type",keyword:"type",params:{type: schema31.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.group.type,parentSchema:schema31.items.properties.group,data:data93};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data90.permissions !== undefined){
let data94 = data90.permissions;
if((((typeof data94 !== "string") && (!(typeof data94 == "number"))) && (typeof data94 !== "boolean")) && (data94 !== null)){
const err178 = {instancePath:instancePath+"/inputs/" + i13+"/permissions",schemaPath:"#/definitions/CreateFolder/items/properties/permissions/type",keyword:"type",params:{type: schema31.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.permissions.type,parentSchema:schema31.items.properties.permissions,data:data94};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data90.overwrite !== undefined){
let data95 = data90.overwrite;
if(((typeof data95 !== "boolean") && (typeof data95 !== "string")) && (data95 !== null)){
const err179 = {instancePath:instancePath+"/inputs/" + i13+"/overwrite",schemaPath:"#/definitions/CreateFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema31.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema31.items.properties.overwrite.type,parentSchema:schema31.items.properties.overwrite,data:data95};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(typeof data95 === "string"){
if(!pattern7.test(data95)){
const err180 = {instancePath:instancePath+"/inputs/" + i13+"/overwrite",schemaPath:"#/definitions/CreateFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema31.items.properties.overwrite,data:data95};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
}
else {
const err181 = {instancePath:instancePath+"/inputs/" + i13,schemaPath:"#/definitions/CreateFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.items.type,parentSchema:schema31.items,data:data90};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.type,parentSchema:schema31,data:data89};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
var _valid15 = _errs238 === errors;
valid97 = _valid15;
}
if(!valid97){
const err183 = {instancePath,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[14].if,parentSchema:schema15.allOf[14],data};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
const _errs255 = errors;
let valid104 = true;
const _errs256 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((data.action === undefined) && (missing15 = "action")){
const err184 = {};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateSymlink" !== data.action){
const err185 = {};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
}
}
var _valid16 = _errs256 === errors;
errors = _errs255;
if(vErrors !== null){
if(_errs255){
vErrors.length = _errs255;
}
else {
vErrors = null;
}
}
if(_valid16){
const _errs258 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err186 = {instancePath,schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[15].then.required,parentSchema:schema15.allOf[15].then,data};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data.inputs !== undefined){
let data97 = data.inputs;
if(Array.isArray(data97)){
const len14 = data97.length;
for(let i14=0; i14<len14; i14++){
let data98 = data97[i14];
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.path === undefined){
const err187 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema32.items.required,parentSchema:schema32.items,data:data98};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data98.target === undefined){
const err188 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'",schema:schema32.items.required,parentSchema:schema32.items,data:data98};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data98.path !== undefined){
let data99 = data98.path;
if(((typeof data99 !== "string") && (!(typeof data99 == "number"))) && (typeof data99 !== "boolean")){
const err189 = {instancePath:instancePath+"/inputs/" + i14+"/path",schemaPath:"#/definitions/CreateSymlink/items/properties/path/type",keyword:"type",params:{type: schema32.items.properties.path.type},message:"must be string,number,boolean",schema:schema32.items.properties.path.type,parentSchema:schema32.items.properties.path,data:data99};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data98.target !== undefined){
let data100 = data98.target;
if(((typeof data100 !== "string") && (!(typeof data100 == "number"))) && (typeof data100 !== "boolean")){
const err190 = {instancePath:instancePath+"/inputs/" + i14+"/target",schemaPath:"#/definitions/CreateSymlink/items/properties/target/type",keyword:"type",params:{type: schema32.items.properties.target.type},message:"must be string,number,boolean",schema:schema32.items.properties.target.type,parentSchema:schema32.items.properties.target,data:data100};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data98.force !== undefined){
let data101 = data98.force;
if(((typeof data101 !== "boolean") && (typeof data101 !== "string")) && (data101 !== null)){
const err191 = {instancePath:instancePath+"/inputs/" + i14+"/force",schemaPath:"#/definitions/CreateSymlink/items/properties/force/type",keyword:"type",params:{type: schema32.items.properties.force.type},message:"must be boolean,string,null",schema:schema32.items.properties.force.type,parentSchema:schema32.items.properties.force,data:data101};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(typeof data101 === "string"){
if(!pattern7.test(data101)){
const err192 = {instancePath:instancePath+"/inputs/" + i14+"/force",schemaPath:"#/definitions/CreateSymlink/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema32.items.properties.force,data:data101};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
}
else {
const err193 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.items.type,parentSchema:schema32.items,data:data98};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
else {
const err194 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateSymlink/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.type,parentSchema:schema32,data:data97};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
var _valid16 = _errs258 === errors;
valid104 = _valid16;
}
if(!valid104){
const err195 = {instancePath,schemaPath:"#/allOf/15/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[15].if,parentSchema:schema15.allOf[15],data};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
const _errs271 = errors;
let valid111 = true;
const _errs272 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((data.action === undefined) && (missing16 = "action")){
const err196 = {};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFile" !== data.action){
const err197 = {};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
}
var _valid17 = _errs272 === errors;
errors = _errs271;
if(vErrors !== null){
if(_errs271){
vErrors.length = _errs271;
}
else {
vErrors = null;
}
}
if(_valid17){
const _errs274 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err198 = {instancePath,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[16].then.required,parentSchema:schema15.allOf[16].then,data};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data.inputs !== undefined){
let data103 = data.inputs;
if(Array.isArray(data103)){
const len15 = data103.length;
for(let i15=0; i15<len15; i15++){
let data104 = data103[i15];
if(data104 && typeof data104 == "object" && !Array.isArray(data104)){
if(data104.path === undefined){
const err199 = {instancePath:instancePath+"/inputs/" + i15,schemaPath:"#/definitions/DeleteFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema33.items.required,parentSchema:schema33.items,data:data104};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data104.path !== undefined){
let data105 = data104.path;
if(((typeof data105 !== "string") && (!(typeof data105 == "number"))) && (typeof data105 !== "boolean")){
const err200 = {instancePath:instancePath+"/inputs/" + i15+"/path",schemaPath:"#/definitions/DeleteFile/items/properties/path/type",keyword:"type",params:{type: schema33.items.properties.path.type},message:"must be string,number,boolean",schema:schema33.items.properties.path.type,parentSchema:schema33.items.properties.path,data:data105};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
}
else {
const err201 = {instancePath:instancePath+"/inputs/" + i15,schemaPath:"#/definitions/DeleteFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.items.type,parentSchema:schema33.items,data:data104};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.type,parentSchema:schema33,data:data103};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
var _valid17 = _errs274 === errors;
valid111 = _valid17;
}
if(!valid111){
const err203 = {instancePath,schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[16].if,parentSchema:schema15.allOf[16],data};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
const _errs283 = errors;
let valid118 = true;
const _errs284 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if((data.action === undefined) && (missing17 = "action")){
const err204 = {};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFolder" !== data.action){
const err205 = {};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
}
var _valid18 = _errs284 === errors;
errors = _errs283;
if(vErrors !== null){
if(_errs283){
vErrors.length = _errs283;
}
else {
vErrors = null;
}
}
if(_valid18){
const _errs286 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err206 = {instancePath,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[17].then.required,parentSchema:schema15.allOf[17].then,data};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data.inputs !== undefined){
let data107 = data.inputs;
if(Array.isArray(data107)){
const len16 = data107.length;
for(let i16=0; i16<len16; i16++){
let data108 = data107[i16];
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
if(data108.path === undefined){
const err207 = {instancePath:instancePath+"/inputs/" + i16,schemaPath:"#/definitions/DeleteFolder/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema34.items.required,parentSchema:schema34.items,data:data108};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data108.path !== undefined){
let data109 = data108.path;
if(((typeof data109 !== "string") && (!(typeof data109 == "number"))) && (typeof data109 !== "boolean")){
const err208 = {instancePath:instancePath+"/inputs/" + i16+"/path",schemaPath:"#/definitions/DeleteFolder/items/properties/path/type",keyword:"type",params:{type: schema34.items.properties.path.type},message:"must be string,number,boolean",schema:schema34.items.properties.path.type,parentSchema:schema34.items.properties.path,data:data109};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data108.force !== undefined){
let data110 = data108.force;
if(((typeof data110 !== "boolean") && (typeof data110 !== "string")) && (data110 !== null)){
const err209 = {instancePath:instancePath+"/inputs/" + i16+"/force",schemaPath:"#/definitions/DeleteFolder/items/properties/force/type",keyword:"type",params:{type: schema34.items.properties.force.type},message:"must be boolean,string,null",schema:schema34.items.properties.force.type,parentSchema:schema34.items.properties.force,data:data110};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(typeof data110 === "string"){
if(!pattern7.test(data110)){
const err210 = {instancePath:instancePath+"/inputs/" + i16+"/force",schemaPath:"#/definitions/DeleteFolder/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema34.items.properties.force,data:data110};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
}
}
else {
const err211 = {instancePath:instancePath+"/inputs/" + i16,schemaPath:"#/definitions/DeleteFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.items.type,parentSchema:schema34.items,data:data108};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
else {
const err212 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.type,parentSchema:schema34,data:data107};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
var _valid18 = _errs286 === errors;
valid118 = _valid18;
}
if(!valid118){
const err213 = {instancePath,schemaPath:"#/allOf/17/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[17].if,parentSchema:schema15.allOf[17],data};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
const _errs297 = errors;
let valid125 = true;
const _errs298 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if((data.action === undefined) && (missing18 = "action")){
const err214 = {};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
else {
if(data.action !== undefined){
if("ListFiles" !== data.action){
const err215 = {};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
}
var _valid19 = _errs298 === errors;
errors = _errs297;
if(vErrors !== null){
if(_errs297){
vErrors.length = _errs297;
}
else {
vErrors = null;
}
}
if(_valid19){
const _errs300 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err216 = {instancePath,schemaPath:"#/allOf/18/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[18].then.required,parentSchema:schema15.allOf[18].then,data};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data.inputs !== undefined){
let data112 = data.inputs;
if(Array.isArray(data112)){
const len17 = data112.length;
for(let i17=0; i17<len17; i17++){
let data113 = data112[i17];
if(data113 && typeof data113 == "object" && !Array.isArray(data113)){
if(data113.path === undefined){
const err217 = {instancePath:instancePath+"/inputs/" + i17,schemaPath:"#/definitions/ListFiles/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema35.items.required,parentSchema:schema35.items,data:data113};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data113.path !== undefined){
let data114 = data113.path;
if(((typeof data114 !== "string") && (!(typeof data114 == "number"))) && (typeof data114 !== "boolean")){
const err218 = {instancePath:instancePath+"/inputs/" + i17+"/path",schemaPath:"#/definitions/ListFiles/items/properties/path/type",keyword:"type",params:{type: schema35.items.properties.path.type},message:"must be string,number,boolean",schema:schema35.items.properties.path.type,parentSchema:schema35.items.properties.path,data:data114};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data113.fileNamePattern !== undefined){
let data115 = data113.fileNamePattern;
if((((typeof data115 !== "string") && (!(typeof data115 == "number"))) && (typeof data115 !== "boolean")) && (data115 !== null)){
const err219 = {instancePath:instancePath+"/inputs/" + i17+"/fileNamePattern",schemaPath:"#/definitions/ListFiles/items/properties/fileNamePattern/type",keyword:"type",params:{type: schema35.items.properties.fileNamePattern.type},message:"must be string,number,boolean,null",schema:schema35.items.properties.fileNamePattern.type,parentSchema:schema35.items.properties.fileNamePattern,data:data115};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data113.recursive !== undefined){
let data116 = data113.recursive;
if(((typeof data116 !== "boolean") && (typeof data116 !== "string")) && (data116 !== null)){
const err220 = {instancePath:instancePath+"/inputs/" + i17+"/recursive",schemaPath:"#/definitions/ListFiles/items/properties/recursive/type",keyword:"type",params:{type: schema35.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema35.items.properties.recursive.type,parentSchema:schema35.items.properties.recursive,data:data116};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(typeof data116 === "string"){
if(!pattern7.test(data116)){
const err221 = {instancePath:instancePath+"/inputs/" + i17+"/recursive",schemaPath:"#/definitions/ListFiles/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema35.items.properties.recursive,data:data116};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
}
else {
const err222 = {instancePath:instancePath+"/inputs/" + i17,schemaPath:"#/definitions/ListFiles/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.items.type,parentSchema:schema35.items,data:data113};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
else {
const err223 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ListFiles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema35.type,parentSchema:schema35,data:data112};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
var _valid19 = _errs300 === errors;
valid125 = _valid19;
}
if(!valid125){
const err224 = {instancePath,schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[18].if,parentSchema:schema15.allOf[18],data};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
const _errs313 = errors;
let valid132 = true;
const _errs314 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if((data.action === undefined) && (missing19 = "action")){
const err225 = {};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
else {
if(data.action !== undefined){
if("ReadFile" !== data.action){
const err226 = {};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
}
}
var _valid20 = _errs314 === errors;
errors = _errs313;
if(vErrors !== null){
if(_errs313){
vErrors.length = _errs313;
}
else {
vErrors = null;
}
}
if(_valid20){
const _errs316 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err227 = {instancePath,schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[19].then.required,parentSchema:schema15.allOf[19].then,data};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(data.inputs !== undefined){
let data118 = data.inputs;
if(Array.isArray(data118)){
const len18 = data118.length;
for(let i18=0; i18<len18; i18++){
let data119 = data118[i18];
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.path === undefined){
const err228 = {instancePath:instancePath+"/inputs/" + i18,schemaPath:"#/definitions/ReadFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema36.items.required,parentSchema:schema36.items,data:data119};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data119.path !== undefined){
let data120 = data119.path;
if(((typeof data120 !== "string") && (!(typeof data120 == "number"))) && (typeof data120 !== "boolean")){
const err229 = {instancePath:instancePath+"/inputs/" + i18+"/path",schemaPath:"#/definitions/ReadFile/items/properties/path/type",keyword:"type",params:{type: schema36.items.properties.path.type},message:"must be string,number,boolean",schema:schema36.items.properties.path.type,parentSchema:schema36.items.properties.path,data:data120};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data119.encoding !== undefined){
let data121 = data119.encoding;
if(((typeof data121 !== "string") && (!(typeof data121 == "number"))) && (data121 !== null)){
const err230 = {instancePath:instancePath+"/inputs/" + i18+"/encoding",schemaPath:"#/definitions/ReadFile/items/properties/encoding/type",keyword:"type",params:{type: schema36.items.properties.encoding.type},message:"must be string,number,null",schema:schema36.items.properties.encoding.type,parentSchema:schema36.items.properties.encoding,data:data121};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(typeof data121 === "string"){
if(!pattern15.test(data121)){
const err231 = {instancePath:instancePath+"/inputs/" + i18+"/encoding",schemaPath:"#/definitions/ReadFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema36.items.properties.encoding,data:data121};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
if(data119.printFileContent !== undefined){
let data122 = data119.printFileContent;
if(((typeof data122 !== "boolean") && (typeof data122 !== "string")) && (data122 !== null)){
const err232 = {instancePath:instancePath+"/inputs/" + i18+"/printFileContent",schemaPath:"#/definitions/ReadFile/items/properties/printFileContent/type",keyword:"type",params:{type: schema36.items.properties.printFileContent.type},message:"must be boolean,string,null",schema:schema36.items.properties.printFileContent.type,parentSchema:schema36.items.properties.printFileContent,data:data122};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(typeof data122 === "string"){
if(!pattern7.test(data122)){
const err233 = {instancePath:instancePath+"/inputs/" + i18+"/printFileContent",schemaPath:"#/definitions/ReadFile/items/properties/printFileContent/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema36.items.properties.printFileContent,data:data122};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
}
}
else {
const err234 = {instancePath:instancePath+"/inputs/" + i18,schemaPath:"#/definitions/ReadFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data119};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
}
else {
const err235 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ReadFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data:data118};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
}
var _valid20 = _errs316 === errors;
valid132 = _valid20;
}
if(!valid132){
const err236 = {instancePath,schemaPath:"#/allOf/19/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[19].if,parentSchema:schema15.allOf[19],data};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
const _errs329 = errors;
let valid139 = true;
const _errs330 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if((data.action === undefined) && (missing20 = "action")){
const err237 = {};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileEncoding" !== data.action){
const err238 = {};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
}
}
var _valid21 = _errs330 === errors;
errors = _errs329;
if(vErrors !== null){
if(_errs329){
vErrors.length = _errs329;
}
else {
vErrors = null;
}
}
if(_valid21){
const _errs332 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err239 = {instancePath,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[20].then.required,parentSchema:schema15.allOf[20].then,data};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(data.inputs !== undefined){
let data124 = data.inputs;
if(Array.isArray(data124)){
const len19 = data124.length;
for(let i19=0; i19<len19; i19++){
let data125 = data124[i19];
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.path === undefined){
const err240 = {instancePath:instancePath+"/inputs/" + i19,schemaPath:"#/definitions/SetFileEncoding/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema37.items.required,parentSchema:schema37.items,data:data125};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(data125.path !== undefined){
let data126 = data125.path;
if(((typeof data126 !== "string") && (!(typeof data126 == "number"))) && (typeof data126 !== "boolean")){
const err241 = {instancePath:instancePath+"/inputs/" + i19+"/path",schemaPath:"#/definitions/SetFileEncoding/items/properties/path/type",keyword:"type",params:{type: schema37.items.properties.path.type},message:"must be string,number,boolean",schema:schema37.items.properties.path.type,parentSchema:schema37.items.properties.path,data:data126};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data125.encoding !== undefined){
let data127 = data125.encoding;
if(((typeof data127 !== "string") && (!(typeof data127 == "number"))) && (data127 !== null)){
const err242 = {instancePath:instancePath+"/inputs/" + i19+"/encoding",schemaPath:"#/definitions/SetFileEncoding/items/properties/encoding/type",keyword:"type",params:{type: schema37.items.properties.encoding.type},message:"must be string,number,null",schema:schema37.items.properties.encoding.type,parentSchema:schema37.items.properties.encoding,data:data127};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(typeof data127 === "string"){
if(!pattern15.test(data127)){
const err243 = {instancePath:instancePath+"/inputs/" + i19+"/encoding",schemaPath:"#/definitions/SetFileEncoding/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema37.items.properties.encoding,data:data127};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
}
else {
const err244 = {instancePath:instancePath+"/inputs/" + i19,schemaPath:"#/definitions/SetFileEncoding/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.items.type,parentSchema:schema37.items,data:data125};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileEncoding/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.type,parentSchema:schema37,data:data124};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
var _valid21 = _errs332 === errors;
valid139 = _valid21;
}
if(!valid139){
const err246 = {instancePath,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[20].if,parentSchema:schema15.allOf[20],data};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
const _errs343 = errors;
let valid146 = true;
const _errs344 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((data.action === undefined) && (missing21 = "action")){
const err247 = {};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileOwner" !== data.action){
const err248 = {};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
}
var _valid22 = _errs344 === errors;
errors = _errs343;
if(vErrors !== null){
if(_errs343){
vErrors.length = _errs343;
}
else {
vErrors = null;
}
}
if(_valid22){
const _errs346 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err249 = {instancePath,schemaPath:"#/allOf/21/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[21].then.required,parentSchema:schema15.allOf[21].then,data};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(data.inputs !== undefined){
let data129 = data.inputs;
if(Array.isArray(data129)){
const len20 = data129.length;
for(let i20=0; i20<len20; i20++){
let data130 = data129[i20];
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.path === undefined){
const err250 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema38.items.required,parentSchema:schema38.items,data:data130};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data130.owner === undefined){
const err251 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema38.items.required,parentSchema:schema38.items,data:data130};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data130.path !== undefined){
let data131 = data130.path;
if(((typeof data131 !== "string") && (!(typeof data131 == "number"))) && (typeof data131 !== "boolean")){
const err252 = {instancePath:instancePath+"/inputs/" + i20+"/path",schemaPath:"#/definitions/SetFileOwner/items/properties/path/type",keyword:"type",params:{type: schema38.items.properties.path.type},message:"must be string,number,boolean",schema:schema38.items.properties.path.type,parentSchema:schema38.items.properties.path,data:data131};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data130.owner !== undefined){
let data132 = data130.owner;
if(((typeof data132 !== "string") && (!(typeof data132 == "number"))) && (typeof data132 !== "boolean")){
const err253 = {instancePath:instancePath+"/inputs/" + i20+"/owner",schemaPath:"#/definitions/SetFileOwner/items/properties/owner/type",keyword:"type",params:{type: schema38.items.properties.owner.type},message:"must be string,number,boolean",schema:schema38.items.properties.owner.type,parentSchema:schema38.items.properties.owner,data:data132};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data130.group !== undefined){
let data133 = data130.group;
if((((typeof data133 !== "string") && (!(typeof data133 == "number"))) && (typeof data133 !== "boolean")) && (data133 !== null)){
const err254 = {instancePath:instancePath+"/inputs/" + i20+"/group",schemaPath:"#/definitions/SetFileOwner/items/properties/group/type",keyword:"type",params:{type: schema38.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema38.items.properties.group.type,parentSchema:schema38.items.properties.group,data:data133};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.items.type,parentSchema:schema38.items,data:data130};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileOwner/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.type,parentSchema:schema38,data:data129};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
var _valid22 = _errs346 === errors;
valid146 = _valid22;
}
if(!valid146){
const err257 = {instancePath,schemaPath:"#/allOf/21/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[21].if,parentSchema:schema15.allOf[21],data};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
const _errs359 = errors;
let valid153 = true;
const _errs360 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((data.action === undefined) && (missing22 = "action")){
const err258 = {};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderOwner" !== data.action){
const err259 = {};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
}
var _valid23 = _errs360 === errors;
errors = _errs359;
if(vErrors !== null){
if(_errs359){
vErrors.length = _errs359;
}
else {
vErrors = null;
}
}
if(_valid23){
const _errs362 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err260 = {instancePath,schemaPath:"#/allOf/22/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[22].then.required,parentSchema:schema15.allOf[22].then,data};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if(data.inputs !== undefined){
let data135 = data.inputs;
if(Array.isArray(data135)){
const len21 = data135.length;
for(let i21=0; i21<len21; i21++){
let data136 = data135[i21];
if(data136 && typeof data136 == "object" && !Array.isArray(data136)){
if(data136.path === undefined){
const err261 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema39.items.required,parentSchema:schema39.items,data:data136};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data136.owner === undefined){
const err262 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema39.items.required,parentSchema:schema39.items,data:data136};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(data136.path !== undefined){
let data137 = data136.path;
if(((typeof data137 !== "string") && (!(typeof data137 == "number"))) && (typeof data137 !== "boolean")){
const err263 = {instancePath:instancePath+"/inputs/" + i21+"/path",schemaPath:"#/definitions/SetFolderOwner/items/properties/path/type",keyword:"type",params:{type: schema39.items.properties.path.type},message:"must be string,number,boolean",schema:schema39.items.properties.path.type,parentSchema:schema39.items.properties.path,data:data137};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
if(data136.owner !== undefined){
let data138 = data136.owner;
if(((typeof data138 !== "string") && (!(typeof data138 == "number"))) && (typeof data138 !== "boolean")){
const err264 = {instancePath:instancePath+"/inputs/" + i21+"/owner",schemaPath:"#/definitions/SetFolderOwner/items/properties/owner/type",keyword:"type",params:{type: schema39.items.properties.owner.type},message:"must be string,number,boolean",schema:schema39.items.properties.owner.type,parentSchema:schema39.items.properties.owner,data:data138};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data136.group !== undefined){
let data139 = data136.group;
if((((typeof data139 !== "string") && (!(typeof data139 == "number"))) && (typeof data139 !== "boolean")) && (data139 !== null)){
const err265 = {instancePath:instancePath+"/inputs/" + i21+"/group",schemaPath:"#/definitions/SetFolderOwner/items/properties/group/type",keyword:"type",params:{type: schema39.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema39.items.properties.group.type,parentSchema:schema39.items.properties.group,data:data139};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data136.recursive !== undefined){
let data140 = data136.recursive;
if(((typeof data140 !== "boolean") && (typeof data140 !== "string")) && (data140 !== null)){
const err266 = {instancePath:instancePath+"/inputs/" + i21+"/recursive",schemaPath:"#/definitions/SetFolderOwner/items/properties/recursive/type",keyword:"type",params:{type: schema39.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema39.items.properties.recursive.type,parentSchema:schema39.items.properties.recursive,data:data140};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(typeof data140 === "string"){
if(!pattern7.test(data140)){
const err267 = {instancePath:instancePath+"/inputs/" + i21+"/recursive",schemaPath:"#/definitions/SetFolderOwner/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema39.items.properties.recursive,data:data140};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
}
}
else {
const err268 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.items.type,parentSchema:schema39.items,data:data136};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
}
else {
const err269 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderOwner/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.type,parentSchema:schema39,data:data135};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
var _valid23 = _errs362 === errors;
valid153 = _valid23;
}
if(!valid153){
const err270 = {instancePath,schemaPath:"#/allOf/22/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[22].if,parentSchema:schema15.allOf[22],data};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
const _errs377 = errors;
let valid160 = true;
const _errs378 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if((data.action === undefined) && (missing23 = "action")){
const err271 = {};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFilePermissions" !== data.action){
const err272 = {};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
}
var _valid24 = _errs378 === errors;
errors = _errs377;
if(vErrors !== null){
if(_errs377){
vErrors.length = _errs377;
}
else {
vErrors = null;
}
}
if(_valid24){
const _errs380 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err273 = {instancePath,schemaPath:"#/allOf/23/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[23].then.required,parentSchema:schema15.allOf[23].then,data};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(data.inputs !== undefined){
let data142 = data.inputs;
if(Array.isArray(data142)){
const len22 = data142.length;
for(let i22=0; i22<len22; i22++){
let data143 = data142[i22];
if(data143 && typeof data143 == "object" && !Array.isArray(data143)){
if(data143.path === undefined){
const err274 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data143};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(data143.permissions === undefined){
const err275 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data143};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(data143.path !== undefined){
let data144 = data143.path;
if(((typeof data144 !== "string") && (!(typeof data144 == "number"))) && (typeof data144 !== "boolean")){
const err276 = {instancePath:instancePath+"/inputs/" + i22+"/path",schemaPath:"#/definitions/SetFilePermissions/items/properties/path/type",keyword:"type",params:{type: schema40.items.properties.path.type},message:"must be string,number,boolean",schema:schema40.items.properties.path.type,parentSchema:schema40.items.properties.path,data:data144};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data143.permissions !== undefined){
let data145 = data143.permissions;
if(((typeof data145 !== "string") && (!(typeof data145 == "number"))) && (typeof data145 !== "boolean")){
const err277 = {instancePath:instancePath+"/inputs/" + i22+"/permissions",schemaPath:"#/definitions/SetFilePermissions/items/properties/permissions/type",keyword:"type",params:{type: schema40.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema40.items.properties.permissions.type,parentSchema:schema40.items.properties.permissions,data:data145};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
}
else {
const err278 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.items.type,parentSchema:schema40.items,data:data143};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
else {
const err279 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFilePermissions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data142};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
}
var _valid24 = _errs380 === errors;
valid160 = _valid24;
}
if(!valid160){
const err280 = {instancePath,schemaPath:"#/allOf/23/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[23].if,parentSchema:schema15.allOf[23],data};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
const _errs391 = errors;
let valid167 = true;
const _errs392 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((data.action === undefined) && (missing24 = "action")){
const err281 = {};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderPermissions" !== data.action){
const err282 = {};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
}
var _valid25 = _errs392 === errors;
errors = _errs391;
if(vErrors !== null){
if(_errs391){
vErrors.length = _errs391;
}
else {
vErrors = null;
}
}
if(_valid25){
const _errs394 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err283 = {instancePath,schemaPath:"#/allOf/24/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[24].then.required,parentSchema:schema15.allOf[24].then,data};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(data.inputs !== undefined){
let data147 = data.inputs;
if(Array.isArray(data147)){
const len23 = data147.length;
for(let i23=0; i23<len23; i23++){
let data148 = data147[i23];
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.path === undefined){
const err284 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema41.items.required,parentSchema:schema41.items,data:data148};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if(data148.permissions === undefined){
const err285 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema41.items.required,parentSchema:schema41.items,data:data148};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(data148.path !== undefined){
let data149 = data148.path;
if(((typeof data149 !== "string") && (!(typeof data149 == "number"))) && (typeof data149 !== "boolean")){
const err286 = {instancePath:instancePath+"/inputs/" + i23+"/path",schemaPath:"#/definitions/SetFolderPermissions/items/properties/path/type",keyword:"type",params:{type: schema41.items.properties.path.type},message:"must be string,number,boolean",schema:schema41.items.properties.path.type,parentSchema:schema41.items.properties.path,data:data149};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data148.permissions !== undefined){
let data150 = data148.permissions;
if(((typeof data150 !== "string") && (!(typeof data150 == "number"))) && (typeof data150 !== "boolean")){
const err287 = {instancePath:instancePath+"/inputs/" + i23+"/permissions",schemaPath:"#/definitions/SetFolderPermissions/items/properties/permissions/type",keyword:"type",params:{type: schema41.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema41.items.properties.permissions.type,parentSchema:schema41.items.properties.permissions,data:data150};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
if(data148.recursive !== undefined){
let data151 = data148.recursive;
if(((typeof data151 !== "boolean") && (typeof data151 !== "string")) && (data151 !== null)){
const err288 = {instancePath:instancePath+"/inputs/" + i23+"/recursive",schemaPath:"#/definitions/SetFolderPermissions/items/properties/recursive/type",keyword:"type",params:{type: schema41.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema41.items.properties.recursive.type,parentSchema:schema41.items.properties.recursive,data:data151};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(typeof data151 === "string"){
if(!pattern7.test(data151)){
const err289 = {instancePath:instancePath+"/inputs/" + i23+"/recursive",schemaPath:"#/definitions/SetFolderPermissions/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema41.items.properties.recursive,data:data151};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
}
else {
const err290 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.items.type,parentSchema:schema41.items,data:data148};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
else {
const err291 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderPermissions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.type,parentSchema:schema41,data:data147};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
}
var _valid25 = _errs394 === errors;
valid167 = _valid25;
}
if(!valid167){
const err292 = {instancePath,schemaPath:"#/allOf/24/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[24].if,parentSchema:schema15.allOf[24],data};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
const _errs407 = errors;
let valid174 = true;
const _errs408 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing25;
if((data.action === undefined) && (missing25 = "action")){
const err293 = {};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
else {
if(data.action !== undefined){
if("InstallMSI" !== data.action){
const err294 = {};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
}
}
var _valid26 = _errs408 === errors;
errors = _errs407;
if(vErrors !== null){
if(_errs407){
vErrors.length = _errs407;
}
else {
vErrors = null;
}
}
if(_valid26){
const _errs410 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err295 = {instancePath,schemaPath:"#/allOf/25/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[25].then.required,parentSchema:schema15.allOf[25].then,data};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data.inputs !== undefined){
let data153 = data.inputs;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.path === undefined){
const err296 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/InstallMSI/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema42.required,parentSchema:schema42,data:data153};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(data153.path !== undefined){
let data154 = data153.path;
if(((typeof data154 !== "string") && (!(typeof data154 == "number"))) && (typeof data154 !== "boolean")){
const err297 = {instancePath:instancePath+"/inputs/path",schemaPath:"#/definitions/InstallMSI/properties/path/type",keyword:"type",params:{type: schema42.properties.path.type},message:"must be string,number,boolean",schema:schema42.properties.path.type,parentSchema:schema42.properties.path,data:data154};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
if(data153.reboot !== undefined){
let data155 = data153.reboot;
if(((typeof data155 !== "string") && (!(typeof data155 == "number"))) && (data155 !== null)){
const err298 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/InstallMSI/properties/reboot/type",keyword:"type",params:{type: schema42.properties.reboot.type},message:"must be string,number,null",schema:schema42.properties.reboot.type,parentSchema:schema42.properties.reboot,data:data155};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(typeof data155 === "string"){
if(!pattern31.test(data155)){
const err299 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/InstallMSI/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema42.properties.reboot,data:data155};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
}
if(data153.logOptions !== undefined){
let data156 = data153.logOptions;
if((((typeof data156 !== "string") && (!(typeof data156 == "number"))) && (typeof data156 !== "boolean")) && (data156 !== null)){
const err300 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/InstallMSI/properties/logOptions/type",keyword:"type",params:{type: schema42.properties.logOptions.type},message:"must be string,number,boolean,null",schema:schema42.properties.logOptions.type,parentSchema:schema42.properties.logOptions,data:data156};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data153.logFile !== undefined){
let data157 = data153.logFile;
if((((typeof data157 !== "string") && (!(typeof data157 == "number"))) && (typeof data157 !== "boolean")) && (data157 !== null)){
const err301 = {instancePath:instancePath+"/inputs/logFile",schemaPath:"#/definitions/InstallMSI/properties/logFile/type",keyword:"type",params:{type: schema42.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema42.properties.logFile.type,parentSchema:schema42.properties.logFile,data:data157};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
if(data153.properties !== undefined){
let data158 = data153.properties;
if((!(data158 && typeof data158 == "object" && !Array.isArray(data158))) && (data158 !== null)){
const err302 = {instancePath:instancePath+"/inputs/properties",schemaPath:"#/definitions/InstallMSI/properties/properties/type",keyword:"type",params:{type: schema42.properties.properties.type},message:"must be object,null",schema:schema42.properties.properties.type,parentSchema:schema42.properties.properties,data:data158};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
for(const key0 in data158){
let data159 = data158[key0];
if((((typeof data159 !== "string") && (!(typeof data159 == "number"))) && (typeof data159 !== "boolean")) && (data159 !== null)){
const err303 = {instancePath:instancePath+"/inputs/properties/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/InstallMSI/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema42.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema42.properties.properties.additionalProperties.type,parentSchema:schema42.properties.properties.additionalProperties,data:data159};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
}
}
if(data153.ignoreAuthenticodeSignatureErrors !== undefined){
let data160 = data153.ignoreAuthenticodeSignatureErrors;
if(((typeof data160 !== "boolean") && (typeof data160 !== "string")) && (data160 !== null)){
const err304 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/InstallMSI/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema42.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema42.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema42.properties.ignoreAuthenticodeSignatureErrors,data:data160};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(typeof data160 === "string"){
if(!pattern7.test(data160)){
const err305 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/InstallMSI/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema42.properties.ignoreAuthenticodeSignatureErrors,data:data160};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
}
if(data153.allowUnsignedInstaller !== undefined){
let data161 = data153.allowUnsignedInstaller;
if(((typeof data161 !== "boolean") && (typeof data161 !== "string")) && (data161 !== null)){
const err306 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/InstallMSI/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema42.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema42.properties.allowUnsignedInstaller.type,parentSchema:schema42.properties.allowUnsignedInstaller,data:data161};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(typeof data161 === "string"){
if(!pattern7.test(data161)){
const err307 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/InstallMSI/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema42.properties.allowUnsignedInstaller,data:data161};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
}
}
else {
const err308 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/InstallMSI/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data:data153};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
}
var _valid26 = _errs410 === errors;
valid174 = _valid26;
}
if(!valid174){
const err309 = {instancePath,schemaPath:"#/allOf/25/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[25].if,parentSchema:schema15.allOf[25],data};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
const _errs432 = errors;
let valid180 = true;
const _errs433 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing26;
if((data.action === undefined) && (missing26 = "action")){
const err310 = {};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
else {
if(data.action !== undefined){
if("UninstallMSI" !== data.action){
const err311 = {};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
}
}
var _valid27 = _errs433 === errors;
errors = _errs432;
if(vErrors !== null){
if(_errs432){
vErrors.length = _errs432;
}
else {
vErrors = null;
}
}
if(_valid27){
const _errs435 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err312 = {instancePath,schemaPath:"#/allOf/26/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[26].then.required,parentSchema:schema15.allOf[26].then,data};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(data.inputs !== undefined){
let data163 = data.inputs;
if(data163 && typeof data163 == "object" && !Array.isArray(data163)){
if(data163.path === undefined){
const err313 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UninstallMSI/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema43.required,parentSchema:schema43,data:data163};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
if(data163.path !== undefined){
let data164 = data163.path;
if(((typeof data164 !== "string") && (!(typeof data164 == "number"))) && (typeof data164 !== "boolean")){
const err314 = {instancePath:instancePath+"/inputs/path",schemaPath:"#/definitions/UninstallMSI/properties/path/type",keyword:"type",params:{type: schema43.properties.path.type},message:"must be string,number,boolean",schema:schema43.properties.path.type,parentSchema:schema43.properties.path,data:data164};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data163.reboot !== undefined){
let data165 = data163.reboot;
if(((typeof data165 !== "string") && (!(typeof data165 == "number"))) && (data165 !== null)){
const err315 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/UninstallMSI/properties/reboot/type",keyword:"type",params:{type: schema43.properties.reboot.type},message:"must be string,number,null",schema:schema43.properties.reboot.type,parentSchema:schema43.properties.reboot,data:data165};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(typeof data165 === "string"){
if(!pattern31.test(data165)){
const err316 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/UninstallMSI/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema43.properties.reboot,data:data165};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
if(data163.logOptions !== undefined){
let data166 = data163.logOptions;
if((((typeof data166 !== "string") && (!(typeof data166 == "number"))) && (typeof data166 !== "boolean")) && (data166 !== null)){
const err317 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/UninstallMSI/properties/logOptions/type",keyword:"type",params:{type: schema43.properties.logOptions.type},message:"must be string,number,boolean,null",schema:schema43.properties.logOptions.type,parentSchema:schema43.properties.logOptions,data:data166};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
if(data163.logFile !== undefined){
let data167 = data163.logFile;
if((((typeof data167 !== "string") && (!(typeof data167 == "number"))) && (typeof data167 !== "boolean")) && (data167 !== null)){
const err318 = {instancePath:instancePath+"/inputs/logFile",schemaPath:"#/definitions/UninstallMSI/properties/logFile/type",keyword:"type",params:{type: schema43.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema43.properties.logFile.type,parentSchema:schema43.properties.logFile,data:data167};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data163.properties !== undefined){
let data168 = data163.properties;
if((!(data168 && typeof data168 == "object" && !Array.isArray(data168))) && (data168 !== null)){
const err319 = {instancePath:instancePath+"/inputs/properties",schemaPath:"#/definitions/UninstallMSI/properties/properties/type",keyword:"type",params:{type: schema43.properties.properties.type},message:"must be object,null",schema:schema43.properties.properties.type,parentSchema:schema43.properties.properties,data:data168};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(data168 && typeof data168 == "object" && !Array.isArray(data168)){
for(const key1 in data168){
let data169 = data168[key1];
if((((typeof data169 !== "string") && (!(typeof data169 == "number"))) && (typeof data169 !== "boolean")) && (data169 !== null)){
const err320 = {instancePath:instancePath+"/inputs/properties/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/UninstallMSI/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema43.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema43.properties.properties.additionalProperties.type,parentSchema:schema43.properties.properties.additionalProperties,data:data169};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
}
}
if(data163.ignoreAuthenticodeSignatureErrors !== undefined){
let data170 = data163.ignoreAuthenticodeSignatureErrors;
if(((typeof data170 !== "boolean") && (typeof data170 !== "string")) && (data170 !== null)){
const err321 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/UninstallMSI/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema43.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema43.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema43.properties.ignoreAuthenticodeSignatureErrors,data:data170};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(typeof data170 === "string"){
if(!pattern7.test(data170)){
const err322 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/UninstallMSI/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema43.properties.ignoreAuthenticodeSignatureErrors,data:data170};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
if(data163.allowUnsignedInstaller !== undefined){
let data171 = data163.allowUnsignedInstaller;
if(((typeof data171 !== "boolean") && (typeof data171 !== "string")) && (data171 !== null)){
const err323 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/UninstallMSI/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema43.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema43.properties.allowUnsignedInstaller.type,parentSchema:schema43.properties.allowUnsignedInstaller,data:data171};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
if(typeof data171 === "string"){
if(!pattern7.test(data171)){
const err324 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/UninstallMSI/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema43.properties.allowUnsignedInstaller,data:data171};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
}
}
else {
const err325 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UninstallMSI/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data163};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
}
var _valid27 = _errs435 === errors;
valid180 = _valid27;
}
if(!valid180){
const err326 = {instancePath,schemaPath:"#/allOf/26/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[26].if,parentSchema:schema15.allOf[26],data};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
const _errs457 = errors;
let valid186 = true;
const _errs458 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing27;
if((data.action === undefined) && (missing27 = "action")){
const err327 = {};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
else {
if(data.action !== undefined){
if("Reboot" !== data.action){
const err328 = {};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
}
}
var _valid28 = _errs458 === errors;
errors = _errs457;
if(vErrors !== null){
if(_errs457){
vErrors.length = _errs457;
}
else {
vErrors = null;
}
}
if(_valid28){
const _errs460 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
let data173 = data.inputs;
if((!(data173 && typeof data173 == "object" && !Array.isArray(data173))) && (data173 !== null)){
const err329 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/Reboot/type",keyword:"type",params:{type: schema44.type},message:"must be object,null",schema:schema44.type,parentSchema:schema44,data:data173};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(data173 && typeof data173 == "object" && !Array.isArray(data173)){
if(data173.delaySeconds !== undefined){
let data174 = data173.delaySeconds;
if(((!((typeof data174 == "number") && (!(data174 % 1) && !isNaN(data174)))) && (typeof data174 !== "string")) && (data174 !== null)){
const err330 = {instancePath:instancePath+"/inputs/delaySeconds",schemaPath:"#/definitions/Reboot/properties/delaySeconds/type",keyword:"type",params:{type: schema44.properties.delaySeconds.type},message:"must be integer,string,null",schema:schema44.properties.delaySeconds.type,parentSchema:schema44.properties.delaySeconds,data:data174};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if(typeof data174 === "string"){
if(!pattern37.test(data174)){
const err331 = {instancePath:instancePath+"/inputs/delaySeconds",schemaPath:"#/definitions/Reboot/properties/delaySeconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema44.properties.delaySeconds,data:data174};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
}
}
}
}
var _valid28 = _errs460 === errors;
valid186 = _valid28;
}
if(!valid186){
const err332 = {instancePath,schemaPath:"#/allOf/27/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[27].if,parentSchema:schema15.allOf[27],data};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
const _errs467 = errors;
let valid191 = true;
const _errs468 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing28;
if((data.action === undefined) && (missing28 = "action")){
const err333 = {};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetRegistry" !== data.action){
const err334 = {};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
}
}
var _valid29 = _errs468 === errors;
errors = _errs467;
if(vErrors !== null){
if(_errs467){
vErrors.length = _errs467;
}
else {
vErrors = null;
}
}
if(_valid29){
const _errs470 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err335 = {instancePath,schemaPath:"#/allOf/28/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[28].then.required,parentSchema:schema15.allOf[28].then,data};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
if(data.inputs !== undefined){
let data176 = data.inputs;
if(Array.isArray(data176)){
const len24 = data176.length;
for(let i24=0; i24<len24; i24++){
let data177 = data176[i24];
if(data177 && typeof data177 == "object" && !Array.isArray(data177)){
if(data177.path === undefined){
const err336 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data177};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(data177.name === undefined){
const err337 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data177};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(data177.value === undefined){
const err338 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data177};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(data177.type === undefined){
const err339 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data177};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(data177.path !== undefined){
let data178 = data177.path;
if(((typeof data178 !== "string") && (!(typeof data178 == "number"))) && (typeof data178 !== "boolean")){
const err340 = {instancePath:instancePath+"/inputs/" + i24+"/path",schemaPath:"#/definitions/SetRegistry/items/properties/path/type",keyword:"type",params:{type: schema45.items.properties.path.type},message:"must be string,number,boolean",schema:schema45.items.properties.path.type,parentSchema:schema45.items.properties.path,data:data178};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
if(data177.name !== undefined){
let data179 = data177.name;
if(((typeof data179 !== "string") && (!(typeof data179 == "number"))) && (typeof data179 !== "boolean")){
const err341 = {instancePath:instancePath+"/inputs/" + i24+"/name",schemaPath:"#/definitions/SetRegistry/items/properties/name/type",keyword:"type",params:{type: schema45.items.properties.name.type},message:"must be string,number,boolean",schema:schema45.items.properties.name.type,parentSchema:schema45.items.properties.name,data:data179};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data177.value !== undefined){
let data180 = data177.value;
if((((typeof data180 !== "string") && (!(typeof data180 == "number"))) && (typeof data180 !== "boolean")) && (!(Array.isArray(data180)))){
const err342 = {instancePath:instancePath+"/inputs/" + i24+"/value",schemaPath:"#/definitions/SetRegistry/items/properties/value/type",keyword:"type",params:{type: schema45.items.properties.value.type},message:"must be string,number,boolean,array",schema:schema45.items.properties.value.type,parentSchema:schema45.items.properties.value,data:data180};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data177.type !== undefined){
let data181 = data177.type;
if(typeof data181 === "string"){
if(!pattern38.test(data181)){
const err343 = {instancePath:instancePath+"/inputs/" + i24+"/type",schemaPath:"#/definitions/SetRegistry/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"},message:"must match pattern \""+"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"+"\"",schema:"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{",parentSchema:schema45.items.properties.type,data:data181};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
else {
const err344 = {instancePath:instancePath+"/inputs/" + i24+"/type",schemaPath:"#/definitions/SetRegistry/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.properties.type.type,parentSchema:schema45.items.properties.type,data:data181};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
}
else {
const err345 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.items.type,parentSchema:schema45.items,data:data177};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
}
else {
const err346 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetRegistry/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data176};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
}
var _valid29 = _errs470 === errors;
valid191 = _valid29;
}
if(!valid191){
const err347 = {instancePath,schemaPath:"#/allOf/28/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[28].if,parentSchema:schema15.allOf[28],data};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
const _errs485 = errors;
let valid198 = true;
const _errs486 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing29;
if((data.action === undefined) && (missing29 = "action")){
const err348 = {};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
else {
if(data.action !== undefined){
if("UpdateOS" !== data.action){
const err349 = {};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
}
}
var _valid30 = _errs486 === errors;
errors = _errs485;
if(vErrors !== null){
if(_errs485){
vErrors.length = _errs485;
}
else {
vErrors = null;
}
}
if(_valid30){
const _errs488 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
let data183 = data.inputs;
if((!(data183 && typeof data183 == "object" && !Array.isArray(data183))) && (data183 !== null)){
const err350 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UpdateOS/type",keyword:"type",params:{type: schema46.type},message:"must be object,null",schema:schema46.type,parentSchema:schema46,data:data183};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.include !== undefined){
let data184 = data183.include;
if((!(Array.isArray(data184))) && (data184 !== null)){
const err351 = {instancePath:instancePath+"/inputs/include",schemaPath:"#/definitions/UpdateOS/properties/include/type",keyword:"type",params:{type: schema46.properties.include.type},message:"must be array,null",schema:schema46.properties.include.type,parentSchema:schema46.properties.include,data:data184};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(Array.isArray(data184)){
const len25 = data184.length;
for(let i25=0; i25<len25; i25++){
let data185 = data184[i25];
if((((typeof data185 !== "string") && (!(typeof data185 == "number"))) && (typeof data185 !== "boolean")) && (data185 !== null)){
const err352 = {instancePath:instancePath+"/inputs/include/" + i25,schemaPath:"#/definitions/UpdateOS/properties/include/items/type",keyword:"type",params:{type: schema46.properties.include.items.type},message:"must be string,number,boolean,null",schema:schema46.properties.include.items.type,parentSchema:schema46.properties.include.items,data:data185};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
}
}
if(data183.exclude !== undefined){
let data186 = data183.exclude;
if((!(Array.isArray(data186))) && (data186 !== null)){
const err353 = {instancePath:instancePath+"/inputs/exclude",schemaPath:"#/definitions/UpdateOS/properties/exclude/type",keyword:"type",params:{type: schema46.properties.exclude.type},message:"must be array,null",schema:schema46.properties.exclude.type,parentSchema:schema46.properties.exclude,data:data186};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(Array.isArray(data186)){
const len26 = data186.length;
for(let i26=0; i26<len26; i26++){
let data187 = data186[i26];
if((((typeof data187 !== "string") && (!(typeof data187 == "number"))) && (typeof data187 !== "boolean")) && (data187 !== null)){
const err354 = {instancePath:instancePath+"/inputs/exclude/" + i26,schemaPath:"#/definitions/UpdateOS/properties/exclude/items/type",keyword:"type",params:{type: schema46.properties.exclude.items.type},message:"must be string,number,boolean,null",schema:schema46.properties.exclude.items.type,parentSchema:schema46.properties.exclude.items,data:data187};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
}
}
}
}
}
var _valid30 = _errs488 === errors;
valid198 = _valid30;
}
if(!valid198){
const err355 = {instancePath,schemaPath:"#/allOf/29/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[29].if,parentSchema:schema15.allOf[29],data};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err356 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(data.action === undefined){
const err357 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(data.name !== undefined){
let data188 = data.name;
if(((typeof data188 !== "string") && (!(typeof data188 == "number"))) && (typeof data188 !== "boolean")){
const err358 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema15.properties.name.type},message:"must be string,number,boolean",schema:schema15.properties.name.type,parentSchema:schema15.properties.name,data:data188};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
if(data.action !== undefined){
let data189 = data.action;
if(typeof data189 !== "string"){
const err359 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.action.type,parentSchema:schema15.properties.action,data:data189};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
if(!((((((((((((((((((((((((((((((data189 === "ExecuteBash") || (data189 === "ExecuteBinary")) || (data189 === "ExecuteDocument")) || (data189 === "ExecutePowerShell")) || (data189 === "Assert")) || (data189 === "S3Download")) || (data189 === "S3Upload")) || (data189 === "WebDownload")) || (data189 === "AppendFile")) || (data189 === "CopyFile")) || (data189 === "CopyFolder")) || (data189 === "MoveFile")) || (data189 === "MoveFolder")) || (data189 === "CreateFile")) || (data189 === "CreateFolder")) || (data189 === "CreateSymlink")) || (data189 === "DeleteFile")) || (data189 === "DeleteFolder")) || (data189 === "ListFiles")) || (data189 === "ReadFile")) || (data189 === "SetFileEncoding")) || (data189 === "SetFileOwner")) || (data189 === "SetFolderOwner")) || (data189 === "SetFilePermissions")) || (data189 === "SetFolderPermissions")) || (data189 === "InstallMSI")) || (data189 === "UninstallMSI")) || (data189 === "Reboot")) || (data189 === "SetRegistry")) || (data189 === "UpdateOS"))){
const err360 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema15.properties.action.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.action.enum,parentSchema:schema15.properties.action,data:data189};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data190 = data.timeoutSeconds;
if((!((typeof data190 == "number") && (!(data190 % 1) && !isNaN(data190)))) && (typeof data190 !== "string")){
const err361 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: schema15.properties.timeoutSeconds.type},message:"must be integer,string",schema:schema15.properties.timeoutSeconds.type,parentSchema:schema15.properties.timeoutSeconds,data:data190};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
const _errs506 = errors;
const _errs507 = errors;
if(!((data190 === 0) || (data190 === "0"))){
const err362 = {};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
var valid208 = _errs507 === errors;
if(valid208){
const err363 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema15.properties.timeoutSeconds.not,parentSchema:schema15.properties.timeoutSeconds,data:data190};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
else {
errors = _errs506;
if(vErrors !== null){
if(_errs506){
vErrors.length = _errs506;
}
else {
vErrors = null;
}
}
}
if(typeof data190 == "number"){
if(data190 < -1 || isNaN(data190)){
const err364 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema15.properties.timeoutSeconds,data:data190};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
if(typeof data190 === "string"){
if(!pattern37.test(data190)){
const err365 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema15.properties.timeoutSeconds,data:data190};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
}
if(data.onFailure !== undefined){
let data191 = data.onFailure;
if(typeof data191 !== "string"){
const err366 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.onFailure.type,parentSchema:schema15.properties.onFailure,data:data191};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(!(((data191 === "Abort") || (data191 === "Continue")) || (data191 === "Ignore"))){
const err367 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/enum",keyword:"enum",params:{allowedValues: schema15.properties.onFailure.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.onFailure.enum,parentSchema:schema15.properties.onFailure,data:data191};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data.maxAttempts !== undefined){
let data192 = data.maxAttempts;
if((!((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192)))) && (typeof data192 !== "string")){
const err368 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/type",keyword:"type",params:{type: schema15.properties.maxAttempts.type},message:"must be integer,string",schema:schema15.properties.maxAttempts.type,parentSchema:schema15.properties.maxAttempts,data:data192};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(typeof data192 == "number"){
if(data192 < 1 || isNaN(data192)){
const err369 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema15.properties.maxAttempts,data:data192};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(typeof data192 === "string"){
if(!pattern37.test(data192)){
const err370 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema15.properties.maxAttempts,data:data192};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
}
if(data.if !== undefined){
if(!(validate18(data.if, {instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
if(data.loop !== undefined){
let data194 = data.loop;
const _errs516 = errors;
let valid210 = false;
let passing1 = null;
const _errs517 = errors;
if(data194 && typeof data194 == "object" && !Array.isArray(data194)){
if(data194.for === undefined){
const err371 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf/0/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'",schema:schema48.oneOf[0].required,parentSchema:schema48.oneOf[0],data:data194};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
var _valid31 = _errs517 === errors;
if(_valid31){
valid210 = true;
passing1 = 0;
}
const _errs518 = errors;
if(data194 && typeof data194 == "object" && !Array.isArray(data194)){
if(data194.forEach === undefined){
const err372 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf/1/required",keyword:"required",params:{missingProperty: "forEach"},message:"must have required property '"+"forEach"+"'",schema:schema48.oneOf[1].required,parentSchema:schema48.oneOf[1],data:data194};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
var _valid31 = _errs518 === errors;
if(_valid31 && valid210){
valid210 = false;
passing1 = [passing1, 1];
}
else {
if(_valid31){
valid210 = true;
passing1 = 1;
}
}
if(!valid210){
const err373 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema48.oneOf,parentSchema:schema48,data:data194};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
else {
errors = _errs516;
if(vErrors !== null){
if(_errs516){
vErrors.length = _errs516;
}
else {
vErrors = null;
}
}
}
if(data194 && typeof data194 == "object" && !Array.isArray(data194)){
if(data194.name !== undefined){
let data195 = data194.name;
if(((typeof data195 !== "string") && (!(typeof data195 == "number"))) && (typeof data195 !== "boolean")){
const err374 = {instancePath:instancePath+"/loop/name",schemaPath:"#/definitions/loop/properties/name/type",keyword:"type",params:{type: schema48.properties.name.type},message:"must be string,number,boolean",schema:schema48.properties.name.type,parentSchema:schema48.properties.name,data:data195};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
if(data194.for !== undefined){
let data196 = data194.for;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.start === undefined){
const err375 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'",schema:schema48.properties.for.required,parentSchema:schema48.properties.for,data:data196};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(data196.end === undefined){
const err376 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "end"},message:"must have required property '"+"end"+"'",schema:schema48.properties.for.required,parentSchema:schema48.properties.for,data:data196};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(data196.updateBy === undefined){
const err377 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "updateBy"},message:"must have required property '"+"updateBy"+"'",schema:schema48.properties.for.required,parentSchema:schema48.properties.for,data:data196};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(data196.start !== undefined){
let data197 = data196.start;
if((!((typeof data197 == "number") && (!(data197 % 1) && !isNaN(data197)))) && (typeof data197 !== "string")){
const err378 = {instancePath:instancePath+"/loop/for/start",schemaPath:"#/definitions/loop/properties/for/properties/start/type",keyword:"type",params:{type: schema48.properties.for.properties.start.type},message:"must be integer,string",schema:schema48.properties.for.properties.start.type,parentSchema:schema48.properties.for.properties.start,data:data197};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(typeof data197 === "string"){
if(!pattern37.test(data197)){
const err379 = {instancePath:instancePath+"/loop/for/start",schemaPath:"#/definitions/loop/properties/for/properties/start/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema48.properties.for.properties.start,data:data197};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
}
if(data196.end !== undefined){
let data198 = data196.end;
if((!((typeof data198 == "number") && (!(data198 % 1) && !isNaN(data198)))) && (typeof data198 !== "string")){
const err380 = {instancePath:instancePath+"/loop/for/end",schemaPath:"#/definitions/loop/properties/for/properties/end/type",keyword:"type",params:{type: schema48.properties.for.properties.end.type},message:"must be integer,string",schema:schema48.properties.for.properties.end.type,parentSchema:schema48.properties.for.properties.end,data:data198};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if(typeof data198 === "string"){
if(!pattern37.test(data198)){
const err381 = {instancePath:instancePath+"/loop/for/end",schemaPath:"#/definitions/loop/properties/for/properties/end/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema48.properties.for.properties.end,data:data198};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
}
if(data196.updateBy !== undefined){
let data199 = data196.updateBy;
if((!((typeof data199 == "number") && (!(data199 % 1) && !isNaN(data199)))) && (typeof data199 !== "string")){
const err382 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/type",keyword:"type",params:{type: schema48.properties.for.properties.updateBy.type},message:"must be integer,string",schema:schema48.properties.for.properties.updateBy.type,parentSchema:schema48.properties.for.properties.updateBy,data:data199};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
const _errs529 = errors;
const _errs530 = errors;
if(!((data199 === 0) || (data199 === "0"))){
const err383 = {};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
var valid213 = _errs530 === errors;
if(valid213){
const err384 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema48.properties.for.properties.updateBy.not,parentSchema:schema48.properties.for.properties.updateBy,data:data199};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
else {
errors = _errs529;
if(vErrors !== null){
if(_errs529){
vErrors.length = _errs529;
}
else {
vErrors = null;
}
}
}
if(typeof data199 === "string"){
if(!pattern37.test(data199)){
const err385 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema48.properties.for.properties.updateBy,data:data199};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
}
else {
const err386 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.for.type,parentSchema:schema48.properties.for,data:data196};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
if(data194.forEach !== undefined){
let data200 = data194.forEach;
if(!data200 || typeof data200 != "object"){
const err387 = {instancePath:instancePath+"/loop/forEach",schemaPath:"#/definitions/loop/properties/forEach/type",keyword:"type",params:{type: schema48.properties.forEach.type},message:"must be array,object",schema:schema48.properties.forEach.type,parentSchema:schema48.properties.forEach,data:data200};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
if(Array.isArray(data200)){
const len27 = data200.length;
for(let i27=0; i27<len27; i27++){
let data201 = data200[i27];
if(((typeof data201 !== "string") && (!(typeof data201 == "number"))) && (typeof data201 !== "boolean")){
const err388 = {instancePath:instancePath+"/loop/forEach/" + i27,schemaPath:"#/definitions/loop/properties/forEach/items/type",keyword:"type",params:{type: schema48.properties.forEach.items.type},message:"must be string,number,boolean",schema:schema48.properties.forEach.items.type,parentSchema:schema48.properties.forEach.items,data:data201};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
}
if(data200 && typeof data200 == "object" && !Array.isArray(data200)){
if(data200.list === undefined){
const err389 = {instancePath:instancePath+"/loop/forEach",schemaPath:"#/definitions/loop/properties/forEach/required",keyword:"required",params:{missingProperty: "list"},message:"must have required property '"+"list"+"'",schema:schema48.properties.forEach.required,parentSchema:schema48.properties.forEach,data:data200};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if(data200.list !== undefined){
let data202 = data200.list;
if(((typeof data202 !== "string") && (!(typeof data202 == "number"))) && (typeof data202 !== "boolean")){
const err390 = {instancePath:instancePath+"/loop/forEach/list",schemaPath:"#/definitions/loop/properties/forEach/properties/list/type",keyword:"type",params:{type: schema48.properties.forEach.properties.list.type},message:"must be string,number,boolean",schema:schema48.properties.forEach.properties.list.type,parentSchema:schema48.properties.forEach.properties.list,data:data202};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
if(data200.delimiter !== undefined){
let data203 = data200.delimiter;
if(typeof data203 === "string"){
if(!pattern44.test(data203)){
const err391 = {instancePath:instancePath+"/loop/forEach/delimiter",schemaPath:"#/definitions/loop/properties/forEach/properties/delimiter/pattern",keyword:"pattern",params:{pattern: "^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"},message:"must match pattern \""+"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"+"\"",schema:"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$",parentSchema:schema48.properties.forEach.properties.delimiter,data:data203};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
else {
const err392 = {instancePath:instancePath+"/loop/forEach/delimiter",schemaPath:"#/definitions/loop/properties/forEach/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.forEach.properties.delimiter.type,parentSchema:schema48.properties.forEach.properties.delimiter,data:data203};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
}
}
}
else {
const err393 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data:data194};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
}
else {
const err394 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema14.required,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.steps === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema14.required,parentSchema:schema14,data};
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
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema14.properties.name.type},message:"must be string,number,boolean",schema:schema14.properties.name.type,parentSchema:schema14.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.steps !== undefined){
let data1 = data.steps;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data1[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema14.properties.steps.type,parentSchema:schema14.properties.steps,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://schemas.invalid/component-document.schema.json" */;
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
if(data.phases === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phases"},message:"must have required property '"+"phases"+"'",schema:schema11.required,parentSchema:schema11,data};
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
if((((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")) && (data0 !== null)){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema11.properties.name.type},message:"must be string,number,boolean,null",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data0};
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
if((((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema11.properties.description.type},message:"must be string,number,boolean,null",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data1};
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
if(Object.keys(data4).length > 1){
const err6 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Object.keys(data4).length < 1){
const err7 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data4){
const _errs11 = errors;
if(typeof key0 === "string"){
if(!pattern0.test(key0)){
const err8 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{3,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{3,128}$"+"\"",schema:"^[A-Za-z0-9_-]{3,128}$",parentSchema:schema12.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid4 = _errs11 === errors;
if(!valid4){
const err9 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema12.propertyNames,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key1 in data4){
let data5 = data4[key1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.type === undefined){
const err10 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameter/additionalProperties/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema12.additionalProperties.required,parentSchema:schema12.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data5.type !== undefined){
let data6 = data5.type;
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err11 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/parameter/additionalProperties/properties/type/pattern",keyword:"pattern",params:{pattern: "^[Ss]tring$"},message:"must match pattern \""+"^[Ss]tring$"+"\"",schema:"^[Ss]tring$",parentSchema:schema12.additionalProperties.properties.type,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/parameter/additionalProperties/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.additionalProperties.properties.type.type,parentSchema:schema12.additionalProperties.properties.type,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.default !== undefined){
let data7 = data5.default;
if((((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err13 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",schemaPath:"#/definitions/parameter/additionalProperties/properties/default/type",keyword:"type",params:{type: schema12.additionalProperties.properties.default.type},message:"must be string,number,boolean,null",schema:schema12.additionalProperties.properties.default.type,parentSchema:schema12.additionalProperties.properties.default,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.description !== undefined){
let data8 = data5.description;
if((((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")) && (data8 !== null)){
const err14 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/parameter/additionalProperties/properties/description/type",keyword:"type",params:{type: schema12.additionalProperties.properties.description.type},message:"must be string,number,boolean,null",schema:schema12.additionalProperties.properties.description.type,parentSchema:schema12.additionalProperties.properties.description,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/parameters/" + i0+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameter/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.additionalProperties.type,parentSchema:schema12.additionalProperties,data:data5};
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
else {
const err16 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/definitions/parameter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
if(data.constants !== undefined){
let data9 = data.constants;
if((!(Array.isArray(data9))) && (data9 !== null)){
const err17 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: schema11.properties.constants.type},message:"must be array,null",schema:schema11.properties.constants.type,parentSchema:schema11.properties.constants,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 1){
const err18 = {instancePath:instancePath+"/constants/" + i1,schemaPath:"#/definitions/constant/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Object.keys(data10).length < 1){
const err19 = {instancePath:instancePath+"/constants/" + i1,schemaPath:"#/definitions/constant/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data10){
const _errs26 = errors;
if(typeof key2 === "string"){
if(!pattern0.test(key2)){
const err20 = {instancePath:instancePath+"/constants/" + i1,schemaPath:"#/definitions/constant/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{3,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{3,128}$"+"\"",schema:"^[A-Za-z0-9_-]{3,128}$",parentSchema:schema13.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var valid10 = _errs26 === errors;
if(!valid10){
const err21 = {instancePath:instancePath+"/constants/" + i1,schemaPath:"#/definitions/constant/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema13.propertyNames,parentSchema:schema13,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
for(const key3 in data10){
let data11 = data10[key3];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.type === undefined){
const err22 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/constant/additionalProperties/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema13.additionalProperties.required,parentSchema:schema13.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11.value === undefined){
const err23 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/constant/additionalProperties/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.additionalProperties.required,parentSchema:schema13.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data11.type !== undefined){
let data12 = data11.type;
if(typeof data12 === "string"){
if(!pattern1.test(data12)){
const err24 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/constant/additionalProperties/properties/type/pattern",keyword:"pattern",params:{pattern: "^[Ss]tring$"},message:"must match pattern \""+"^[Ss]tring$"+"\"",schema:"^[Ss]tring$",parentSchema:schema13.additionalProperties.properties.type,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/constant/additionalProperties/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.additionalProperties.properties.type.type,parentSchema:schema13.additionalProperties.properties.type,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.value !== undefined){
let data13 = data11.value;
if(((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")){
const err26 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/value",schemaPath:"#/definitions/constant/additionalProperties/properties/value/type",keyword:"type",params:{type: schema13.additionalProperties.properties.value.type},message:"must be string,number,boolean",schema:schema13.additionalProperties.properties.value.type,parentSchema:schema13.additionalProperties.properties.value,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/constants/" + i1+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/constant/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.additionalProperties.type,parentSchema:schema13.additionalProperties,data:data11};
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
else {
const err28 = {instancePath:instancePath+"/constants/" + i1,schemaPath:"#/definitions/constant/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data:data10};
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
}
if(data.phases !== undefined){
let data14 = data.phases;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
if(!(validate11(data14[i2], {instancePath:instancePath+"/phases/" + i2,parentData:data14,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.phases.type,parentSchema:schema11.properties.phases,data:data14};
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
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
