/** Problems of a call: wrong options, missing files, output that cannot be written. */
export const callProblems = {
  "file-missing": "The file {file} is missing.",
  "file-too-large": "The file {file} has {size} bytes; at most {limit} are read.",
  "too-many-files": "The folder has more than {limit} files; the rest was not read.",
  "not-utf8": "The file {file} is not UTF-8 from byte {byte} on; please save it as UTF-8.",
  "no-such-dossier": "“{name}” is neither a folder nor a built-in dossier; built in: {known}.",
  "no-such-schema": "There is no schema called “{name}”; there are: {known}.",
  "unknown-command": "There is no command “{name}”.",
  "unknown-option": "There is no option “{name}”.",
  "missing-argument": "The argument <{name}> is missing.",
  "missing-option-value": "The option {name} needs a value.",
  "surplus-argument": "“{name}” is one argument too many.",
  "bad-option-value": "{option} cannot be “{value}”; it can be: {wanted}.",
  "cannot-write": "Nothing was written to {file}: {reason}.",
  "port-in-use": "Port {port} of {host} is taken; name another with --port.",
  "cannot-listen": "Nobody may listen at {host}, port {port}; name another address with --host or --port.",
  "our-fault":
    "This is our mistake, not yours: {reason}. Please report it with the command you called; --json or KREISLAUF_DEBUG=1 shows more.",
  "api-value": "“{path}” does not fit: {wanted}.",
  "api-full": "Too many requests are waiting; try again in {seconds} seconds.",
  "api-time":
    "The work took longer than 10 seconds and was ended; ask for fewer members, periods or outputs.",
  "api-memory":
    "The work needed more memory than one request may have and was ended; ask for fewer members or outputs.",
  "picture-missing": "There is no picture of {path}.",
  "page-missing": "There is no page at {path}.",
  "method-refused": "{path} cannot be called with {method}.",
  "request-refused": "The request was refused: {reason}.",
  "output-or-discover": "--output and --discover do not go together; one of them is enough.",
} as const satisfies Record<string, string>;
