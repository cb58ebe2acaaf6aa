// The language server from outside: a session is a row of messages in, and what it answered.
#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "lsp/framing.hpp"
#include "lsp/positions.hpp"
#include "lsp/uri.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;
using Json = nlohmann::json;

namespace {

constexpr std::string_view uri = "file:///nowhere/draft.md";

struct Script {
    std::string bytes;
    int id = 0;

    void raw(std::string_view body) { bytes += lsp::framed(body); }
    void notify(std::string_view method, const Json& params) {
        raw(Json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
    }
    int request(std::string_view method, const Json& params) {
        raw(Json{{"jsonrpc", "2.0"}, {"id", ++id}, {"method", method}, {"params", params}}.dump());
        return id;
    }
    void start(const Json& capabilities = Json::object()) {
        request("initialize", {{"capabilities", capabilities}});
        notify("initialized", Json::object());
    }
    void open(std::string_view text) {
        notify("textDocument/didOpen",
               {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
    }
    void end() {
        request("shutdown", nullptr);
        notify("exit", nullptr);
    }
};

Json at(int line, int character) {
    return {{"textDocument", {{"uri", uri}}}, {"position", {{"line", line}, {"character", character}}}};
}

struct Answers {
    int code = -1;
    std::vector<Json> all;

    [[nodiscard]] Json result(int id) const {
        for (const Json& one : all)
            if (one.contains("id") && one["id"] == id) return one.contains("result") ? one["result"] : one["error"];
        return "nothing";
    }
    [[nodiscard]] Json last_diagnostics() const {
        Json last = "nothing";
        for (const Json& one : all)
            if (one.value("method", "") == "textDocument/publishDiagnostics" && one["params"]["uri"] == uri)
                last = one["params"]["diagnostics"];
        return last;
    }
};

Answers play(const Script& script, const std::string& before = {}) {
    const Playground here;
    const Run run = here.run(before + "lsp", script.bytes);
    Answers answers{run.code, {}};
    lsp::MessageReader reader;
    reader.feed(run.out);
    while (const auto body = reader.next()) answers.all.push_back(Json::parse(*body));
    return answers;
}

constexpr std::string_view feelings =
    "One in five Australian men report sexual feelings towards children (Salter et al., 2023).";

} // namespace

TEST_CASE("a session: diagnostics, fix, hover, completion, symbols, definition") {
    Script script;
    script.start({{"textDocument", {{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}});
    script.open("# Facts\n\n" + std::string(feelings) + "\n\nboys\n");
    const Json range{{"start", {{"line", 2}, {"character", 0}}}, {"end", {{"line", 2}, {"character", 3}}}};
    const int actions = script.request(
        "textDocument/codeAction", {{"textDocument", {{"uri", uri}}}, {"range", range}, {"context", Json::object()}});
    const int hovered = script.request("textDocument/hover", at(2, 5));
    const int completed = script.request("textDocument/completion", at(4, 4));
    const int symbols = script.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
    const int cited = script.request("textDocument/hover", at(2, 75));
    script.end();
    const Answers answers = play(script);
    CHECK(answers.code == 0);
    CHECK(answers.result(1)["capabilities"]["positionEncoding"] == "utf-16");
    const Json diagnostics = answers.last_diagnostics();
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0]["code"] == "value-mismatch");
    CHECK(diagnostics[0]["range"]["end"] == Json{{"line", 2}, {"character", 11}});
    const Json fixes = answers.result(actions);
    REQUIRE(fixes.size() == 3);
    CHECK(fixes[0]["title"] == "Replace \"One in five\" with \"One in six\"");
    CHECK(fixes[0]["isPreferred"] == true);
    CHECK(fixes[0]["edit"]["changes"][std::string(uri)][0]["newText"] == "One in six");
    CHECK(contains(fixes[1]["edit"].dump(), "<!-- statlint-disable-next-line value-mismatch : reason -->"));
    CHECK(fixes[2]["kind"] == "source.fixAll.statlint");
    CHECK(contains(answers.result(hovered)["contents"]["value"].get<std::string>(), "Write 1 in 6"));
    CHECK(contains(answers.result(cited)["contents"]["value"].get<std::string>(), "Salter"));
    CHECK(contains(answers.result(completed)["items"].dump(), "boys were sexually abused"));
    CHECK(answers.result(symbols)[0]["name"] == "Facts");
    CHECK(answers.result(symbols)[0]["children"].size() == 1);
}

TEST_CASE("edits and positions in every encoding") {
    struct Row {
        const char* encoding;
        int character; ///< of the "5" behind "𝄞é "
    };
    for (const Row& row : {Row{"utf-8", 14}, Row{"utf-16", 11}, Row{"utf-32", 10}}) {
        CAPTURE(row.encoding);
        Script script;
        script.start({{"general", {{"positionEncodings", {row.encoding}}}}});
        script.open("\xF0\x9D\x84\x9E"
                    "\xC3\xA9: 1 in 6 Australian men report sexual feelings towards children (Salter).");
        const Json from{{"line", 0}, {"character", row.character - 1}};
        const Json to{{"line", 0}, {"character", row.character}};
        script.notify("textDocument/didChange",
                      {{"textDocument", {{"uri", uri}, {"version", 2}}},
                       {"contentChanges", {{{"range", {{"start", from}, {"end", to}}}, {"text", "5"}}}}});
        script.end();
        const Json diagnostics = play(script).last_diagnostics();
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics[0]["range"]["end"]["character"] == row.character);
    }
}

TEST_CASE("malformed messages cost an answer, never the session") {
    Script script;
    script.bytes += "garbage\r\n\r\nContent-Length: x\r\n\r\n\n\n";
    script.raw("{");
    script.raw("[1]");
    script.raw("\"text\"");
    script.raw(std::string(5000, '['));
    script.raw("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/hover\"}");
    script.id = 100;
    script.start();
    for (const char* method : {"textDocument/hover", "textDocument/didOpen", "textDocument/codeAction", "no/such",
                               "workspace/executeCommand", "textDocument/completion"}) {
        script.request(method, nullptr);
        script.request(method, {{"textDocument", 5}, {"position", "x"}});
        script.request(method, Json::array({1, 2}));
        script.notify(method, {{"textDocument", {{"uri", 5}}}});
    }
    script.open(std::string(feelings) + "\n");
    script.notify(
        "textDocument/didChange",
        {{"textDocument", {{"uri", uri}, {"version", -5}}},
         {"contentChanges",
          {{{"range", {{"start", {{"line", -1}, {"character", 1e18}}}, {"end", {{"line", 9e15}, {"character", 0}}}}},
            {"text", ""}}}}});
    script.notify("textDocument/didChange",
                  {{"textDocument", {{"uri", uri}}}, {"contentChanges", {{{"text", feelings}}}}});
    script.end();
    const Answers answers = play(script);
    CHECK(answers.code == 0);
    CHECK(answers.result(7)["code"] == -32002);
    CHECK(answers.last_diagnostics().size() == 1);
}

TEST_CASE("random bytes in messages don't end the server") {
    std::mt19937 random(7);
    Script script;
    script.start();
    for (int i = 0; i < 300; ++i) {
        std::string body =
            Json{{"jsonrpc", "2.0"}, {"id", i + 1000}, {"method", "textDocument/hover"}, {"params", at(0, 0)}}.dump();
        for (int k = 0; k < 3; ++k) body[random() % body.size()] = static_cast<char>(random() % 256);
        script.raw(body);
    }
    script.open(feelings);
    script.end();
    CHECK(play(script).last_diagnostics().size() == 1);
}

TEST_CASE("a request that was cancelled before its turn is answered as such; without shutdown the code is 1") {
    Script script;
    script.start();
    script.open(feelings);
    script.notify("$/cancelRequest", {{"id", 50}});
    script.id = 49;
    script.request("textDocument/hover", at(0, 1));
    script.notify("exit", nullptr);
    const Answers answers = play(script);
    CHECK(answers.result(50)["code"] == -32800);
    CHECK(answers.code == 1);
}

TEST_CASE("URIs") {
    CHECK(lsp::path_of("file:///a%20b/%C3%A9.md") == "/a b/\xC3\xA9.md");
    CHECK(lsp::uri_of("/a b/\xC3\xA9.md") == "file:///a%20b/%C3%A9.md");
    CHECK(lsp::path_of("untitled:One").empty());
    CHECK(lsp::path_of("file:///a%2") == "/a%2");
}

TEST_CASE("framing takes bytes as they come") {
    const std::string bytes = lsp::framed("one") + "Content-Type: x\r\ncontent-length:3\r\n\r\ntwo";
    lsp::MessageReader reader;
    std::vector<std::string> bodies;
    for (const char c : bytes) {
        reader.feed({&c, 1});
        while (auto body = reader.next()) bodies.push_back(*body);
    }
    CHECK(bodies == std::vector<std::string>{"one", "two"});
}
