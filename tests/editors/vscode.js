// Drives the server with the protocol library that VS Code's client is made of.
const fs = require("fs"), { spawn } = require("child_process");
const rpc = require("vscode-languageserver-protocol/node");
const lines = [], say = (text) => lines.push(text);
const uri = "file://" + process.cwd() + "/draft.md";
const text = fs.readFileSync("draft.md", "utf8");

(async () => {
  const server = spawn(process.env.STATLINT, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = rpc.createProtocolConnection(server.stdout, server.stdin);
  client.onRequest("workspace/diagnostic/refresh", () => null);
  client.onRequest(rpc.RegistrationRequest.type, () => undefined);
  client.listen();
  const hello = await client.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: [{ uri: "file://" + process.cwd(), name: "drafts" }],
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } }, workspace: { workspaceEdit: { documentChanges: true } } },
  });
  say("> initialize: " + Object.keys(hello.capabilities).sort().join(" "));
  await client.sendNotification(rpc.InitializedNotification.type, {});
  await client.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "markdown", version: 1, text } });
  const textDocument = { uri };
  const pull = async () => (await client.sendRequest(rpc.DocumentDiagnosticRequest.type, { textDocument })).items.forEach(
    (d) => say(`  ${d.range.start.line + 1}:${d.range.start.character + 1} ${d.code}: ${d.message.split("\n")[0]}`));
  say("> diagnostics are pulled"); await pull();
  const position = { line: 2, character: 3 };
  say("> code actions on \"One in five\"");
  const actions = await client.sendRequest(rpc.CodeActionRequest.type, { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
  actions.forEach((action) => say("  " + action.title));
  say("> the first one is taken");
  const edit = actions[0].edit.documentChanges[0].edits[0];
  await client.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 2 }, contentChanges: [{ range: edit.range, text: edit.newText }] });
  await pull();
  say("> the workspace is checked, with progress");
  const progress = [];
  client.onProgress(rpc.WorkDoneProgress.type, "one", (value) => progress.push(value.kind));
  const all = await client.sendRequest(rpc.WorkspaceDiagnosticRequest.type, { previousResultIds: [], workDoneToken: "one" });
  all.items.forEach((item) => say(`  ${item.uri.split("/").pop()}: ${item.items.length} finding(s)`));
  say("  progress: " + progress.join(" "));
  await client.sendRequest(rpc.ShutdownRequest.type);
  await client.sendNotification(rpc.ExitNotification.type);
  server.on("exit", (code) => { say("> exit code " + code); fs.writeFileSync(process.env.TRANSCRIPT, lines.join("\n") + "\n"); process.exit(0); });
})();
