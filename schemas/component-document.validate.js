// Made from component-document.schema.json by "npm run schemas". Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://schemas.invalid/ec2-image-builder/component-document/1.0.json","title":"EC2 Image Builder component document","description":"The YAML that an Image Builder component holds, run by AWS Task Orchestrator and Executor. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html","type":"object","required":["schemaVersion","phases"],"properties":{"name":{"description":"Name of the document.","type":["string","number","boolean","null"],"examples":["install-nginx"]},"description":{"description":"What it does.","type":["string","number","boolean","null"],"examples":["Installs nginx and checks its configuration"]},"schemaVersion":{"description":"Version of the document format: 1.0.","enum":[1,"1.0","1"],"default":1,"examples":[1]},"parameters":{"description":"Values that a recipe may give; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/parameter"}},"constants":{"description":"Named values; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/constant"}},"phases":{"description":"At least one of build, validate and test. Image Builder runs build and validate in its build stage, test and container-host-test in its test stage, and no other.","type":"array","items":{"$ref":"#/definitions/phase"}}},"definitions":{"parameter":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."},"constant":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."},"phase":{"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."},"condition":{"description":"One comparison or logical operator, with the second operand it needs.","type":"object","properties":{"stringIsEmpty":{"description":"Holds for a text without characters.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"stringIsWhitespace":{"description":"Holds for a text of spaces only.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"binaryExists":{"description":"Holds if a program of this name is on the path.","type":["string","number","boolean"],"examples":["unzip"]},"fileExists":{"description":"Holds if a file is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"folderExists":{"description":"Holds if a folder is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/opt/app"]},"stringEquals":{"description":"Holds if value equals this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThan":{"description":"Holds if value is less than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThanEquals":{"description":"Holds if value is at most this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThan":{"description":"Holds if value is greater than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThanEquals":{"description":"Holds if value is at least this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringlessThan":{"description":"stringLessThan, as the documentation's examples spell it.","type":["string","number","boolean"],"examples":["b"]},"patternMatches":{"description":"Holds if value matches this pattern of RE2 syntax: no lookaround, no back references.","type":["string","number","boolean"],"examples":["^[0-9]+$"]},"numberEquals":{"description":"Holds if value equals this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThan":{"description":"Holds if value is less than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThanEquals":{"description":"Holds if value is at most this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThan":{"description":"Holds if value is greater than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThanEquals":{"description":"Holds if value is at least this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"fileMD5Equals":{"description":"Holds if the file at path has this MD5 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA1Equals":{"description":"Holds if the file at path has this SHA1 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA256Equals":{"description":"Holds if the file at path has this SHA256 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA512Equals":{"description":"Holds if the file at path has this SHA512 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"value":{"description":"The second operand of a comparison: the value that is looked at.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"path":{"description":"The file that a hash operator looks at.","type":["string","number","boolean"],"examples":["/tmp/app.tar.gz"]},"and":{"description":"Holds if all conditions of the list hold.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"fileExists":"/etc/os-release"}]]},"or":{"description":"Holds if one condition of the list holds.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"binaryExists":"dnf"}]]},"not":{"$ref":"#/definitions/Assert"}},"oneOf":[{"required":["stringIsEmpty"]},{"required":["stringIsWhitespace"]},{"required":["binaryExists"]},{"required":["fileExists"]},{"required":["folderExists"]},{"required":["stringEquals"]},{"required":["stringLessThan"]},{"required":["stringLessThanEquals"]},{"required":["stringGreaterThan"]},{"required":["stringGreaterThanEquals"]},{"required":["stringlessThan"]},{"required":["patternMatches"]},{"required":["numberEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["fileMD5Equals"]},{"required":["fileSHA1Equals"]},{"required":["fileSHA256Equals"]},{"required":["fileSHA512Equals"]},{"required":["and"]},{"required":["or"]},{"required":["not"]}],"dependencies":{"stringEquals":["value"],"stringLessThan":["value"],"stringLessThanEquals":["value"],"stringGreaterThan":["value"],"stringGreaterThanEquals":["value"],"stringlessThan":["value"],"patternMatches":["value"],"numberEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"fileMD5Equals":["path"],"fileSHA1Equals":["path"],"fileSHA256Equals":["path"],"fileSHA512Equals":["path"]}},"loop":{"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"],"examples":["Hosts"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[1]},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[5]},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?0*[1-9][0-9]*$|\\{\\{","not":{"const":0},"examples":[1]}},"examples":[{"start":1,"end":5,"updateBy":1}]},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"],"examples":["{{ Hosts }}"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$","examples":[","]}},"examples":[["amazon.com","example.com"]]}},"description":"Repeats the step: exactly one of for and forEach."},"step":{"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase: letters, digits, hyphens and underscores.","type":["string","number","boolean"],"examples":["InstallPackages"]},"action":{"description":"Action module that runs the step.","type":"string","enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"],"examples":["ExecuteBash"]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^(?:-1|0*[1-9][0-9]*)$|\\{\\{","minimum":-1,"not":{"const":0},"examples":[600]},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort","examples":["Continue"]},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^0*[1-9][0-9]*$|\\{\\{","minimum":1,"examples":[3]},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"},"timeoutSeconds":{"description":"-1 or nothing: the steps of the other document have timeouts of their own","minimum":-1,"maximum":-1,"pattern":"^-1$|\\{\\{"},"maxAttempts":{"description":"1 or nothing: the steps of the other document have attempts of their own","minimum":1,"maximum":1,"pattern":"^0*1$|\\{\\{"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."},"if":{"description":"Condition with exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/stepCondition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/stepCondition"},"examples":[{"fileExists":"/etc/app.conf","then":"Skip","else":"Execute"}]},"ExecuteBash":{"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["dnf install -y nginx"]]}},"examples":[{"commands":["dnf install -y nginx","nginx -t"]}]},"ExecuteBinary":{"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"],"examples":["/opt/app/setup"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["--quiet"]]}},"examples":[{"path":"/opt/app/setup","arguments":["--quiet"]}]},"ExecuteDocument":{"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"],"examples":["s3://bucket/harden.yaml"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"],"examples":["build,validate"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}},"examples":[[{"name":"Level","value":"high"}]]}},"examples":[{"document":"s3://bucket/harden.yaml","phases":"build"}]},"ExecutePowerShell":{"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["Get-WindowsFeature"]]},"file":{"description":"Path of a script, which ends with .ps1.","type":"string","pattern":"\\.[pP][sS]1[\"']?$|\\{\\{","examples":["C:\\scripts\\setup.ps1"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}],"examples":[{"commands":["Get-WindowsFeature"]}]},"Assert":{"description":"Fails the step unless the condition holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/condition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/condition"},"examples":[{"stringEquals":"2.1.1","value":"{{ validate.Version.outputs.stdout }}"}]},"S3Download":{"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with /* at its end: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/\\S|\\{\\{","examples":["s3://bucket/app/*"]},"destination":{"description":"Local path.","type":["string","number","boolean"],"examples":["/opt/app"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"s3://bucket/app.zip","destination":"/tmp/app.zip"}]],"minItems":1},"S3Upload":{"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/var/log/app/*"]},"destination":{"description":"Where to: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/|\\{\\{","examples":["s3://bucket/logs/"]},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]}}},"examples":[[{"source":"/var/log/app/*","destination":"s3://bucket/logs/"}]],"minItems":1},"WebDownload":{"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL with a host and without spaces, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{","examples":["https://example.com/app.tgz"]},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"],"examples":["/tmp/app.tgz"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"],"examples":["{{ Checksum }}"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"https://example.com/app.tgz","destination":"/tmp/app.tgz","checksum":"{{ Checksum }}","algorithm":"SHA256"}]],"minItems":1},"AppendFile":{"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/hosts"]},"content":{"description":"What to append.","type":["string","number","boolean","null"],"examples":["10.0.0.1 db\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/hosts","content":"10.0.0.1 db\n"}]],"minItems":1},"CopyFile":{"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1},"CopyFolder":{"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1},"MoveFile":{"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1},"MoveFolder":{"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1},"CreateFile":{"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"],"examples":["port=80\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0644"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/etc/app.conf","content":"port=80\n","permissions":"0644"}]],"minItems":1},"CreateFolder":{"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0755"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app"}]],"minItems":1},"CreateSymlink":{"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"],"examples":["/usr/bin/app"]},"target":{"description":"Path it points to.","type":["string","number","boolean"],"examples":["/opt/app/bin/app"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/usr/bin/app","target":"/opt/app/bin/app"}]],"minItems":1},"DeleteFile":{"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/*.log"]}}},"examples":[[{"path":"/tmp/*.log"}]],"minItems":1},"DeleteFolder":{"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/tmp/build"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/tmp/build","force":true}]],"minItems":1},"ListFiles":{"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/var/log"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"],"examples":["*.log"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/var/log","fileNamePattern":"*.log"}]],"minItems":1},"ReadFile":{"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/os-release"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/etc/os-release","printFileContent":true}]],"minItems":1},"SetFileEncoding":{"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/app.conf","encoding":"utf-16"}]],"minItems":1},"SetFileOwner":{"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]}}},"examples":[[{"path":"/etc/app.conf","owner":"app"}]],"minItems":1},"SetFolderOwner":{"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app","group":"app"}]],"minItems":1},"SetFilePermissions":{"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0640"]}}},"examples":[[{"path":"/etc/app.conf","permissions":"0640"}]],"minItems":1},"SetFolderPermissions":{"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0755"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","permissions":"0755"}]],"minItems":1},"InstallMSI":{"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]},"UninstallMSI":{"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]},"Reboot":{"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[60]}},"examples":[{"delaySeconds":60}]},"SetRegistry":{"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key; begins with HKLM:, HKCR:, HKU:, HKCC:, HKCU: or the long form, such as HKEY_LOCAL_MACHINE.","type":"string","pattern":"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{","examples":["HKLM:\\SOFTWARE\\App"]},"name":{"description":"Name of the value.","type":["string","number","boolean"],"examples":["Version"]},"value":{"description":"The value.","type":["string","number","boolean","array"],"examples":["1.1"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}},"examples":[[{"path":"HKLM:\\SOFTWARE\\App","name":"Version","value":"1.1","type":"SZ"}]],"minItems":1},"UpdateOS":{"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["kernel"]]},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["nginx"]]}},"examples":[{"exclude":["nginx"]}]},"stepCondition":{"description":"A condition, and what to do with the step.","type":"object","allOf":[{"$ref":"#/definitions/condition"}],"properties":{"then":{"description":"What to do with the step if the condition holds; Execute by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Skip"]},"else":{"description":"What to do with the step if it does not hold; Skip by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Execute"]}}}}};
const schema12 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."};
const schema13 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."};
const pattern0 = new RegExp("^[A-Za-z0-9_-]{3,128}$", "u");
const pattern1 = new RegExp("^[Ss]tring$", "u");
const schema14 = {"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."};
const schema15 = {"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase: letters, digits, hyphens and underscores.","type":["string","number","boolean"],"examples":["InstallPackages"]},"action":{"description":"Action module that runs the step.","type":"string","enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"],"examples":["ExecuteBash"]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^(?:-1|0*[1-9][0-9]*)$|\\{\\{","minimum":-1,"not":{"const":0},"examples":[600]},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort","examples":["Continue"]},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^0*[1-9][0-9]*$|\\{\\{","minimum":1,"examples":[3]},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"},"timeoutSeconds":{"description":"-1 or nothing: the steps of the other document have timeouts of their own","minimum":-1,"maximum":-1,"pattern":"^-1$|\\{\\{"},"maxAttempts":{"description":"1 or nothing: the steps of the other document have attempts of their own","minimum":1,"maximum":1,"pattern":"^0*1$|\\{\\{"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."};
const schema16 = {"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["dnf install -y nginx"]]}},"examples":[{"commands":["dnf install -y nginx","nginx -t"]}]};
const schema17 = {"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"],"examples":["/opt/app/setup"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["--quiet"]]}},"examples":[{"path":"/opt/app/setup","arguments":["--quiet"]}]};
const schema18 = {"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"],"examples":["s3://bucket/harden.yaml"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"],"examples":["build,validate"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}},"examples":[[{"name":"Level","value":"high"}]]}},"examples":[{"document":"s3://bucket/harden.yaml","phases":"build"}]};
const schema19 = {"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["Get-WindowsFeature"]]},"file":{"description":"Path of a script, which ends with .ps1.","type":"string","pattern":"\\.[pP][sS]1[\"']?$|\\{\\{","examples":["C:\\scripts\\setup.ps1"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}],"examples":[{"commands":["Get-WindowsFeature"]}]};
const schema22 = {"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with /* at its end: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/\\S|\\{\\{","examples":["s3://bucket/app/*"]},"destination":{"description":"Local path.","type":["string","number","boolean"],"examples":["/opt/app"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"s3://bucket/app.zip","destination":"/tmp/app.zip"}]],"minItems":1};
const schema23 = {"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/var/log/app/*"]},"destination":{"description":"Where to: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/|\\{\\{","examples":["s3://bucket/logs/"]},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]}}},"examples":[[{"source":"/var/log/app/*","destination":"s3://bucket/logs/"}]],"minItems":1};
const schema24 = {"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL with a host and without spaces, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{","examples":["https://example.com/app.tgz"]},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"],"examples":["/tmp/app.tgz"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"],"examples":["{{ Checksum }}"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"https://example.com/app.tgz","destination":"/tmp/app.tgz","checksum":"{{ Checksum }}","algorithm":"SHA256"}]],"minItems":1};
const schema25 = {"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/hosts"]},"content":{"description":"What to append.","type":["string","number","boolean","null"],"examples":["10.0.0.1 db\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/hosts","content":"10.0.0.1 db\n"}]],"minItems":1};
const schema26 = {"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1};
const schema27 = {"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1};
const schema28 = {"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1};
const schema29 = {"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1};
const schema30 = {"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"],"examples":["port=80\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0644"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/etc/app.conf","content":"port=80\n","permissions":"0644"}]],"minItems":1};
const schema31 = {"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0755"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app"}]],"minItems":1};
const schema32 = {"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"],"examples":["/usr/bin/app"]},"target":{"description":"Path it points to.","type":["string","number","boolean"],"examples":["/opt/app/bin/app"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/usr/bin/app","target":"/opt/app/bin/app"}]],"minItems":1};
const schema33 = {"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/*.log"]}}},"examples":[[{"path":"/tmp/*.log"}]],"minItems":1};
const schema34 = {"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/tmp/build"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/tmp/build","force":true}]],"minItems":1};
const schema35 = {"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/var/log"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"],"examples":["*.log"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/var/log","fileNamePattern":"*.log"}]],"minItems":1};
const schema36 = {"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/os-release"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/etc/os-release","printFileContent":true}]],"minItems":1};
const schema37 = {"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/app.conf","encoding":"utf-16"}]],"minItems":1};
const schema38 = {"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]}}},"examples":[[{"path":"/etc/app.conf","owner":"app"}]],"minItems":1};
const schema39 = {"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app","group":"app"}]],"minItems":1};
const schema40 = {"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0640"]}}},"examples":[[{"path":"/etc/app.conf","permissions":"0640"}]],"minItems":1};
const schema41 = {"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0755"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","permissions":"0755"}]],"minItems":1};
const schema42 = {"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]};
const schema43 = {"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]};
const schema44 = {"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[60]}},"examples":[{"delaySeconds":60}]};
const schema45 = {"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key; begins with HKLM:, HKCR:, HKU:, HKCC:, HKCU: or the long form, such as HKEY_LOCAL_MACHINE.","type":"string","pattern":"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{","examples":["HKLM:\\SOFTWARE\\App"]},"name":{"description":"Name of the value.","type":["string","number","boolean"],"examples":["Version"]},"value":{"description":"The value.","type":["string","number","boolean","array"],"examples":["1.1"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}},"examples":[[{"path":"HKLM:\\SOFTWARE\\App","name":"Version","value":"1.1","type":"SZ"}]],"minItems":1};
const schema46 = {"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["kernel"]]},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["nginx"]]}},"examples":[{"exclude":["nginx"]}]};
const schema49 = {"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"],"examples":["Hosts"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[1]},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[5]},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?0*[1-9][0-9]*$|\\{\\{","not":{"const":0},"examples":[1]}},"examples":[{"start":1,"end":5,"updateBy":1}]},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"],"examples":["{{ Hosts }}"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$","examples":[","]}},"examples":[["amazon.com","example.com"]]}},"description":"Repeats the step: exactly one of for and forEach."};
const pattern4 = new RegExp("^[0-9]{12}$|\\{\\{", "u");
const pattern5 = new RegExp("^-1$|\\{\\{", "u");
const pattern6 = new RegExp("^0*1$|\\{\\{", "u");
const pattern7 = new RegExp("\\.[pP][sS]1[\"']?$|\\{\\{", "u");
const pattern13 = new RegExp("^[sS]3://[^/\\s]+/\\S|\\{\\{", "u");
const pattern15 = new RegExp("^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{", "u");
const pattern16 = new RegExp("^[sS]3://[^/\\s]+/|\\{\\{", "u");
const pattern19 = new RegExp("^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{", "u");
const pattern21 = new RegExp("^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{", "u");
const pattern23 = new RegExp("^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{", "u");
const pattern39 = new RegExp("^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{", "u");
const pattern40 = new RegExp("^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{", "u");
const pattern47 = new RegExp("^-?[0-9]+$|\\{\\{", "u");
const pattern48 = new RegExp("^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{", "u");
const pattern49 = new RegExp("^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{", "u");
const pattern50 = new RegExp("^(?:-1|0*[1-9][0-9]*)$|\\{\\{", "u");
const pattern51 = new RegExp("^0*[1-9][0-9]*$|\\{\\{", "u");
const pattern54 = new RegExp("^-?0*[1-9][0-9]*$|\\{\\{", "u");
const pattern55 = new RegExp("^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$", "u");
const schema20 = {"description":"Fails the step unless the condition holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/condition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/condition"},"examples":[{"stringEquals":"2.1.1","value":"{{ validate.Version.outputs.stdout }}"}]};
const schema21 = {"description":"One comparison or logical operator, with the second operand it needs.","type":"object","properties":{"stringIsEmpty":{"description":"Holds for a text without characters.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"stringIsWhitespace":{"description":"Holds for a text of spaces only.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"binaryExists":{"description":"Holds if a program of this name is on the path.","type":["string","number","boolean"],"examples":["unzip"]},"fileExists":{"description":"Holds if a file is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"folderExists":{"description":"Holds if a folder is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/opt/app"]},"stringEquals":{"description":"Holds if value equals this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThan":{"description":"Holds if value is less than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThanEquals":{"description":"Holds if value is at most this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThan":{"description":"Holds if value is greater than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThanEquals":{"description":"Holds if value is at least this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringlessThan":{"description":"stringLessThan, as the documentation's examples spell it.","type":["string","number","boolean"],"examples":["b"]},"patternMatches":{"description":"Holds if value matches this pattern of RE2 syntax: no lookaround, no back references.","type":["string","number","boolean"],"examples":["^[0-9]+$"]},"numberEquals":{"description":"Holds if value equals this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThan":{"description":"Holds if value is less than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThanEquals":{"description":"Holds if value is at most this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThan":{"description":"Holds if value is greater than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThanEquals":{"description":"Holds if value is at least this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"fileMD5Equals":{"description":"Holds if the file at path has this MD5 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA1Equals":{"description":"Holds if the file at path has this SHA1 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA256Equals":{"description":"Holds if the file at path has this SHA256 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA512Equals":{"description":"Holds if the file at path has this SHA512 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"value":{"description":"The second operand of a comparison: the value that is looked at.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"path":{"description":"The file that a hash operator looks at.","type":["string","number","boolean"],"examples":["/tmp/app.tar.gz"]},"and":{"description":"Holds if all conditions of the list hold.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"fileExists":"/etc/os-release"}]]},"or":{"description":"Holds if one condition of the list holds.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"binaryExists":"dnf"}]]},"not":{"$ref":"#/definitions/Assert"}},"oneOf":[{"required":["stringIsEmpty"]},{"required":["stringIsWhitespace"]},{"required":["binaryExists"]},{"required":["fileExists"]},{"required":["folderExists"]},{"required":["stringEquals"]},{"required":["stringLessThan"]},{"required":["stringLessThanEquals"]},{"required":["stringGreaterThan"]},{"required":["stringGreaterThanEquals"]},{"required":["stringlessThan"]},{"required":["patternMatches"]},{"required":["numberEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["fileMD5Equals"]},{"required":["fileSHA1Equals"]},{"required":["fileSHA256Equals"]},{"required":["fileSHA512Equals"]},{"required":["and"]},{"required":["or"]},{"required":["not"]}],"dependencies":{"stringEquals":["value"],"stringLessThan":["value"],"stringLessThanEquals":["value"],"stringGreaterThan":["value"],"stringGreaterThanEquals":["value"],"stringlessThan":["value"],"patternMatches":["value"],"numberEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"fileMD5Equals":["path"],"fileSHA1Equals":["path"],"fileSHA256Equals":["path"],"fileSHA512Equals":["path"]}};
const pattern8 = new RegExp("^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{", "u");
const wrapper0 = {validate: validate14};
const wrapper2 = {validate: validate13};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stringIsEmpty === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "stringIsEmpty"},message:"must have required property '"+"stringIsEmpty"+"'",schema:schema21.oneOf[0].required,parentSchema:schema21.oneOf[0],data};
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
if(data.stringIsWhitespace === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "stringIsWhitespace"},message:"must have required property '"+"stringIsWhitespace"+"'",schema:schema21.oneOf[1].required,parentSchema:schema21.oneOf[1],data};
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
if(data.binaryExists === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "binaryExists"},message:"must have required property '"+"binaryExists"+"'",schema:schema21.oneOf[2].required,parentSchema:schema21.oneOf[2],data};
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
if(data.fileExists === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "fileExists"},message:"must have required property '"+"fileExists"+"'",schema:schema21.oneOf[3].required,parentSchema:schema21.oneOf[3],data};
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
if(data.folderExists === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "folderExists"},message:"must have required property '"+"folderExists"+"'",schema:schema21.oneOf[4].required,parentSchema:schema21.oneOf[4],data};
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
if(data.stringEquals === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "stringEquals"},message:"must have required property '"+"stringEquals"+"'",schema:schema21.oneOf[5].required,parentSchema:schema21.oneOf[5],data};
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
if(data.stringLessThan === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "stringLessThan"},message:"must have required property '"+"stringLessThan"+"'",schema:schema21.oneOf[6].required,parentSchema:schema21.oneOf[6],data};
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
if(data.stringLessThanEquals === undefined){
const err7 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "stringLessThanEquals"},message:"must have required property '"+"stringLessThanEquals"+"'",schema:schema21.oneOf[7].required,parentSchema:schema21.oneOf[7],data};
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
if(data.stringGreaterThan === undefined){
const err8 = {instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: "stringGreaterThan"},message:"must have required property '"+"stringGreaterThan"+"'",schema:schema21.oneOf[8].required,parentSchema:schema21.oneOf[8],data};
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
if(data.stringGreaterThanEquals === undefined){
const err9 = {instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: "stringGreaterThanEquals"},message:"must have required property '"+"stringGreaterThanEquals"+"'",schema:schema21.oneOf[9].required,parentSchema:schema21.oneOf[9],data};
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
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stringlessThan === undefined){
const err10 = {instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: "stringlessThan"},message:"must have required property '"+"stringlessThan"+"'",schema:schema21.oneOf[10].required,parentSchema:schema21.oneOf[10],data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 10];
}
else {
if(_valid0){
valid0 = true;
passing0 = 10;
}
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.patternMatches === undefined){
const err11 = {instancePath,schemaPath:"#/oneOf/11/required",keyword:"required",params:{missingProperty: "patternMatches"},message:"must have required property '"+"patternMatches"+"'",schema:schema21.oneOf[11].required,parentSchema:schema21.oneOf[11],data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid0 = _errs13 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 11];
}
else {
if(_valid0){
valid0 = true;
passing0 = 11;
}
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberEquals === undefined){
const err12 = {instancePath,schemaPath:"#/oneOf/12/required",keyword:"required",params:{missingProperty: "numberEquals"},message:"must have required property '"+"numberEquals"+"'",schema:schema21.oneOf[12].required,parentSchema:schema21.oneOf[12],data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 12];
}
else {
if(_valid0){
valid0 = true;
passing0 = 12;
}
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberLessThan === undefined){
const err13 = {instancePath,schemaPath:"#/oneOf/13/required",keyword:"required",params:{missingProperty: "numberLessThan"},message:"must have required property '"+"numberLessThan"+"'",schema:schema21.oneOf[13].required,parentSchema:schema21.oneOf[13],data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 13];
}
else {
if(_valid0){
valid0 = true;
passing0 = 13;
}
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberLessThanEquals === undefined){
const err14 = {instancePath,schemaPath:"#/oneOf/14/required",keyword:"required",params:{missingProperty: "numberLessThanEquals"},message:"must have required property '"+"numberLessThanEquals"+"'",schema:schema21.oneOf[14].required,parentSchema:schema21.oneOf[14],data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid0 = _errs16 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 14];
}
else {
if(_valid0){
valid0 = true;
passing0 = 14;
}
const _errs17 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberGreaterThan === undefined){
const err15 = {instancePath,schemaPath:"#/oneOf/15/required",keyword:"required",params:{missingProperty: "numberGreaterThan"},message:"must have required property '"+"numberGreaterThan"+"'",schema:schema21.oneOf[15].required,parentSchema:schema21.oneOf[15],data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 15];
}
else {
if(_valid0){
valid0 = true;
passing0 = 15;
}
const _errs18 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.numberGreaterThanEquals === undefined){
const err16 = {instancePath,schemaPath:"#/oneOf/16/required",keyword:"required",params:{missingProperty: "numberGreaterThanEquals"},message:"must have required property '"+"numberGreaterThanEquals"+"'",schema:schema21.oneOf[16].required,parentSchema:schema21.oneOf[16],data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid0 = _errs18 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 16];
}
else {
if(_valid0){
valid0 = true;
passing0 = 16;
}
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fileMD5Equals === undefined){
const err17 = {instancePath,schemaPath:"#/oneOf/17/required",keyword:"required",params:{missingProperty: "fileMD5Equals"},message:"must have required property '"+"fileMD5Equals"+"'",schema:schema21.oneOf[17].required,parentSchema:schema21.oneOf[17],data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid0 = _errs19 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 17];
}
else {
if(_valid0){
valid0 = true;
passing0 = 17;
}
const _errs20 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fileSHA1Equals === undefined){
const err18 = {instancePath,schemaPath:"#/oneOf/18/required",keyword:"required",params:{missingProperty: "fileSHA1Equals"},message:"must have required property '"+"fileSHA1Equals"+"'",schema:schema21.oneOf[18].required,parentSchema:schema21.oneOf[18],data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid0 = _errs20 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 18];
}
else {
if(_valid0){
valid0 = true;
passing0 = 18;
}
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fileSHA256Equals === undefined){
const err19 = {instancePath,schemaPath:"#/oneOf/19/required",keyword:"required",params:{missingProperty: "fileSHA256Equals"},message:"must have required property '"+"fileSHA256Equals"+"'",schema:schema21.oneOf[19].required,parentSchema:schema21.oneOf[19],data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid0 = _errs21 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 19];
}
else {
if(_valid0){
valid0 = true;
passing0 = 19;
}
const _errs22 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fileSHA512Equals === undefined){
const err20 = {instancePath,schemaPath:"#/oneOf/20/required",keyword:"required",params:{missingProperty: "fileSHA512Equals"},message:"must have required property '"+"fileSHA512Equals"+"'",schema:schema21.oneOf[20].required,parentSchema:schema21.oneOf[20],data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 20];
}
else {
if(_valid0){
valid0 = true;
passing0 = 20;
}
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.and === undefined){
const err21 = {instancePath,schemaPath:"#/oneOf/21/required",keyword:"required",params:{missingProperty: "and"},message:"must have required property '"+"and"+"'",schema:schema21.oneOf[21].required,parentSchema:schema21.oneOf[21],data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid0 = _errs23 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 21];
}
else {
if(_valid0){
valid0 = true;
passing0 = 21;
}
const _errs24 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.or === undefined){
const err22 = {instancePath,schemaPath:"#/oneOf/22/required",keyword:"required",params:{missingProperty: "or"},message:"must have required property '"+"or"+"'",schema:schema21.oneOf[22].required,parentSchema:schema21.oneOf[22],data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid0 = _errs24 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 22];
}
else {
if(_valid0){
valid0 = true;
passing0 = 22;
}
const _errs25 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.not === undefined){
const err23 = {instancePath,schemaPath:"#/oneOf/23/required",keyword:"required",params:{missingProperty: "not"},message:"must have required property '"+"not"+"'",schema:schema21.oneOf[23].required,parentSchema:schema21.oneOf[23],data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid0 = _errs25 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 23];
}
else {
if(_valid0){
valid0 = true;
passing0 = 23;
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
}
}
}
}
if(!valid0){
const err24 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema21.oneOf,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
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
if(data.stringEquals !== undefined){
if(data.value === undefined){
const err25 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.stringLessThan !== undefined){
if(data.value === undefined){
const err26 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringLessThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringLessThan is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.stringLessThanEquals !== undefined){
if(data.value === undefined){
const err27 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringLessThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringLessThanEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.stringGreaterThan !== undefined){
if(data.value === undefined){
const err28 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringGreaterThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringGreaterThan is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.stringGreaterThanEquals !== undefined){
if(data.value === undefined){
const err29 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringGreaterThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringGreaterThanEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.stringlessThan !== undefined){
if(data.value === undefined){
const err30 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "stringlessThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property stringlessThan is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.patternMatches !== undefined){
if(data.value === undefined){
const err31 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "patternMatches",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property patternMatches is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.numberEquals !== undefined){
if(data.value === undefined){
const err32 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.numberLessThan !== undefined){
if(data.value === undefined){
const err33 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberLessThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberLessThan is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.numberLessThanEquals !== undefined){
if(data.value === undefined){
const err34 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberLessThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberLessThanEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.numberGreaterThan !== undefined){
if(data.value === undefined){
const err35 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberGreaterThan",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberGreaterThan is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.numberGreaterThanEquals !== undefined){
if(data.value === undefined){
const err36 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "numberGreaterThanEquals",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property numberGreaterThanEquals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.fileMD5Equals !== undefined){
if(data.path === undefined){
const err37 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "fileMD5Equals",
    missingProperty: "path",
    depsCount: 1,
    deps: "path"},message:"must have property path when property fileMD5Equals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.fileSHA1Equals !== undefined){
if(data.path === undefined){
const err38 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "fileSHA1Equals",
    missingProperty: "path",
    depsCount: 1,
    deps: "path"},message:"must have property path when property fileSHA1Equals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.fileSHA256Equals !== undefined){
if(data.path === undefined){
const err39 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "fileSHA256Equals",
    missingProperty: "path",
    depsCount: 1,
    deps: "path"},message:"must have property path when property fileSHA256Equals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.fileSHA512Equals !== undefined){
if(data.path === undefined){
const err40 = {instancePath,schemaPath:"#/dependencies",keyword:"dependencies",params:{property: "fileSHA512Equals",
    missingProperty: "path",
    depsCount: 1,
    deps: "path"},message:"must have property path when property fileSHA512Equals is present",schema:schema21.dependencies,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.stringIsEmpty !== undefined){
let data0 = data.stringIsEmpty;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err41 = {instancePath:instancePath+"/stringIsEmpty",schemaPath:"#/properties/stringIsEmpty/type",keyword:"type",params:{type: schema21.properties.stringIsEmpty.type},message:"must be string,number,boolean",schema:schema21.properties.stringIsEmpty.type,parentSchema:schema21.properties.stringIsEmpty,data:data0};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.stringIsWhitespace !== undefined){
let data1 = data.stringIsWhitespace;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err42 = {instancePath:instancePath+"/stringIsWhitespace",schemaPath:"#/properties/stringIsWhitespace/type",keyword:"type",params:{type: schema21.properties.stringIsWhitespace.type},message:"must be string,number,boolean",schema:schema21.properties.stringIsWhitespace.type,parentSchema:schema21.properties.stringIsWhitespace,data:data1};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.binaryExists !== undefined){
let data2 = data.binaryExists;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err43 = {instancePath:instancePath+"/binaryExists",schemaPath:"#/properties/binaryExists/type",keyword:"type",params:{type: schema21.properties.binaryExists.type},message:"must be string,number,boolean",schema:schema21.properties.binaryExists.type,parentSchema:schema21.properties.binaryExists,data:data2};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.fileExists !== undefined){
let data3 = data.fileExists;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")){
const err44 = {instancePath:instancePath+"/fileExists",schemaPath:"#/properties/fileExists/type",keyword:"type",params:{type: schema21.properties.fileExists.type},message:"must be string,number,boolean",schema:schema21.properties.fileExists.type,parentSchema:schema21.properties.fileExists,data:data3};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.folderExists !== undefined){
let data4 = data.folderExists;
if(((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")){
const err45 = {instancePath:instancePath+"/folderExists",schemaPath:"#/properties/folderExists/type",keyword:"type",params:{type: schema21.properties.folderExists.type},message:"must be string,number,boolean",schema:schema21.properties.folderExists.type,parentSchema:schema21.properties.folderExists,data:data4};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.stringEquals !== undefined){
let data5 = data.stringEquals;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err46 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema21.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringEquals.type,parentSchema:schema21.properties.stringEquals,data:data5};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.stringLessThan !== undefined){
let data6 = data.stringLessThan;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err47 = {instancePath:instancePath+"/stringLessThan",schemaPath:"#/properties/stringLessThan/type",keyword:"type",params:{type: schema21.properties.stringLessThan.type},message:"must be string,number,boolean",schema:schema21.properties.stringLessThan.type,parentSchema:schema21.properties.stringLessThan,data:data6};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.stringLessThanEquals !== undefined){
let data7 = data.stringLessThanEquals;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err48 = {instancePath:instancePath+"/stringLessThanEquals",schemaPath:"#/properties/stringLessThanEquals/type",keyword:"type",params:{type: schema21.properties.stringLessThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringLessThanEquals.type,parentSchema:schema21.properties.stringLessThanEquals,data:data7};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.stringGreaterThan !== undefined){
let data8 = data.stringGreaterThan;
if(((typeof data8 !== "string") && (!(typeof data8 == "number"))) && (typeof data8 !== "boolean")){
const err49 = {instancePath:instancePath+"/stringGreaterThan",schemaPath:"#/properties/stringGreaterThan/type",keyword:"type",params:{type: schema21.properties.stringGreaterThan.type},message:"must be string,number,boolean",schema:schema21.properties.stringGreaterThan.type,parentSchema:schema21.properties.stringGreaterThan,data:data8};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.stringGreaterThanEquals !== undefined){
let data9 = data.stringGreaterThanEquals;
if(((typeof data9 !== "string") && (!(typeof data9 == "number"))) && (typeof data9 !== "boolean")){
const err50 = {instancePath:instancePath+"/stringGreaterThanEquals",schemaPath:"#/properties/stringGreaterThanEquals/type",keyword:"type",params:{type: schema21.properties.stringGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema21.properties.stringGreaterThanEquals.type,parentSchema:schema21.properties.stringGreaterThanEquals,data:data9};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.stringlessThan !== undefined){
let data10 = data.stringlessThan;
if(((typeof data10 !== "string") && (!(typeof data10 == "number"))) && (typeof data10 !== "boolean")){
const err51 = {instancePath:instancePath+"/stringlessThan",schemaPath:"#/properties/stringlessThan/type",keyword:"type",params:{type: schema21.properties.stringlessThan.type},message:"must be string,number,boolean",schema:schema21.properties.stringlessThan.type,parentSchema:schema21.properties.stringlessThan,data:data10};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.patternMatches !== undefined){
let data11 = data.patternMatches;
if(((typeof data11 !== "string") && (!(typeof data11 == "number"))) && (typeof data11 !== "boolean")){
const err52 = {instancePath:instancePath+"/patternMatches",schemaPath:"#/properties/patternMatches/type",keyword:"type",params:{type: schema21.properties.patternMatches.type},message:"must be string,number,boolean",schema:schema21.properties.patternMatches.type,parentSchema:schema21.properties.patternMatches,data:data11};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.numberEquals !== undefined){
let data12 = data.numberEquals;
if((!(typeof data12 == "number")) && (typeof data12 !== "string")){
const err53 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema21.properties.numberEquals.type},message:"must be number,string",schema:schema21.properties.numberEquals.type,parentSchema:schema21.properties.numberEquals,data:data12};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern8.test(data12)){
const err54 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema21.properties.numberEquals,data:data12};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data.numberLessThan !== undefined){
let data13 = data.numberLessThan;
if((!(typeof data13 == "number")) && (typeof data13 !== "string")){
const err55 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema21.properties.numberLessThan.type},message:"must be number,string",schema:schema21.properties.numberLessThan.type,parentSchema:schema21.properties.numberLessThan,data:data13};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
const err56 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema21.properties.numberLessThan,data:data13};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data.numberLessThanEquals !== undefined){
let data14 = data.numberLessThanEquals;
if((!(typeof data14 == "number")) && (typeof data14 !== "string")){
const err57 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema21.properties.numberLessThanEquals.type},message:"must be number,string",schema:schema21.properties.numberLessThanEquals.type,parentSchema:schema21.properties.numberLessThanEquals,data:data14};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(typeof data14 === "string"){
if(!pattern8.test(data14)){
const err58 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema21.properties.numberLessThanEquals,data:data14};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data.numberGreaterThan !== undefined){
let data15 = data.numberGreaterThan;
if((!(typeof data15 == "number")) && (typeof data15 !== "string")){
const err59 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema21.properties.numberGreaterThan.type},message:"must be number,string",schema:schema21.properties.numberGreaterThan.type,parentSchema:schema21.properties.numberGreaterThan,data:data15};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err60 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema21.properties.numberGreaterThan,data:data15};
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
if(data.numberGreaterThanEquals !== undefined){
let data16 = data.numberGreaterThanEquals;
if((!(typeof data16 == "number")) && (typeof data16 !== "string")){
const err61 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema21.properties.numberGreaterThanEquals.type},message:"must be number,string",schema:schema21.properties.numberGreaterThanEquals.type,parentSchema:schema21.properties.numberGreaterThanEquals,data:data16};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
const err62 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema21.properties.numberGreaterThanEquals,data:data16};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data.fileMD5Equals !== undefined){
let data17 = data.fileMD5Equals;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err63 = {instancePath:instancePath+"/fileMD5Equals",schemaPath:"#/properties/fileMD5Equals/type",keyword:"type",params:{type: schema21.properties.fileMD5Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileMD5Equals.type,parentSchema:schema21.properties.fileMD5Equals,data:data17};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.fileSHA1Equals !== undefined){
let data18 = data.fileSHA1Equals;
if(((typeof data18 !== "string") && (!(typeof data18 == "number"))) && (typeof data18 !== "boolean")){
const err64 = {instancePath:instancePath+"/fileSHA1Equals",schemaPath:"#/properties/fileSHA1Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA1Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA1Equals.type,parentSchema:schema21.properties.fileSHA1Equals,data:data18};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.fileSHA256Equals !== undefined){
let data19 = data.fileSHA256Equals;
if(((typeof data19 !== "string") && (!(typeof data19 == "number"))) && (typeof data19 !== "boolean")){
const err65 = {instancePath:instancePath+"/fileSHA256Equals",schemaPath:"#/properties/fileSHA256Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA256Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA256Equals.type,parentSchema:schema21.properties.fileSHA256Equals,data:data19};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.fileSHA512Equals !== undefined){
let data20 = data.fileSHA512Equals;
if(((typeof data20 !== "string") && (!(typeof data20 == "number"))) && (typeof data20 !== "boolean")){
const err66 = {instancePath:instancePath+"/fileSHA512Equals",schemaPath:"#/properties/fileSHA512Equals/type",keyword:"type",params:{type: schema21.properties.fileSHA512Equals.type},message:"must be string,number,boolean",schema:schema21.properties.fileSHA512Equals.type,parentSchema:schema21.properties.fileSHA512Equals,data:data20};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.value !== undefined){
let data21 = data.value;
if(((typeof data21 !== "string") && (!(typeof data21 == "number"))) && (typeof data21 !== "boolean")){
const err67 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema21.properties.value.type},message:"must be string,number,boolean",schema:schema21.properties.value.type,parentSchema:schema21.properties.value,data:data21};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.path !== undefined){
let data22 = data.path;
if(((typeof data22 !== "string") && (!(typeof data22 == "number"))) && (typeof data22 !== "boolean")){
const err68 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: schema21.properties.path.type},message:"must be string,number,boolean",schema:schema21.properties.path.type,parentSchema:schema21.properties.path,data:data22};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.and !== undefined){
let data23 = data.and;
if(Array.isArray(data23)){
if(data23.length < 1){
const err69 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema21.properties.and,data:data23};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len0 = data23.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data23[i0], {instancePath:instancePath+"/and/" + i0,parentData:data23,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err70 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.and.type,parentSchema:schema21.properties.and,data:data23};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.or !== undefined){
let data25 = data.or;
if(Array.isArray(data25)){
if(data25.length < 1){
const err71 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema21.properties.or,data:data25};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len1 = data25.length;
for(let i1=0; i1<len1; i1++){
if(!(wrapper0.validate(data25[i1], {instancePath:instancePath+"/or/" + i1,parentData:data25,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err72 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.or.type,parentSchema:schema21.properties.or,data:data25};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.not !== undefined){
if(!(wrapper2.validate(data.not, {instancePath:instancePath+"/not",parentData:data,parentDataProperty:"not",rootData}))){
vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err73 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
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
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema20.if,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data)){
if(data.length < 1){
const err3 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate14(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

const schema47 = {"description":"Condition with exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/stepCondition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/stepCondition"},"examples":[{"fileExists":"/etc/app.conf","then":"Skip","else":"Execute"}]};
const schema48 = {"description":"A condition, and what to do with the step.","type":"object","allOf":[{"$ref":"#/definitions/condition"}],"properties":{"then":{"description":"What to do with the step if the condition holds; Execute by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Skip"]},"else":{"description":"What to do with the step if it does not hold; Skip by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Execute"]}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.then !== undefined){
let data0 = data.then;
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.then.type,parentSchema:schema48.properties.then,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data0 === "Abort") || (data0 === "Execute")) || (data0 === "Skip"))){
const err1 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/enum",keyword:"enum",params:{allowedValues: schema48.properties.then.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.then.enum,parentSchema:schema48.properties.then,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.else !== undefined){
let data1 = data.else;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.else.type,parentSchema:schema48.properties.else,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "Abort") || (data1 === "Execute")) || (data1 === "Skip"))){
const err3 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/enum",keyword:"enum",params:{allowedValues: schema48.properties.else.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.else.enum,parentSchema:schema48.properties.else,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


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
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema47.if,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data)){
if(data.length < 1){
const err3 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate19(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
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
if(((!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))) && (typeof data12 !== "string")) && (data12 !== null)){
const err22 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/type",keyword:"type",params:{type: schema18.properties["document-s3-bucket-owner"].type},message:"must be integer,string,null",schema:schema18.properties["document-s3-bucket-owner"].type,parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data12 == "number"){
if(data12 > 999999999999 || isNaN(data12)){
const err23 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data12 < 100000000000 || isNaN(data12)){
const err24 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err25 = {instancePath:instancePath+"/inputs/document-s3-bucket-owner",schemaPath:"#/definitions/ExecuteDocument/properties/document-s3-bucket-owner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema18.properties["document-s3-bucket-owner"],data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data10.phases !== undefined){
let data13 = data10.phases;
if((((typeof data13 !== "string") && (!(typeof data13 == "number"))) && (typeof data13 !== "boolean")) && (data13 !== null)){
const err26 = {instancePath:instancePath+"/inputs/phases",schemaPath:"#/definitions/ExecuteDocument/properties/phases/type",keyword:"type",params:{type: schema18.properties.phases.type},message:"must be string,number,boolean,null",schema:schema18.properties.phases.type,parentSchema:schema18.properties.phases,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data10.parameters !== undefined){
let data14 = data10.parameters;
if((!(Array.isArray(data14))) && (data14 !== null)){
const err27 = {instancePath:instancePath+"/inputs/parameters",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/type",keyword:"type",params:{type: schema18.properties.parameters.type},message:"must be array,null",schema:schema18.properties.parameters.type,parentSchema:schema18.properties.parameters,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.name === undefined){
const err28 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema18.properties.parameters.items.required,parentSchema:schema18.properties.parameters.items,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data15.value === undefined){
const err29 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema18.properties.parameters.items.required,parentSchema:schema18.properties.parameters.items,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data15.name !== undefined){
let data16 = data15.name;
if(((typeof data16 !== "string") && (!(typeof data16 == "number"))) && (typeof data16 !== "boolean")){
const err30 = {instancePath:instancePath+"/inputs/parameters/" + i2+"/name",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/properties/name/type",keyword:"type",params:{type: schema18.properties.parameters.items.properties.name.type},message:"must be string,number,boolean",schema:schema18.properties.parameters.items.properties.name.type,parentSchema:schema18.properties.parameters.items.properties.name,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.value !== undefined){
let data17 = data15.value;
if(((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")){
const err31 = {instancePath:instancePath+"/inputs/parameters/" + i2+"/value",schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/properties/value/type",keyword:"type",params:{type: schema18.properties.parameters.items.properties.value.type},message:"must be string,number,boolean",schema:schema18.properties.parameters.items.properties.value.type,parentSchema:schema18.properties.parameters.items.properties.value,data:data17};
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
else {
const err32 = {instancePath:instancePath+"/inputs/parameters/" + i2,schemaPath:"#/definitions/ExecuteDocument/properties/parameters/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.parameters.items.type,parentSchema:schema18.properties.parameters.items,data:data15};
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
}
else {
const err33 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecuteDocument/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data18 = data.timeoutSeconds;
if(typeof data18 == "number"){
if(data18 > -1 || isNaN(data18)){
const err34 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: -1},message:"must be <= -1",schema:-1,parentSchema:schema15.allOf[2].then.properties.timeoutSeconds,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data18 < -1 || isNaN(data18)){
const err35 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema15.allOf[2].then.properties.timeoutSeconds,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
const err36 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/pattern",keyword:"pattern",params:{pattern: "^-1$|\\{\\{"},message:"must match pattern \""+"^-1$|\\{\\{"+"\"",schema:"^-1$|\\{\\{",parentSchema:schema15.allOf[2].then.properties.timeoutSeconds,data:data18};
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
if(data.maxAttempts !== undefined){
let data19 = data.maxAttempts;
if(typeof data19 == "number"){
if(data19 > 1 || isNaN(data19)){
const err37 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema15.allOf[2].then.properties.maxAttempts,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data19 < 1 || isNaN(data19)){
const err38 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema15.allOf[2].then.properties.maxAttempts,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(typeof data19 === "string"){
if(!pattern6.test(data19)){
const err39 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/pattern",keyword:"pattern",params:{pattern: "^0*1$|\\{\\{"},message:"must match pattern \""+"^0*1$|\\{\\{"+"\"",schema:"^0*1$|\\{\\{",parentSchema:schema15.allOf[2].then.properties.maxAttempts,data:data19};
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
}
var _valid2 = _errs31 === errors;
valid15 = _valid2;
}
if(!valid15){
const err40 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[2].if,parentSchema:schema15.allOf[2],data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const _errs52 = errors;
let valid23 = true;
const _errs53 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.action === undefined) && (missing3 = "action")){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecutePowerShell" !== data.action){
const err42 = {};
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
}
var _valid3 = _errs53 === errors;
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs55 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err43 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[3].then.required,parentSchema:schema15.allOf[3].then,data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data.inputs !== undefined){
let data21 = data.inputs;
const _errs59 = errors;
let valid27 = false;
let passing0 = null;
const _errs60 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.commands === undefined){
const err44 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf/0/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'",schema:schema19.oneOf[0].required,parentSchema:schema19.oneOf[0],data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
var _valid4 = _errs60 === errors;
if(_valid4){
valid27 = true;
passing0 = 0;
}
const _errs61 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.file === undefined){
const err45 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema19.oneOf[1].required,parentSchema:schema19.oneOf[1],data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
var _valid4 = _errs61 === errors;
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
const err46 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema19.oneOf,parentSchema:schema19,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
else {
errors = _errs59;
if(vErrors !== null){
if(_errs59){
vErrors.length = _errs59;
}
else {
vErrors = null;
}
}
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.commands !== undefined){
let data22 = data21.commands;
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if((((typeof data23 !== "string") && (!(typeof data23 == "number"))) && (typeof data23 !== "boolean")) && (data23 !== null)){
const err47 = {instancePath:instancePath+"/inputs/commands/" + i3,schemaPath:"#/definitions/ExecutePowerShell/properties/commands/items/type",keyword:"type",params:{type: schema19.properties.commands.items.type},message:"must be string,number,boolean,null",schema:schema19.properties.commands.items.type,parentSchema:schema19.properties.commands.items,data:data23};
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
else {
const err48 = {instancePath:instancePath+"/inputs/commands",schemaPath:"#/definitions/ExecutePowerShell/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.commands.type,parentSchema:schema19.properties.commands,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data21.file !== undefined){
let data24 = data21.file;
if(typeof data24 === "string"){
if(!pattern7.test(data24)){
const err49 = {instancePath:instancePath+"/inputs/file",schemaPath:"#/definitions/ExecutePowerShell/properties/file/pattern",keyword:"pattern",params:{pattern: "\\.[pP][sS]1[\"']?$|\\{\\{"},message:"must match pattern \""+"\\.[pP][sS]1[\"']?$|\\{\\{"+"\"",schema:"\\.[pP][sS]1[\"']?$|\\{\\{",parentSchema:schema19.properties.file,data:data24};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/inputs/file",schemaPath:"#/definitions/ExecutePowerShell/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.file.type,parentSchema:schema19.properties.file,data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ExecutePowerShell/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data:data21};
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
var _valid3 = _errs55 === errors;
valid23 = _valid3;
}
if(!valid23){
const err52 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[3].if,parentSchema:schema15.allOf[3],data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const _errs69 = errors;
let valid31 = true;
const _errs70 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.action === undefined) && (missing4 = "action")){
const err53 = {};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
if(data.action !== undefined){
if("Assert" !== data.action){
const err54 = {};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
}
var _valid5 = _errs70 === errors;
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs72 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err55 = {instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[4].then.required,parentSchema:schema15.allOf[4].then,data};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
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
var _valid5 = _errs72 === errors;
valid31 = _valid5;
}
if(!valid31){
const err56 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[4].if,parentSchema:schema15.allOf[4],data};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const _errs75 = errors;
let valid34 = true;
const _errs76 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.action === undefined) && (missing5 = "action")){
const err57 = {};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
else {
if(data.action !== undefined){
if("S3Download" !== data.action){
const err58 = {};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
}
var _valid6 = _errs76 === errors;
errors = _errs75;
if(vErrors !== null){
if(_errs75){
vErrors.length = _errs75;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs78 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err59 = {instancePath,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[5].then.required,parentSchema:schema15.allOf[5].then,data};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data.inputs !== undefined){
let data28 = data.inputs;
if(Array.isArray(data28)){
if(data28.length < 1){
const err60 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Download/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema22,data:data28};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len4 = data28.length;
for(let i4=0; i4<len4; i4++){
let data29 = data28[i4];
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.source === undefined){
const err61 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data29};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data29.destination === undefined){
const err62 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data29};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data29.source !== undefined){
let data30 = data29.source;
if(typeof data30 === "string"){
if(!pattern13.test(data30)){
const err63 = {instancePath:instancePath+"/inputs/" + i4+"/source",schemaPath:"#/definitions/S3Download/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[sS]3://[^/\\s]+/\\S|\\{\\{"},message:"must match pattern \""+"^[sS]3://[^/\\s]+/\\S|\\{\\{"+"\"",schema:"^[sS]3://[^/\\s]+/\\S|\\{\\{",parentSchema:schema22.items.properties.source,data:data30};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/inputs/" + i4+"/source",schemaPath:"#/definitions/S3Download/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.items.properties.source.type,parentSchema:schema22.items.properties.source,data:data30};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data29.destination !== undefined){
let data31 = data29.destination;
if(((typeof data31 !== "string") && (!(typeof data31 == "number"))) && (typeof data31 !== "boolean")){
const err65 = {instancePath:instancePath+"/inputs/" + i4+"/destination",schemaPath:"#/definitions/S3Download/items/properties/destination/type",keyword:"type",params:{type: schema22.items.properties.destination.type},message:"must be string,number,boolean",schema:schema22.items.properties.destination.type,parentSchema:schema22.items.properties.destination,data:data31};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data29.expectedBucketOwner !== undefined){
let data32 = data29.expectedBucketOwner;
if(((!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))) && (typeof data32 !== "string")) && (data32 !== null)){
const err66 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema22.items.properties.expectedBucketOwner.type},message:"must be integer,string,null",schema:schema22.items.properties.expectedBucketOwner.type,parentSchema:schema22.items.properties.expectedBucketOwner,data:data32};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data32 == "number"){
if(data32 > 999999999999 || isNaN(data32)){
const err67 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema22.items.properties.expectedBucketOwner,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data32 < 100000000000 || isNaN(data32)){
const err68 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema22.items.properties.expectedBucketOwner,data:data32};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(typeof data32 === "string"){
if(!pattern4.test(data32)){
const err69 = {instancePath:instancePath+"/inputs/" + i4+"/expectedBucketOwner",schemaPath:"#/definitions/S3Download/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema22.items.properties.expectedBucketOwner,data:data32};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data29.overwrite !== undefined){
let data33 = data29.overwrite;
if(((typeof data33 !== "boolean") && (typeof data33 !== "string")) && (data33 !== null)){
const err70 = {instancePath:instancePath+"/inputs/" + i4+"/overwrite",schemaPath:"#/definitions/S3Download/items/properties/overwrite/type",keyword:"type",params:{type: schema22.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema22.items.properties.overwrite.type,parentSchema:schema22.items.properties.overwrite,data:data33};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(typeof data33 === "string"){
if(!pattern15.test(data33)){
const err71 = {instancePath:instancePath+"/inputs/" + i4+"/overwrite",schemaPath:"#/definitions/S3Download/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema22.items.properties.overwrite,data:data33};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
}
else {
const err72 = {instancePath:instancePath+"/inputs/" + i4,schemaPath:"#/definitions/S3Download/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.items.type,parentSchema:schema22.items,data:data29};
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
else {
const err73 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Download/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.type,parentSchema:schema22,data:data28};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
var _valid6 = _errs78 === errors;
valid34 = _valid6;
}
if(!valid34){
const err74 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[5].if,parentSchema:schema15.allOf[5],data};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const _errs93 = errors;
let valid41 = true;
const _errs94 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.action === undefined) && (missing6 = "action")){
const err75 = {};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
else {
if(data.action !== undefined){
if("S3Upload" !== data.action){
const err76 = {};
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
}
var _valid7 = _errs94 === errors;
errors = _errs93;
if(vErrors !== null){
if(_errs93){
vErrors.length = _errs93;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs96 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err77 = {instancePath,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[6].then.required,parentSchema:schema15.allOf[6].then,data};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data.inputs !== undefined){
let data35 = data.inputs;
if(Array.isArray(data35)){
if(data35.length < 1){
const err78 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Upload/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema23,data:data35};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
let data36 = data35[i5];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.source === undefined){
const err79 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data36};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data36.destination === undefined){
const err80 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data36};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data36.source !== undefined){
let data37 = data36.source;
if(((typeof data37 !== "string") && (!(typeof data37 == "number"))) && (typeof data37 !== "boolean")){
const err81 = {instancePath:instancePath+"/inputs/" + i5+"/source",schemaPath:"#/definitions/S3Upload/items/properties/source/type",keyword:"type",params:{type: schema23.items.properties.source.type},message:"must be string,number,boolean",schema:schema23.items.properties.source.type,parentSchema:schema23.items.properties.source,data:data37};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data36.destination !== undefined){
let data38 = data36.destination;
if(typeof data38 === "string"){
if(!pattern16.test(data38)){
const err82 = {instancePath:instancePath+"/inputs/" + i5+"/destination",schemaPath:"#/definitions/S3Upload/items/properties/destination/pattern",keyword:"pattern",params:{pattern: "^[sS]3://[^/\\s]+/|\\{\\{"},message:"must match pattern \""+"^[sS]3://[^/\\s]+/|\\{\\{"+"\"",schema:"^[sS]3://[^/\\s]+/|\\{\\{",parentSchema:schema23.items.properties.destination,data:data38};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/inputs/" + i5+"/destination",schemaPath:"#/definitions/S3Upload/items/properties/destination/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.properties.destination.type,parentSchema:schema23.items.properties.destination,data:data38};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data36.recurse !== undefined){
let data39 = data36.recurse;
if(((typeof data39 !== "boolean") && (typeof data39 !== "string")) && (data39 !== null)){
const err84 = {instancePath:instancePath+"/inputs/" + i5+"/recurse",schemaPath:"#/definitions/S3Upload/items/properties/recurse/type",keyword:"type",params:{type: schema23.items.properties.recurse.type},message:"must be boolean,string,null",schema:schema23.items.properties.recurse.type,parentSchema:schema23.items.properties.recurse,data:data39};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(typeof data39 === "string"){
if(!pattern15.test(data39)){
const err85 = {instancePath:instancePath+"/inputs/" + i5+"/recurse",schemaPath:"#/definitions/S3Upload/items/properties/recurse/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema23.items.properties.recurse,data:data39};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
if(data36.expectedBucketOwner !== undefined){
let data40 = data36.expectedBucketOwner;
if(((!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))) && (typeof data40 !== "string")) && (data40 !== null)){
const err86 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema23.items.properties.expectedBucketOwner.type},message:"must be integer,string,null",schema:schema23.items.properties.expectedBucketOwner.type,parentSchema:schema23.items.properties.expectedBucketOwner,data:data40};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(typeof data40 == "number"){
if(data40 > 999999999999 || isNaN(data40)){
const err87 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema23.items.properties.expectedBucketOwner,data:data40};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data40 < 100000000000 || isNaN(data40)){
const err88 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema23.items.properties.expectedBucketOwner,data:data40};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(typeof data40 === "string"){
if(!pattern4.test(data40)){
const err89 = {instancePath:instancePath+"/inputs/" + i5+"/expectedBucketOwner",schemaPath:"#/definitions/S3Upload/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema23.items.properties.expectedBucketOwner,data:data40};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
}
else {
const err90 = {instancePath:instancePath+"/inputs/" + i5,schemaPath:"#/definitions/S3Upload/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.items.type,parentSchema:schema23.items,data:data36};
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
else {
const err91 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/S3Upload/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data35};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
var _valid7 = _errs96 === errors;
valid41 = _valid7;
}
if(!valid41){
const err92 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[6].if,parentSchema:schema15.allOf[6],data};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
const _errs111 = errors;
let valid48 = true;
const _errs112 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.action === undefined) && (missing7 = "action")){
const err93 = {};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
else {
if(data.action !== undefined){
if("WebDownload" !== data.action){
const err94 = {};
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
}
var _valid8 = _errs112 === errors;
errors = _errs111;
if(vErrors !== null){
if(_errs111){
vErrors.length = _errs111;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs114 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err95 = {instancePath,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[7].then.required,parentSchema:schema15.allOf[7].then,data};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data.inputs !== undefined){
let data42 = data.inputs;
if(Array.isArray(data42)){
if(data42.length < 1){
const err96 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/WebDownload/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema24,data:data42};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
const len6 = data42.length;
for(let i6=0; i6<len6; i6++){
let data43 = data42[i6];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.source === undefined){
const err97 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data43};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data43.destination === undefined){
const err98 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data43};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data43.source !== undefined){
let data44 = data43.source;
if(typeof data44 === "string"){
if(!pattern19.test(data44)){
const err99 = {instancePath:instancePath+"/inputs/" + i6+"/source",schemaPath:"#/definitions/WebDownload/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{"},message:"must match pattern \""+"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{"+"\"",schema:"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{",parentSchema:schema24.items.properties.source,data:data44};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/inputs/" + i6+"/source",schemaPath:"#/definitions/WebDownload/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.items.properties.source.type,parentSchema:schema24.items.properties.source,data:data44};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data43.destination !== undefined){
let data45 = data43.destination;
if(((typeof data45 !== "string") && (!(typeof data45 == "number"))) && (typeof data45 !== "boolean")){
const err101 = {instancePath:instancePath+"/inputs/" + i6+"/destination",schemaPath:"#/definitions/WebDownload/items/properties/destination/type",keyword:"type",params:{type: schema24.items.properties.destination.type},message:"must be string,number,boolean",schema:schema24.items.properties.destination.type,parentSchema:schema24.items.properties.destination,data:data45};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data43.overwrite !== undefined){
let data46 = data43.overwrite;
if(((typeof data46 !== "boolean") && (typeof data46 !== "string")) && (data46 !== null)){
const err102 = {instancePath:instancePath+"/inputs/" + i6+"/overwrite",schemaPath:"#/definitions/WebDownload/items/properties/overwrite/type",keyword:"type",params:{type: schema24.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema24.items.properties.overwrite.type,parentSchema:schema24.items.properties.overwrite,data:data46};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(typeof data46 === "string"){
if(!pattern15.test(data46)){
const err103 = {instancePath:instancePath+"/inputs/" + i6+"/overwrite",schemaPath:"#/definitions/WebDownload/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema24.items.properties.overwrite,data:data46};
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
if(data43.checksum !== undefined){
let data47 = data43.checksum;
if((((typeof data47 !== "string") && (!(typeof data47 == "number"))) && (typeof data47 !== "boolean")) && (data47 !== null)){
const err104 = {instancePath:instancePath+"/inputs/" + i6+"/checksum",schemaPath:"#/definitions/WebDownload/items/properties/checksum/type",keyword:"type",params:{type: schema24.items.properties.checksum.type},message:"must be string,number,boolean,null",schema:schema24.items.properties.checksum.type,parentSchema:schema24.items.properties.checksum,data:data47};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data43.algorithm !== undefined){
let data48 = data43.algorithm;
if(((typeof data48 !== "string") && (!(typeof data48 == "number"))) && (data48 !== null)){
const err105 = {instancePath:instancePath+"/inputs/" + i6+"/algorithm",schemaPath:"#/definitions/WebDownload/items/properties/algorithm/type",keyword:"type",params:{type: schema24.items.properties.algorithm.type},message:"must be string,number,null",schema:schema24.items.properties.algorithm.type,parentSchema:schema24.items.properties.algorithm,data:data48};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(typeof data48 === "string"){
if(!pattern21.test(data48)){
const err106 = {instancePath:instancePath+"/inputs/" + i6+"/algorithm",schemaPath:"#/definitions/WebDownload/items/properties/algorithm/pattern",keyword:"pattern",params:{pattern: "^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},message:"must match pattern \""+"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"+"\"",schema:"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{",parentSchema:schema24.items.properties.algorithm,data:data48};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
if(data43.ignoreCertificateErrors !== undefined){
let data49 = data43.ignoreCertificateErrors;
if(((typeof data49 !== "boolean") && (typeof data49 !== "string")) && (data49 !== null)){
const err107 = {instancePath:instancePath+"/inputs/" + i6+"/ignoreCertificateErrors",schemaPath:"#/definitions/WebDownload/items/properties/ignoreCertificateErrors/type",keyword:"type",params:{type: schema24.items.properties.ignoreCertificateErrors.type},message:"must be boolean,string,null",schema:schema24.items.properties.ignoreCertificateErrors.type,parentSchema:schema24.items.properties.ignoreCertificateErrors,data:data49};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(typeof data49 === "string"){
if(!pattern15.test(data49)){
const err108 = {instancePath:instancePath+"/inputs/" + i6+"/ignoreCertificateErrors",schemaPath:"#/definitions/WebDownload/items/properties/ignoreCertificateErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema24.items.properties.ignoreCertificateErrors,data:data49};
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
else {
const err109 = {instancePath:instancePath+"/inputs/" + i6,schemaPath:"#/definitions/WebDownload/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.items.type,parentSchema:schema24.items,data:data43};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/WebDownload/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.type,parentSchema:schema24,data:data42};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
var _valid8 = _errs114 === errors;
valid48 = _valid8;
}
if(!valid48){
const err111 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[7].if,parentSchema:schema15.allOf[7],data};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
const _errs133 = errors;
let valid55 = true;
const _errs134 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.action === undefined) && (missing8 = "action")){
const err112 = {};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
else {
if(data.action !== undefined){
if("AppendFile" !== data.action){
const err113 = {};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
}
var _valid9 = _errs134 === errors;
errors = _errs133;
if(vErrors !== null){
if(_errs133){
vErrors.length = _errs133;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs136 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err114 = {instancePath,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[8].then.required,parentSchema:schema15.allOf[8].then,data};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data.inputs !== undefined){
let data51 = data.inputs;
if(Array.isArray(data51)){
if(data51.length < 1){
const err115 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/AppendFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema25,data:data51};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
const len7 = data51.length;
for(let i7=0; i7<len7; i7++){
let data52 = data51[i7];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.path === undefined){
const err116 = {instancePath:instancePath+"/inputs/" + i7,schemaPath:"#/definitions/AppendFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema25.items.required,parentSchema:schema25.items,data:data52};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data52.path !== undefined){
let data53 = data52.path;
if(((typeof data53 !== "string") && (!(typeof data53 == "number"))) && (typeof data53 !== "boolean")){
const err117 = {instancePath:instancePath+"/inputs/" + i7+"/path",schemaPath:"#/definitions/AppendFile/items/properties/path/type",keyword:"type",params:{type: schema25.items.properties.path.type},message:"must be string,number,boolean",schema:schema25.items.properties.path.type,parentSchema:schema25.items.properties.path,data:data53};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data52.content !== undefined){
let data54 = data52.content;
if((((typeof data54 !== "string") && (!(typeof data54 == "number"))) && (typeof data54 !== "boolean")) && (data54 !== null)){
const err118 = {instancePath:instancePath+"/inputs/" + i7+"/content",schemaPath:"#/definitions/AppendFile/items/properties/content/type",keyword:"type",params:{type: schema25.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.content.type,parentSchema:schema25.items.properties.content,data:data54};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data52.encoding !== undefined){
let data55 = data52.encoding;
if(((typeof data55 !== "string") && (!(typeof data55 == "number"))) && (data55 !== null)){
const err119 = {instancePath:instancePath+"/inputs/" + i7+"/encoding",schemaPath:"#/definitions/AppendFile/items/properties/encoding/type",keyword:"type",params:{type: schema25.items.properties.encoding.type},message:"must be string,number,null",schema:schema25.items.properties.encoding.type,parentSchema:schema25.items.properties.encoding,data:data55};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(typeof data55 === "string"){
if(!pattern23.test(data55)){
const err120 = {instancePath:instancePath+"/inputs/" + i7+"/encoding",schemaPath:"#/definitions/AppendFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema25.items.properties.encoding,data:data55};
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
else {
const err121 = {instancePath:instancePath+"/inputs/" + i7,schemaPath:"#/definitions/AppendFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.items.type,parentSchema:schema25.items,data:data52};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/AppendFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.type,parentSchema:schema25,data:data51};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
var _valid9 = _errs136 === errors;
valid55 = _valid9;
}
if(!valid55){
const err123 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[8].if,parentSchema:schema15.allOf[8],data};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
const _errs149 = errors;
let valid62 = true;
const _errs150 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.action === undefined) && (missing9 = "action")){
const err124 = {};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
else {
if(data.action !== undefined){
if("CopyFile" !== data.action){
const err125 = {};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
}
var _valid10 = _errs150 === errors;
errors = _errs149;
if(vErrors !== null){
if(_errs149){
vErrors.length = _errs149;
}
else {
vErrors = null;
}
}
if(_valid10){
const _errs152 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err126 = {instancePath,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[9].then.required,parentSchema:schema15.allOf[9].then,data};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data.inputs !== undefined){
let data57 = data.inputs;
if(Array.isArray(data57)){
if(data57.length < 1){
const err127 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema26,data:data57};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
const len8 = data57.length;
for(let i8=0; i8<len8; i8++){
let data58 = data57[i8];
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.source === undefined){
const err128 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema26.items.required,parentSchema:schema26.items,data:data58};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data58.destination === undefined){
const err129 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema26.items.required,parentSchema:schema26.items,data:data58};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data58.source !== undefined){
let data59 = data58.source;
if(((typeof data59 !== "string") && (!(typeof data59 == "number"))) && (typeof data59 !== "boolean")){
const err130 = {instancePath:instancePath+"/inputs/" + i8+"/source",schemaPath:"#/definitions/CopyFile/items/properties/source/type",keyword:"type",params:{type: schema26.items.properties.source.type},message:"must be string,number,boolean",schema:schema26.items.properties.source.type,parentSchema:schema26.items.properties.source,data:data59};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data58.destination !== undefined){
let data60 = data58.destination;
if(((typeof data60 !== "string") && (!(typeof data60 == "number"))) && (typeof data60 !== "boolean")){
const err131 = {instancePath:instancePath+"/inputs/" + i8+"/destination",schemaPath:"#/definitions/CopyFile/items/properties/destination/type",keyword:"type",params:{type: schema26.items.properties.destination.type},message:"must be string,number,boolean",schema:schema26.items.properties.destination.type,parentSchema:schema26.items.properties.destination,data:data60};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data58.overwrite !== undefined){
let data61 = data58.overwrite;
if(((typeof data61 !== "boolean") && (typeof data61 !== "string")) && (data61 !== null)){
const err132 = {instancePath:instancePath+"/inputs/" + i8+"/overwrite",schemaPath:"#/definitions/CopyFile/items/properties/overwrite/type",keyword:"type",params:{type: schema26.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema26.items.properties.overwrite.type,parentSchema:schema26.items.properties.overwrite,data:data61};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(typeof data61 === "string"){
if(!pattern15.test(data61)){
const err133 = {instancePath:instancePath+"/inputs/" + i8+"/overwrite",schemaPath:"#/definitions/CopyFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema26.items.properties.overwrite,data:data61};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
}
else {
const err134 = {instancePath:instancePath+"/inputs/" + i8,schemaPath:"#/definitions/CopyFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.type,parentSchema:schema26.items,data:data58};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.type,parentSchema:schema26,data:data57};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
var _valid10 = _errs152 === errors;
valid62 = _valid10;
}
if(!valid62){
const err136 = {instancePath,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[9].if,parentSchema:schema15.allOf[9],data};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
const _errs165 = errors;
let valid69 = true;
const _errs166 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.action === undefined) && (missing10 = "action")){
const err137 = {};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
else {
if(data.action !== undefined){
if("CopyFolder" !== data.action){
const err138 = {};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
}
var _valid11 = _errs166 === errors;
errors = _errs165;
if(vErrors !== null){
if(_errs165){
vErrors.length = _errs165;
}
else {
vErrors = null;
}
}
if(_valid11){
const _errs168 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err139 = {instancePath,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[10].then.required,parentSchema:schema15.allOf[10].then,data};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data.inputs !== undefined){
let data63 = data.inputs;
if(Array.isArray(data63)){
if(data63.length < 1){
const err140 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFolder/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema27,data:data63};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
const len9 = data63.length;
for(let i9=0; i9<len9; i9++){
let data64 = data63[i9];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.source === undefined){
const err141 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data64};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data64.destination === undefined){
const err142 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data64};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data64.source !== undefined){
let data65 = data64.source;
if(((typeof data65 !== "string") && (!(typeof data65 == "number"))) && (typeof data65 !== "boolean")){
const err143 = {instancePath:instancePath+"/inputs/" + i9+"/source",schemaPath:"#/definitions/CopyFolder/items/properties/source/type",keyword:"type",params:{type: schema27.items.properties.source.type},message:"must be string,number,boolean",schema:schema27.items.properties.source.type,parentSchema:schema27.items.properties.source,data:data65};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data64.destination !== undefined){
let data66 = data64.destination;
if(((typeof data66 !== "string") && (!(typeof data66 == "number"))) && (typeof data66 !== "boolean")){
const err144 = {instancePath:instancePath+"/inputs/" + i9+"/destination",schemaPath:"#/definitions/CopyFolder/items/properties/destination/type",keyword:"type",params:{type: schema27.items.properties.destination.type},message:"must be string,number,boolean",schema:schema27.items.properties.destination.type,parentSchema:schema27.items.properties.destination,data:data66};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data64.overwrite !== undefined){
let data67 = data64.overwrite;
if(((typeof data67 !== "boolean") && (typeof data67 !== "string")) && (data67 !== null)){
const err145 = {instancePath:instancePath+"/inputs/" + i9+"/overwrite",schemaPath:"#/definitions/CopyFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema27.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema27.items.properties.overwrite.type,parentSchema:schema27.items.properties.overwrite,data:data67};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(typeof data67 === "string"){
if(!pattern15.test(data67)){
const err146 = {instancePath:instancePath+"/inputs/" + i9+"/overwrite",schemaPath:"#/definitions/CopyFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema27.items.properties.overwrite,data:data67};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
}
else {
const err147 = {instancePath:instancePath+"/inputs/" + i9,schemaPath:"#/definitions/CopyFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.items.type,parentSchema:schema27.items,data:data64};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CopyFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.type,parentSchema:schema27,data:data63};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
var _valid11 = _errs168 === errors;
valid69 = _valid11;
}
if(!valid69){
const err149 = {instancePath,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[10].if,parentSchema:schema15.allOf[10],data};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
const _errs181 = errors;
let valid76 = true;
const _errs182 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.action === undefined) && (missing11 = "action")){
const err150 = {};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFile" !== data.action){
const err151 = {};
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
var _valid12 = _errs182 === errors;
errors = _errs181;
if(vErrors !== null){
if(_errs181){
vErrors.length = _errs181;
}
else {
vErrors = null;
}
}
if(_valid12){
const _errs184 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err152 = {instancePath,schemaPath:"#/allOf/11/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[11].then.required,parentSchema:schema15.allOf[11].then,data};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data.inputs !== undefined){
let data69 = data.inputs;
if(Array.isArray(data69)){
if(data69.length < 1){
const err153 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema28,data:data69};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
const len10 = data69.length;
for(let i10=0; i10<len10; i10++){
let data70 = data69[i10];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.source === undefined){
const err154 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema28.items.required,parentSchema:schema28.items,data:data70};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data70.destination === undefined){
const err155 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema28.items.required,parentSchema:schema28.items,data:data70};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data70.source !== undefined){
let data71 = data70.source;
if(((typeof data71 !== "string") && (!(typeof data71 == "number"))) && (typeof data71 !== "boolean")){
const err156 = {instancePath:instancePath+"/inputs/" + i10+"/source",schemaPath:"#/definitions/MoveFile/items/properties/source/type",keyword:"type",params:{type: schema28.items.properties.source.type},message:"must be string,number,boolean",schema:schema28.items.properties.source.type,parentSchema:schema28.items.properties.source,data:data71};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data70.destination !== undefined){
let data72 = data70.destination;
if(((typeof data72 !== "string") && (!(typeof data72 == "number"))) && (typeof data72 !== "boolean")){
const err157 = {instancePath:instancePath+"/inputs/" + i10+"/destination",schemaPath:"#/definitions/MoveFile/items/properties/destination/type",keyword:"type",params:{type: schema28.items.properties.destination.type},message:"must be string,number,boolean",schema:schema28.items.properties.destination.type,parentSchema:schema28.items.properties.destination,data:data72};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data70.overwrite !== undefined){
let data73 = data70.overwrite;
if(((typeof data73 !== "boolean") && (typeof data73 !== "string")) && (data73 !== null)){
const err158 = {instancePath:instancePath+"/inputs/" + i10+"/overwrite",schemaPath:"#/definitions/MoveFile/items/properties/overwrite/type",keyword:"type",params:{type: schema28.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema28.items.properties.overwrite.type,parentSchema:schema28.items.properties.overwrite,data:data73};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(typeof data73 === "string"){
if(!pattern15.test(data73)){
const err159 = {instancePath:instancePath+"/inputs/" + i10+"/overwrite",schemaPath:"#/definitions/MoveFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema28.items.properties.overwrite,data:data73};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
}
else {
const err160 = {instancePath:instancePath+"/inputs/" + i10,schemaPath:"#/definitions/MoveFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.items.type,parentSchema:schema28.items,data:data70};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.type,parentSchema:schema28,data:data69};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
var _valid12 = _errs184 === errors;
valid76 = _valid12;
}
if(!valid76){
const err162 = {instancePath,schemaPath:"#/allOf/11/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[11].if,parentSchema:schema15.allOf[11],data};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const _errs197 = errors;
let valid83 = true;
const _errs198 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if((data.action === undefined) && (missing12 = "action")){
const err163 = {};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFolder" !== data.action){
const err164 = {};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
}
var _valid13 = _errs198 === errors;
errors = _errs197;
if(vErrors !== null){
if(_errs197){
vErrors.length = _errs197;
}
else {
vErrors = null;
}
}
if(_valid13){
const _errs200 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err165 = {instancePath,schemaPath:"#/allOf/12/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[12].then.required,parentSchema:schema15.allOf[12].then,data};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data.inputs !== undefined){
let data75 = data.inputs;
if(Array.isArray(data75)){
if(data75.length < 1){
const err166 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFolder/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema29,data:data75};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
const len11 = data75.length;
for(let i11=0; i11<len11; i11++){
let data76 = data75[i11];
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(data76.source === undefined){
const err167 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema29.items.required,parentSchema:schema29.items,data:data76};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data76.destination === undefined){
const err168 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema29.items.required,parentSchema:schema29.items,data:data76};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data76.source !== undefined){
let data77 = data76.source;
if(((typeof data77 !== "string") && (!(typeof data77 == "number"))) && (typeof data77 !== "boolean")){
const err169 = {instancePath:instancePath+"/inputs/" + i11+"/source",schemaPath:"#/definitions/MoveFolder/items/properties/source/type",keyword:"type",params:{type: schema29.items.properties.source.type},message:"must be string,number,boolean",schema:schema29.items.properties.source.type,parentSchema:schema29.items.properties.source,data:data77};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data76.destination !== undefined){
let data78 = data76.destination;
if(((typeof data78 !== "string") && (!(typeof data78 == "number"))) && (typeof data78 !== "boolean")){
const err170 = {instancePath:instancePath+"/inputs/" + i11+"/destination",schemaPath:"#/definitions/MoveFolder/items/properties/destination/type",keyword:"type",params:{type: schema29.items.properties.destination.type},message:"must be string,number,boolean",schema:schema29.items.properties.destination.type,parentSchema:schema29.items.properties.destination,data:data78};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data76.overwrite !== undefined){
let data79 = data76.overwrite;
if(((typeof data79 !== "boolean") && (typeof data79 !== "string")) && (data79 !== null)){
const err171 = {instancePath:instancePath+"/inputs/" + i11+"/overwrite",schemaPath:"#/definitions/MoveFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema29.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema29.items.properties.overwrite.type,parentSchema:schema29.items.properties.overwrite,data:data79};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(typeof data79 === "string"){
if(!pattern15.test(data79)){
const err172 = {instancePath:instancePath+"/inputs/" + i11+"/overwrite",schemaPath:"#/definitions/MoveFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema29.items.properties.overwrite,data:data79};
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
else {
const err173 = {instancePath:instancePath+"/inputs/" + i11,schemaPath:"#/definitions/MoveFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.items.type,parentSchema:schema29.items,data:data76};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/MoveFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema29.type,parentSchema:schema29,data:data75};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
var _valid13 = _errs200 === errors;
valid83 = _valid13;
}
if(!valid83){
const err175 = {instancePath,schemaPath:"#/allOf/12/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[12].if,parentSchema:schema15.allOf[12],data};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
const _errs213 = errors;
let valid90 = true;
const _errs214 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((data.action === undefined) && (missing13 = "action")){
const err176 = {};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFile" !== data.action){
const err177 = {};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
}
var _valid14 = _errs214 === errors;
errors = _errs213;
if(vErrors !== null){
if(_errs213){
vErrors.length = _errs213;
}
else {
vErrors = null;
}
}
if(_valid14){
const _errs216 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err178 = {instancePath,schemaPath:"#/allOf/13/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[13].then.required,parentSchema:schema15.allOf[13].then,data};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data.inputs !== undefined){
let data81 = data.inputs;
if(Array.isArray(data81)){
if(data81.length < 1){
const err179 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema30,data:data81};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
const len12 = data81.length;
for(let i12=0; i12<len12; i12++){
let data82 = data81[i12];
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.path === undefined){
const err180 = {instancePath:instancePath+"/inputs/" + i12,schemaPath:"#/definitions/CreateFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema30.items.required,parentSchema:schema30.items,data:data82};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data82.path !== undefined){
let data83 = data82.path;
if(((typeof data83 !== "string") && (!(typeof data83 == "number"))) && (typeof data83 !== "boolean")){
const err181 = {instancePath:instancePath+"/inputs/" + i12+"/path",schemaPath:"#/definitions/CreateFile/items/properties/path/type",keyword:"type",params:{type: schema30.items.properties.path.type},message:"must be string,number,boolean",schema:schema30.items.properties.path.type,parentSchema:schema30.items.properties.path,data:data83};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data82.content !== undefined){
let data84 = data82.content;
if((((typeof data84 !== "string") && (!(typeof data84 == "number"))) && (typeof data84 !== "boolean")) && (data84 !== null)){
const err182 = {instancePath:instancePath+"/inputs/" + i12+"/content",schemaPath:"#/definitions/CreateFile/items/properties/content/type",keyword:"type",params:{type: schema30.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.content.type,parentSchema:schema30.items.properties.content,data:data84};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data82.encoding !== undefined){
let data85 = data82.encoding;
if(((typeof data85 !== "string") && (!(typeof data85 == "number"))) && (data85 !== null)){
const err183 = {instancePath:instancePath+"/inputs/" + i12+"/encoding",schemaPath:"#/definitions/CreateFile/items/properties/encoding/type",keyword:"type",params:{type: schema30.items.properties.encoding.type},message:"must be string,number,null",schema:schema30.items.properties.encoding.type,parentSchema:schema30.items.properties.encoding,data:data85};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(typeof data85 === "string"){
if(!pattern23.test(data85)){
const err184 = {instancePath:instancePath+"/inputs/" + i12+"/encoding",schemaPath:"#/definitions/CreateFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema30.items.properties.encoding,data:data85};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
}
if(data82.owner !== undefined){
let data86 = data82.owner;
if((((typeof data86 !== "string") && (!(typeof data86 == "number"))) && (typeof data86 !== "boolean")) && (data86 !== null)){
const err185 = {instancePath:instancePath+"/inputs/" + i12+"/owner",schemaPath:"#/definitions/CreateFile/items/properties/owner/type",keyword:"type",params:{type: schema30.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.owner.type,parentSchema:schema30.items.properties.owner,data:data86};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data82.group !== undefined){
let data87 = data82.group;
if((((typeof data87 !== "string") && (!(typeof data87 == "number"))) && (typeof data87 !== "boolean")) && (data87 !== null)){
const err186 = {instancePath:instancePath+"/inputs/" + i12+"/group",schemaPath:"#/definitions/CreateFile/items/properties/group/type",keyword:"type",params:{type: schema30.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.group.type,parentSchema:schema30.items.properties.group,data:data87};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data82.permissions !== undefined){
let data88 = data82.permissions;
if((((typeof data88 !== "string") && (!(typeof data88 == "number"))) && (typeof data88 !== "boolean")) && (data88 !== null)){
const err187 = {instancePath:instancePath+"/inputs/" + i12+"/permissions",schemaPath:"#/definitions/CreateFile/items/properties/permissions/type",keyword:"type",params:{type: schema30.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.permissions.type,parentSchema:schema30.items.properties.permissions,data:data88};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data82.overwrite !== undefined){
let data89 = data82.overwrite;
if(((typeof data89 !== "boolean") && (typeof data89 !== "string")) && (data89 !== null)){
const err188 = {instancePath:instancePath+"/inputs/" + i12+"/overwrite",schemaPath:"#/definitions/CreateFile/items/properties/overwrite/type",keyword:"type",params:{type: schema30.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema30.items.properties.overwrite.type,parentSchema:schema30.items.properties.overwrite,data:data89};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(typeof data89 === "string"){
if(!pattern15.test(data89)){
const err189 = {instancePath:instancePath+"/inputs/" + i12+"/overwrite",schemaPath:"#/definitions/CreateFile/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema30.items.properties.overwrite,data:data89};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
}
}
else {
const err190 = {instancePath:instancePath+"/inputs/" + i12,schemaPath:"#/definitions/CreateFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.items.type,parentSchema:schema30.items,data:data82};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
}
else {
const err191 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.type,parentSchema:schema30,data:data81};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
var _valid14 = _errs216 === errors;
valid90 = _valid14;
}
if(!valid90){
const err192 = {instancePath,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[13].if,parentSchema:schema15.allOf[13],data};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
const _errs237 = errors;
let valid97 = true;
const _errs238 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((data.action === undefined) && (missing14 = "action")){
const err193 = {};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFolder" !== data.action){
const err194 = {};
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
}
var _valid15 = _errs238 === errors;
errors = _errs237;
if(vErrors !== null){
if(_errs237){
vErrors.length = _errs237;
}
else {
vErrors = null;
}
}
if(_valid15){
const _errs240 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err195 = {instancePath,schemaPath:"#/allOf/14/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[14].then.required,parentSchema:schema15.allOf[14].then,data};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data.inputs !== undefined){
let data91 = data.inputs;
if(Array.isArray(data91)){
if(data91.length < 1){
const err196 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFolder/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31,data:data91};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
const len13 = data91.length;
for(let i13=0; i13<len13; i13++){
let data92 = data91[i13];
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.path === undefined){
const err197 = {instancePath:instancePath+"/inputs/" + i13,schemaPath:"#/definitions/CreateFolder/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.items.required,parentSchema:schema31.items,data:data92};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data92.path !== undefined){
let data93 = data92.path;
if(((typeof data93 !== "string") && (!(typeof data93 == "number"))) && (typeof data93 !== "boolean")){
const err198 = {instancePath:instancePath+"/inputs/" + i13+"/path",schemaPath:"#/definitions/CreateFolder/items/properties/path/type",keyword:"type",params:{type: schema31.items.properties.path.type},message:"must be string,number,boolean",schema:schema31.items.properties.path.type,parentSchema:schema31.items.properties.path,data:data93};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data92.owner !== undefined){
let data94 = data92.owner;
if((((typeof data94 !== "string") && (!(typeof data94 == "number"))) && (typeof data94 !== "boolean")) && (data94 !== null)){
const err199 = {instancePath:instancePath+"/inputs/" + i13+"/owner",schemaPath:"#/definitions/CreateFolder/items/properties/owner/type",keyword:"type",params:{type: schema31.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.owner.type,parentSchema:schema31.items.properties.owner,data:data94};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data92.group !== undefined){
let data95 = data92.group;
if((((typeof data95 !== "string") && (!(typeof data95 == "number"))) && (typeof data95 !== "boolean")) && (data95 !== null)){
const err200 = {instancePath:instancePath+"/inputs/" + i13+"/group",schemaPath:"#/definitions/CreateFolder/items/properties/group/type",keyword:"type",params:{type: schema31.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.group.type,parentSchema:schema31.items.properties.group,data:data95};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data92.permissions !== undefined){
let data96 = data92.permissions;
if((((typeof data96 !== "string") && (!(typeof data96 == "number"))) && (typeof data96 !== "boolean")) && (data96 !== null)){
const err201 = {instancePath:instancePath+"/inputs/" + i13+"/permissions",schemaPath:"#/definitions/CreateFolder/items/properties/permissions/type",keyword:"type",params:{type: schema31.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema31.items.properties.permissions.type,parentSchema:schema31.items.properties.permissions,data:data96};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data92.overwrite !== undefined){
let data97 = data92.overwrite;
if(((typeof data97 !== "boolean") && (typeof data97 !== "string")) && (data97 !== null)){
const err202 = {instancePath:instancePath+"/inputs/" + i13+"/overwrite",schemaPath:"#/definitions/CreateFolder/items/properties/overwrite/type",keyword:"type",params:{type: schema31.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema31.items.properties.overwrite.type,parentSchema:schema31.items.properties.overwrite,data:data97};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(typeof data97 === "string"){
if(!pattern15.test(data97)){
const err203 = {instancePath:instancePath+"/inputs/" + i13+"/overwrite",schemaPath:"#/definitions/CreateFolder/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema31.items.properties.overwrite,data:data97};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
}
else {
const err204 = {instancePath:instancePath+"/inputs/" + i13,schemaPath:"#/definitions/CreateFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.items.type,parentSchema:schema31.items,data:data92};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.type,parentSchema:schema31,data:data91};
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
var _valid15 = _errs240 === errors;
valid97 = _valid15;
}
if(!valid97){
const err206 = {instancePath,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[14].if,parentSchema:schema15.allOf[14],data};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
const _errs257 = errors;
let valid104 = true;
const _errs258 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((data.action === undefined) && (missing15 = "action")){
const err207 = {};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateSymlink" !== data.action){
const err208 = {};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
}
var _valid16 = _errs258 === errors;
errors = _errs257;
if(vErrors !== null){
if(_errs257){
vErrors.length = _errs257;
}
else {
vErrors = null;
}
}
if(_valid16){
const _errs260 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err209 = {instancePath,schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[15].then.required,parentSchema:schema15.allOf[15].then,data};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(data.inputs !== undefined){
let data99 = data.inputs;
if(Array.isArray(data99)){
if(data99.length < 1){
const err210 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateSymlink/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema32,data:data99};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
const len14 = data99.length;
for(let i14=0; i14<len14; i14++){
let data100 = data99[i14];
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100.path === undefined){
const err211 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema32.items.required,parentSchema:schema32.items,data:data100};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data100.target === undefined){
const err212 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'",schema:schema32.items.required,parentSchema:schema32.items,data:data100};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(data100.path !== undefined){
let data101 = data100.path;
if(((typeof data101 !== "string") && (!(typeof data101 == "number"))) && (typeof data101 !== "boolean")){
const err213 = {instancePath:instancePath+"/inputs/" + i14+"/path",schemaPath:"#/definitions/CreateSymlink/items/properties/path/type",keyword:"type",params:{type: schema32.items.properties.path.type},message:"must be string,number,boolean",schema:schema32.items.properties.path.type,parentSchema:schema32.items.properties.path,data:data101};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data100.target !== undefined){
let data102 = data100.target;
if(((typeof data102 !== "string") && (!(typeof data102 == "number"))) && (typeof data102 !== "boolean")){
const err214 = {instancePath:instancePath+"/inputs/" + i14+"/target",schemaPath:"#/definitions/CreateSymlink/items/properties/target/type",keyword:"type",params:{type: schema32.items.properties.target.type},message:"must be string,number,boolean",schema:schema32.items.properties.target.type,parentSchema:schema32.items.properties.target,data:data102};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data100.force !== undefined){
let data103 = data100.force;
if(((typeof data103 !== "boolean") && (typeof data103 !== "string")) && (data103 !== null)){
const err215 = {instancePath:instancePath+"/inputs/" + i14+"/force",schemaPath:"#/definitions/CreateSymlink/items/properties/force/type",keyword:"type",params:{type: schema32.items.properties.force.type},message:"must be boolean,string,null",schema:schema32.items.properties.force.type,parentSchema:schema32.items.properties.force,data:data103};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(typeof data103 === "string"){
if(!pattern15.test(data103)){
const err216 = {instancePath:instancePath+"/inputs/" + i14+"/force",schemaPath:"#/definitions/CreateSymlink/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema32.items.properties.force,data:data103};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
}
else {
const err217 = {instancePath:instancePath+"/inputs/" + i14,schemaPath:"#/definitions/CreateSymlink/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.items.type,parentSchema:schema32.items,data:data100};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
}
else {
const err218 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/CreateSymlink/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.type,parentSchema:schema32,data:data99};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
var _valid16 = _errs260 === errors;
valid104 = _valid16;
}
if(!valid104){
const err219 = {instancePath,schemaPath:"#/allOf/15/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[15].if,parentSchema:schema15.allOf[15],data};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
const _errs273 = errors;
let valid111 = true;
const _errs274 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((data.action === undefined) && (missing16 = "action")){
const err220 = {};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFile" !== data.action){
const err221 = {};
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
var _valid17 = _errs274 === errors;
errors = _errs273;
if(vErrors !== null){
if(_errs273){
vErrors.length = _errs273;
}
else {
vErrors = null;
}
}
if(_valid17){
const _errs276 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err222 = {instancePath,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[16].then.required,parentSchema:schema15.allOf[16].then,data};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data.inputs !== undefined){
let data105 = data.inputs;
if(Array.isArray(data105)){
if(data105.length < 1){
const err223 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema33,data:data105};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
const len15 = data105.length;
for(let i15=0; i15<len15; i15++){
let data106 = data105[i15];
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.path === undefined){
const err224 = {instancePath:instancePath+"/inputs/" + i15,schemaPath:"#/definitions/DeleteFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema33.items.required,parentSchema:schema33.items,data:data106};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(data106.path !== undefined){
let data107 = data106.path;
if(((typeof data107 !== "string") && (!(typeof data107 == "number"))) && (typeof data107 !== "boolean")){
const err225 = {instancePath:instancePath+"/inputs/" + i15+"/path",schemaPath:"#/definitions/DeleteFile/items/properties/path/type",keyword:"type",params:{type: schema33.items.properties.path.type},message:"must be string,number,boolean",schema:schema33.items.properties.path.type,parentSchema:schema33.items.properties.path,data:data107};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
}
else {
const err226 = {instancePath:instancePath+"/inputs/" + i15,schemaPath:"#/definitions/DeleteFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.items.type,parentSchema:schema33.items,data:data106};
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
else {
const err227 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.type,parentSchema:schema33,data:data105};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
var _valid17 = _errs276 === errors;
valid111 = _valid17;
}
if(!valid111){
const err228 = {instancePath,schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[16].if,parentSchema:schema15.allOf[16],data};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
const _errs285 = errors;
let valid118 = true;
const _errs286 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if((data.action === undefined) && (missing17 = "action")){
const err229 = {};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFolder" !== data.action){
const err230 = {};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
}
var _valid18 = _errs286 === errors;
errors = _errs285;
if(vErrors !== null){
if(_errs285){
vErrors.length = _errs285;
}
else {
vErrors = null;
}
}
if(_valid18){
const _errs288 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err231 = {instancePath,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[17].then.required,parentSchema:schema15.allOf[17].then,data};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data.inputs !== undefined){
let data109 = data.inputs;
if(Array.isArray(data109)){
if(data109.length < 1){
const err232 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFolder/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema34,data:data109};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
const len16 = data109.length;
for(let i16=0; i16<len16; i16++){
let data110 = data109[i16];
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.path === undefined){
const err233 = {instancePath:instancePath+"/inputs/" + i16,schemaPath:"#/definitions/DeleteFolder/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema34.items.required,parentSchema:schema34.items,data:data110};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data110.path !== undefined){
let data111 = data110.path;
if(((typeof data111 !== "string") && (!(typeof data111 == "number"))) && (typeof data111 !== "boolean")){
const err234 = {instancePath:instancePath+"/inputs/" + i16+"/path",schemaPath:"#/definitions/DeleteFolder/items/properties/path/type",keyword:"type",params:{type: schema34.items.properties.path.type},message:"must be string,number,boolean",schema:schema34.items.properties.path.type,parentSchema:schema34.items.properties.path,data:data111};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data110.force !== undefined){
let data112 = data110.force;
if(((typeof data112 !== "boolean") && (typeof data112 !== "string")) && (data112 !== null)){
const err235 = {instancePath:instancePath+"/inputs/" + i16+"/force",schemaPath:"#/definitions/DeleteFolder/items/properties/force/type",keyword:"type",params:{type: schema34.items.properties.force.type},message:"must be boolean,string,null",schema:schema34.items.properties.force.type,parentSchema:schema34.items.properties.force,data:data112};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(typeof data112 === "string"){
if(!pattern15.test(data112)){
const err236 = {instancePath:instancePath+"/inputs/" + i16+"/force",schemaPath:"#/definitions/DeleteFolder/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema34.items.properties.force,data:data112};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
}
}
else {
const err237 = {instancePath:instancePath+"/inputs/" + i16,schemaPath:"#/definitions/DeleteFolder/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.items.type,parentSchema:schema34.items,data:data110};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
}
else {
const err238 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/DeleteFolder/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.type,parentSchema:schema34,data:data109};
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
var _valid18 = _errs288 === errors;
valid118 = _valid18;
}
if(!valid118){
const err239 = {instancePath,schemaPath:"#/allOf/17/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[17].if,parentSchema:schema15.allOf[17],data};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
const _errs299 = errors;
let valid125 = true;
const _errs300 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if((data.action === undefined) && (missing18 = "action")){
const err240 = {};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
else {
if(data.action !== undefined){
if("ListFiles" !== data.action){
const err241 = {};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
}
}
var _valid19 = _errs300 === errors;
errors = _errs299;
if(vErrors !== null){
if(_errs299){
vErrors.length = _errs299;
}
else {
vErrors = null;
}
}
if(_valid19){
const _errs302 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err242 = {instancePath,schemaPath:"#/allOf/18/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[18].then.required,parentSchema:schema15.allOf[18].then,data};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data.inputs !== undefined){
let data114 = data.inputs;
if(Array.isArray(data114)){
if(data114.length < 1){
const err243 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ListFiles/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema35,data:data114};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
const len17 = data114.length;
for(let i17=0; i17<len17; i17++){
let data115 = data114[i17];
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.path === undefined){
const err244 = {instancePath:instancePath+"/inputs/" + i17,schemaPath:"#/definitions/ListFiles/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema35.items.required,parentSchema:schema35.items,data:data115};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
if(data115.path !== undefined){
let data116 = data115.path;
if(((typeof data116 !== "string") && (!(typeof data116 == "number"))) && (typeof data116 !== "boolean")){
const err245 = {instancePath:instancePath+"/inputs/" + i17+"/path",schemaPath:"#/definitions/ListFiles/items/properties/path/type",keyword:"type",params:{type: schema35.items.properties.path.type},message:"must be string,number,boolean",schema:schema35.items.properties.path.type,parentSchema:schema35.items.properties.path,data:data116};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data115.fileNamePattern !== undefined){
let data117 = data115.fileNamePattern;
if((((typeof data117 !== "string") && (!(typeof data117 == "number"))) && (typeof data117 !== "boolean")) && (data117 !== null)){
const err246 = {instancePath:instancePath+"/inputs/" + i17+"/fileNamePattern",schemaPath:"#/definitions/ListFiles/items/properties/fileNamePattern/type",keyword:"type",params:{type: schema35.items.properties.fileNamePattern.type},message:"must be string,number,boolean,null",schema:schema35.items.properties.fileNamePattern.type,parentSchema:schema35.items.properties.fileNamePattern,data:data117};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data115.recursive !== undefined){
let data118 = data115.recursive;
if(((typeof data118 !== "boolean") && (typeof data118 !== "string")) && (data118 !== null)){
const err247 = {instancePath:instancePath+"/inputs/" + i17+"/recursive",schemaPath:"#/definitions/ListFiles/items/properties/recursive/type",keyword:"type",params:{type: schema35.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema35.items.properties.recursive.type,parentSchema:schema35.items.properties.recursive,data:data118};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(typeof data118 === "string"){
if(!pattern15.test(data118)){
const err248 = {instancePath:instancePath+"/inputs/" + i17+"/recursive",schemaPath:"#/definitions/ListFiles/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema35.items.properties.recursive,data:data118};
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
else {
const err249 = {instancePath:instancePath+"/inputs/" + i17,schemaPath:"#/definitions/ListFiles/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.items.type,parentSchema:schema35.items,data:data115};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
}
else {
const err250 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ListFiles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema35.type,parentSchema:schema35,data:data114};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
}
var _valid19 = _errs302 === errors;
valid125 = _valid19;
}
if(!valid125){
const err251 = {instancePath,schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[18].if,parentSchema:schema15.allOf[18],data};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
const _errs315 = errors;
let valid132 = true;
const _errs316 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if((data.action === undefined) && (missing19 = "action")){
const err252 = {};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
else {
if(data.action !== undefined){
if("ReadFile" !== data.action){
const err253 = {};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
}
var _valid20 = _errs316 === errors;
errors = _errs315;
if(vErrors !== null){
if(_errs315){
vErrors.length = _errs315;
}
else {
vErrors = null;
}
}
if(_valid20){
const _errs318 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err254 = {instancePath,schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[19].then.required,parentSchema:schema15.allOf[19].then,data};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(data.inputs !== undefined){
let data120 = data.inputs;
if(Array.isArray(data120)){
if(data120.length < 1){
const err255 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ReadFile/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36,data:data120};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
const len18 = data120.length;
for(let i18=0; i18<len18; i18++){
let data121 = data120[i18];
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if(data121.path === undefined){
const err256 = {instancePath:instancePath+"/inputs/" + i18,schemaPath:"#/definitions/ReadFile/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema36.items.required,parentSchema:schema36.items,data:data121};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data121.path !== undefined){
let data122 = data121.path;
if(((typeof data122 !== "string") && (!(typeof data122 == "number"))) && (typeof data122 !== "boolean")){
const err257 = {instancePath:instancePath+"/inputs/" + i18+"/path",schemaPath:"#/definitions/ReadFile/items/properties/path/type",keyword:"type",params:{type: schema36.items.properties.path.type},message:"must be string,number,boolean",schema:schema36.items.properties.path.type,parentSchema:schema36.items.properties.path,data:data122};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data121.encoding !== undefined){
let data123 = data121.encoding;
if(((typeof data123 !== "string") && (!(typeof data123 == "number"))) && (data123 !== null)){
const err258 = {instancePath:instancePath+"/inputs/" + i18+"/encoding",schemaPath:"#/definitions/ReadFile/items/properties/encoding/type",keyword:"type",params:{type: schema36.items.properties.encoding.type},message:"must be string,number,null",schema:schema36.items.properties.encoding.type,parentSchema:schema36.items.properties.encoding,data:data123};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(typeof data123 === "string"){
if(!pattern23.test(data123)){
const err259 = {instancePath:instancePath+"/inputs/" + i18+"/encoding",schemaPath:"#/definitions/ReadFile/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema36.items.properties.encoding,data:data123};
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
if(data121.printFileContent !== undefined){
let data124 = data121.printFileContent;
if(((typeof data124 !== "boolean") && (typeof data124 !== "string")) && (data124 !== null)){
const err260 = {instancePath:instancePath+"/inputs/" + i18+"/printFileContent",schemaPath:"#/definitions/ReadFile/items/properties/printFileContent/type",keyword:"type",params:{type: schema36.items.properties.printFileContent.type},message:"must be boolean,string,null",schema:schema36.items.properties.printFileContent.type,parentSchema:schema36.items.properties.printFileContent,data:data124};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if(typeof data124 === "string"){
if(!pattern15.test(data124)){
const err261 = {instancePath:instancePath+"/inputs/" + i18+"/printFileContent",schemaPath:"#/definitions/ReadFile/items/properties/printFileContent/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema36.items.properties.printFileContent,data:data124};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
}
}
else {
const err262 = {instancePath:instancePath+"/inputs/" + i18,schemaPath:"#/definitions/ReadFile/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data121};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
}
else {
const err263 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/ReadFile/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data:data120};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
var _valid20 = _errs318 === errors;
valid132 = _valid20;
}
if(!valid132){
const err264 = {instancePath,schemaPath:"#/allOf/19/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[19].if,parentSchema:schema15.allOf[19],data};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
const _errs331 = errors;
let valid139 = true;
const _errs332 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if((data.action === undefined) && (missing20 = "action")){
const err265 = {};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileEncoding" !== data.action){
const err266 = {};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
}
}
var _valid21 = _errs332 === errors;
errors = _errs331;
if(vErrors !== null){
if(_errs331){
vErrors.length = _errs331;
}
else {
vErrors = null;
}
}
if(_valid21){
const _errs334 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err267 = {instancePath,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[20].then.required,parentSchema:schema15.allOf[20].then,data};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data.inputs !== undefined){
let data126 = data.inputs;
if(Array.isArray(data126)){
if(data126.length < 1){
const err268 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileEncoding/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema37,data:data126};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
const len19 = data126.length;
for(let i19=0; i19<len19; i19++){
let data127 = data126[i19];
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.path === undefined){
const err269 = {instancePath:instancePath+"/inputs/" + i19,schemaPath:"#/definitions/SetFileEncoding/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema37.items.required,parentSchema:schema37.items,data:data127};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(data127.path !== undefined){
let data128 = data127.path;
if(((typeof data128 !== "string") && (!(typeof data128 == "number"))) && (typeof data128 !== "boolean")){
const err270 = {instancePath:instancePath+"/inputs/" + i19+"/path",schemaPath:"#/definitions/SetFileEncoding/items/properties/path/type",keyword:"type",params:{type: schema37.items.properties.path.type},message:"must be string,number,boolean",schema:schema37.items.properties.path.type,parentSchema:schema37.items.properties.path,data:data128};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data127.encoding !== undefined){
let data129 = data127.encoding;
if(((typeof data129 !== "string") && (!(typeof data129 == "number"))) && (data129 !== null)){
const err271 = {instancePath:instancePath+"/inputs/" + i19+"/encoding",schemaPath:"#/definitions/SetFileEncoding/items/properties/encoding/type",keyword:"type",params:{type: schema37.items.properties.encoding.type},message:"must be string,number,null",schema:schema37.items.properties.encoding.type,parentSchema:schema37.items.properties.encoding,data:data129};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(typeof data129 === "string"){
if(!pattern23.test(data129)){
const err272 = {instancePath:instancePath+"/inputs/" + i19+"/encoding",schemaPath:"#/definitions/SetFileEncoding/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema37.items.properties.encoding,data:data129};
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
else {
const err273 = {instancePath:instancePath+"/inputs/" + i19,schemaPath:"#/definitions/SetFileEncoding/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.items.type,parentSchema:schema37.items,data:data127};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
else {
const err274 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileEncoding/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.type,parentSchema:schema37,data:data126};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
}
var _valid21 = _errs334 === errors;
valid139 = _valid21;
}
if(!valid139){
const err275 = {instancePath,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[20].if,parentSchema:schema15.allOf[20],data};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
const _errs345 = errors;
let valid146 = true;
const _errs346 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((data.action === undefined) && (missing21 = "action")){
const err276 = {};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileOwner" !== data.action){
const err277 = {};
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
}
var _valid22 = _errs346 === errors;
errors = _errs345;
if(vErrors !== null){
if(_errs345){
vErrors.length = _errs345;
}
else {
vErrors = null;
}
}
if(_valid22){
const _errs348 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err278 = {instancePath,schemaPath:"#/allOf/21/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[21].then.required,parentSchema:schema15.allOf[21].then,data};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(data.inputs !== undefined){
let data131 = data.inputs;
if(Array.isArray(data131)){
if(data131.length < 1){
const err279 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileOwner/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema38,data:data131};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
const len20 = data131.length;
for(let i20=0; i20<len20; i20++){
let data132 = data131[i20];
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.path === undefined){
const err280 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema38.items.required,parentSchema:schema38.items,data:data132};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if(data132.owner === undefined){
const err281 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema38.items.required,parentSchema:schema38.items,data:data132};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(data132.path !== undefined){
let data133 = data132.path;
if(((typeof data133 !== "string") && (!(typeof data133 == "number"))) && (typeof data133 !== "boolean")){
const err282 = {instancePath:instancePath+"/inputs/" + i20+"/path",schemaPath:"#/definitions/SetFileOwner/items/properties/path/type",keyword:"type",params:{type: schema38.items.properties.path.type},message:"must be string,number,boolean",schema:schema38.items.properties.path.type,parentSchema:schema38.items.properties.path,data:data133};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data132.owner !== undefined){
let data134 = data132.owner;
if(((typeof data134 !== "string") && (!(typeof data134 == "number"))) && (typeof data134 !== "boolean")){
const err283 = {instancePath:instancePath+"/inputs/" + i20+"/owner",schemaPath:"#/definitions/SetFileOwner/items/properties/owner/type",keyword:"type",params:{type: schema38.items.properties.owner.type},message:"must be string,number,boolean",schema:schema38.items.properties.owner.type,parentSchema:schema38.items.properties.owner,data:data134};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data132.group !== undefined){
let data135 = data132.group;
if((((typeof data135 !== "string") && (!(typeof data135 == "number"))) && (typeof data135 !== "boolean")) && (data135 !== null)){
const err284 = {instancePath:instancePath+"/inputs/" + i20+"/group",schemaPath:"#/definitions/SetFileOwner/items/properties/group/type",keyword:"type",params:{type: schema38.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema38.items.properties.group.type,parentSchema:schema38.items.properties.group,data:data135};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
}
else {
const err285 = {instancePath:instancePath+"/inputs/" + i20,schemaPath:"#/definitions/SetFileOwner/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.items.type,parentSchema:schema38.items,data:data132};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
}
else {
const err286 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFileOwner/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.type,parentSchema:schema38,data:data131};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
}
var _valid22 = _errs348 === errors;
valid146 = _valid22;
}
if(!valid146){
const err287 = {instancePath,schemaPath:"#/allOf/21/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[21].if,parentSchema:schema15.allOf[21],data};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
const _errs361 = errors;
let valid153 = true;
const _errs362 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((data.action === undefined) && (missing22 = "action")){
const err288 = {};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderOwner" !== data.action){
const err289 = {};
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
var _valid23 = _errs362 === errors;
errors = _errs361;
if(vErrors !== null){
if(_errs361){
vErrors.length = _errs361;
}
else {
vErrors = null;
}
}
if(_valid23){
const _errs364 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err290 = {instancePath,schemaPath:"#/allOf/22/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[22].then.required,parentSchema:schema15.allOf[22].then,data};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(data.inputs !== undefined){
let data137 = data.inputs;
if(Array.isArray(data137)){
if(data137.length < 1){
const err291 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderOwner/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
const len21 = data137.length;
for(let i21=0; i21<len21; i21++){
let data138 = data137[i21];
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if(data138.path === undefined){
const err292 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema39.items.required,parentSchema:schema39.items,data:data138};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(data138.owner === undefined){
const err293 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema39.items.required,parentSchema:schema39.items,data:data138};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(data138.path !== undefined){
let data139 = data138.path;
if(((typeof data139 !== "string") && (!(typeof data139 == "number"))) && (typeof data139 !== "boolean")){
const err294 = {instancePath:instancePath+"/inputs/" + i21+"/path",schemaPath:"#/definitions/SetFolderOwner/items/properties/path/type",keyword:"type",params:{type: schema39.items.properties.path.type},message:"must be string,number,boolean",schema:schema39.items.properties.path.type,parentSchema:schema39.items.properties.path,data:data139};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data138.owner !== undefined){
let data140 = data138.owner;
if(((typeof data140 !== "string") && (!(typeof data140 == "number"))) && (typeof data140 !== "boolean")){
const err295 = {instancePath:instancePath+"/inputs/" + i21+"/owner",schemaPath:"#/definitions/SetFolderOwner/items/properties/owner/type",keyword:"type",params:{type: schema39.items.properties.owner.type},message:"must be string,number,boolean",schema:schema39.items.properties.owner.type,parentSchema:schema39.items.properties.owner,data:data140};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data138.group !== undefined){
let data141 = data138.group;
if((((typeof data141 !== "string") && (!(typeof data141 == "number"))) && (typeof data141 !== "boolean")) && (data141 !== null)){
const err296 = {instancePath:instancePath+"/inputs/" + i21+"/group",schemaPath:"#/definitions/SetFolderOwner/items/properties/group/type",keyword:"type",params:{type: schema39.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema39.items.properties.group.type,parentSchema:schema39.items.properties.group,data:data141};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data138.recursive !== undefined){
let data142 = data138.recursive;
if(((typeof data142 !== "boolean") && (typeof data142 !== "string")) && (data142 !== null)){
const err297 = {instancePath:instancePath+"/inputs/" + i21+"/recursive",schemaPath:"#/definitions/SetFolderOwner/items/properties/recursive/type",keyword:"type",params:{type: schema39.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema39.items.properties.recursive.type,parentSchema:schema39.items.properties.recursive,data:data142};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(typeof data142 === "string"){
if(!pattern15.test(data142)){
const err298 = {instancePath:instancePath+"/inputs/" + i21+"/recursive",schemaPath:"#/definitions/SetFolderOwner/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema39.items.properties.recursive,data:data142};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
}
else {
const err299 = {instancePath:instancePath+"/inputs/" + i21,schemaPath:"#/definitions/SetFolderOwner/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.items.type,parentSchema:schema39.items,data:data138};
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
else {
const err300 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderOwner/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.type,parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
}
var _valid23 = _errs364 === errors;
valid153 = _valid23;
}
if(!valid153){
const err301 = {instancePath,schemaPath:"#/allOf/22/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[22].if,parentSchema:schema15.allOf[22],data};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
const _errs379 = errors;
let valid160 = true;
const _errs380 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if((data.action === undefined) && (missing23 = "action")){
const err302 = {};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFilePermissions" !== data.action){
const err303 = {};
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
var _valid24 = _errs380 === errors;
errors = _errs379;
if(vErrors !== null){
if(_errs379){
vErrors.length = _errs379;
}
else {
vErrors = null;
}
}
if(_valid24){
const _errs382 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err304 = {instancePath,schemaPath:"#/allOf/23/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[23].then.required,parentSchema:schema15.allOf[23].then,data};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(data.inputs !== undefined){
let data144 = data.inputs;
if(Array.isArray(data144)){
if(data144.length < 1){
const err305 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFilePermissions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema40,data:data144};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
const len22 = data144.length;
for(let i22=0; i22<len22; i22++){
let data145 = data144[i22];
if(data145 && typeof data145 == "object" && !Array.isArray(data145)){
if(data145.path === undefined){
const err306 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data145};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(data145.permissions === undefined){
const err307 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data145};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(data145.path !== undefined){
let data146 = data145.path;
if(((typeof data146 !== "string") && (!(typeof data146 == "number"))) && (typeof data146 !== "boolean")){
const err308 = {instancePath:instancePath+"/inputs/" + i22+"/path",schemaPath:"#/definitions/SetFilePermissions/items/properties/path/type",keyword:"type",params:{type: schema40.items.properties.path.type},message:"must be string,number,boolean",schema:schema40.items.properties.path.type,parentSchema:schema40.items.properties.path,data:data146};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data145.permissions !== undefined){
let data147 = data145.permissions;
if(((typeof data147 !== "string") && (!(typeof data147 == "number"))) && (typeof data147 !== "boolean")){
const err309 = {instancePath:instancePath+"/inputs/" + i22+"/permissions",schemaPath:"#/definitions/SetFilePermissions/items/properties/permissions/type",keyword:"type",params:{type: schema40.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema40.items.properties.permissions.type,parentSchema:schema40.items.properties.permissions,data:data147};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
}
else {
const err310 = {instancePath:instancePath+"/inputs/" + i22,schemaPath:"#/definitions/SetFilePermissions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.items.type,parentSchema:schema40.items,data:data145};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
}
else {
const err311 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFilePermissions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data144};
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
var _valid24 = _errs382 === errors;
valid160 = _valid24;
}
if(!valid160){
const err312 = {instancePath,schemaPath:"#/allOf/23/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[23].if,parentSchema:schema15.allOf[23],data};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
const _errs393 = errors;
let valid167 = true;
const _errs394 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((data.action === undefined) && (missing24 = "action")){
const err313 = {};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderPermissions" !== data.action){
const err314 = {};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
}
var _valid25 = _errs394 === errors;
errors = _errs393;
if(vErrors !== null){
if(_errs393){
vErrors.length = _errs393;
}
else {
vErrors = null;
}
}
if(_valid25){
const _errs396 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err315 = {instancePath,schemaPath:"#/allOf/24/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[24].then.required,parentSchema:schema15.allOf[24].then,data};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(data.inputs !== undefined){
let data149 = data.inputs;
if(Array.isArray(data149)){
if(data149.length < 1){
const err316 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderPermissions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema41,data:data149};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
const len23 = data149.length;
for(let i23=0; i23<len23; i23++){
let data150 = data149[i23];
if(data150 && typeof data150 == "object" && !Array.isArray(data150)){
if(data150.path === undefined){
const err317 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema41.items.required,parentSchema:schema41.items,data:data150};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(data150.permissions === undefined){
const err318 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema41.items.required,parentSchema:schema41.items,data:data150};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
if(data150.path !== undefined){
let data151 = data150.path;
if(((typeof data151 !== "string") && (!(typeof data151 == "number"))) && (typeof data151 !== "boolean")){
const err319 = {instancePath:instancePath+"/inputs/" + i23+"/path",schemaPath:"#/definitions/SetFolderPermissions/items/properties/path/type",keyword:"type",params:{type: schema41.items.properties.path.type},message:"must be string,number,boolean",schema:schema41.items.properties.path.type,parentSchema:schema41.items.properties.path,data:data151};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
if(data150.permissions !== undefined){
let data152 = data150.permissions;
if(((typeof data152 !== "string") && (!(typeof data152 == "number"))) && (typeof data152 !== "boolean")){
const err320 = {instancePath:instancePath+"/inputs/" + i23+"/permissions",schemaPath:"#/definitions/SetFolderPermissions/items/properties/permissions/type",keyword:"type",params:{type: schema41.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema41.items.properties.permissions.type,parentSchema:schema41.items.properties.permissions,data:data152};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data150.recursive !== undefined){
let data153 = data150.recursive;
if(((typeof data153 !== "boolean") && (typeof data153 !== "string")) && (data153 !== null)){
const err321 = {instancePath:instancePath+"/inputs/" + i23+"/recursive",schemaPath:"#/definitions/SetFolderPermissions/items/properties/recursive/type",keyword:"type",params:{type: schema41.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema41.items.properties.recursive.type,parentSchema:schema41.items.properties.recursive,data:data153};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(typeof data153 === "string"){
if(!pattern15.test(data153)){
const err322 = {instancePath:instancePath+"/inputs/" + i23+"/recursive",schemaPath:"#/definitions/SetFolderPermissions/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema41.items.properties.recursive,data:data153};
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
}
else {
const err323 = {instancePath:instancePath+"/inputs/" + i23,schemaPath:"#/definitions/SetFolderPermissions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.items.type,parentSchema:schema41.items,data:data150};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
}
else {
const err324 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetFolderPermissions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.type,parentSchema:schema41,data:data149};
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
var _valid25 = _errs396 === errors;
valid167 = _valid25;
}
if(!valid167){
const err325 = {instancePath,schemaPath:"#/allOf/24/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[24].if,parentSchema:schema15.allOf[24],data};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
const _errs409 = errors;
let valid174 = true;
const _errs410 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing25;
if((data.action === undefined) && (missing25 = "action")){
const err326 = {};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
else {
if(data.action !== undefined){
if("InstallMSI" !== data.action){
const err327 = {};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
}
}
var _valid26 = _errs410 === errors;
errors = _errs409;
if(vErrors !== null){
if(_errs409){
vErrors.length = _errs409;
}
else {
vErrors = null;
}
}
if(_valid26){
const _errs412 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err328 = {instancePath,schemaPath:"#/allOf/25/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[25].then.required,parentSchema:schema15.allOf[25].then,data};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(data.inputs !== undefined){
let data155 = data.inputs;
if(data155 && typeof data155 == "object" && !Array.isArray(data155)){
if(data155.path === undefined){
const err329 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/InstallMSI/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema42.required,parentSchema:schema42,data:data155};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(data155.path !== undefined){
let data156 = data155.path;
if(((typeof data156 !== "string") && (!(typeof data156 == "number"))) && (typeof data156 !== "boolean")){
const err330 = {instancePath:instancePath+"/inputs/path",schemaPath:"#/definitions/InstallMSI/properties/path/type",keyword:"type",params:{type: schema42.properties.path.type},message:"must be string,number,boolean",schema:schema42.properties.path.type,parentSchema:schema42.properties.path,data:data156};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data155.reboot !== undefined){
let data157 = data155.reboot;
if(((typeof data157 !== "string") && (!(typeof data157 == "number"))) && (data157 !== null)){
const err331 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/InstallMSI/properties/reboot/type",keyword:"type",params:{type: schema42.properties.reboot.type},message:"must be string,number,null",schema:schema42.properties.reboot.type,parentSchema:schema42.properties.reboot,data:data157};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if(typeof data157 === "string"){
if(!pattern39.test(data157)){
const err332 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/InstallMSI/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema42.properties.reboot,data:data157};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
}
if(data155.logOptions !== undefined){
let data158 = data155.logOptions;
if((typeof data158 !== "string") && (data158 !== null)){
const err333 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/InstallMSI/properties/logOptions/type",keyword:"type",params:{type: schema42.properties.logOptions.type},message:"must be string,null",schema:schema42.properties.logOptions.type,parentSchema:schema42.properties.logOptions,data:data158};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(typeof data158 === "string"){
if(!pattern40.test(data158)){
const err334 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/InstallMSI/properties/logOptions/pattern",keyword:"pattern",params:{pattern: "^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"},message:"must match pattern \""+"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"+"\"",schema:"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{",parentSchema:schema42.properties.logOptions,data:data158};
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
if(data155.logFile !== undefined){
let data159 = data155.logFile;
if((((typeof data159 !== "string") && (!(typeof data159 == "number"))) && (typeof data159 !== "boolean")) && (data159 !== null)){
const err335 = {instancePath:instancePath+"/inputs/logFile",schemaPath:"#/definitions/InstallMSI/properties/logFile/type",keyword:"type",params:{type: schema42.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema42.properties.logFile.type,parentSchema:schema42.properties.logFile,data:data159};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data155.properties !== undefined){
let data160 = data155.properties;
if((!(data160 && typeof data160 == "object" && !Array.isArray(data160))) && (data160 !== null)){
const err336 = {instancePath:instancePath+"/inputs/properties",schemaPath:"#/definitions/InstallMSI/properties/properties/type",keyword:"type",params:{type: schema42.properties.properties.type},message:"must be object,null",schema:schema42.properties.properties.type,parentSchema:schema42.properties.properties,data:data160};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
for(const key0 in data160){
let data161 = data160[key0];
if((((typeof data161 !== "string") && (!(typeof data161 == "number"))) && (typeof data161 !== "boolean")) && (data161 !== null)){
const err337 = {instancePath:instancePath+"/inputs/properties/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/InstallMSI/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema42.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema42.properties.properties.additionalProperties.type,parentSchema:schema42.properties.properties.additionalProperties,data:data161};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
}
}
if(data155.ignoreAuthenticodeSignatureErrors !== undefined){
let data162 = data155.ignoreAuthenticodeSignatureErrors;
if(((typeof data162 !== "boolean") && (typeof data162 !== "string")) && (data162 !== null)){
const err338 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/InstallMSI/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema42.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema42.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema42.properties.ignoreAuthenticodeSignatureErrors,data:data162};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(typeof data162 === "string"){
if(!pattern15.test(data162)){
const err339 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/InstallMSI/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema42.properties.ignoreAuthenticodeSignatureErrors,data:data162};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
}
if(data155.allowUnsignedInstaller !== undefined){
let data163 = data155.allowUnsignedInstaller;
if(((typeof data163 !== "boolean") && (typeof data163 !== "string")) && (data163 !== null)){
const err340 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/InstallMSI/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema42.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema42.properties.allowUnsignedInstaller.type,parentSchema:schema42.properties.allowUnsignedInstaller,data:data163};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(typeof data163 === "string"){
if(!pattern15.test(data163)){
const err341 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/InstallMSI/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema42.properties.allowUnsignedInstaller,data:data163};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
}
}
else {
const err342 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/InstallMSI/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data:data155};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
}
var _valid26 = _errs412 === errors;
valid174 = _valid26;
}
if(!valid174){
const err343 = {instancePath,schemaPath:"#/allOf/25/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[25].if,parentSchema:schema15.allOf[25],data};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
const _errs434 = errors;
let valid180 = true;
const _errs435 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing26;
if((data.action === undefined) && (missing26 = "action")){
const err344 = {};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
else {
if(data.action !== undefined){
if("UninstallMSI" !== data.action){
const err345 = {};
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
}
var _valid27 = _errs435 === errors;
errors = _errs434;
if(vErrors !== null){
if(_errs434){
vErrors.length = _errs434;
}
else {
vErrors = null;
}
}
if(_valid27){
const _errs437 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err346 = {instancePath,schemaPath:"#/allOf/26/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[26].then.required,parentSchema:schema15.allOf[26].then,data};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if(data.inputs !== undefined){
let data165 = data.inputs;
if(data165 && typeof data165 == "object" && !Array.isArray(data165)){
if(data165.path === undefined){
const err347 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UninstallMSI/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema43.required,parentSchema:schema43,data:data165};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if(data165.path !== undefined){
let data166 = data165.path;
if(((typeof data166 !== "string") && (!(typeof data166 == "number"))) && (typeof data166 !== "boolean")){
const err348 = {instancePath:instancePath+"/inputs/path",schemaPath:"#/definitions/UninstallMSI/properties/path/type",keyword:"type",params:{type: schema43.properties.path.type},message:"must be string,number,boolean",schema:schema43.properties.path.type,parentSchema:schema43.properties.path,data:data166};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data165.reboot !== undefined){
let data167 = data165.reboot;
if(((typeof data167 !== "string") && (!(typeof data167 == "number"))) && (data167 !== null)){
const err349 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/UninstallMSI/properties/reboot/type",keyword:"type",params:{type: schema43.properties.reboot.type},message:"must be string,number,null",schema:schema43.properties.reboot.type,parentSchema:schema43.properties.reboot,data:data167};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(typeof data167 === "string"){
if(!pattern39.test(data167)){
const err350 = {instancePath:instancePath+"/inputs/reboot",schemaPath:"#/definitions/UninstallMSI/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema43.properties.reboot,data:data167};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
}
if(data165.logOptions !== undefined){
let data168 = data165.logOptions;
if((typeof data168 !== "string") && (data168 !== null)){
const err351 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/UninstallMSI/properties/logOptions/type",keyword:"type",params:{type: schema43.properties.logOptions.type},message:"must be string,null",schema:schema43.properties.logOptions.type,parentSchema:schema43.properties.logOptions,data:data168};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(typeof data168 === "string"){
if(!pattern40.test(data168)){
const err352 = {instancePath:instancePath+"/inputs/logOptions",schemaPath:"#/definitions/UninstallMSI/properties/logOptions/pattern",keyword:"pattern",params:{pattern: "^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"},message:"must match pattern \""+"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"+"\"",schema:"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{",parentSchema:schema43.properties.logOptions,data:data168};
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
if(data165.logFile !== undefined){
let data169 = data165.logFile;
if((((typeof data169 !== "string") && (!(typeof data169 == "number"))) && (typeof data169 !== "boolean")) && (data169 !== null)){
const err353 = {instancePath:instancePath+"/inputs/logFile",schemaPath:"#/definitions/UninstallMSI/properties/logFile/type",keyword:"type",params:{type: schema43.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema43.properties.logFile.type,parentSchema:schema43.properties.logFile,data:data169};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data165.properties !== undefined){
let data170 = data165.properties;
if((!(data170 && typeof data170 == "object" && !Array.isArray(data170))) && (data170 !== null)){
const err354 = {instancePath:instancePath+"/inputs/properties",schemaPath:"#/definitions/UninstallMSI/properties/properties/type",keyword:"type",params:{type: schema43.properties.properties.type},message:"must be object,null",schema:schema43.properties.properties.type,parentSchema:schema43.properties.properties,data:data170};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data170 && typeof data170 == "object" && !Array.isArray(data170)){
for(const key1 in data170){
let data171 = data170[key1];
if((((typeof data171 !== "string") && (!(typeof data171 == "number"))) && (typeof data171 !== "boolean")) && (data171 !== null)){
const err355 = {instancePath:instancePath+"/inputs/properties/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/UninstallMSI/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema43.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema43.properties.properties.additionalProperties.type,parentSchema:schema43.properties.properties.additionalProperties,data:data171};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
}
}
if(data165.ignoreAuthenticodeSignatureErrors !== undefined){
let data172 = data165.ignoreAuthenticodeSignatureErrors;
if(((typeof data172 !== "boolean") && (typeof data172 !== "string")) && (data172 !== null)){
const err356 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/UninstallMSI/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema43.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema43.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema43.properties.ignoreAuthenticodeSignatureErrors,data:data172};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(typeof data172 === "string"){
if(!pattern15.test(data172)){
const err357 = {instancePath:instancePath+"/inputs/ignoreAuthenticodeSignatureErrors",schemaPath:"#/definitions/UninstallMSI/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema43.properties.ignoreAuthenticodeSignatureErrors,data:data172};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
}
if(data165.allowUnsignedInstaller !== undefined){
let data173 = data165.allowUnsignedInstaller;
if(((typeof data173 !== "boolean") && (typeof data173 !== "string")) && (data173 !== null)){
const err358 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/UninstallMSI/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema43.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema43.properties.allowUnsignedInstaller.type,parentSchema:schema43.properties.allowUnsignedInstaller,data:data173};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(typeof data173 === "string"){
if(!pattern15.test(data173)){
const err359 = {instancePath:instancePath+"/inputs/allowUnsignedInstaller",schemaPath:"#/definitions/UninstallMSI/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema43.properties.allowUnsignedInstaller,data:data173};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
}
}
else {
const err360 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UninstallMSI/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data165};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
}
var _valid27 = _errs437 === errors;
valid180 = _valid27;
}
if(!valid180){
const err361 = {instancePath,schemaPath:"#/allOf/26/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[26].if,parentSchema:schema15.allOf[26],data};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
const _errs459 = errors;
let valid186 = true;
const _errs460 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing27;
if((data.action === undefined) && (missing27 = "action")){
const err362 = {};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
else {
if(data.action !== undefined){
if("Reboot" !== data.action){
const err363 = {};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
}
}
var _valid28 = _errs460 === errors;
errors = _errs459;
if(vErrors !== null){
if(_errs459){
vErrors.length = _errs459;
}
else {
vErrors = null;
}
}
if(_valid28){
const _errs462 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
let data175 = data.inputs;
if((!(data175 && typeof data175 == "object" && !Array.isArray(data175))) && (data175 !== null)){
const err364 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/Reboot/type",keyword:"type",params:{type: schema44.type},message:"must be object,null",schema:schema44.type,parentSchema:schema44,data:data175};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
if(data175 && typeof data175 == "object" && !Array.isArray(data175)){
if(data175.delaySeconds !== undefined){
let data176 = data175.delaySeconds;
if(((!((typeof data176 == "number") && (!(data176 % 1) && !isNaN(data176)))) && (typeof data176 !== "string")) && (data176 !== null)){
const err365 = {instancePath:instancePath+"/inputs/delaySeconds",schemaPath:"#/definitions/Reboot/properties/delaySeconds/type",keyword:"type",params:{type: schema44.properties.delaySeconds.type},message:"must be integer,string,null",schema:schema44.properties.delaySeconds.type,parentSchema:schema44.properties.delaySeconds,data:data176};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
if(typeof data176 === "string"){
if(!pattern47.test(data176)){
const err366 = {instancePath:instancePath+"/inputs/delaySeconds",schemaPath:"#/definitions/Reboot/properties/delaySeconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema44.properties.delaySeconds,data:data176};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
}
}
}
var _valid28 = _errs462 === errors;
valid186 = _valid28;
}
if(!valid186){
const err367 = {instancePath,schemaPath:"#/allOf/27/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[27].if,parentSchema:schema15.allOf[27],data};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
const _errs469 = errors;
let valid191 = true;
const _errs470 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing28;
if((data.action === undefined) && (missing28 = "action")){
const err368 = {};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetRegistry" !== data.action){
const err369 = {};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
}
}
var _valid29 = _errs470 === errors;
errors = _errs469;
if(vErrors !== null){
if(_errs469){
vErrors.length = _errs469;
}
else {
vErrors = null;
}
}
if(_valid29){
const _errs472 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err370 = {instancePath,schemaPath:"#/allOf/28/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema15.allOf[28].then.required,parentSchema:schema15.allOf[28].then,data};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(data.inputs !== undefined){
let data178 = data.inputs;
if(Array.isArray(data178)){
if(data178.length < 1){
const err371 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetRegistry/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema45,data:data178};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
const len24 = data178.length;
for(let i24=0; i24<len24; i24++){
let data179 = data178[i24];
if(data179 && typeof data179 == "object" && !Array.isArray(data179)){
if(data179.path === undefined){
const err372 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data179};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
if(data179.name === undefined){
const err373 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data179};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
if(data179.value === undefined){
const err374 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data179};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(data179.type === undefined){
const err375 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema45.items.required,parentSchema:schema45.items,data:data179};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(data179.path !== undefined){
let data180 = data179.path;
if(typeof data180 === "string"){
if(!pattern48.test(data180)){
const err376 = {instancePath:instancePath+"/inputs/" + i24+"/path",schemaPath:"#/definitions/SetRegistry/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{"},message:"must match pattern \""+"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{"+"\"",schema:"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{",parentSchema:schema45.items.properties.path,data:data180};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
else {
const err377 = {instancePath:instancePath+"/inputs/" + i24+"/path",schemaPath:"#/definitions/SetRegistry/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.properties.path.type,parentSchema:schema45.items.properties.path,data:data180};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
if(data179.name !== undefined){
let data181 = data179.name;
if(((typeof data181 !== "string") && (!(typeof data181 == "number"))) && (typeof data181 !== "boolean")){
const err378 = {instancePath:instancePath+"/inputs/" + i24+"/name",schemaPath:"#/definitions/SetRegistry/items/properties/name/type",keyword:"type",params:{type: schema45.items.properties.name.type},message:"must be string,number,boolean",schema:schema45.items.properties.name.type,parentSchema:schema45.items.properties.name,data:data181};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
if(data179.value !== undefined){
let data182 = data179.value;
if((((typeof data182 !== "string") && (!(typeof data182 == "number"))) && (typeof data182 !== "boolean")) && (!(Array.isArray(data182)))){
const err379 = {instancePath:instancePath+"/inputs/" + i24+"/value",schemaPath:"#/definitions/SetRegistry/items/properties/value/type",keyword:"type",params:{type: schema45.items.properties.value.type},message:"must be string,number,boolean,array",schema:schema45.items.properties.value.type,parentSchema:schema45.items.properties.value,data:data182};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data179.type !== undefined){
let data183 = data179.type;
if(typeof data183 === "string"){
if(!pattern49.test(data183)){
const err380 = {instancePath:instancePath+"/inputs/" + i24+"/type",schemaPath:"#/definitions/SetRegistry/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"},message:"must match pattern \""+"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"+"\"",schema:"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{",parentSchema:schema45.items.properties.type,data:data183};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
else {
const err381 = {instancePath:instancePath+"/inputs/" + i24+"/type",schemaPath:"#/definitions/SetRegistry/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.properties.type.type,parentSchema:schema45.items.properties.type,data:data183};
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
else {
const err382 = {instancePath:instancePath+"/inputs/" + i24,schemaPath:"#/definitions/SetRegistry/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.items.type,parentSchema:schema45.items,data:data179};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
}
else {
const err383 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/SetRegistry/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data178};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
}
var _valid29 = _errs472 === errors;
valid191 = _valid29;
}
if(!valid191){
const err384 = {instancePath,schemaPath:"#/allOf/28/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[28].if,parentSchema:schema15.allOf[28],data};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
const _errs487 = errors;
let valid198 = true;
const _errs488 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing29;
if((data.action === undefined) && (missing29 = "action")){
const err385 = {};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
else {
if(data.action !== undefined){
if("UpdateOS" !== data.action){
const err386 = {};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
}
}
var _valid30 = _errs488 === errors;
errors = _errs487;
if(vErrors !== null){
if(_errs487){
vErrors.length = _errs487;
}
else {
vErrors = null;
}
}
if(_valid30){
const _errs490 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
let data185 = data.inputs;
if((!(data185 && typeof data185 == "object" && !Array.isArray(data185))) && (data185 !== null)){
const err387 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/UpdateOS/type",keyword:"type",params:{type: schema46.type},message:"must be object,null",schema:schema46.type,parentSchema:schema46,data:data185};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
if(data185 && typeof data185 == "object" && !Array.isArray(data185)){
if(data185.include !== undefined){
let data186 = data185.include;
if((!(Array.isArray(data186))) && (data186 !== null)){
const err388 = {instancePath:instancePath+"/inputs/include",schemaPath:"#/definitions/UpdateOS/properties/include/type",keyword:"type",params:{type: schema46.properties.include.type},message:"must be array,null",schema:schema46.properties.include.type,parentSchema:schema46.properties.include,data:data186};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if(Array.isArray(data186)){
const len25 = data186.length;
for(let i25=0; i25<len25; i25++){
let data187 = data186[i25];
if((((typeof data187 !== "string") && (!(typeof data187 == "number"))) && (typeof data187 !== "boolean")) && (data187 !== null)){
const err389 = {instancePath:instancePath+"/inputs/include/" + i25,schemaPath:"#/definitions/UpdateOS/properties/include/items/type",keyword:"type",params:{type: schema46.properties.include.items.type},message:"must be string,number,boolean,null",schema:schema46.properties.include.items.type,parentSchema:schema46.properties.include.items,data:data187};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
}
}
if(data185.exclude !== undefined){
let data188 = data185.exclude;
if((!(Array.isArray(data188))) && (data188 !== null)){
const err390 = {instancePath:instancePath+"/inputs/exclude",schemaPath:"#/definitions/UpdateOS/properties/exclude/type",keyword:"type",params:{type: schema46.properties.exclude.type},message:"must be array,null",schema:schema46.properties.exclude.type,parentSchema:schema46.properties.exclude,data:data188};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(Array.isArray(data188)){
const len26 = data188.length;
for(let i26=0; i26<len26; i26++){
let data189 = data188[i26];
if((((typeof data189 !== "string") && (!(typeof data189 == "number"))) && (typeof data189 !== "boolean")) && (data189 !== null)){
const err391 = {instancePath:instancePath+"/inputs/exclude/" + i26,schemaPath:"#/definitions/UpdateOS/properties/exclude/items/type",keyword:"type",params:{type: schema46.properties.exclude.items.type},message:"must be string,number,boolean,null",schema:schema46.properties.exclude.items.type,parentSchema:schema46.properties.exclude.items,data:data189};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
}
}
}
}
}
var _valid30 = _errs490 === errors;
valid198 = _valid30;
}
if(!valid198){
const err392 = {instancePath,schemaPath:"#/allOf/29/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.allOf[29].if,parentSchema:schema15.allOf[29],data};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err393 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(data.action === undefined){
const err394 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if(data.name !== undefined){
let data190 = data.name;
if(((typeof data190 !== "string") && (!(typeof data190 == "number"))) && (typeof data190 !== "boolean")){
const err395 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema15.properties.name.type},message:"must be string,number,boolean",schema:schema15.properties.name.type,parentSchema:schema15.properties.name,data:data190};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
if(data.action !== undefined){
let data191 = data.action;
if(typeof data191 !== "string"){
const err396 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.action.type,parentSchema:schema15.properties.action,data:data191};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
if(!((((((((((((((((((((((((((((((data191 === "ExecuteBash") || (data191 === "ExecuteBinary")) || (data191 === "ExecuteDocument")) || (data191 === "ExecutePowerShell")) || (data191 === "Assert")) || (data191 === "S3Download")) || (data191 === "S3Upload")) || (data191 === "WebDownload")) || (data191 === "AppendFile")) || (data191 === "CopyFile")) || (data191 === "CopyFolder")) || (data191 === "MoveFile")) || (data191 === "MoveFolder")) || (data191 === "CreateFile")) || (data191 === "CreateFolder")) || (data191 === "CreateSymlink")) || (data191 === "DeleteFile")) || (data191 === "DeleteFolder")) || (data191 === "ListFiles")) || (data191 === "ReadFile")) || (data191 === "SetFileEncoding")) || (data191 === "SetFileOwner")) || (data191 === "SetFolderOwner")) || (data191 === "SetFilePermissions")) || (data191 === "SetFolderPermissions")) || (data191 === "InstallMSI")) || (data191 === "UninstallMSI")) || (data191 === "Reboot")) || (data191 === "SetRegistry")) || (data191 === "UpdateOS"))){
const err397 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema15.properties.action.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.action.enum,parentSchema:schema15.properties.action,data:data191};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data192 = data.timeoutSeconds;
if((!((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192)))) && (typeof data192 !== "string")){
const err398 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: schema15.properties.timeoutSeconds.type},message:"must be integer,string",schema:schema15.properties.timeoutSeconds.type,parentSchema:schema15.properties.timeoutSeconds,data:data192};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
const _errs508 = errors;
const _errs509 = errors;
if(0 !== data192){
const err399 = {};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
var valid208 = _errs509 === errors;
if(valid208){
const err400 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema15.properties.timeoutSeconds.not,parentSchema:schema15.properties.timeoutSeconds,data:data192};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
else {
errors = _errs508;
if(vErrors !== null){
if(_errs508){
vErrors.length = _errs508;
}
else {
vErrors = null;
}
}
}
if(typeof data192 == "number"){
if(data192 < -1 || isNaN(data192)){
const err401 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema15.properties.timeoutSeconds,data:data192};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
}
if(typeof data192 === "string"){
if(!pattern50.test(data192)){
const err402 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/pattern",keyword:"pattern",params:{pattern: "^(?:-1|0*[1-9][0-9]*)$|\\{\\{"},message:"must match pattern \""+"^(?:-1|0*[1-9][0-9]*)$|\\{\\{"+"\"",schema:"^(?:-1|0*[1-9][0-9]*)$|\\{\\{",parentSchema:schema15.properties.timeoutSeconds,data:data192};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
}
if(data.onFailure !== undefined){
let data193 = data.onFailure;
if(typeof data193 !== "string"){
const err403 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.onFailure.type,parentSchema:schema15.properties.onFailure,data:data193};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
if(!(((data193 === "Abort") || (data193 === "Continue")) || (data193 === "Ignore"))){
const err404 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/enum",keyword:"enum",params:{allowedValues: schema15.properties.onFailure.enum},message:"must be equal to one of the allowed values",schema:schema15.properties.onFailure.enum,parentSchema:schema15.properties.onFailure,data:data193};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data.maxAttempts !== undefined){
let data194 = data.maxAttempts;
if((!((typeof data194 == "number") && (!(data194 % 1) && !isNaN(data194)))) && (typeof data194 !== "string")){
const err405 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/type",keyword:"type",params:{type: schema15.properties.maxAttempts.type},message:"must be integer,string",schema:schema15.properties.maxAttempts.type,parentSchema:schema15.properties.maxAttempts,data:data194};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if(typeof data194 == "number"){
if(data194 < 1 || isNaN(data194)){
const err406 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema15.properties.maxAttempts,data:data194};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
if(typeof data194 === "string"){
if(!pattern51.test(data194)){
const err407 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/pattern",keyword:"pattern",params:{pattern: "^0*[1-9][0-9]*$|\\{\\{"},message:"must match pattern \""+"^0*[1-9][0-9]*$|\\{\\{"+"\"",schema:"^0*[1-9][0-9]*$|\\{\\{",parentSchema:schema15.properties.maxAttempts,data:data194};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
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
let data196 = data.loop;
const _errs518 = errors;
let valid210 = false;
let passing1 = null;
const _errs519 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.for === undefined){
const err408 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf/0/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'",schema:schema49.oneOf[0].required,parentSchema:schema49.oneOf[0],data:data196};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
var _valid31 = _errs519 === errors;
if(_valid31){
valid210 = true;
passing1 = 0;
}
const _errs520 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.forEach === undefined){
const err409 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf/1/required",keyword:"required",params:{missingProperty: "forEach"},message:"must have required property '"+"forEach"+"'",schema:schema49.oneOf[1].required,parentSchema:schema49.oneOf[1],data:data196};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
var _valid31 = _errs520 === errors;
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
const err410 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema49.oneOf,parentSchema:schema49,data:data196};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
else {
errors = _errs518;
if(vErrors !== null){
if(_errs518){
vErrors.length = _errs518;
}
else {
vErrors = null;
}
}
}
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.name !== undefined){
let data197 = data196.name;
if(((typeof data197 !== "string") && (!(typeof data197 == "number"))) && (typeof data197 !== "boolean")){
const err411 = {instancePath:instancePath+"/loop/name",schemaPath:"#/definitions/loop/properties/name/type",keyword:"type",params:{type: schema49.properties.name.type},message:"must be string,number,boolean",schema:schema49.properties.name.type,parentSchema:schema49.properties.name,data:data197};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data196.for !== undefined){
let data198 = data196.for;
if(data198 && typeof data198 == "object" && !Array.isArray(data198)){
if(data198.start === undefined){
const err412 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'",schema:schema49.properties.for.required,parentSchema:schema49.properties.for,data:data198};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(data198.end === undefined){
const err413 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "end"},message:"must have required property '"+"end"+"'",schema:schema49.properties.for.required,parentSchema:schema49.properties.for,data:data198};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
if(data198.updateBy === undefined){
const err414 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/required",keyword:"required",params:{missingProperty: "updateBy"},message:"must have required property '"+"updateBy"+"'",schema:schema49.properties.for.required,parentSchema:schema49.properties.for,data:data198};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(data198.start !== undefined){
let data199 = data198.start;
if((!((typeof data199 == "number") && (!(data199 % 1) && !isNaN(data199)))) && (typeof data199 !== "string")){
const err415 = {instancePath:instancePath+"/loop/for/start",schemaPath:"#/definitions/loop/properties/for/properties/start/type",keyword:"type",params:{type: schema49.properties.for.properties.start.type},message:"must be integer,string",schema:schema49.properties.for.properties.start.type,parentSchema:schema49.properties.for.properties.start,data:data199};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(typeof data199 === "string"){
if(!pattern47.test(data199)){
const err416 = {instancePath:instancePath+"/loop/for/start",schemaPath:"#/definitions/loop/properties/for/properties/start/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema49.properties.for.properties.start,data:data199};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
}
if(data198.end !== undefined){
let data200 = data198.end;
if((!((typeof data200 == "number") && (!(data200 % 1) && !isNaN(data200)))) && (typeof data200 !== "string")){
const err417 = {instancePath:instancePath+"/loop/for/end",schemaPath:"#/definitions/loop/properties/for/properties/end/type",keyword:"type",params:{type: schema49.properties.for.properties.end.type},message:"must be integer,string",schema:schema49.properties.for.properties.end.type,parentSchema:schema49.properties.for.properties.end,data:data200};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if(typeof data200 === "string"){
if(!pattern47.test(data200)){
const err418 = {instancePath:instancePath+"/loop/for/end",schemaPath:"#/definitions/loop/properties/for/properties/end/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema49.properties.for.properties.end,data:data200};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
}
if(data198.updateBy !== undefined){
let data201 = data198.updateBy;
if((!((typeof data201 == "number") && (!(data201 % 1) && !isNaN(data201)))) && (typeof data201 !== "string")){
const err419 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/type",keyword:"type",params:{type: schema49.properties.for.properties.updateBy.type},message:"must be integer,string",schema:schema49.properties.for.properties.updateBy.type,parentSchema:schema49.properties.for.properties.updateBy,data:data201};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
const _errs531 = errors;
const _errs532 = errors;
if(0 !== data201){
const err420 = {};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
var valid213 = _errs532 === errors;
if(valid213){
const err421 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema49.properties.for.properties.updateBy.not,parentSchema:schema49.properties.for.properties.updateBy,data:data201};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
else {
errors = _errs531;
if(vErrors !== null){
if(_errs531){
vErrors.length = _errs531;
}
else {
vErrors = null;
}
}
}
if(typeof data201 === "string"){
if(!pattern54.test(data201)){
const err422 = {instancePath:instancePath+"/loop/for/updateBy",schemaPath:"#/definitions/loop/properties/for/properties/updateBy/pattern",keyword:"pattern",params:{pattern: "^-?0*[1-9][0-9]*$|\\{\\{"},message:"must match pattern \""+"^-?0*[1-9][0-9]*$|\\{\\{"+"\"",schema:"^-?0*[1-9][0-9]*$|\\{\\{",parentSchema:schema49.properties.for.properties.updateBy,data:data201};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
}
else {
const err423 = {instancePath:instancePath+"/loop/for",schemaPath:"#/definitions/loop/properties/for/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.for.type,parentSchema:schema49.properties.for,data:data198};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
if(data196.forEach !== undefined){
let data202 = data196.forEach;
if(!data202 || typeof data202 != "object"){
const err424 = {instancePath:instancePath+"/loop/forEach",schemaPath:"#/definitions/loop/properties/forEach/type",keyword:"type",params:{type: schema49.properties.forEach.type},message:"must be array,object",schema:schema49.properties.forEach.type,parentSchema:schema49.properties.forEach,data:data202};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(Array.isArray(data202)){
const len27 = data202.length;
for(let i27=0; i27<len27; i27++){
let data203 = data202[i27];
if(((typeof data203 !== "string") && (!(typeof data203 == "number"))) && (typeof data203 !== "boolean")){
const err425 = {instancePath:instancePath+"/loop/forEach/" + i27,schemaPath:"#/definitions/loop/properties/forEach/items/type",keyword:"type",params:{type: schema49.properties.forEach.items.type},message:"must be string,number,boolean",schema:schema49.properties.forEach.items.type,parentSchema:schema49.properties.forEach.items,data:data203};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
}
if(data202 && typeof data202 == "object" && !Array.isArray(data202)){
if(data202.list === undefined){
const err426 = {instancePath:instancePath+"/loop/forEach",schemaPath:"#/definitions/loop/properties/forEach/required",keyword:"required",params:{missingProperty: "list"},message:"must have required property '"+"list"+"'",schema:schema49.properties.forEach.required,parentSchema:schema49.properties.forEach,data:data202};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data202.list !== undefined){
let data204 = data202.list;
if(((typeof data204 !== "string") && (!(typeof data204 == "number"))) && (typeof data204 !== "boolean")){
const err427 = {instancePath:instancePath+"/loop/forEach/list",schemaPath:"#/definitions/loop/properties/forEach/properties/list/type",keyword:"type",params:{type: schema49.properties.forEach.properties.list.type},message:"must be string,number,boolean",schema:schema49.properties.forEach.properties.list.type,parentSchema:schema49.properties.forEach.properties.list,data:data204};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
if(data202.delimiter !== undefined){
let data205 = data202.delimiter;
if(typeof data205 === "string"){
if(!pattern55.test(data205)){
const err428 = {instancePath:instancePath+"/loop/forEach/delimiter",schemaPath:"#/definitions/loop/properties/forEach/properties/delimiter/pattern",keyword:"pattern",params:{pattern: "^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"},message:"must match pattern \""+"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"+"\"",schema:"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$",parentSchema:schema49.properties.forEach.properties.delimiter,data:data205};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
else {
const err429 = {instancePath:instancePath+"/loop/forEach/delimiter",schemaPath:"#/definitions/loop/properties/forEach/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.forEach.properties.delimiter.type,parentSchema:schema49.properties.forEach.properties.delimiter,data:data205};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
}
}
}
else {
const err430 = {instancePath:instancePath+"/loop",schemaPath:"#/definitions/loop/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data196};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
}
else {
const err431 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
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
/*# sourceURL="https://schemas.invalid/ec2-image-builder/component-document/1.0.json" */;
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
