// Starts `statlint lsp` for drafts.
const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const settings = workspace.getConfiguration("statlint");
  const command = settings.get("program");
  client = new LanguageClient(
    "statlint",
    "statlint",
    { command, args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: ["markdown", "html", "latex", "restructuredtext", "asciidoc", "org", "plaintext"].map((language) => ({ language })),
      initializationOptions: { show: settings.get("show"), corpora: settings.get("corpora") },
      synchronize: { configurationSection: "statlint" },
    },
  );
  return client.start();
};

exports.deactivate = () => client && client.stop();
