// Made from component-document.schema.json by "npm run schemas". Do not edit.
"use strict";
module.exports = validate21;
module.exports.default = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://schemas.invalid/ec2-image-builder/component-document/1.0.json","title":"EC2 Image Builder component document","description":"The YAML that an Image Builder component holds, run by AWS Task Orchestrator and Executor. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html","type":"object","required":["schemaVersion","phases"],"properties":{"name":{"description":"Name of the document.","type":["string","number","boolean","null"],"examples":["install-nginx"]},"description":{"description":"What it does.","type":["string","number","boolean","null"],"examples":["Installs nginx and checks its configuration"]},"schemaVersion":{"description":"Version of the document format: 1.0.","enum":[1,"1.0","1"],"default":1,"examples":[1]},"parameters":{"description":"Values that a recipe may give; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/parameter"}},"constants":{"description":"Named values; each entry has one name.","type":["array","null"],"items":{"$ref":"#/definitions/constant"}},"phases":{"description":"At least one of build, validate and test. Image Builder runs build and validate in its build stage, test and container-host-test in its test stage, and no other.","type":"array","items":{"$ref":"#/definitions/phase"}}},"definitions":{"parameter":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."},"constant":{"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."},"phase":{"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."},"condition":{"description":"One comparison or logical operator, with the second operand it needs.","type":"object","properties":{"stringIsEmpty":{"description":"Holds for a text without characters.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"stringIsWhitespace":{"description":"Holds for a text of spaces only.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"binaryExists":{"description":"Holds if a program of this name is on the path.","type":["string","number","boolean"],"examples":["unzip"]},"fileExists":{"description":"Holds if a file is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"folderExists":{"description":"Holds if a folder is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/opt/app"]},"stringEquals":{"description":"Holds if value equals this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThan":{"description":"Holds if value is less than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThanEquals":{"description":"Holds if value is at most this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThan":{"description":"Holds if value is greater than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThanEquals":{"description":"Holds if value is at least this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringlessThan":{"description":"stringLessThan, as the documentation's examples spell it.","type":["string","number","boolean"],"examples":["b"]},"patternMatches":{"description":"Holds if value matches this pattern of RE2 syntax: no lookaround, no back references.","type":["string","number","boolean"],"examples":["^[0-9]+$"]},"numberEquals":{"description":"Holds if value equals this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThan":{"description":"Holds if value is less than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThanEquals":{"description":"Holds if value is at most this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThan":{"description":"Holds if value is greater than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThanEquals":{"description":"Holds if value is at least this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"fileMD5Equals":{"description":"Holds if the file at path has this MD5 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA1Equals":{"description":"Holds if the file at path has this SHA1 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA256Equals":{"description":"Holds if the file at path has this SHA256 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA512Equals":{"description":"Holds if the file at path has this SHA512 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"value":{"description":"The second operand of a comparison: the value that is looked at.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"path":{"description":"The file that a hash operator looks at.","type":["string","number","boolean"],"examples":["/tmp/app.tar.gz"]},"and":{"description":"Holds if all conditions of the list hold.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"fileExists":"/etc/os-release"}]]},"or":{"description":"Holds if one condition of the list holds.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"binaryExists":"dnf"}]]},"not":{"$ref":"#/definitions/Assert"}},"oneOf":[{"required":["stringIsEmpty"]},{"required":["stringIsWhitespace"]},{"required":["binaryExists"]},{"required":["fileExists"]},{"required":["folderExists"]},{"required":["stringEquals"]},{"required":["stringLessThan"]},{"required":["stringLessThanEquals"]},{"required":["stringGreaterThan"]},{"required":["stringGreaterThanEquals"]},{"required":["stringlessThan"]},{"required":["patternMatches"]},{"required":["numberEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["fileMD5Equals"]},{"required":["fileSHA1Equals"]},{"required":["fileSHA256Equals"]},{"required":["fileSHA512Equals"]},{"required":["and"]},{"required":["or"]},{"required":["not"]}],"dependencies":{"stringEquals":["value"],"stringLessThan":["value"],"stringLessThanEquals":["value"],"stringGreaterThan":["value"],"stringGreaterThanEquals":["value"],"stringlessThan":["value"],"patternMatches":["value"],"numberEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"fileMD5Equals":["path"],"fileSHA1Equals":["path"],"fileSHA256Equals":["path"],"fileSHA512Equals":["path"]}},"loop":{"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"],"examples":["Hosts"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[1]},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[5]},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?0*[1-9][0-9]*$|\\{\\{","not":{"const":0},"examples":[1]}},"examples":[{"start":1,"end":5,"updateBy":1}]},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"],"examples":["{{ Hosts }}"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$","examples":[","]}},"examples":[["amazon.com","example.com"]]}},"description":"Repeats the step: exactly one of for and forEach."},"step":{"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase: letters, digits, hyphens and underscores.","type":["string","number","boolean"],"examples":["InstallPackages"]},"action":{"description":"Action module that runs the step.","type":"string","examples":["ExecuteBash"],"anyOf":[{"enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"]},{"description":"AWS adds actions: one that is not in the list may exist."}]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^(?:-1|0*[1-9][0-9]*)$|\\{\\{","minimum":-1,"not":{"const":0},"examples":[600]},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort","examples":["Continue"]},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^0*[1-9][0-9]*$|\\{\\{","minimum":1,"examples":[3]},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"},"timeoutSeconds":{"description":"-1 or nothing: the steps of the other document have timeouts of their own","minimum":-1,"maximum":-1,"pattern":"^-1$|\\{\\{"},"maxAttempts":{"description":"1 or nothing: the steps of the other document have attempts of their own","minimum":1,"maximum":1,"pattern":"^0*1$|\\{\\{"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."},"if":{"description":"Condition with exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/stepCondition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/stepCondition"},"examples":[{"fileExists":"/etc/app.conf","then":"Skip","else":"Execute"}]},"ExecuteBash":{"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["dnf install -y nginx"]]}},"examples":[{"commands":["dnf install -y nginx","nginx -t"]}]},"ExecuteBinary":{"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"],"examples":["/opt/app/setup"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["--quiet"]]}},"examples":[{"path":"/opt/app/setup","arguments":["--quiet"]}]},"ExecuteDocument":{"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"],"examples":["s3://bucket/harden.yaml"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"],"examples":["build,validate"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}},"examples":[[{"name":"Level","value":"high"}]]}},"examples":[{"document":"s3://bucket/harden.yaml","phases":"build"}]},"ExecutePowerShell":{"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["Get-WindowsFeature"]]},"file":{"description":"Path of a script, which ends with .ps1.","type":"string","pattern":"\\.[pP][sS]1[\"']?$|\\{\\{","examples":["C:\\scripts\\setup.ps1"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}],"examples":[{"commands":["Get-WindowsFeature"]}]},"Assert":{"description":"Fails the step unless the condition holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/condition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/condition"},"examples":[{"stringEquals":"2.1.1","value":"{{ validate.Version.outputs.stdout }}"}]},"S3Download":{"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with /* at its end: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/\\S|\\{\\{","examples":["s3://bucket/app/*"]},"destination":{"description":"Local path.","type":["string","number","boolean"],"examples":["/opt/app"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"s3://bucket/app.zip","destination":"/tmp/app.zip"}]],"minItems":1},"S3Upload":{"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/var/log/app/*"]},"destination":{"description":"Where to: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/|\\{\\{","examples":["s3://bucket/logs/"]},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]}}},"examples":[[{"source":"/var/log/app/*","destination":"s3://bucket/logs/"}]],"minItems":1},"WebDownload":{"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL with a host and without spaces, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{","examples":["https://example.com/app.tgz"]},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"],"examples":["/tmp/app.tgz"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"],"examples":["{{ Checksum }}"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"https://example.com/app.tgz","destination":"/tmp/app.tgz","checksum":"{{ Checksum }}","algorithm":"SHA256"}]],"minItems":1},"AppendFile":{"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/hosts"]},"content":{"description":"What to append.","type":["string","number","boolean","null"],"examples":["10.0.0.1 db\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/hosts","content":"10.0.0.1 db\n"}]],"minItems":1},"CopyFile":{"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1},"CopyFolder":{"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1},"MoveFile":{"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1},"MoveFolder":{"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1},"CreateFile":{"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"],"examples":["port=80\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0644"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/etc/app.conf","content":"port=80\n","permissions":"0644"}]],"minItems":1},"CreateFolder":{"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0755"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app"}]],"minItems":1},"CreateSymlink":{"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"],"examples":["/usr/bin/app"]},"target":{"description":"Path it points to.","type":["string","number","boolean"],"examples":["/opt/app/bin/app"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/usr/bin/app","target":"/opt/app/bin/app"}]],"minItems":1},"DeleteFile":{"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/*.log"]}}},"examples":[[{"path":"/tmp/*.log"}]],"minItems":1},"DeleteFolder":{"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/tmp/build"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/tmp/build","force":true}]],"minItems":1},"ListFiles":{"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/var/log"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"],"examples":["*.log"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/var/log","fileNamePattern":"*.log"}]],"minItems":1},"ReadFile":{"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/os-release"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/etc/os-release","printFileContent":true}]],"minItems":1},"SetFileEncoding":{"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/app.conf","encoding":"utf-16"}]],"minItems":1},"SetFileOwner":{"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]}}},"examples":[[{"path":"/etc/app.conf","owner":"app"}]],"minItems":1},"SetFolderOwner":{"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app","group":"app"}]],"minItems":1},"SetFilePermissions":{"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0640"]}}},"examples":[[{"path":"/etc/app.conf","permissions":"0640"}]],"minItems":1},"SetFolderPermissions":{"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0755"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","permissions":"0755"}]],"minItems":1},"InstallMSI":{"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]},"UninstallMSI":{"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]},"Reboot":{"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[60]}},"examples":[{"delaySeconds":60}]},"SetRegistry":{"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key; begins with HKLM:, HKCR:, HKU:, HKCC:, HKCU: or the long form, such as HKEY_LOCAL_MACHINE.","type":"string","pattern":"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{","examples":["HKLM:\\SOFTWARE\\App"]},"name":{"description":"Name of the value.","type":["string","number","boolean"],"examples":["Version"]},"value":{"description":"The value.","type":["string","number","boolean","array"],"examples":["1.1"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}},"examples":[[{"path":"HKLM:\\SOFTWARE\\App","name":"Version","value":"1.1","type":"SZ"}]],"minItems":1},"UpdateOS":{"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["kernel"]]},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["nginx"]]}},"examples":[{"exclude":["nginx"]}]},"stepCondition":{"description":"A condition, and what to do with the step.","type":"object","allOf":[{"$ref":"#/definitions/condition"}],"properties":{"then":{"description":"What to do with the step if the condition holds; Execute by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Skip"]},"else":{"description":"What to do with the step if it does not hold; Skip by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Execute"]}}}}};
const schema7 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type"],"properties":{"type":{"description":"Type of the parameter: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"default":{"description":"Value if the recipe gives none.","type":["string","number","boolean","null"]},"description":{"description":"What it is for.","type":["string","number","boolean","null"]}}},"description":"One parameter: its name, and under it type, default and description."};
const pattern0 = new RegExp("^[A-Za-z0-9_-]{3,128}$", "u");
const pattern1 = new RegExp("^[Ss]tring$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern0.test(key0)){
const err2 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{3,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{3,128}$"+"\"",schema:"^[A-Za-z0-9_-]{3,128}$",parentSchema:schema7.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema7.propertyNames,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type === undefined){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema7.additionalProperties.required,parentSchema:schema7.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.type !== undefined){
let data1 = data0.type;
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/additionalProperties/properties/type/pattern",keyword:"pattern",params:{pattern: "^[Ss]tring$"},message:"must match pattern \""+"^[Ss]tring$"+"\"",schema:"^[Ss]tring$",parentSchema:schema7.additionalProperties.properties.type,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/additionalProperties/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.additionalProperties.properties.type.type,parentSchema:schema7.additionalProperties.properties.type,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.default !== undefined){
let data2 = data0.default;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",schemaPath:"#/additionalProperties/properties/default/type",keyword:"type",params:{type: schema7.additionalProperties.properties.default.type},message:"must be string,number,boolean,null",schema:schema7.additionalProperties.properties.default.type,parentSchema:schema7.additionalProperties.properties.default,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.description !== undefined){
let data3 = data0.description;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/additionalProperties/properties/description/type",keyword:"type",params:{type: schema7.additionalProperties.properties.description.type},message:"must be string,number,boolean,null",schema:schema7.additionalProperties.properties.description.type,parentSchema:schema7.additionalProperties.properties.description,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.additionalProperties.type,parentSchema:schema7.additionalProperties,data:data0};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,128}$"},"additionalProperties":{"type":"object","required":["type","value"],"properties":{"type":{"description":"Type of the constant: string.","type":"string","pattern":"^[Ss]tring$","default":"string"},"value":{"description":"The value.","type":["string","number","boolean"]}}},"description":"One constant: its name, and under it type and value."};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern0.test(key0)){
const err2 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{3,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{3,128}$"+"\"",schema:"^[A-Za-z0-9_-]{3,128}$",parentSchema:schema8.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema8.propertyNames,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type === undefined){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema8.additionalProperties.required,parentSchema:schema8.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.value === undefined){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema8.additionalProperties.required,parentSchema:schema8.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.type !== undefined){
let data1 = data0.type;
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/additionalProperties/properties/type/pattern",keyword:"pattern",params:{pattern: "^[Ss]tring$"},message:"must match pattern \""+"^[Ss]tring$"+"\"",schema:"^[Ss]tring$",parentSchema:schema8.additionalProperties.properties.type,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/additionalProperties/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.additionalProperties.properties.type.type,parentSchema:schema8.additionalProperties.properties.type,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.value !== undefined){
let data2 = data0.value;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/value",schemaPath:"#/additionalProperties/properties/value/type",keyword:"type",params:{type: schema8.additionalProperties.properties.value.type},message:"must be string,number,boolean",schema:schema8.additionalProperties.properties.value.type,parentSchema:schema8.additionalProperties.properties.value,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.additionalProperties.type,parentSchema:schema8.additionalProperties,data:data0};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"object","required":["name","steps"],"properties":{"name":{"description":"Unique in the document.","type":["string","number","boolean"],"examples":["build","validate","test","container-host-test"]},"steps":{"description":"Run in this order.","type":"array","items":{"$ref":"#/definitions/step"}}},"description":"A phase: a name and its steps."};
const schema10 = {"type":"object","required":["name","action"],"properties":{"name":{"description":"Unique in the phase: letters, digits, hyphens and underscores.","type":["string","number","boolean"],"examples":["InstallPackages"]},"action":{"description":"Action module that runs the step.","type":"string","examples":["ExecuteBash"],"anyOf":[{"enum":["ExecuteBash","ExecuteBinary","ExecuteDocument","ExecutePowerShell","Assert","S3Download","S3Upload","WebDownload","AppendFile","CopyFile","CopyFolder","MoveFile","MoveFolder","CreateFile","CreateFolder","CreateSymlink","DeleteFile","DeleteFolder","ListFiles","ReadFile","SetFileEncoding","SetFileOwner","SetFolderOwner","SetFilePermissions","SetFolderPermissions","InstallMSI","UninstallMSI","Reboot","SetRegistry","UpdateOS"]},{"description":"AWS adds actions: one that is not in the list may exist."}]},"timeoutSeconds":{"description":"Seconds before the step fails or is tried again; 7200 by default, -1 for none. Not for Reboot.","type":["integer","string"],"pattern":"^(?:-1|0*[1-9][0-9]*)$|\\{\\{","minimum":-1,"not":{"const":0},"examples":[600]},"onFailure":{"description":"Abort: stop. Continue: go on, the build fails in the end. Ignore: go on.","type":"string","enum":["Abort","Continue","Ignore"],"default":"Abort","examples":["Continue"]},"maxAttempts":{"description":"Attempts before the step fails; 1 by default.","type":["integer","string"],"pattern":"^0*[1-9][0-9]*$|\\{\\{","minimum":1,"examples":[3]},"if":{"$ref":"#/definitions/if"},"loop":{"$ref":"#/definitions/loop"},"inputs":{"description":"What the action needs."}},"allOf":[{"if":{"properties":{"action":{"const":"ExecuteBash"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBash"}}}},{"if":{"properties":{"action":{"const":"ExecuteBinary"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteBinary"}}}},{"if":{"properties":{"action":{"const":"ExecuteDocument"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecuteDocument"},"timeoutSeconds":{"description":"-1 or nothing: the steps of the other document have timeouts of their own","minimum":-1,"maximum":-1,"pattern":"^-1$|\\{\\{"},"maxAttempts":{"description":"1 or nothing: the steps of the other document have attempts of their own","minimum":1,"maximum":1,"pattern":"^0*1$|\\{\\{"}}}},{"if":{"properties":{"action":{"const":"ExecutePowerShell"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ExecutePowerShell"}}}},{"if":{"properties":{"action":{"const":"Assert"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/Assert"}}}},{"if":{"properties":{"action":{"const":"S3Download"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Download"}}}},{"if":{"properties":{"action":{"const":"S3Upload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/S3Upload"}}}},{"if":{"properties":{"action":{"const":"WebDownload"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/WebDownload"}}}},{"if":{"properties":{"action":{"const":"AppendFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/AppendFile"}}}},{"if":{"properties":{"action":{"const":"CopyFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFile"}}}},{"if":{"properties":{"action":{"const":"CopyFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CopyFolder"}}}},{"if":{"properties":{"action":{"const":"MoveFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFile"}}}},{"if":{"properties":{"action":{"const":"MoveFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/MoveFolder"}}}},{"if":{"properties":{"action":{"const":"CreateFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFile"}}}},{"if":{"properties":{"action":{"const":"CreateFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateFolder"}}}},{"if":{"properties":{"action":{"const":"CreateSymlink"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/CreateSymlink"}}}},{"if":{"properties":{"action":{"const":"DeleteFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFile"}}}},{"if":{"properties":{"action":{"const":"DeleteFolder"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/DeleteFolder"}}}},{"if":{"properties":{"action":{"const":"ListFiles"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ListFiles"}}}},{"if":{"properties":{"action":{"const":"ReadFile"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/ReadFile"}}}},{"if":{"properties":{"action":{"const":"SetFileEncoding"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileEncoding"}}}},{"if":{"properties":{"action":{"const":"SetFileOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFileOwner"}}}},{"if":{"properties":{"action":{"const":"SetFolderOwner"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderOwner"}}}},{"if":{"properties":{"action":{"const":"SetFilePermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFilePermissions"}}}},{"if":{"properties":{"action":{"const":"SetFolderPermissions"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetFolderPermissions"}}}},{"if":{"properties":{"action":{"const":"InstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/InstallMSI"}}}},{"if":{"properties":{"action":{"const":"UninstallMSI"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/UninstallMSI"}}}},{"if":{"properties":{"action":{"const":"Reboot"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/Reboot"}}}},{"if":{"properties":{"action":{"const":"SetRegistry"}},"required":["action"]},"then":{"required":["inputs"],"properties":{"inputs":{"$ref":"#/definitions/SetRegistry"}}}},{"if":{"properties":{"action":{"const":"UpdateOS"}},"required":["action"]},"then":{"properties":{"inputs":{"$ref":"#/definitions/UpdateOS"}}}}],"description":"A step: a name, an action and its inputs."};
const schema11 = {"description":"Runs bash commands. Linux and macOS.","type":"object","required":["commands"],"properties":{"commands":{"description":"Commands, one script together; an exit code of 194 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["dnf install -y nginx"]]}},"examples":[{"commands":["dnf install -y nginx","nginx -t"]}]};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.commands === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.commands !== undefined){
let data0 = data.commands;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if((((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) && (data1 !== null)){
const err1 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/type",keyword:"type",params:{type: schema11.properties.commands.items.type},message:"must be string,number,boolean,null",schema:schema11.properties.commands.items.type,parentSchema:schema11.properties.commands.items,data:data1};
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
else {
const err2 = {instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.commands.type,parentSchema:schema11.properties.commands,data:data0};
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
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

const schema12 = {"description":"Runs a binary.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the binary.","type":["string","number","boolean"],"examples":["/opt/app/setup"]},"arguments":{"description":"Arguments on its command line.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["--quiet"]]}},"examples":[{"path":"/opt/app/setup","arguments":["--quiet"]}]};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined){
let data0 = data.path;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: schema12.properties.path.type},message:"must be string,number,boolean",schema:schema12.properties.path.type,parentSchema:schema12.properties.path,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.arguments !== undefined){
let data1 = data.arguments;
if((!(Array.isArray(data1))) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/arguments",schemaPath:"#/properties/arguments/type",keyword:"type",params:{type: schema12.properties.arguments.type},message:"must be array,null",schema:schema12.properties.arguments.type,parentSchema:schema12.properties.arguments,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/arguments/" + i0,schemaPath:"#/properties/arguments/items/type",keyword:"type",params:{type: schema12.properties.arguments.items.type},message:"must be string,number,boolean,null",schema:schema12.properties.arguments.items.type,parentSchema:schema12.properties.arguments.items,data:data2};
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
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema13 = {"description":"Runs another component document from this one.","type":"object","required":["document"],"properties":{"document":{"description":"Path, s3:// URI or component ARN of the document.","type":["string","number","boolean"],"examples":["s3://bucket/harden.yaml"]},"document-s3-bucket-owner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"phases":{"description":"Phases to run, separated by commas; all by default.","type":["string","number","boolean","null"],"examples":["build,validate"]},"parameters":{"description":"Values for the document's parameters.","type":["array","null"],"items":{"type":"object","required":["name","value"],"properties":{"name":{"description":"Name of the parameter.","type":["string","number","boolean"]},"value":{"description":"Its value.","type":["string","number","boolean"]}}},"examples":[[{"name":"Level","value":"high"}]]}},"examples":[{"document":"s3://bucket/harden.yaml","phases":"build"}]};
const pattern4 = new RegExp("^[0-9]{12}$|\\{\\{", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "document"},message:"must have required property '"+"document"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.document !== undefined){
let data0 = data.document;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/document",schemaPath:"#/properties/document/type",keyword:"type",params:{type: schema13.properties.document.type},message:"must be string,number,boolean",schema:schema13.properties.document.type,parentSchema:schema13.properties.document,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["document-s3-bucket-owner"] !== undefined){
let data1 = data["document-s3-bucket-owner"];
if(((!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))) && (typeof data1 !== "string")) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/document-s3-bucket-owner",schemaPath:"#/properties/document-s3-bucket-owner/type",keyword:"type",params:{type: schema13.properties["document-s3-bucket-owner"].type},message:"must be integer,string,null",schema:schema13.properties["document-s3-bucket-owner"].type,parentSchema:schema13.properties["document-s3-bucket-owner"],data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 999999999999 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/document-s3-bucket-owner",schemaPath:"#/properties/document-s3-bucket-owner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema13.properties["document-s3-bucket-owner"],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 100000000000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/document-s3-bucket-owner",schemaPath:"#/properties/document-s3-bucket-owner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema13.properties["document-s3-bucket-owner"],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err5 = {instancePath:instancePath+"/document-s3-bucket-owner",schemaPath:"#/properties/document-s3-bucket-owner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema13.properties["document-s3-bucket-owner"],data:data1};
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
if(data.phases !== undefined){
let data2 = data.phases;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err6 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: schema13.properties.phases.type},message:"must be string,number,boolean,null",schema:schema13.properties.phases.type,parentSchema:schema13.properties.phases,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.parameters !== undefined){
let data3 = data.parameters;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err7 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: schema13.properties.parameters.type},message:"must be array,null",schema:schema13.properties.parameters.type,parentSchema:schema13.properties.parameters,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err8 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/properties/parameters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.properties.parameters.items.required,parentSchema:schema13.properties.parameters.items,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4.value === undefined){
const err9 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/properties/parameters/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.properties.parameters.items.required,parentSchema:schema13.properties.parameters.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.name !== undefined){
let data5 = data4.name;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")){
const err10 = {instancePath:instancePath+"/parameters/" + i0+"/name",schemaPath:"#/properties/parameters/items/properties/name/type",keyword:"type",params:{type: schema13.properties.parameters.items.properties.name.type},message:"must be string,number,boolean",schema:schema13.properties.parameters.items.properties.name.type,parentSchema:schema13.properties.parameters.items.properties.name,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.value !== undefined){
let data6 = data4.value;
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err11 = {instancePath:instancePath+"/parameters/" + i0+"/value",schemaPath:"#/properties/parameters/items/properties/value/type",keyword:"type",params:{type: schema13.properties.parameters.items.properties.value.type},message:"must be string,number,boolean",schema:schema13.properties.parameters.items.properties.value.type,parentSchema:schema13.properties.parameters.items.properties.value,data:data6};
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
const err12 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/properties/parameters/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.parameters.items.type,parentSchema:schema13.properties.parameters.items,data:data4};
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
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema14 = {"description":"Runs PowerShell. Windows.","type":"object","properties":{"commands":{"description":"Commands, one script together; an exit code of 3010 reboots and runs the step again.","type":"array","items":{"type":["string","number","boolean","null"]},"examples":[["Get-WindowsFeature"]]},"file":{"description":"Path of a script, which ends with .ps1.","type":"string","pattern":"\\.[pP][sS]1[\"']?$|\\{\\{","examples":["C:\\scripts\\setup.ps1"]}},"oneOf":[{"required":["commands"]},{"required":["file"]}],"examples":[{"commands":["Get-WindowsFeature"]}]};
const pattern7 = new RegExp("\\.[pP][sS]1[\"']?$|\\{\\{", "u");

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.commands === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'",schema:schema14.oneOf[0].required,parentSchema:schema14.oneOf[0],data};
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
if(data.file === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema14.oneOf[1].required,parentSchema:schema14.oneOf[1],data};
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
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema14.oneOf,parentSchema:schema14,data};
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
if(data.commands !== undefined){
let data0 = data.commands;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if((((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/type",keyword:"type",params:{type: schema14.properties.commands.items.type},message:"must be string,number,boolean,null",schema:schema14.properties.commands.items.type,parentSchema:schema14.properties.commands.items,data:data1};
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
const err4 = {instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema14.properties.commands.type,parentSchema:schema14.properties.commands,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.file !== undefined){
let data2 = data.file;
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
const err5 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/pattern",keyword:"pattern",params:{pattern: "\\.[pP][sS]1[\"']?$|\\{\\{"},message:"must match pattern \""+"\\.[pP][sS]1[\"']?$|\\{\\{"+"\"",schema:"\\.[pP][sS]1[\"']?$|\\{\\{",parentSchema:schema14.properties.file,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.file.type,parentSchema:schema14.properties.file,data:data2};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema15 = {"description":"Fails the step unless the condition holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/condition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/condition"},"examples":[{"stringEquals":"2.1.1","value":"{{ validate.Version.outputs.stdout }}"}]};
const schema16 = {"description":"One comparison or logical operator, with the second operand it needs.","type":"object","properties":{"stringIsEmpty":{"description":"Holds for a text without characters.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"stringIsWhitespace":{"description":"Holds for a text of spaces only.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"binaryExists":{"description":"Holds if a program of this name is on the path.","type":["string","number","boolean"],"examples":["unzip"]},"fileExists":{"description":"Holds if a file is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"folderExists":{"description":"Holds if a folder is at this path, absolute or relative.","type":["string","number","boolean"],"examples":["/opt/app"]},"stringEquals":{"description":"Holds if value equals this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThan":{"description":"Holds if value is less than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringLessThanEquals":{"description":"Holds if value is at most this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThan":{"description":"Holds if value is greater than this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringGreaterThanEquals":{"description":"Holds if value is at least this text, letter case aside.","type":["string","number","boolean"],"examples":["x86_64"]},"stringlessThan":{"description":"stringLessThan, as the documentation's examples spell it.","type":["string","number","boolean"],"examples":["b"]},"patternMatches":{"description":"Holds if value matches this pattern of RE2 syntax: no lookaround, no back references.","type":["string","number","boolean"],"examples":["^[0-9]+$"]},"numberEquals":{"description":"Holds if value equals this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThan":{"description":"Holds if value is less than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberLessThanEquals":{"description":"Holds if value is at most this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThan":{"description":"Holds if value is greater than this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"numberGreaterThanEquals":{"description":"Holds if value is at least this number: an integer, a float, or a text such as '1.5'.","type":["number","string"],"pattern":"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{","examples":[2]},"fileMD5Equals":{"description":"Holds if the file at path has this MD5 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA1Equals":{"description":"Holds if the file at path has this SHA1 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA256Equals":{"description":"Holds if the file at path has this SHA256 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"fileSHA512Equals":{"description":"Holds if the file at path has this SHA512 hash, in hexadecimal.","type":["string","number","boolean"],"examples":["{{ Checksum }}"]},"value":{"description":"The second operand of a comparison: the value that is looked at.","type":["string","number","boolean"],"examples":["{{ build.Probe.outputs.stdout }}"]},"path":{"description":"The file that a hash operator looks at.","type":["string","number","boolean"],"examples":["/tmp/app.tar.gz"]},"and":{"description":"Holds if all conditions of the list hold.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"fileExists":"/etc/os-release"}]]},"or":{"description":"Holds if one condition of the list holds.","type":"array","minItems":1,"items":{"$ref":"#/definitions/condition"},"examples":[[{"binaryExists":"yum"},{"binaryExists":"dnf"}]]},"not":{"$ref":"#/definitions/Assert"}},"oneOf":[{"required":["stringIsEmpty"]},{"required":["stringIsWhitespace"]},{"required":["binaryExists"]},{"required":["fileExists"]},{"required":["folderExists"]},{"required":["stringEquals"]},{"required":["stringLessThan"]},{"required":["stringLessThanEquals"]},{"required":["stringGreaterThan"]},{"required":["stringGreaterThanEquals"]},{"required":["stringlessThan"]},{"required":["patternMatches"]},{"required":["numberEquals"]},{"required":["numberLessThan"]},{"required":["numberLessThanEquals"]},{"required":["numberGreaterThan"]},{"required":["numberGreaterThanEquals"]},{"required":["fileMD5Equals"]},{"required":["fileSHA1Equals"]},{"required":["fileSHA256Equals"]},{"required":["fileSHA512Equals"]},{"required":["and"]},{"required":["or"]},{"required":["not"]}],"dependencies":{"stringEquals":["value"],"stringLessThan":["value"],"stringLessThanEquals":["value"],"stringGreaterThan":["value"],"stringGreaterThanEquals":["value"],"stringlessThan":["value"],"patternMatches":["value"],"numberEquals":["value"],"numberLessThan":["value"],"numberLessThanEquals":["value"],"numberGreaterThan":["value"],"numberGreaterThanEquals":["value"],"fileMD5Equals":["path"],"fileSHA1Equals":["path"],"fileSHA256Equals":["path"],"fileSHA512Equals":["path"]}};
const pattern8 = new RegExp("^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{", "u");
const wrapper0 = {validate: validate37};
const wrapper2 = {validate: validate36};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stringIsEmpty === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "stringIsEmpty"},message:"must have required property '"+"stringIsEmpty"+"'",schema:schema16.oneOf[0].required,parentSchema:schema16.oneOf[0],data};
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
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "stringIsWhitespace"},message:"must have required property '"+"stringIsWhitespace"+"'",schema:schema16.oneOf[1].required,parentSchema:schema16.oneOf[1],data};
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
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "binaryExists"},message:"must have required property '"+"binaryExists"+"'",schema:schema16.oneOf[2].required,parentSchema:schema16.oneOf[2],data};
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
const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "fileExists"},message:"must have required property '"+"fileExists"+"'",schema:schema16.oneOf[3].required,parentSchema:schema16.oneOf[3],data};
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
const err4 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "folderExists"},message:"must have required property '"+"folderExists"+"'",schema:schema16.oneOf[4].required,parentSchema:schema16.oneOf[4],data};
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
const err5 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "stringEquals"},message:"must have required property '"+"stringEquals"+"'",schema:schema16.oneOf[5].required,parentSchema:schema16.oneOf[5],data};
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
const err6 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "stringLessThan"},message:"must have required property '"+"stringLessThan"+"'",schema:schema16.oneOf[6].required,parentSchema:schema16.oneOf[6],data};
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
const err7 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "stringLessThanEquals"},message:"must have required property '"+"stringLessThanEquals"+"'",schema:schema16.oneOf[7].required,parentSchema:schema16.oneOf[7],data};
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
const err8 = {instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: "stringGreaterThan"},message:"must have required property '"+"stringGreaterThan"+"'",schema:schema16.oneOf[8].required,parentSchema:schema16.oneOf[8],data};
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
const err9 = {instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: "stringGreaterThanEquals"},message:"must have required property '"+"stringGreaterThanEquals"+"'",schema:schema16.oneOf[9].required,parentSchema:schema16.oneOf[9],data};
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
const err10 = {instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: "stringlessThan"},message:"must have required property '"+"stringlessThan"+"'",schema:schema16.oneOf[10].required,parentSchema:schema16.oneOf[10],data};
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
const err11 = {instancePath,schemaPath:"#/oneOf/11/required",keyword:"required",params:{missingProperty: "patternMatches"},message:"must have required property '"+"patternMatches"+"'",schema:schema16.oneOf[11].required,parentSchema:schema16.oneOf[11],data};
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
const err12 = {instancePath,schemaPath:"#/oneOf/12/required",keyword:"required",params:{missingProperty: "numberEquals"},message:"must have required property '"+"numberEquals"+"'",schema:schema16.oneOf[12].required,parentSchema:schema16.oneOf[12],data};
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
const err13 = {instancePath,schemaPath:"#/oneOf/13/required",keyword:"required",params:{missingProperty: "numberLessThan"},message:"must have required property '"+"numberLessThan"+"'",schema:schema16.oneOf[13].required,parentSchema:schema16.oneOf[13],data};
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
const err14 = {instancePath,schemaPath:"#/oneOf/14/required",keyword:"required",params:{missingProperty: "numberLessThanEquals"},message:"must have required property '"+"numberLessThanEquals"+"'",schema:schema16.oneOf[14].required,parentSchema:schema16.oneOf[14],data};
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
const err15 = {instancePath,schemaPath:"#/oneOf/15/required",keyword:"required",params:{missingProperty: "numberGreaterThan"},message:"must have required property '"+"numberGreaterThan"+"'",schema:schema16.oneOf[15].required,parentSchema:schema16.oneOf[15],data};
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
const err16 = {instancePath,schemaPath:"#/oneOf/16/required",keyword:"required",params:{missingProperty: "numberGreaterThanEquals"},message:"must have required property '"+"numberGreaterThanEquals"+"'",schema:schema16.oneOf[16].required,parentSchema:schema16.oneOf[16],data};
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
const err17 = {instancePath,schemaPath:"#/oneOf/17/required",keyword:"required",params:{missingProperty: "fileMD5Equals"},message:"must have required property '"+"fileMD5Equals"+"'",schema:schema16.oneOf[17].required,parentSchema:schema16.oneOf[17],data};
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
const err18 = {instancePath,schemaPath:"#/oneOf/18/required",keyword:"required",params:{missingProperty: "fileSHA1Equals"},message:"must have required property '"+"fileSHA1Equals"+"'",schema:schema16.oneOf[18].required,parentSchema:schema16.oneOf[18],data};
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
const err19 = {instancePath,schemaPath:"#/oneOf/19/required",keyword:"required",params:{missingProperty: "fileSHA256Equals"},message:"must have required property '"+"fileSHA256Equals"+"'",schema:schema16.oneOf[19].required,parentSchema:schema16.oneOf[19],data};
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
const err20 = {instancePath,schemaPath:"#/oneOf/20/required",keyword:"required",params:{missingProperty: "fileSHA512Equals"},message:"must have required property '"+"fileSHA512Equals"+"'",schema:schema16.oneOf[20].required,parentSchema:schema16.oneOf[20],data};
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
const err21 = {instancePath,schemaPath:"#/oneOf/21/required",keyword:"required",params:{missingProperty: "and"},message:"must have required property '"+"and"+"'",schema:schema16.oneOf[21].required,parentSchema:schema16.oneOf[21],data};
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
const err22 = {instancePath,schemaPath:"#/oneOf/22/required",keyword:"required",params:{missingProperty: "or"},message:"must have required property '"+"or"+"'",schema:schema16.oneOf[22].required,parentSchema:schema16.oneOf[22],data};
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
const err23 = {instancePath,schemaPath:"#/oneOf/23/required",keyword:"required",params:{missingProperty: "not"},message:"must have required property '"+"not"+"'",schema:schema16.oneOf[23].required,parentSchema:schema16.oneOf[23],data};
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
const err24 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema16.oneOf,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringLessThan is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringLessThanEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringGreaterThan is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringGreaterThanEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property stringlessThan is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property patternMatches is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property numberEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property numberLessThan is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property numberLessThanEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property numberGreaterThan is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "value"},message:"must have property value when property numberGreaterThanEquals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "path"},message:"must have property path when property fileMD5Equals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "path"},message:"must have property path when property fileSHA1Equals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "path"},message:"must have property path when property fileSHA256Equals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
    deps: "path"},message:"must have property path when property fileSHA512Equals is present",schema:schema16.dependencies,parentSchema:schema16,data};
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
const err41 = {instancePath:instancePath+"/stringIsEmpty",schemaPath:"#/properties/stringIsEmpty/type",keyword:"type",params:{type: schema16.properties.stringIsEmpty.type},message:"must be string,number,boolean",schema:schema16.properties.stringIsEmpty.type,parentSchema:schema16.properties.stringIsEmpty,data:data0};
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
const err42 = {instancePath:instancePath+"/stringIsWhitespace",schemaPath:"#/properties/stringIsWhitespace/type",keyword:"type",params:{type: schema16.properties.stringIsWhitespace.type},message:"must be string,number,boolean",schema:schema16.properties.stringIsWhitespace.type,parentSchema:schema16.properties.stringIsWhitespace,data:data1};
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
const err43 = {instancePath:instancePath+"/binaryExists",schemaPath:"#/properties/binaryExists/type",keyword:"type",params:{type: schema16.properties.binaryExists.type},message:"must be string,number,boolean",schema:schema16.properties.binaryExists.type,parentSchema:schema16.properties.binaryExists,data:data2};
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
const err44 = {instancePath:instancePath+"/fileExists",schemaPath:"#/properties/fileExists/type",keyword:"type",params:{type: schema16.properties.fileExists.type},message:"must be string,number,boolean",schema:schema16.properties.fileExists.type,parentSchema:schema16.properties.fileExists,data:data3};
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
const err45 = {instancePath:instancePath+"/folderExists",schemaPath:"#/properties/folderExists/type",keyword:"type",params:{type: schema16.properties.folderExists.type},message:"must be string,number,boolean",schema:schema16.properties.folderExists.type,parentSchema:schema16.properties.folderExists,data:data4};
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
const err46 = {instancePath:instancePath+"/stringEquals",schemaPath:"#/properties/stringEquals/type",keyword:"type",params:{type: schema16.properties.stringEquals.type},message:"must be string,number,boolean",schema:schema16.properties.stringEquals.type,parentSchema:schema16.properties.stringEquals,data:data5};
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
const err47 = {instancePath:instancePath+"/stringLessThan",schemaPath:"#/properties/stringLessThan/type",keyword:"type",params:{type: schema16.properties.stringLessThan.type},message:"must be string,number,boolean",schema:schema16.properties.stringLessThan.type,parentSchema:schema16.properties.stringLessThan,data:data6};
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
const err48 = {instancePath:instancePath+"/stringLessThanEquals",schemaPath:"#/properties/stringLessThanEquals/type",keyword:"type",params:{type: schema16.properties.stringLessThanEquals.type},message:"must be string,number,boolean",schema:schema16.properties.stringLessThanEquals.type,parentSchema:schema16.properties.stringLessThanEquals,data:data7};
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
const err49 = {instancePath:instancePath+"/stringGreaterThan",schemaPath:"#/properties/stringGreaterThan/type",keyword:"type",params:{type: schema16.properties.stringGreaterThan.type},message:"must be string,number,boolean",schema:schema16.properties.stringGreaterThan.type,parentSchema:schema16.properties.stringGreaterThan,data:data8};
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
const err50 = {instancePath:instancePath+"/stringGreaterThanEquals",schemaPath:"#/properties/stringGreaterThanEquals/type",keyword:"type",params:{type: schema16.properties.stringGreaterThanEquals.type},message:"must be string,number,boolean",schema:schema16.properties.stringGreaterThanEquals.type,parentSchema:schema16.properties.stringGreaterThanEquals,data:data9};
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
const err51 = {instancePath:instancePath+"/stringlessThan",schemaPath:"#/properties/stringlessThan/type",keyword:"type",params:{type: schema16.properties.stringlessThan.type},message:"must be string,number,boolean",schema:schema16.properties.stringlessThan.type,parentSchema:schema16.properties.stringlessThan,data:data10};
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
const err52 = {instancePath:instancePath+"/patternMatches",schemaPath:"#/properties/patternMatches/type",keyword:"type",params:{type: schema16.properties.patternMatches.type},message:"must be string,number,boolean",schema:schema16.properties.patternMatches.type,parentSchema:schema16.properties.patternMatches,data:data11};
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
const err53 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/type",keyword:"type",params:{type: schema16.properties.numberEquals.type},message:"must be number,string",schema:schema16.properties.numberEquals.type,parentSchema:schema16.properties.numberEquals,data:data12};
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
const err54 = {instancePath:instancePath+"/numberEquals",schemaPath:"#/properties/numberEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema16.properties.numberEquals,data:data12};
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
const err55 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/type",keyword:"type",params:{type: schema16.properties.numberLessThan.type},message:"must be number,string",schema:schema16.properties.numberLessThan.type,parentSchema:schema16.properties.numberLessThan,data:data13};
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
const err56 = {instancePath:instancePath+"/numberLessThan",schemaPath:"#/properties/numberLessThan/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema16.properties.numberLessThan,data:data13};
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
const err57 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/type",keyword:"type",params:{type: schema16.properties.numberLessThanEquals.type},message:"must be number,string",schema:schema16.properties.numberLessThanEquals.type,parentSchema:schema16.properties.numberLessThanEquals,data:data14};
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
const err58 = {instancePath:instancePath+"/numberLessThanEquals",schemaPath:"#/properties/numberLessThanEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema16.properties.numberLessThanEquals,data:data14};
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
const err59 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/type",keyword:"type",params:{type: schema16.properties.numberGreaterThan.type},message:"must be number,string",schema:schema16.properties.numberGreaterThan.type,parentSchema:schema16.properties.numberGreaterThan,data:data15};
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
const err60 = {instancePath:instancePath+"/numberGreaterThan",schemaPath:"#/properties/numberGreaterThan/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema16.properties.numberGreaterThan,data:data15};
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
const err61 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/type",keyword:"type",params:{type: schema16.properties.numberGreaterThanEquals.type},message:"must be number,string",schema:schema16.properties.numberGreaterThanEquals.type,parentSchema:schema16.properties.numberGreaterThanEquals,data:data16};
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
const err62 = {instancePath:instancePath+"/numberGreaterThanEquals",schemaPath:"#/properties/numberGreaterThanEquals/pattern",keyword:"pattern",params:{pattern: "^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{"+"\"",schema:"^[-+]?(?:[0-9]+[.])?[0-9]+$|\\{\\{",parentSchema:schema16.properties.numberGreaterThanEquals,data:data16};
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
const err63 = {instancePath:instancePath+"/fileMD5Equals",schemaPath:"#/properties/fileMD5Equals/type",keyword:"type",params:{type: schema16.properties.fileMD5Equals.type},message:"must be string,number,boolean",schema:schema16.properties.fileMD5Equals.type,parentSchema:schema16.properties.fileMD5Equals,data:data17};
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
const err64 = {instancePath:instancePath+"/fileSHA1Equals",schemaPath:"#/properties/fileSHA1Equals/type",keyword:"type",params:{type: schema16.properties.fileSHA1Equals.type},message:"must be string,number,boolean",schema:schema16.properties.fileSHA1Equals.type,parentSchema:schema16.properties.fileSHA1Equals,data:data18};
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
const err65 = {instancePath:instancePath+"/fileSHA256Equals",schemaPath:"#/properties/fileSHA256Equals/type",keyword:"type",params:{type: schema16.properties.fileSHA256Equals.type},message:"must be string,number,boolean",schema:schema16.properties.fileSHA256Equals.type,parentSchema:schema16.properties.fileSHA256Equals,data:data19};
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
const err66 = {instancePath:instancePath+"/fileSHA512Equals",schemaPath:"#/properties/fileSHA512Equals/type",keyword:"type",params:{type: schema16.properties.fileSHA512Equals.type},message:"must be string,number,boolean",schema:schema16.properties.fileSHA512Equals.type,parentSchema:schema16.properties.fileSHA512Equals,data:data20};
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
const err67 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema16.properties.value.type},message:"must be string,number,boolean",schema:schema16.properties.value.type,parentSchema:schema16.properties.value,data:data21};
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
const err68 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: schema16.properties.path.type},message:"must be string,number,boolean",schema:schema16.properties.path.type,parentSchema:schema16.properties.path,data:data22};
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
const err69 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema16.properties.and,data:data23};
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
const err70 = {instancePath:instancePath+"/and",schemaPath:"#/properties/and/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.and.type,parentSchema:schema16.properties.and,data:data23};
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
const err71 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema16.properties.or,data:data25};
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
const err72 = {instancePath:instancePath+"/or",schemaPath:"#/properties/or/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.or.type,parentSchema:schema16.properties.or,data:data25};
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
const err73 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema15.type},message:"must be object,array",schema:schema15.type,parentSchema:schema15,data};
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
if(!(validate37(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema15.if,parentSchema:schema15,data};
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
const err3 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema15,data};
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
if(!(validate37(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
validate36.errors = vErrors;
return errors === 0;
}

const schema17 = {"description":"Downloads objects from S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Object, or prefix with /* at its end: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/\\S|\\{\\{","examples":["s3://bucket/app/*"]},"destination":{"description":"Local path.","type":["string","number","boolean"],"examples":["/opt/app"]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"s3://bucket/app.zip","destination":"/tmp/app.zip"}]],"minItems":1};
const pattern13 = new RegExp("^[sS]3://[^/\\s]+/\\S|\\{\\{", "u");
const pattern15 = new RegExp("^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{", "u");

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema17.items.required,parentSchema:schema17.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema17.items.required,parentSchema:schema17.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(typeof data1 === "string"){
if(!pattern13.test(data1)){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[sS]3://[^/\\s]+/\\S|\\{\\{"},message:"must match pattern \""+"^[sS]3://[^/\\s]+/\\S|\\{\\{"+"\"",schema:"^[sS]3://[^/\\s]+/\\S|\\{\\{",parentSchema:schema17.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.properties.source.type,parentSchema:schema17.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err5 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema17.items.properties.destination.type},message:"must be string,number,boolean",schema:schema17.items.properties.destination.type,parentSchema:schema17.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.expectedBucketOwner !== undefined){
let data3 = data0.expectedBucketOwner;
if(((!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) && (typeof data3 !== "string")) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema17.items.properties.expectedBucketOwner.type},message:"must be integer,string,null",schema:schema17.items.properties.expectedBucketOwner.type,parentSchema:schema17.items.properties.expectedBucketOwner,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 999999999999 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema17.items.properties.expectedBucketOwner,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 100000000000 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema17.items.properties.expectedBucketOwner,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err9 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema17.items.properties.expectedBucketOwner,data:data3};
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
if(data0.overwrite !== undefined){
let data4 = data0.overwrite;
if(((typeof data4 !== "boolean") && (typeof data4 !== "string")) && (data4 !== null)){
const err10 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema17.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema17.items.properties.overwrite.type,parentSchema:schema17.items.properties.overwrite,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern15.test(data4)){
const err11 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema17.items.properties.overwrite,data:data4};
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
}
else {
const err12 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.items.type,parentSchema:schema17.items,data:data0};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

const schema18 = {"description":"Uploads files to S3.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Local path. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/var/log/app/*"]},"destination":{"description":"Where to: s3://bucket/key, or a reference.","type":"string","pattern":"^[sS]3://[^/\\s]+/|\\{\\{","examples":["s3://bucket/logs/"]},"recurse":{"description":"Upload folders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]},"expectedBucketOwner":{"description":"Id of the AWS account that must own the bucket: 12 digits, quoted if it begins with 0.","type":["integer","string","null"],"pattern":"^[0-9]{12}$|\\{\\{","minimum":100000000000,"maximum":999999999999,"examples":["111122223333"]}}},"examples":[[{"source":"/var/log/app/*","destination":"s3://bucket/logs/"}]],"minItems":1};
const pattern16 = new RegExp("^[sS]3://[^/\\s]+/|\\{\\{", "u");

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema18.items.required,parentSchema:schema18.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema18.items.required,parentSchema:schema18.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: schema18.items.properties.source.type},message:"must be string,number,boolean",schema:schema18.items.properties.source.type,parentSchema:schema18.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(typeof data2 === "string"){
if(!pattern16.test(data2)){
const err4 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/pattern",keyword:"pattern",params:{pattern: "^[sS]3://[^/\\s]+/|\\{\\{"},message:"must match pattern \""+"^[sS]3://[^/\\s]+/|\\{\\{"+"\"",schema:"^[sS]3://[^/\\s]+/|\\{\\{",parentSchema:schema18.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.items.properties.destination.type,parentSchema:schema18.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.recurse !== undefined){
let data3 = data0.recurse;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/recurse",schemaPath:"#/items/properties/recurse/type",keyword:"type",params:{type: schema18.items.properties.recurse.type},message:"must be boolean,string,null",schema:schema18.items.properties.recurse.type,parentSchema:schema18.items.properties.recurse,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err7 = {instancePath:instancePath+"/" + i0+"/recurse",schemaPath:"#/items/properties/recurse/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema18.items.properties.recurse,data:data3};
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
if(data0.expectedBucketOwner !== undefined){
let data4 = data0.expectedBucketOwner;
if(((!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))) && (typeof data4 !== "string")) && (data4 !== null)){
const err8 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/type",keyword:"type",params:{type: schema18.items.properties.expectedBucketOwner.type},message:"must be integer,string,null",schema:schema18.items.properties.expectedBucketOwner.type,parentSchema:schema18.items.properties.expectedBucketOwner,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 999999999999 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999999},message:"must be <= 999999999999",schema:999999999999,parentSchema:schema18.items.properties.expectedBucketOwner,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4 < 100000000000 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100000000000},message:"must be >= 100000000000",schema:100000000000,parentSchema:schema18.items.properties.expectedBucketOwner,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err11 = {instancePath:instancePath+"/" + i0+"/expectedBucketOwner",schemaPath:"#/items/properties/expectedBucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$|\\{\\{"},message:"must match pattern \""+"^[0-9]{12}$|\\{\\{"+"\"",schema:"^[0-9]{12}$|\\{\\{",parentSchema:schema18.items.properties.expectedBucketOwner,data:data4};
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
}
else {
const err12 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.items.type,parentSchema:schema18.items,data:data0};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}

const schema19 = {"description":"Downloads over HTTP or HTTPS.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"An http:// or https:// URL with a host and without spaces, or a reference.","type":"string","pattern":"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{","examples":["https://example.com/app.tgz"]},"destination":{"description":"Local path; one that ends with / is a folder.","type":["string","number","boolean"],"examples":["/tmp/app.tgz"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"checksum":{"description":"Checksum the file must have; needs algorithm.","type":["string","number","boolean","null"],"examples":["{{ Checksum }}"]},"algorithm":{"description":"Algorithm of the checksum.","type":["string","number","null"],"examples":["MD5","SHA1","SHA256","SHA512"],"pattern":"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},"ignoreCertificateErrors":{"description":"Do not verify TLS certificates; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"https://example.com/app.tgz","destination":"/tmp/app.tgz","checksum":"{{ Checksum }}","algorithm":"SHA256"}]],"minItems":1};
const pattern19 = new RegExp("^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{", "u");
const pattern21 = new RegExp("^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema19.items.required,parentSchema:schema19.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema19.items.required,parentSchema:schema19.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(typeof data1 === "string"){
if(!pattern19.test(data1)){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{"},message:"must match pattern \""+"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{"+"\"",schema:"^[hH][tT][tT][pP][sS]?://[^/?#\\s]\\S*$|\\{\\{",parentSchema:schema19.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.items.properties.source.type,parentSchema:schema19.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err5 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema19.items.properties.destination.type},message:"must be string,number,boolean",schema:schema19.items.properties.destination.type,parentSchema:schema19.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data3 = data0.overwrite;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema19.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema19.items.properties.overwrite.type,parentSchema:schema19.items.properties.overwrite,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err7 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema19.items.properties.overwrite,data:data3};
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
if(data0.checksum !== undefined){
let data4 = data0.checksum;
if((((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err8 = {instancePath:instancePath+"/" + i0+"/checksum",schemaPath:"#/items/properties/checksum/type",keyword:"type",params:{type: schema19.items.properties.checksum.type},message:"must be string,number,boolean,null",schema:schema19.items.properties.checksum.type,parentSchema:schema19.items.properties.checksum,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.algorithm !== undefined){
let data5 = data0.algorithm;
if(((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (data5 !== null)){
const err9 = {instancePath:instancePath+"/" + i0+"/algorithm",schemaPath:"#/items/properties/algorithm/type",keyword:"type",params:{type: schema19.items.properties.algorithm.type},message:"must be string,number,null",schema:schema19.items.properties.algorithm.type,parentSchema:schema19.items.properties.algorithm,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern21.test(data5)){
const err10 = {instancePath:instancePath+"/" + i0+"/algorithm",schemaPath:"#/items/properties/algorithm/pattern",keyword:"pattern",params:{pattern: "^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"},message:"must match pattern \""+"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{"+"\"",schema:"^(?:[Mm][Dd]5|[Ss][Hh][Aa]1|[Ss][Hh][Aa]256|[Ss][Hh][Aa]512)$|\\{\\{",parentSchema:schema19.items.properties.algorithm,data:data5};
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
if(data0.ignoreCertificateErrors !== undefined){
let data6 = data0.ignoreCertificateErrors;
if(((typeof data6 !== "boolean") && (typeof data6 !== "string")) && (data6 !== null)){
const err11 = {instancePath:instancePath+"/" + i0+"/ignoreCertificateErrors",schemaPath:"#/items/properties/ignoreCertificateErrors/type",keyword:"type",params:{type: schema19.items.properties.ignoreCertificateErrors.type},message:"must be boolean,string,null",schema:schema19.items.properties.ignoreCertificateErrors.type,parentSchema:schema19.items.properties.ignoreCertificateErrors,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern15.test(data6)){
const err12 = {instancePath:instancePath+"/" + i0+"/ignoreCertificateErrors",schemaPath:"#/items/properties/ignoreCertificateErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema19.items.properties.ignoreCertificateErrors,data:data6};
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
else {
const err13 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.items.type,parentSchema:schema19.items,data:data0};
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
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

const schema20 = {"description":"Appends to a file that exists.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/hosts"]},"content":{"description":"What to append.","type":["string","number","boolean","null"],"examples":["10.0.0.1 db\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/hosts","content":"10.0.0.1 db\n"}]],"minItems":1};
const pattern23 = new RegExp("^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{", "u");

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema20.items.required,parentSchema:schema20.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema20.items.properties.path.type},message:"must be string,number,boolean",schema:schema20.items.properties.path.type,parentSchema:schema20.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.content !== undefined){
let data2 = data0.content;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/content",schemaPath:"#/items/properties/content/type",keyword:"type",params:{type: schema20.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema20.items.properties.content.type,parentSchema:schema20.items.properties.content,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.encoding !== undefined){
let data3 = data0.encoding;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/type",keyword:"type",params:{type: schema20.items.properties.encoding.type},message:"must be string,number,null",schema:schema20.items.properties.encoding.type,parentSchema:schema20.items.properties.encoding,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern23.test(data3)){
const err5 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema20.items.properties.encoding,data:data3};
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
else {
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.items.type,parentSchema:schema20.items,data:data0};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema21 = {"description":"Copies files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema21.items.required,parentSchema:schema21.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema21.items.required,parentSchema:schema21.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: schema21.items.properties.source.type},message:"must be string,number,boolean",schema:schema21.items.properties.source.type,parentSchema:schema21.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema21.items.properties.destination.type},message:"must be string,number,boolean",schema:schema21.items.properties.destination.type,parentSchema:schema21.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data3 = data0.overwrite;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema21.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema21.items.properties.overwrite.type,parentSchema:schema21.items.properties.overwrite,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema21.items.properties.overwrite,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.items.type,parentSchema:schema21.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

const schema22 = {"description":"Copies folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema22.items.required,parentSchema:schema22.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: schema22.items.properties.source.type},message:"must be string,number,boolean",schema:schema22.items.properties.source.type,parentSchema:schema22.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema22.items.properties.destination.type},message:"must be string,number,boolean",schema:schema22.items.properties.destination.type,parentSchema:schema22.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data3 = data0.overwrite;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema22.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema22.items.properties.overwrite.type,parentSchema:schema22.items.properties.overwrite,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema22.items.properties.overwrite,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.items.type,parentSchema:schema22.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema23 = {"description":"Moves files.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app.conf"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/etc/app/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app.conf","destination":"/etc/app/"}]],"minItems":1};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema23.items.required,parentSchema:schema23.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: schema23.items.properties.source.type},message:"must be string,number,boolean",schema:schema23.items.properties.source.type,parentSchema:schema23.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema23.items.properties.destination.type},message:"must be string,number,boolean",schema:schema23.items.properties.destination.type,parentSchema:schema23.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data3 = data0.overwrite;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema23.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema23.items.properties.overwrite.type,parentSchema:schema23.items.properties.overwrite,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema23.items.properties.overwrite,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.items.type,parentSchema:schema23.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema24 = {"description":"Moves folders.","type":"array","items":{"type":"object","required":["source","destination"],"properties":{"source":{"description":"Path of what to take. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/app"]},"destination":{"description":"Path it goes to; one that ends with a separator is a folder.","type":["string","number","boolean"],"examples":["/opt/"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"source":"/tmp/app","destination":"/opt/"}]],"minItems":1};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.source === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.destination === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema24.items.required,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.source !== undefined){
let data1 = data0.source;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/source",schemaPath:"#/items/properties/source/type",keyword:"type",params:{type: schema24.items.properties.source.type},message:"must be string,number,boolean",schema:schema24.items.properties.source.type,parentSchema:schema24.items.properties.source,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.destination !== undefined){
let data2 = data0.destination;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/destination",schemaPath:"#/items/properties/destination/type",keyword:"type",params:{type: schema24.items.properties.destination.type},message:"must be string,number,boolean",schema:schema24.items.properties.destination.type,parentSchema:schema24.items.properties.destination,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data3 = data0.overwrite;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema24.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema24.items.properties.overwrite.type,parentSchema:schema24.items.properties.overwrite,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema24.items.properties.overwrite,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.items.type,parentSchema:schema24.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema25 = {"description":"Creates a file.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"content":{"description":"What it holds.","type":["string","number","boolean","null"],"examples":["port=80\n"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0644"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/etc/app.conf","content":"port=80\n","permissions":"0644"}]],"minItems":1};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema25.items.required,parentSchema:schema25.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema25.items.properties.path.type},message:"must be string,number,boolean",schema:schema25.items.properties.path.type,parentSchema:schema25.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.content !== undefined){
let data2 = data0.content;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/content",schemaPath:"#/items/properties/content/type",keyword:"type",params:{type: schema25.items.properties.content.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.content.type,parentSchema:schema25.items.properties.content,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.encoding !== undefined){
let data3 = data0.encoding;
if(((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/type",keyword:"type",params:{type: schema25.items.properties.encoding.type},message:"must be string,number,null",schema:schema25.items.properties.encoding.type,parentSchema:schema25.items.properties.encoding,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern23.test(data3)){
const err5 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema25.items.properties.encoding,data:data3};
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
if(data0.owner !== undefined){
let data4 = data0.owner;
if((((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/owner",schemaPath:"#/items/properties/owner/type",keyword:"type",params:{type: schema25.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.owner.type,parentSchema:schema25.items.properties.owner,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.group !== undefined){
let data5 = data0.group;
if((((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err7 = {instancePath:instancePath+"/" + i0+"/group",schemaPath:"#/items/properties/group/type",keyword:"type",params:{type: schema25.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.group.type,parentSchema:schema25.items.properties.group,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.permissions !== undefined){
let data6 = data0.permissions;
if((((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err8 = {instancePath:instancePath+"/" + i0+"/permissions",schemaPath:"#/items/properties/permissions/type",keyword:"type",params:{type: schema25.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema25.items.properties.permissions.type,parentSchema:schema25.items.properties.permissions,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data7 = data0.overwrite;
if(((typeof data7 !== "boolean") && (typeof data7 !== "string")) && (data7 !== null)){
const err9 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema25.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema25.items.properties.overwrite.type,parentSchema:schema25.items.properties.overwrite,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern15.test(data7)){
const err10 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema25.items.properties.overwrite,data:data7};
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
else {
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.items.type,parentSchema:schema25.items,data:data0};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}

const schema26 = {"description":"Creates a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean","null"],"examples":["0755"]},"overwrite":{"description":"Overwrite what exists; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app"}]],"minItems":1};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema26.items.required,parentSchema:schema26.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema26.items.properties.path.type},message:"must be string,number,boolean",schema:schema26.items.properties.path.type,parentSchema:schema26.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.owner !== undefined){
let data2 = data0.owner;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/owner",schemaPath:"#/items/properties/owner/type",keyword:"type",params:{type: schema26.items.properties.owner.type},message:"must be string,number,boolean,null",schema:schema26.items.properties.owner.type,parentSchema:schema26.items.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.group !== undefined){
let data3 = data0.group;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/" + i0+"/group",schemaPath:"#/items/properties/group/type",keyword:"type",params:{type: schema26.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema26.items.properties.group.type,parentSchema:schema26.items.properties.group,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.permissions !== undefined){
let data4 = data0.permissions;
if((((typeof data4 !== "string") && (!(typeof data4 == "number"))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/permissions",schemaPath:"#/items/properties/permissions/type",keyword:"type",params:{type: schema26.items.properties.permissions.type},message:"must be string,number,boolean,null",schema:schema26.items.properties.permissions.type,parentSchema:schema26.items.properties.permissions,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.overwrite !== undefined){
let data5 = data0.overwrite;
if(((typeof data5 !== "boolean") && (typeof data5 !== "string")) && (data5 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/type",keyword:"type",params:{type: schema26.items.properties.overwrite.type},message:"must be boolean,string,null",schema:schema26.items.properties.overwrite.type,parentSchema:schema26.items.properties.overwrite,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern15.test(data5)){
const err7 = {instancePath:instancePath+"/" + i0+"/overwrite",schemaPath:"#/items/properties/overwrite/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema26.items.properties.overwrite,data:data5};
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
}
else {
const err8 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.type,parentSchema:schema26.items,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}

const schema27 = {"description":"Creates a symbolic link. Not on Windows.","type":"array","items":{"type":"object","required":["path","target"],"properties":{"path":{"description":"Path of the link.","type":["string","number","boolean"],"examples":["/usr/bin/app"]},"target":{"description":"Path it points to.","type":["string","number","boolean"],"examples":["/opt/app/bin/app"]},"force":{"description":"Replace a link that exists; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/usr/bin/app","target":"/opt/app/bin/app"}]],"minItems":1};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.target === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'",schema:schema27.items.required,parentSchema:schema27.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema27.items.properties.path.type},message:"must be string,number,boolean",schema:schema27.items.properties.path.type,parentSchema:schema27.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.target !== undefined){
let data2 = data0.target;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/target",schemaPath:"#/items/properties/target/type",keyword:"type",params:{type: schema27.items.properties.target.type},message:"must be string,number,boolean",schema:schema27.items.properties.target.type,parentSchema:schema27.items.properties.target,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.force !== undefined){
let data3 = data0.force;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/force",schemaPath:"#/items/properties/force/type",keyword:"type",params:{type: schema27.items.properties.force.type},message:"must be boolean,string,null",schema:schema27.items.properties.force.type,parentSchema:schema27.items.properties.force,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/force",schemaPath:"#/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema27.items.properties.force,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.items.type,parentSchema:schema27.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}

const schema28 = {"description":"Deletes files.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file. A * stands for any part of the last path segment.","type":["string","number","boolean"],"examples":["/tmp/*.log"]}}},"examples":[[{"path":"/tmp/*.log"}]],"minItems":1};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema28.items.required,parentSchema:schema28.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema28.items.properties.path.type},message:"must be string,number,boolean",schema:schema28.items.properties.path.type,parentSchema:schema28.items.properties.path,data:data1};
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
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.items.type,parentSchema:schema28.items,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}

const schema29 = {"description":"Deletes a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/tmp/build"]},"force":{"description":"Delete it with what it holds; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/tmp/build","force":true}]],"minItems":1};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema29.items.required,parentSchema:schema29.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema29.items.properties.path.type},message:"must be string,number,boolean",schema:schema29.items.properties.path.type,parentSchema:schema29.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.force !== undefined){
let data2 = data0.force;
if(((typeof data2 !== "boolean") && (typeof data2 !== "string")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/force",schemaPath:"#/items/properties/force/type",keyword:"type",params:{type: schema29.items.properties.force.type},message:"must be boolean,string,null",schema:schema29.items.properties.force.type,parentSchema:schema29.items.properties.force,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern15.test(data2)){
const err4 = {instancePath:instancePath+"/" + i0+"/force",schemaPath:"#/items/properties/force/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema29.items.properties.force,data:data2};
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
}
else {
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.items.type,parentSchema:schema29.items,data:data0};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}

const schema30 = {"description":"Lists the files of a folder.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/var/log"]},"fileNamePattern":{"description":"Names to list; * stands for anything. Quote it: a bare * begins a YAML alias.","type":["string","number","boolean","null"],"examples":["*.log"]},"recursive":{"description":"List subfolders too; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/var/log","fileNamePattern":"*.log"}]],"minItems":1};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema30.items.required,parentSchema:schema30.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema30.items.properties.path.type},message:"must be string,number,boolean",schema:schema30.items.properties.path.type,parentSchema:schema30.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.fileNamePattern !== undefined){
let data2 = data0.fileNamePattern;
if((((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/fileNamePattern",schemaPath:"#/items/properties/fileNamePattern/type",keyword:"type",params:{type: schema30.items.properties.fileNamePattern.type},message:"must be string,number,boolean,null",schema:schema30.items.properties.fileNamePattern.type,parentSchema:schema30.items.properties.fileNamePattern,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.recursive !== undefined){
let data3 = data0.recursive;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/type",keyword:"type",params:{type: schema30.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema30.items.properties.recursive.type,parentSchema:schema30.items.properties.recursive,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err5 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema30.items.properties.recursive,data:data3};
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
else {
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.items.type,parentSchema:schema30.items,data:data0};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}

const schema31 = {"description":"Reads a text file, for later steps.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/os-release"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},"printFileContent":{"description":"Write the content to console.log; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[true]}}},"examples":[[{"path":"/etc/os-release","printFileContent":true}]],"minItems":1};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.items.required,parentSchema:schema31.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema31.items.properties.path.type},message:"must be string,number,boolean",schema:schema31.items.properties.path.type,parentSchema:schema31.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.encoding !== undefined){
let data2 = data0.encoding;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/type",keyword:"type",params:{type: schema31.items.properties.encoding.type},message:"must be string,number,null",schema:schema31.items.properties.encoding.type,parentSchema:schema31.items.properties.encoding,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern23.test(data2)){
const err4 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema31.items.properties.encoding,data:data2};
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
if(data0.printFileContent !== undefined){
let data3 = data0.printFileContent;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/printFileContent",schemaPath:"#/items/properties/printFileContent/type",keyword:"type",params:{type: schema31.items.properties.printFileContent.type},message:"must be boolean,string,null",schema:schema31.items.properties.printFileContent.type,parentSchema:schema31.items.properties.printFileContent,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/printFileContent",schemaPath:"#/items/properties/printFileContent/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema31.items.properties.printFileContent,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.items.type,parentSchema:schema31.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}

const schema32 = {"description":"Converts a file from utf-8.","type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"encoding":{"description":"Encoding of the file; utf-8 by default.","type":["string","number","null"],"examples":["utf8","utf-8","utf16","utf-16","utf16-LE","utf-16-LE","utf16-BE","utf-16-BE","utf32","utf-32","utf32-LE","utf-32-LE","utf32-BE","utf-32-BE"],"pattern":"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"}}},"examples":[[{"path":"/etc/app.conf","encoding":"utf-16"}]],"minItems":1};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema32.items.required,parentSchema:schema32.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema32.items.properties.path.type},message:"must be string,number,boolean",schema:schema32.items.properties.path.type,parentSchema:schema32.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.encoding !== undefined){
let data2 = data0.encoding;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/type",keyword:"type",params:{type: schema32.items.properties.encoding.type},message:"must be string,number,null",schema:schema32.items.properties.encoding.type,parentSchema:schema32.items.properties.encoding,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern23.test(data2)){
const err4 = {instancePath:instancePath+"/" + i0+"/encoding",schemaPath:"#/items/properties/encoding/pattern",keyword:"pattern",params:{pattern: "^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"},message:"must match pattern \""+"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{"+"\"",schema:"^(?:[Uu][Tt][Ff]8|[Uu][Tt][Ff]-8|[Uu][Tt][Ff]16|[Uu][Tt][Ff]-16|[Uu][Tt][Ff]16-[Ll][Ee]|[Uu][Tt][Ff]-16-[Ll][Ee]|[Uu][Tt][Ff]16-[Bb][Ee]|[Uu][Tt][Ff]-16-[Bb][Ee]|[Uu][Tt][Ff]32|[Uu][Tt][Ff]-32|[Uu][Tt][Ff]32-[Ll][Ee]|[Uu][Tt][Ff]-32-[Ll][Ee]|[Uu][Tt][Ff]32-[Bb][Ee]|[Uu][Tt][Ff]-32-[Bb][Ee])$|\\{\\{",parentSchema:schema32.items.properties.encoding,data:data2};
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
}
else {
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.items.type,parentSchema:schema32.items,data:data0};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}

const schema33 = {"description":"Sets a file's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]}}},"examples":[[{"path":"/etc/app.conf","owner":"app"}]],"minItems":1};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema33.items.required,parentSchema:schema33.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.owner === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema33.items.required,parentSchema:schema33.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema33.items.properties.path.type},message:"must be string,number,boolean",schema:schema33.items.properties.path.type,parentSchema:schema33.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.owner !== undefined){
let data2 = data0.owner;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/owner",schemaPath:"#/items/properties/owner/type",keyword:"type",params:{type: schema33.items.properties.owner.type},message:"must be string,number,boolean",schema:schema33.items.properties.owner.type,parentSchema:schema33.items.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.group !== undefined){
let data3 = data0.group;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/group",schemaPath:"#/items/properties/group/type",keyword:"type",params:{type: schema33.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema33.items.properties.group.type,parentSchema:schema33.items.properties.group,data:data3};
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
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.items.type,parentSchema:schema33.items,data:data0};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}

const schema34 = {"description":"Sets a folder's owner. Not on Windows.","type":"array","items":{"type":"object","required":["path","owner"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"owner":{"description":"User name or id. Not on Windows.","type":["string","number","boolean"],"examples":["app"]},"group":{"description":"Group name or id. Not on Windows.","type":["string","number","boolean","null"],"examples":["app"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","owner":"app","group":"app"}]],"minItems":1};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema34.items.required,parentSchema:schema34.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.owner === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema34.items.required,parentSchema:schema34.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema34.items.properties.path.type},message:"must be string,number,boolean",schema:schema34.items.properties.path.type,parentSchema:schema34.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.owner !== undefined){
let data2 = data0.owner;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/owner",schemaPath:"#/items/properties/owner/type",keyword:"type",params:{type: schema34.items.properties.owner.type},message:"must be string,number,boolean",schema:schema34.items.properties.owner.type,parentSchema:schema34.items.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.group !== undefined){
let data3 = data0.group;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/group",schemaPath:"#/items/properties/group/type",keyword:"type",params:{type: schema34.items.properties.group.type},message:"must be string,number,boolean,null",schema:schema34.items.properties.group.type,parentSchema:schema34.items.properties.group,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.recursive !== undefined){
let data4 = data0.recursive;
if(((typeof data4 !== "boolean") && (typeof data4 !== "string")) && (data4 !== null)){
const err6 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/type",keyword:"type",params:{type: schema34.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema34.items.properties.recursive.type,parentSchema:schema34.items.properties.recursive,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern15.test(data4)){
const err7 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema34.items.properties.recursive,data:data4};
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
}
else {
const err8 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.items.type,parentSchema:schema34.items,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema35 = {"description":"Sets a file's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the file.","type":["string","number","boolean"],"examples":["/etc/app.conf"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0640"]}}},"examples":[[{"path":"/etc/app.conf","permissions":"0640"}]],"minItems":1};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema35.items.required,parentSchema:schema35.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.permissions === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema35.items.required,parentSchema:schema35.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema35.items.properties.path.type},message:"must be string,number,boolean",schema:schema35.items.properties.path.type,parentSchema:schema35.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.permissions !== undefined){
let data2 = data0.permissions;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/permissions",schemaPath:"#/items/properties/permissions/type",keyword:"type",params:{type: schema35.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema35.items.properties.permissions.type,parentSchema:schema35.items.properties.permissions,data:data2};
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
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.items.type,parentSchema:schema35.items,data:data0};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}

const schema36 = {"description":"Sets a folder's permissions. Not on Windows.","type":"array","items":{"type":"object","required":["path","permissions"],"properties":{"path":{"description":"Path of the folder.","type":["string","number","boolean"],"examples":["/opt/app"]},"permissions":{"description":"Permissions as octal digits, such as 0644. Not on Windows.","type":["string","number","boolean"],"examples":["0755"]},"recursive":{"description":"Everything in it too; true by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}}},"examples":[[{"path":"/opt/app","permissions":"0755"}]],"minItems":1};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema36.items.required,parentSchema:schema36.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.permissions === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "permissions"},message:"must have required property '"+"permissions"+"'",schema:schema36.items.required,parentSchema:schema36.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: schema36.items.properties.path.type},message:"must be string,number,boolean",schema:schema36.items.properties.path.type,parentSchema:schema36.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.permissions !== undefined){
let data2 = data0.permissions;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + i0+"/permissions",schemaPath:"#/items/properties/permissions/type",keyword:"type",params:{type: schema36.items.properties.permissions.type},message:"must be string,number,boolean",schema:schema36.items.properties.permissions.type,parentSchema:schema36.items.properties.permissions,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.recursive !== undefined){
let data3 = data0.recursive;
if(((typeof data3 !== "boolean") && (typeof data3 !== "string")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/type",keyword:"type",params:{type: schema36.items.properties.recursive.type},message:"must be boolean,string,null",schema:schema36.items.properties.recursive.type,parentSchema:schema36.items.properties.recursive,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern15.test(data3)){
const err6 = {instancePath:instancePath+"/" + i0+"/recursive",schemaPath:"#/items/properties/recursive/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema36.items.properties.recursive,data:data3};
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
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data0};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}

const schema37 = {"description":"Installs an MSI file. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]};
const pattern39 = new RegExp("^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{", "u");
const pattern40 = new RegExp("^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{", "u");

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema37.required,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined){
let data0 = data.path;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: schema37.properties.path.type},message:"must be string,number,boolean",schema:schema37.properties.path.type,parentSchema:schema37.properties.path,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.reboot !== undefined){
let data1 = data.reboot;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/reboot",schemaPath:"#/properties/reboot/type",keyword:"type",params:{type: schema37.properties.reboot.type},message:"must be string,number,null",schema:schema37.properties.reboot.type,parentSchema:schema37.properties.reboot,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern39.test(data1)){
const err3 = {instancePath:instancePath+"/reboot",schemaPath:"#/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema37.properties.reboot,data:data1};
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
if(data.logOptions !== undefined){
let data2 = data.logOptions;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/logOptions",schemaPath:"#/properties/logOptions/type",keyword:"type",params:{type: schema37.properties.logOptions.type},message:"must be string,null",schema:schema37.properties.logOptions.type,parentSchema:schema37.properties.logOptions,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern40.test(data2)){
const err5 = {instancePath:instancePath+"/logOptions",schemaPath:"#/properties/logOptions/pattern",keyword:"pattern",params:{pattern: "^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"},message:"must match pattern \""+"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"+"\"",schema:"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{",parentSchema:schema37.properties.logOptions,data:data2};
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
if(data.logFile !== undefined){
let data3 = data.logFile;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/logFile",schemaPath:"#/properties/logFile/type",keyword:"type",params:{type: schema37.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema37.properties.logFile.type,parentSchema:schema37.properties.logFile,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.properties !== undefined){
let data4 = data.properties;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: schema37.properties.properties.type},message:"must be object,null",schema:schema37.properties.properties.type,parentSchema:schema37.properties.properties,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key0 in data4){
let data5 = data4[key0];
if((((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/properties/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema37.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema37.properties.properties.additionalProperties.type,parentSchema:schema37.properties.properties.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.ignoreAuthenticodeSignatureErrors !== undefined){
let data6 = data.ignoreAuthenticodeSignatureErrors;
if(((typeof data6 !== "boolean") && (typeof data6 !== "string")) && (data6 !== null)){
const err9 = {instancePath:instancePath+"/ignoreAuthenticodeSignatureErrors",schemaPath:"#/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema37.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema37.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema37.properties.ignoreAuthenticodeSignatureErrors,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern15.test(data6)){
const err10 = {instancePath:instancePath+"/ignoreAuthenticodeSignatureErrors",schemaPath:"#/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema37.properties.ignoreAuthenticodeSignatureErrors,data:data6};
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
if(data.allowUnsignedInstaller !== undefined){
let data7 = data.allowUnsignedInstaller;
if(((typeof data7 !== "boolean") && (typeof data7 !== "string")) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/allowUnsignedInstaller",schemaPath:"#/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema37.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema37.properties.allowUnsignedInstaller.type,parentSchema:schema37.properties.allowUnsignedInstaller,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern15.test(data7)){
const err12 = {instancePath:instancePath+"/allowUnsignedInstaller",schemaPath:"#/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema37.properties.allowUnsignedInstaller,data:data7};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

const schema38 = {"description":"Uninstalls what an MSI file installed. Windows.","type":"object","required":["path"],"properties":{"path":{"description":"Path of the MSI file.","type":["string","number","boolean"],"examples":["C:\\setup\\app.msi"]},"reboot":{"description":"What to do when the installer asks for a reboot.","type":["string","number","null"],"examples":["Allow","Force","Skip"],"pattern":"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},"logOptions":{"description":"Letters of msiexec's log option /L: i w e a r u c m o p v x + ! *; *VX by default.","type":["string","null"],"pattern":"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{","examples":["*VX"]},"logFile":{"description":"Path of the log file.","type":["string","number","boolean","null"],"examples":["C:\\logs\\app.log"]},"properties":{"description":"MSI properties by name.","type":["object","null"],"additionalProperties":{"type":["string","number","boolean","null"]},"examples":[{"COMPANYNAME":"\"Example\""}]},"ignoreAuthenticodeSignatureErrors":{"description":"Ignore errors of the signature; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]},"allowUnsignedInstaller":{"description":"Run an unsigned installer; false by default. true or false, or a reference.","type":["boolean","string","null"],"pattern":"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{","examples":[false]}},"examples":[{"path":"C:\\setup\\app.msi","reboot":"Skip"}]};

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined){
let data0 = data.path;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: schema38.properties.path.type},message:"must be string,number,boolean",schema:schema38.properties.path.type,parentSchema:schema38.properties.path,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.reboot !== undefined){
let data1 = data.reboot;
if(((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/reboot",schemaPath:"#/properties/reboot/type",keyword:"type",params:{type: schema38.properties.reboot.type},message:"must be string,number,null",schema:schema38.properties.reboot.type,parentSchema:schema38.properties.reboot,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern39.test(data1)){
const err3 = {instancePath:instancePath+"/reboot",schemaPath:"#/properties/reboot/pattern",keyword:"pattern",params:{pattern: "^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"},message:"must match pattern \""+"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{"+"\"",schema:"^(?:[Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Cc][Ee]|[Ss][Kk][Ii][Pp])$|\\{\\{",parentSchema:schema38.properties.reboot,data:data1};
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
if(data.logOptions !== undefined){
let data2 = data.logOptions;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/logOptions",schemaPath:"#/properties/logOptions/type",keyword:"type",params:{type: schema38.properties.logOptions.type},message:"must be string,null",schema:schema38.properties.logOptions.type,parentSchema:schema38.properties.logOptions,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern40.test(data2)){
const err5 = {instancePath:instancePath+"/logOptions",schemaPath:"#/properties/logOptions/pattern",keyword:"pattern",params:{pattern: "^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"},message:"must match pattern \""+"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{"+"\"",schema:"^[iweaurcmopvxIWEAURCMOPVX+!*]+$|\\{\\{",parentSchema:schema38.properties.logOptions,data:data2};
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
if(data.logFile !== undefined){
let data3 = data.logFile;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/logFile",schemaPath:"#/properties/logFile/type",keyword:"type",params:{type: schema38.properties.logFile.type},message:"must be string,number,boolean,null",schema:schema38.properties.logFile.type,parentSchema:schema38.properties.logFile,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.properties !== undefined){
let data4 = data.properties;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: schema38.properties.properties.type},message:"must be object,null",schema:schema38.properties.properties.type,parentSchema:schema38.properties.properties,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key0 in data4){
let data5 = data4[key0];
if((((typeof data5 !== "string") && (!(typeof data5 == "number"))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/properties/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/properties/additionalProperties/type",keyword:"type",params:{type: schema38.properties.properties.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema38.properties.properties.additionalProperties.type,parentSchema:schema38.properties.properties.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.ignoreAuthenticodeSignatureErrors !== undefined){
let data6 = data.ignoreAuthenticodeSignatureErrors;
if(((typeof data6 !== "boolean") && (typeof data6 !== "string")) && (data6 !== null)){
const err9 = {instancePath:instancePath+"/ignoreAuthenticodeSignatureErrors",schemaPath:"#/properties/ignoreAuthenticodeSignatureErrors/type",keyword:"type",params:{type: schema38.properties.ignoreAuthenticodeSignatureErrors.type},message:"must be boolean,string,null",schema:schema38.properties.ignoreAuthenticodeSignatureErrors.type,parentSchema:schema38.properties.ignoreAuthenticodeSignatureErrors,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern15.test(data6)){
const err10 = {instancePath:instancePath+"/ignoreAuthenticodeSignatureErrors",schemaPath:"#/properties/ignoreAuthenticodeSignatureErrors/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema38.properties.ignoreAuthenticodeSignatureErrors,data:data6};
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
if(data.allowUnsignedInstaller !== undefined){
let data7 = data.allowUnsignedInstaller;
if(((typeof data7 !== "boolean") && (typeof data7 !== "string")) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/allowUnsignedInstaller",schemaPath:"#/properties/allowUnsignedInstaller/type",keyword:"type",params:{type: schema38.properties.allowUnsignedInstaller.type},message:"must be boolean,string,null",schema:schema38.properties.allowUnsignedInstaller.type,parentSchema:schema38.properties.allowUnsignedInstaller,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern15.test(data7)){
const err12 = {instancePath:instancePath+"/allowUnsignedInstaller",schemaPath:"#/properties/allowUnsignedInstaller/pattern",keyword:"pattern",params:{pattern: "^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"},message:"must match pattern \""+"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{"+"\"",schema:"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$|\\{\\{",parentSchema:schema38.properties.allowUnsignedInstaller,data:data7};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}

const schema39 = {"description":"Reboots the instance; takes no timeoutSeconds.","type":["object","null"],"properties":{"delaySeconds":{"description":"Seconds to wait before it; 0 by default.","type":["integer","string","null"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[60]}},"examples":[{"delaySeconds":60}]};
const pattern47 = new RegExp("^-?[0-9]+$|\\{\\{", "u");

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema39.type},message:"must be object,null",schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.delaySeconds !== undefined){
let data0 = data.delaySeconds;
if(((!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))) && (typeof data0 !== "string")) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/delaySeconds",schemaPath:"#/properties/delaySeconds/type",keyword:"type",params:{type: schema39.properties.delaySeconds.type},message:"must be integer,string,null",schema:schema39.properties.delaySeconds.type,parentSchema:schema39.properties.delaySeconds,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern47.test(data0)){
const err2 = {instancePath:instancePath+"/delaySeconds",schemaPath:"#/properties/delaySeconds/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema39.properties.delaySeconds,data:data0};
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
}
validate85.errors = vErrors;
return errors === 0;
}

const schema40 = {"description":"Sets registry values. Windows.","type":"array","items":{"type":"object","required":["path","name","value","type"],"properties":{"path":{"description":"Path of the key; begins with HKLM:, HKCR:, HKU:, HKCC:, HKCU: or the long form, such as HKEY_LOCAL_MACHINE.","type":"string","pattern":"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{","examples":["HKLM:\\SOFTWARE\\App"]},"name":{"description":"Name of the value.","type":["string","number","boolean"],"examples":["Version"]},"value":{"description":"The value.","type":["string","number","boolean","array"],"examples":["1.1"]},"type":{"description":"Its type.","type":"string","examples":["BINARY","DWORD","QWORD","SZ","EXPAND_SZ","MULTI_SZ"],"pattern":"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"}}},"examples":[[{"path":"HKLM:\\SOFTWARE\\App","name":"Version","value":"1.1","type":"SZ"}]],"minItems":1};
const pattern48 = new RegExp("^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{", "u");
const pattern49 = new RegExp("^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{", "u");

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.path === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.value === undefined){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.type === undefined){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema40.items.required,parentSchema:schema40.items,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.path !== undefined){
let data1 = data0.path;
if(typeof data1 === "string"){
if(!pattern48.test(data1)){
const err5 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{"},message:"must match pattern \""+"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{"+"\"",schema:"^(?:[Hh][Kk][Cc][Rr]:|[Hh][Kk][Uu]:|[Hh][Kk][Ll][Mm]:|[Hh][Kk][Cc][Cc]:|[Hh][Kk][Cc][Uu]:|[Hh][Kk][Ee][Yy]_[Cc][Ll][Aa][Ss][Ss][Ee][Ss]_[Rr][Oo][Oo][Tt]|[Hh][Kk][Ee][Yy]_[Uu][Ss][Ee][Rr][Ss]|[Hh][Kk][Ee][Yy]_[Ll][Oo][Cc][Aa][Ll]_[Mm][Aa][Cc][Hh][Ii][Nn][Ee]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Cc][Oo][Nn][Ff][Ii][Gg]|[Hh][Kk][Ee][Yy]_[Cc][Uu][Rr][Rr][Ee][Nn][Tt]_[Uu][Ss][Ee][Rr])|\\{\\{",parentSchema:schema40.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.properties.path.type,parentSchema:schema40.items.properties.path,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.name !== undefined){
let data2 = data0.name;
if(((typeof data2 !== "string") && (!(typeof data2 == "number"))) && (typeof data2 !== "boolean")){
const err7 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/properties/name/type",keyword:"type",params:{type: schema40.items.properties.name.type},message:"must be string,number,boolean",schema:schema40.items.properties.name.type,parentSchema:schema40.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.value !== undefined){
let data3 = data0.value;
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (!(Array.isArray(data3)))){
const err8 = {instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/type",keyword:"type",params:{type: schema40.items.properties.value.type},message:"must be string,number,boolean,array",schema:schema40.items.properties.value.type,parentSchema:schema40.items.properties.value,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.type !== undefined){
let data4 = data0.type;
if(typeof data4 === "string"){
if(!pattern49.test(data4)){
const err9 = {instancePath:instancePath+"/" + i0+"/type",schemaPath:"#/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"},message:"must match pattern \""+"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{"+"\"",schema:"^(?:BINARY|DWORD|QWORD|SZ|EXPAND_SZ|MULTI_SZ)$|\\{\\{",parentSchema:schema40.items.properties.type,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/" + i0+"/type",schemaPath:"#/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.properties.type.type,parentSchema:schema40.items.properties.type,data:data4};
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
else {
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.items.type,parentSchema:schema40.items,data:data0};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}

const schema41 = {"description":"Installs updates of the operating system.","type":["object","null"],"properties":{"include":{"description":"Packages or updates to install; all by default.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["kernel"]]},"exclude":{"description":"Packages or updates to leave out.","type":["array","null"],"items":{"type":["string","number","boolean","null"]},"examples":[["nginx"]]}},"examples":[{"exclude":["nginx"]}]};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema41.type},message:"must be object,null",schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.include !== undefined){
let data0 = data.include;
if((!(Array.isArray(data0))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: schema41.properties.include.type},message:"must be array,null",schema:schema41.properties.include.type,parentSchema:schema41.properties.include,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if((((typeof data1 !== "string") && (!(typeof data1 == "number"))) && (typeof data1 !== "boolean")) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: schema41.properties.include.items.type},message:"must be string,number,boolean,null",schema:schema41.properties.include.items.type,parentSchema:schema41.properties.include.items,data:data1};
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
}
if(data.exclude !== undefined){
let data2 = data.exclude;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: schema41.properties.exclude.type},message:"must be array,null",schema:schema41.properties.exclude.type,parentSchema:schema41.properties.exclude,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if((((typeof data3 !== "string") && (!(typeof data3 == "number"))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: schema41.properties.exclude.items.type},message:"must be string,number,boolean,null",schema:schema41.properties.exclude.items.type,parentSchema:schema41.properties.exclude.items,data:data3};
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
}
}
validate89.errors = vErrors;
return errors === 0;
}

const schema42 = {"description":"Condition with exactly one comparison or logical operator. Without then and else, the step runs only if it holds.","type":["object","array"],"minItems":1,"items":{"$ref":"#/definitions/stepCondition"},"if":{"type":"object"},"then":{"$ref":"#/definitions/stepCondition"},"examples":[{"fileExists":"/etc/app.conf","then":"Skip","else":"Execute"}]};
const schema43 = {"description":"A condition, and what to do with the step.","type":"object","allOf":[{"$ref":"#/definitions/condition"}],"properties":{"then":{"description":"What to do with the step if the condition holds; Execute by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Skip"]},"else":{"description":"What to do with the step if it does not hold; Skip by default.","type":"string","enum":["Abort","Execute","Skip"],"examples":["Execute"]}}};

function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate37(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.then !== undefined){
let data0 = data.then;
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.then.type,parentSchema:schema43.properties.then,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data0 === "Abort") || (data0 === "Execute")) || (data0 === "Skip"))){
const err1 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/enum",keyword:"enum",params:{allowedValues: schema43.properties.then.enum},message:"must be equal to one of the allowed values",schema:schema43.properties.then.enum,parentSchema:schema43.properties.then,data:data0};
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
const err2 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.else.type,parentSchema:schema43.properties.else,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "Abort") || (data1 === "Execute")) || (data1 === "Skip"))){
const err3 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/enum",keyword:"enum",params:{allowedValues: schema43.properties.else.enum},message:"must be equal to one of the allowed values",schema:schema43.properties.else.enum,parentSchema:schema43.properties.else,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate92.errors = vErrors;
return errors === 0;
}


function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema42.type},message:"must be object,array",schema:schema42.type,parentSchema:schema42,data};
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
if(!(validate92(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema42.if,parentSchema:schema42,data};
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
const err3 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema42,data};
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
if(!(validate92(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
}
}
validate91.errors = vErrors;
return errors === 0;
}

const schema44 = {"type":"object","oneOf":[{"required":["for"]},{"required":["forEach"]}],"properties":{"name":{"description":"Name for references, unique among the loops of the phase: {{ <name>.index }}, {{ <name>.value }}.","type":["string","number","boolean"],"examples":["Hosts"]},"for":{"description":"Runs over whole numbers, both ends included.","type":"object","required":["start","end","updateBy"],"properties":{"start":{"description":"First value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[1]},"end":{"description":"Last value.","type":["integer","string"],"pattern":"^-?[0-9]+$|\\{\\{","examples":[5]},"updateBy":{"description":"Added each time; not 0.","type":["integer","string"],"pattern":"^-?0*[1-9][0-9]*$|\\{\\{","not":{"const":0},"examples":[1]}},"examples":[{"start":1,"end":5,"updateBy":1}]},"forEach":{"description":"Runs over a list of texts, or over one text cut at a delimiter.","type":["array","object"],"items":{"type":["string","number","boolean"]},"required":["list"],"properties":{"list":{"description":"Texts, joined by the delimiter.","type":["string","number","boolean"],"examples":["{{ Hosts }}"]},"delimiter":{"description":"One of . , ; : newline, tab, space, - and _ ; a comma by default.","type":"string","pattern":"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$","examples":[","]}},"examples":[["amazon.com","example.com"]]}},"description":"Repeats the step: exactly one of for and forEach."};
const pattern54 = new RegExp("^-?0*[1-9][0-9]*$|\\{\\{", "u");
const pattern55 = new RegExp("^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$", "u");

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.for === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'",schema:schema44.oneOf[0].required,parentSchema:schema44.oneOf[0],data};
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
if(data.forEach === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "forEach"},message:"must have required property '"+"forEach"+"'",schema:schema44.oneOf[1].required,parentSchema:schema44.oneOf[1],data};
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
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema44.oneOf,parentSchema:schema44,data};
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
if(data.name !== undefined){
let data0 = data.name;
if(((typeof data0 !== "string") && (!(typeof data0 == "number"))) && (typeof data0 !== "boolean")){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema44.properties.name.type},message:"must be string,number,boolean",schema:schema44.properties.name.type,parentSchema:schema44.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.for !== undefined){
let data1 = data.for;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.start === undefined){
const err4 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'",schema:schema44.properties.for.required,parentSchema:schema44.properties.for,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.end === undefined){
const err5 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/required",keyword:"required",params:{missingProperty: "end"},message:"must have required property '"+"end"+"'",schema:schema44.properties.for.required,parentSchema:schema44.properties.for,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.updateBy === undefined){
const err6 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/required",keyword:"required",params:{missingProperty: "updateBy"},message:"must have required property '"+"updateBy"+"'",schema:schema44.properties.for.required,parentSchema:schema44.properties.for,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.start !== undefined){
let data2 = data1.start;
if((!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))) && (typeof data2 !== "string")){
const err7 = {instancePath:instancePath+"/for/start",schemaPath:"#/properties/for/properties/start/type",keyword:"type",params:{type: schema44.properties.for.properties.start.type},message:"must be integer,string",schema:schema44.properties.for.properties.start.type,parentSchema:schema44.properties.for.properties.start,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern47.test(data2)){
const err8 = {instancePath:instancePath+"/for/start",schemaPath:"#/properties/for/properties/start/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema44.properties.for.properties.start,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data1.end !== undefined){
let data3 = data1.end;
if((!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))) && (typeof data3 !== "string")){
const err9 = {instancePath:instancePath+"/for/end",schemaPath:"#/properties/for/properties/end/type",keyword:"type",params:{type: schema44.properties.for.properties.end.type},message:"must be integer,string",schema:schema44.properties.for.properties.end.type,parentSchema:schema44.properties.for.properties.end,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern47.test(data3)){
const err10 = {instancePath:instancePath+"/for/end",schemaPath:"#/properties/for/properties/end/pattern",keyword:"pattern",params:{pattern: "^-?[0-9]+$|\\{\\{"},message:"must match pattern \""+"^-?[0-9]+$|\\{\\{"+"\"",schema:"^-?[0-9]+$|\\{\\{",parentSchema:schema44.properties.for.properties.end,data:data3};
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
if(data1.updateBy !== undefined){
let data4 = data1.updateBy;
if((!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))) && (typeof data4 !== "string")){
const err11 = {instancePath:instancePath+"/for/updateBy",schemaPath:"#/properties/for/properties/updateBy/type",keyword:"type",params:{type: schema44.properties.for.properties.updateBy.type},message:"must be integer,string",schema:schema44.properties.for.properties.updateBy.type,parentSchema:schema44.properties.for.properties.updateBy,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const _errs14 = errors;
const _errs15 = errors;
if(0 !== data4){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid3 = _errs15 === errors;
if(valid3){
const err13 = {instancePath:instancePath+"/for/updateBy",schemaPath:"#/properties/for/properties/updateBy/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema44.properties.for.properties.updateBy.not,parentSchema:schema44.properties.for.properties.updateBy,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
if(typeof data4 === "string"){
if(!pattern54.test(data4)){
const err14 = {instancePath:instancePath+"/for/updateBy",schemaPath:"#/properties/for/properties/updateBy/pattern",keyword:"pattern",params:{pattern: "^-?0*[1-9][0-9]*$|\\{\\{"},message:"must match pattern \""+"^-?0*[1-9][0-9]*$|\\{\\{"+"\"",schema:"^-?0*[1-9][0-9]*$|\\{\\{",parentSchema:schema44.properties.for.properties.updateBy,data:data4};
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
else {
const err15 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.for.type,parentSchema:schema44.properties.for,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.forEach !== undefined){
let data5 = data.forEach;
if(!data5 || typeof data5 != "object"){
const err16 = {instancePath:instancePath+"/forEach",schemaPath:"#/properties/forEach/type",keyword:"type",params:{type: schema44.properties.forEach.type},message:"must be array,object",schema:schema44.properties.forEach.type,parentSchema:schema44.properties.forEach,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(((typeof data6 !== "string") && (!(typeof data6 == "number"))) && (typeof data6 !== "boolean")){
const err17 = {instancePath:instancePath+"/forEach/" + i0,schemaPath:"#/properties/forEach/items/type",keyword:"type",params:{type: schema44.properties.forEach.items.type},message:"must be string,number,boolean",schema:schema44.properties.forEach.items.type,parentSchema:schema44.properties.forEach.items,data:data6};
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
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.list === undefined){
const err18 = {instancePath:instancePath+"/forEach",schemaPath:"#/properties/forEach/required",keyword:"required",params:{missingProperty: "list"},message:"must have required property '"+"list"+"'",schema:schema44.properties.forEach.required,parentSchema:schema44.properties.forEach,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.list !== undefined){
let data7 = data5.list;
if(((typeof data7 !== "string") && (!(typeof data7 == "number"))) && (typeof data7 !== "boolean")){
const err19 = {instancePath:instancePath+"/forEach/list",schemaPath:"#/properties/forEach/properties/list/type",keyword:"type",params:{type: schema44.properties.forEach.properties.list.type},message:"must be string,number,boolean",schema:schema44.properties.forEach.properties.list.type,parentSchema:schema44.properties.forEach.properties.list,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.delimiter !== undefined){
let data8 = data5.delimiter;
if(typeof data8 === "string"){
if(!pattern55.test(data8)){
const err20 = {instancePath:instancePath+"/forEach/delimiter",schemaPath:"#/properties/forEach/properties/delimiter/pattern",keyword:"pattern",params:{pattern: "^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"},message:"must match pattern \""+"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$"+"\"",schema:"^(?:[.,;:\\n\\t _-]|\\\\n|\\\\t)$",parentSchema:schema44.properties.forEach.properties.delimiter,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/forEach/delimiter",schemaPath:"#/properties/forEach/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.forEach.properties.delimiter.type,parentSchema:schema44.properties.forEach.properties.delimiter,data:data8};
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
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^-1$|\\{\\{", "u");
const pattern6 = new RegExp("^0*1$|\\{\\{", "u");
const pattern50 = new RegExp("^(?:-1|0*[1-9][0-9]*)$|\\{\\{", "u");
const pattern51 = new RegExp("^0*[1-9][0-9]*$|\\{\\{", "u");

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[0].then.required,parentSchema:schema10.allOf[0].then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate28(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err3 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[0].if,parentSchema:schema10.allOf[0],data};
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
if("ExecuteBinary" !== data.action){
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
const err6 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[1].then.required,parentSchema:schema10.allOf[1].then,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate30(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
var _valid1 = _errs11 === errors;
valid4 = _valid1;
}
if(!valid4){
const err7 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[1].if,parentSchema:schema10.allOf[1],data};
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
if("ExecuteDocument" !== data.action){
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
const err10 = {instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[2].then.required,parentSchema:schema10.allOf[2].then,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate32(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.timeoutSeconds !== undefined){
let data6 = data.timeoutSeconds;
if(typeof data6 == "number"){
if(data6 > -1 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: -1},message:"must be <= -1",schema:-1,parentSchema:schema10.allOf[2].then.properties.timeoutSeconds,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 < -1 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema10.allOf[2].then.properties.timeoutSeconds,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
const err13 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/allOf/2/then/properties/timeoutSeconds/pattern",keyword:"pattern",params:{pattern: "^-1$|\\{\\{"},message:"must match pattern \""+"^-1$|\\{\\{"+"\"",schema:"^-1$|\\{\\{",parentSchema:schema10.allOf[2].then.properties.timeoutSeconds,data:data6};
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
if(data.maxAttempts !== undefined){
let data7 = data.maxAttempts;
if(typeof data7 == "number"){
if(data7 > 1 || isNaN(data7)){
const err14 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema10.allOf[2].then.properties.maxAttempts,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema10.allOf[2].then.properties.maxAttempts,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err16 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/allOf/2/then/properties/maxAttempts/pattern",keyword:"pattern",params:{pattern: "^0*1$|\\{\\{"},message:"must match pattern \""+"^0*1$|\\{\\{"+"\"",schema:"^0*1$|\\{\\{",parentSchema:schema10.allOf[2].then.properties.maxAttempts,data:data7};
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
var _valid2 = _errs17 === errors;
valid7 = _valid2;
}
if(!valid7){
const err17 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[2].if,parentSchema:schema10.allOf[2],data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const _errs22 = errors;
let valid10 = true;
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.action === undefined) && (missing3 = "action")){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
if(data.action !== undefined){
if("ExecutePowerShell" !== data.action){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
var _valid3 = _errs23 === errors;
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs25 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err20 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[3].then.required,parentSchema:schema10.allOf[3].then,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate34(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
var _valid3 = _errs25 === errors;
valid10 = _valid3;
}
if(!valid10){
const err21 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[3].if,parentSchema:schema10.allOf[3],data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const _errs28 = errors;
let valid13 = true;
const _errs29 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.action === undefined) && (missing4 = "action")){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
if(data.action !== undefined){
if("Assert" !== data.action){
const err23 = {};
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
}
var _valid4 = _errs29 === errors;
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs31 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err24 = {instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[4].then.required,parentSchema:schema10.allOf[4].then,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate36(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
var _valid4 = _errs31 === errors;
valid13 = _valid4;
}
if(!valid13){
const err25 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[4].if,parentSchema:schema10.allOf[4],data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const _errs34 = errors;
let valid16 = true;
const _errs35 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.action === undefined) && (missing5 = "action")){
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
if("S3Download" !== data.action){
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
var _valid5 = _errs35 === errors;
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs37 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err28 = {instancePath,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[5].then.required,parentSchema:schema10.allOf[5].then,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate41(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
var _valid5 = _errs37 === errors;
valid16 = _valid5;
}
if(!valid16){
const err29 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[5].if,parentSchema:schema10.allOf[5],data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const _errs40 = errors;
let valid19 = true;
const _errs41 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.action === undefined) && (missing6 = "action")){
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
if(data.action !== undefined){
if("S3Upload" !== data.action){
const err31 = {};
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
}
var _valid6 = _errs41 === errors;
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs43 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err32 = {instancePath,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[6].then.required,parentSchema:schema10.allOf[6].then,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate43(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
var _valid6 = _errs43 === errors;
valid19 = _valid6;
}
if(!valid19){
const err33 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[6].if,parentSchema:schema10.allOf[6],data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const _errs46 = errors;
let valid22 = true;
const _errs47 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.action === undefined) && (missing7 = "action")){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
if(data.action !== undefined){
if("WebDownload" !== data.action){
const err35 = {};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
var _valid7 = _errs47 === errors;
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs49 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err36 = {instancePath,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[7].then.required,parentSchema:schema10.allOf[7].then,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate45(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
var _valid7 = _errs49 === errors;
valid22 = _valid7;
}
if(!valid22){
const err37 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[7].if,parentSchema:schema10.allOf[7],data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const _errs52 = errors;
let valid25 = true;
const _errs53 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.action === undefined) && (missing8 = "action")){
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
if(data.action !== undefined){
if("AppendFile" !== data.action){
const err39 = {};
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
var _valid8 = _errs53 === errors;
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs55 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err40 = {instancePath,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[8].then.required,parentSchema:schema10.allOf[8].then,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate47(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
var _valid8 = _errs55 === errors;
valid25 = _valid8;
}
if(!valid25){
const err41 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[8].if,parentSchema:schema10.allOf[8],data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const _errs58 = errors;
let valid28 = true;
const _errs59 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.action === undefined) && (missing9 = "action")){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
if(data.action !== undefined){
if("CopyFile" !== data.action){
const err43 = {};
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
}
var _valid9 = _errs59 === errors;
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs61 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err44 = {instancePath,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[9].then.required,parentSchema:schema10.allOf[9].then,data};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate49(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
var _valid9 = _errs61 === errors;
valid28 = _valid9;
}
if(!valid28){
const err45 = {instancePath,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[9].if,parentSchema:schema10.allOf[9],data};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const _errs64 = errors;
let valid31 = true;
const _errs65 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.action === undefined) && (missing10 = "action")){
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
if("CopyFolder" !== data.action){
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
var _valid10 = _errs65 === errors;
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
if(_valid10){
const _errs67 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err48 = {instancePath,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[10].then.required,parentSchema:schema10.allOf[10].then,data};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate51(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
var _valid10 = _errs67 === errors;
valid31 = _valid10;
}
if(!valid31){
const err49 = {instancePath,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[10].if,parentSchema:schema10.allOf[10],data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const _errs70 = errors;
let valid34 = true;
const _errs71 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.action === undefined) && (missing11 = "action")){
const err50 = {};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFile" !== data.action){
const err51 = {};
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
var _valid11 = _errs71 === errors;
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
if(_valid11){
const _errs73 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err52 = {instancePath,schemaPath:"#/allOf/11/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[11].then.required,parentSchema:schema10.allOf[11].then,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate53(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
var _valid11 = _errs73 === errors;
valid34 = _valid11;
}
if(!valid34){
const err53 = {instancePath,schemaPath:"#/allOf/11/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[11].if,parentSchema:schema10.allOf[11],data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const _errs76 = errors;
let valid37 = true;
const _errs77 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if((data.action === undefined) && (missing12 = "action")){
const err54 = {};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
if(data.action !== undefined){
if("MoveFolder" !== data.action){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
var _valid12 = _errs77 === errors;
errors = _errs76;
if(vErrors !== null){
if(_errs76){
vErrors.length = _errs76;
}
else {
vErrors = null;
}
}
if(_valid12){
const _errs79 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err56 = {instancePath,schemaPath:"#/allOf/12/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[12].then.required,parentSchema:schema10.allOf[12].then,data};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate55(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
var _valid12 = _errs79 === errors;
valid37 = _valid12;
}
if(!valid37){
const err57 = {instancePath,schemaPath:"#/allOf/12/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[12].if,parentSchema:schema10.allOf[12],data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const _errs82 = errors;
let valid40 = true;
const _errs83 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((data.action === undefined) && (missing13 = "action")){
const err58 = {};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFile" !== data.action){
const err59 = {};
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
var _valid13 = _errs83 === errors;
errors = _errs82;
if(vErrors !== null){
if(_errs82){
vErrors.length = _errs82;
}
else {
vErrors = null;
}
}
if(_valid13){
const _errs85 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err60 = {instancePath,schemaPath:"#/allOf/13/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[13].then.required,parentSchema:schema10.allOf[13].then,data};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate57(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
}
var _valid13 = _errs85 === errors;
valid40 = _valid13;
}
if(!valid40){
const err61 = {instancePath,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[13].if,parentSchema:schema10.allOf[13],data};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const _errs88 = errors;
let valid43 = true;
const _errs89 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((data.action === undefined) && (missing14 = "action")){
const err62 = {};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateFolder" !== data.action){
const err63 = {};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
}
var _valid14 = _errs89 === errors;
errors = _errs88;
if(vErrors !== null){
if(_errs88){
vErrors.length = _errs88;
}
else {
vErrors = null;
}
}
if(_valid14){
const _errs91 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err64 = {instancePath,schemaPath:"#/allOf/14/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[14].then.required,parentSchema:schema10.allOf[14].then,data};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate59(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
var _valid14 = _errs91 === errors;
valid43 = _valid14;
}
if(!valid43){
const err65 = {instancePath,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[14].if,parentSchema:schema10.allOf[14],data};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const _errs94 = errors;
let valid46 = true;
const _errs95 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((data.action === undefined) && (missing15 = "action")){
const err66 = {};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
else {
if(data.action !== undefined){
if("CreateSymlink" !== data.action){
const err67 = {};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
var _valid15 = _errs95 === errors;
errors = _errs94;
if(vErrors !== null){
if(_errs94){
vErrors.length = _errs94;
}
else {
vErrors = null;
}
}
if(_valid15){
const _errs97 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err68 = {instancePath,schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[15].then.required,parentSchema:schema10.allOf[15].then,data};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate61(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
var _valid15 = _errs97 === errors;
valid46 = _valid15;
}
if(!valid46){
const err69 = {instancePath,schemaPath:"#/allOf/15/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[15].if,parentSchema:schema10.allOf[15],data};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const _errs100 = errors;
let valid49 = true;
const _errs101 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((data.action === undefined) && (missing16 = "action")){
const err70 = {};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFile" !== data.action){
const err71 = {};
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
var _valid16 = _errs101 === errors;
errors = _errs100;
if(vErrors !== null){
if(_errs100){
vErrors.length = _errs100;
}
else {
vErrors = null;
}
}
if(_valid16){
const _errs103 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err72 = {instancePath,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[16].then.required,parentSchema:schema10.allOf[16].then,data};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate63(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
var _valid16 = _errs103 === errors;
valid49 = _valid16;
}
if(!valid49){
const err73 = {instancePath,schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[16].if,parentSchema:schema10.allOf[16],data};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
const _errs106 = errors;
let valid52 = true;
const _errs107 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if((data.action === undefined) && (missing17 = "action")){
const err74 = {};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
else {
if(data.action !== undefined){
if("DeleteFolder" !== data.action){
const err75 = {};
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
}
var _valid17 = _errs107 === errors;
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
if(_valid17){
const _errs109 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err76 = {instancePath,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[17].then.required,parentSchema:schema10.allOf[17].then,data};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate65(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
}
var _valid17 = _errs109 === errors;
valid52 = _valid17;
}
if(!valid52){
const err77 = {instancePath,schemaPath:"#/allOf/17/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[17].if,parentSchema:schema10.allOf[17],data};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const _errs112 = errors;
let valid55 = true;
const _errs113 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if((data.action === undefined) && (missing18 = "action")){
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
if("ListFiles" !== data.action){
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
var _valid18 = _errs113 === errors;
errors = _errs112;
if(vErrors !== null){
if(_errs112){
vErrors.length = _errs112;
}
else {
vErrors = null;
}
}
if(_valid18){
const _errs115 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err80 = {instancePath,schemaPath:"#/allOf/18/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[18].then.required,parentSchema:schema10.allOf[18].then,data};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate67(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
}
var _valid18 = _errs115 === errors;
valid55 = _valid18;
}
if(!valid55){
const err81 = {instancePath,schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[18].if,parentSchema:schema10.allOf[18],data};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
const _errs118 = errors;
let valid58 = true;
const _errs119 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if((data.action === undefined) && (missing19 = "action")){
const err82 = {};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
else {
if(data.action !== undefined){
if("ReadFile" !== data.action){
const err83 = {};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
}
var _valid19 = _errs119 === errors;
errors = _errs118;
if(vErrors !== null){
if(_errs118){
vErrors.length = _errs118;
}
else {
vErrors = null;
}
}
if(_valid19){
const _errs121 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err84 = {instancePath,schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[19].then.required,parentSchema:schema10.allOf[19].then,data};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate69(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
}
}
var _valid19 = _errs121 === errors;
valid58 = _valid19;
}
if(!valid58){
const err85 = {instancePath,schemaPath:"#/allOf/19/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[19].if,parentSchema:schema10.allOf[19],data};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
const _errs124 = errors;
let valid61 = true;
const _errs125 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if((data.action === undefined) && (missing20 = "action")){
const err86 = {};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileEncoding" !== data.action){
const err87 = {};
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
}
var _valid20 = _errs125 === errors;
errors = _errs124;
if(vErrors !== null){
if(_errs124){
vErrors.length = _errs124;
}
else {
vErrors = null;
}
}
if(_valid20){
const _errs127 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err88 = {instancePath,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[20].then.required,parentSchema:schema10.allOf[20].then,data};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate71(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
var _valid20 = _errs127 === errors;
valid61 = _valid20;
}
if(!valid61){
const err89 = {instancePath,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[20].if,parentSchema:schema10.allOf[20],data};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
const _errs130 = errors;
let valid64 = true;
const _errs131 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((data.action === undefined) && (missing21 = "action")){
const err90 = {};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFileOwner" !== data.action){
const err91 = {};
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
}
var _valid21 = _errs131 === errors;
errors = _errs130;
if(vErrors !== null){
if(_errs130){
vErrors.length = _errs130;
}
else {
vErrors = null;
}
}
if(_valid21){
const _errs133 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err92 = {instancePath,schemaPath:"#/allOf/21/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[21].then.required,parentSchema:schema10.allOf[21].then,data};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate73(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
}
var _valid21 = _errs133 === errors;
valid64 = _valid21;
}
if(!valid64){
const err93 = {instancePath,schemaPath:"#/allOf/21/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[21].if,parentSchema:schema10.allOf[21],data};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
const _errs136 = errors;
let valid67 = true;
const _errs137 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((data.action === undefined) && (missing22 = "action")){
const err94 = {};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderOwner" !== data.action){
const err95 = {};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
}
var _valid22 = _errs137 === errors;
errors = _errs136;
if(vErrors !== null){
if(_errs136){
vErrors.length = _errs136;
}
else {
vErrors = null;
}
}
if(_valid22){
const _errs139 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err96 = {instancePath,schemaPath:"#/allOf/22/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[22].then.required,parentSchema:schema10.allOf[22].then,data};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate75(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
var _valid22 = _errs139 === errors;
valid67 = _valid22;
}
if(!valid67){
const err97 = {instancePath,schemaPath:"#/allOf/22/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[22].if,parentSchema:schema10.allOf[22],data};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
const _errs142 = errors;
let valid70 = true;
const _errs143 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if((data.action === undefined) && (missing23 = "action")){
const err98 = {};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFilePermissions" !== data.action){
const err99 = {};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
}
var _valid23 = _errs143 === errors;
errors = _errs142;
if(vErrors !== null){
if(_errs142){
vErrors.length = _errs142;
}
else {
vErrors = null;
}
}
if(_valid23){
const _errs145 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err100 = {instancePath,schemaPath:"#/allOf/23/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[23].then.required,parentSchema:schema10.allOf[23].then,data};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate77(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
var _valid23 = _errs145 === errors;
valid70 = _valid23;
}
if(!valid70){
const err101 = {instancePath,schemaPath:"#/allOf/23/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[23].if,parentSchema:schema10.allOf[23],data};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
const _errs148 = errors;
let valid73 = true;
const _errs149 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((data.action === undefined) && (missing24 = "action")){
const err102 = {};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetFolderPermissions" !== data.action){
const err103 = {};
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
var _valid24 = _errs149 === errors;
errors = _errs148;
if(vErrors !== null){
if(_errs148){
vErrors.length = _errs148;
}
else {
vErrors = null;
}
}
if(_valid24){
const _errs151 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err104 = {instancePath,schemaPath:"#/allOf/24/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[24].then.required,parentSchema:schema10.allOf[24].then,data};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate79(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
var _valid24 = _errs151 === errors;
valid73 = _valid24;
}
if(!valid73){
const err105 = {instancePath,schemaPath:"#/allOf/24/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[24].if,parentSchema:schema10.allOf[24],data};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const _errs154 = errors;
let valid76 = true;
const _errs155 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing25;
if((data.action === undefined) && (missing25 = "action")){
const err106 = {};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
else {
if(data.action !== undefined){
if("InstallMSI" !== data.action){
const err107 = {};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
}
var _valid25 = _errs155 === errors;
errors = _errs154;
if(vErrors !== null){
if(_errs154){
vErrors.length = _errs154;
}
else {
vErrors = null;
}
}
if(_valid25){
const _errs157 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err108 = {instancePath,schemaPath:"#/allOf/25/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[25].then.required,parentSchema:schema10.allOf[25].then,data};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate81(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
var _valid25 = _errs157 === errors;
valid76 = _valid25;
}
if(!valid76){
const err109 = {instancePath,schemaPath:"#/allOf/25/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[25].if,parentSchema:schema10.allOf[25],data};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
const _errs160 = errors;
let valid79 = true;
const _errs161 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing26;
if((data.action === undefined) && (missing26 = "action")){
const err110 = {};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
else {
if(data.action !== undefined){
if("UninstallMSI" !== data.action){
const err111 = {};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
}
var _valid26 = _errs161 === errors;
errors = _errs160;
if(vErrors !== null){
if(_errs160){
vErrors.length = _errs160;
}
else {
vErrors = null;
}
}
if(_valid26){
const _errs163 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err112 = {instancePath,schemaPath:"#/allOf/26/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[26].then.required,parentSchema:schema10.allOf[26].then,data};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate83(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
var _valid26 = _errs163 === errors;
valid79 = _valid26;
}
if(!valid79){
const err113 = {instancePath,schemaPath:"#/allOf/26/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[26].if,parentSchema:schema10.allOf[26],data};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const _errs166 = errors;
let valid82 = true;
const _errs167 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing27;
if((data.action === undefined) && (missing27 = "action")){
const err114 = {};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
else {
if(data.action !== undefined){
if("Reboot" !== data.action){
const err115 = {};
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
var _valid27 = _errs167 === errors;
errors = _errs166;
if(vErrors !== null){
if(_errs166){
vErrors.length = _errs166;
}
else {
vErrors = null;
}
}
if(_valid27){
const _errs169 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate85(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
}
var _valid27 = _errs169 === errors;
valid82 = _valid27;
}
if(!valid82){
const err116 = {instancePath,schemaPath:"#/allOf/27/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[27].if,parentSchema:schema10.allOf[27],data};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
const _errs172 = errors;
let valid85 = true;
const _errs173 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing28;
if((data.action === undefined) && (missing28 = "action")){
const err117 = {};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
else {
if(data.action !== undefined){
if("SetRegistry" !== data.action){
const err118 = {};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
}
var _valid28 = _errs173 === errors;
errors = _errs172;
if(vErrors !== null){
if(_errs172){
vErrors.length = _errs172;
}
else {
vErrors = null;
}
}
if(_valid28){
const _errs175 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs === undefined){
const err119 = {instancePath,schemaPath:"#/allOf/28/then/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema10.allOf[28].then.required,parentSchema:schema10.allOf[28].then,data};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data.inputs !== undefined){
if(!(validate87(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
var _valid28 = _errs175 === errors;
valid85 = _valid28;
}
if(!valid85){
const err120 = {instancePath,schemaPath:"#/allOf/28/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[28].if,parentSchema:schema10.allOf[28],data};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
const _errs178 = errors;
let valid88 = true;
const _errs179 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing29;
if((data.action === undefined) && (missing29 = "action")){
const err121 = {};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
else {
if(data.action !== undefined){
if("UpdateOS" !== data.action){
const err122 = {};
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
}
var _valid29 = _errs179 === errors;
errors = _errs178;
if(vErrors !== null){
if(_errs178){
vErrors.length = _errs178;
}
else {
vErrors = null;
}
}
if(_valid29){
const _errs181 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inputs !== undefined){
if(!(validate89(data.inputs, {instancePath:instancePath+"/inputs",parentData:data,parentDataProperty:"inputs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
var _valid29 = _errs181 === errors;
valid88 = _valid29;
}
if(!valid88){
const err123 = {instancePath,schemaPath:"#/allOf/29/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema10.allOf[29].if,parentSchema:schema10.allOf[29],data};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err124 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data.action === undefined){
const err125 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data.name !== undefined){
let data62 = data.name;
if(((typeof data62 !== "string") && (!(typeof data62 == "number"))) && (typeof data62 !== "boolean")){
const err126 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema10.properties.name.type},message:"must be string,number,boolean",schema:schema10.properties.name.type,parentSchema:schema10.properties.name,data:data62};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data.action !== undefined){
let data63 = data.action;
if(typeof data63 !== "string"){
const err127 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.action.type,parentSchema:schema10.properties.action,data:data63};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data64 = data.timeoutSeconds;
if((!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))) && (typeof data64 !== "string")){
const err128 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: schema10.properties.timeoutSeconds.type},message:"must be integer,string",schema:schema10.properties.timeoutSeconds.type,parentSchema:schema10.properties.timeoutSeconds,data:data64};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
const _errs190 = errors;
const _errs191 = errors;
if(0 !== data64){
const err129 = {};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
var valid92 = _errs191 === errors;
if(valid92){
const err130 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema10.properties.timeoutSeconds.not,parentSchema:schema10.properties.timeoutSeconds,data:data64};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
else {
errors = _errs190;
if(vErrors !== null){
if(_errs190){
vErrors.length = _errs190;
}
else {
vErrors = null;
}
}
}
if(typeof data64 == "number"){
if(data64 < -1 || isNaN(data64)){
const err131 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema10.properties.timeoutSeconds,data:data64};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(typeof data64 === "string"){
if(!pattern50.test(data64)){
const err132 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/pattern",keyword:"pattern",params:{pattern: "^(?:-1|0*[1-9][0-9]*)$|\\{\\{"},message:"must match pattern \""+"^(?:-1|0*[1-9][0-9]*)$|\\{\\{"+"\"",schema:"^(?:-1|0*[1-9][0-9]*)$|\\{\\{",parentSchema:schema10.properties.timeoutSeconds,data:data64};
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
if(data.onFailure !== undefined){
let data65 = data.onFailure;
if(typeof data65 !== "string"){
const err133 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.onFailure.type,parentSchema:schema10.properties.onFailure,data:data65};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(!(((data65 === "Abort") || (data65 === "Continue")) || (data65 === "Ignore"))){
const err134 = {instancePath:instancePath+"/onFailure",schemaPath:"#/properties/onFailure/enum",keyword:"enum",params:{allowedValues: schema10.properties.onFailure.enum},message:"must be equal to one of the allowed values",schema:schema10.properties.onFailure.enum,parentSchema:schema10.properties.onFailure,data:data65};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data.maxAttempts !== undefined){
let data66 = data.maxAttempts;
if((!((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66)))) && (typeof data66 !== "string")){
const err135 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/type",keyword:"type",params:{type: schema10.properties.maxAttempts.type},message:"must be integer,string",schema:schema10.properties.maxAttempts.type,parentSchema:schema10.properties.maxAttempts,data:data66};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(typeof data66 == "number"){
if(data66 < 1 || isNaN(data66)){
const err136 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema10.properties.maxAttempts,data:data66};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(typeof data66 === "string"){
if(!pattern51.test(data66)){
const err137 = {instancePath:instancePath+"/maxAttempts",schemaPath:"#/properties/maxAttempts/pattern",keyword:"pattern",params:{pattern: "^0*[1-9][0-9]*$|\\{\\{"},message:"must match pattern \""+"^0*[1-9][0-9]*$|\\{\\{"+"\"",schema:"^0*[1-9][0-9]*$|\\{\\{",parentSchema:schema10.properties.maxAttempts,data:data66};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
if(data.if !== undefined){
if(!(validate91(data.if, {instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.loop !== undefined){
if(!(validate97(data.loop, {instancePath:instancePath+"/loop",parentData:data,parentDataProperty:"loop",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
}
else {
const err138 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.steps === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema9.required,parentSchema:schema9,data};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema9.properties.name.type},message:"must be string,number,boolean",schema:schema9.properties.name.type,parentSchema:schema9.properties.name,data:data0};
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
if(!(validate27(data1[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema9.properties.steps.type,parentSchema:schema9.properties.steps,data:data1};
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
validate26.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://schemas.invalid/ec2-image-builder/component-document/1.0.json" */;
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
if(data.phases === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phases"},message:"must have required property '"+"phases"+"'",schema:schema6.required,parentSchema:schema6,data};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema6.properties.name.type},message:"must be string,number,boolean,null",schema:schema6.properties.name.type,parentSchema:schema6.properties.name,data:data0};
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
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema6.properties.description.type},message:"must be string,number,boolean,null",schema:schema6.properties.description.type,parentSchema:schema6.properties.description,data:data1};
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
if(data.constants !== undefined){
let data5 = data.constants;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err6 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: schema6.properties.constants.type},message:"must be array,null",schema:schema6.properties.constants.type,parentSchema:schema6.properties.constants,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data5[i1], {instancePath:instancePath+"/constants/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
}
if(data.phases !== undefined){
let data7 = data.phases;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(!(validate26(data7[i2], {instancePath:instancePath+"/phases/" + i2,parentData:data7,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema6.properties.phases.type,parentSchema:schema6.properties.phases,data:data7};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
