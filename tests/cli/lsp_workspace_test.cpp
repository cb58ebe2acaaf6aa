// What happens around open drafts while a session runs: corpora and configurations change, the workspace is checked,
// requests are cancelled. The server runs in a thread, so that a test can act on what it has answered.
#include <array>
#include <functional>
#include <map>
#include <thread>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <unistd.h>

#include "lsp/framing.hpp"
#include "lsp/server.hpp"
#include "lsp/uri.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;
using Json = nlohmann::json;

namespace {

constexpr int patience = 60'000; ///< milliseconds; a loaded machine is slow, a hanging server is no test

class Client {
  public:
    explicit Client(const std::filesystem::path& folder, const Json& capabilities = Json::object()) : folder_(folder) {
        REQUIRE(pipe(to_.data()) == 0);
        REQUIRE(pipe(from_.data()) == 0);
        server_ = std::thread([this] { code_ = lsp::serve(to_[0], from_[1]); });
        request("initialize", {{"capabilities", capabilities},
                               {"workspaceFolders", {{{"uri", lsp::uri_of(folder.string())}, {"name", "drafts"}}}}});
        notify("initialized", Json::object());
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() {
        request("shutdown", nullptr);
        notify("exit", nullptr);
        server_.join();
        for (const int end : {to_[0], to_[1], from_[0], from_[1]}) close(end);
        CHECK(code_ == 0);
    }

    [[nodiscard]] std::string uri(std::string_view name) const { return lsp::uri_of((folder_ / name).string()); }

    void notify(std::string_view method, const Json& params) {
        send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
    }
    int request(std::string_view method, const Json& params) {
        send({{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", params}});
        return id_;
    }
    void open(std::string_view name, std::string_view text) {
        notify("textDocument/didOpen",
               {{"textDocument", {{"uri", uri(name)}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
    }

    /// The next message that is wanted; those before it are passed over.
    Json wait_for(const std::function<bool(const Json&)>& wanted) {
        while (true) {
            Json message = next();
            if (message.is_null() || wanted(message)) return message;
        }
    }
    Json answer(int id) {
        return wait_for([&](const Json& m) { return m.contains("id") && m["id"] == id && !m.contains("method"); });
    }
    Json diagnostics(std::string_view name) {
        const Json message = wait_for([&](const Json& m) {
            return m.value("method", "") == "textDocument/publishDiagnostics" && m["params"]["uri"] == uri(name);
        });
        return message.is_null() ? Json("nothing came") : message["params"]["diagnostics"];
    }

  private:
    void send(const Json& message) {
        const std::string bytes = lsp::framed(message.dump());
        REQUIRE(write(to_[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }

    Json next() {
        while (true) {
            if (const auto body = reader_.next()) return Json::parse(*body);
            pollfd waiting{from_[0], POLLIN, 0};
            std::array<char, 4096> bytes{};
            if (poll(&waiting, 1, patience) <= 0) return nullptr;
            const ssize_t got = read(from_[0], bytes.data(), bytes.size());
            if (got <= 0) return nullptr;
            reader_.feed({bytes.data(), static_cast<std::size_t>(got)});
        }
    }

    std::filesystem::path folder_;
    std::array<int, 2> to_{}, from_{};
    int id_ = 0, code_ = -1;
    lsp::MessageReader reader_;
    std::thread server_;
};

constexpr std::string_view draft = "3 in 5 Australian adults own a telephone (Miller, 2023, p. 12).\n";

void write_corpus(const Playground& here, std::string_view value) {
    here.write("corpus/phones.toml", fmt::format("[[figure]]\nid = \"survey.phones\"\nmeasure = \"own a telephone\"\n"
                                                 "population = \"adults\"\nplace = \"Australia\"\n"
                                                 "work = \"phone-survey-2023\"\nneeds = [\"telephone\"]\n"
                                                 "[[figure.statement]]\nvalue = \"{}\"\nwork = \"phone-survey-2023\"\n"
                                                 "page = \"12\"\n",
                                                 value));
    here.write("corpus/works.json", R"([{"id": "phone-survey-2023", "type": "report", "title": "The telephone survey",
        "author": [{"family": "Miller", "given": "Ann"}], "issued": {"date-parts": [[2023]]}}])");
}

void configure(const Playground& here, std::string_view more = {}) {
    here.write(".statlint.toml", fmt::format("corpora = [\"corpus\"]\nbuiltin-corpus = false\n{}", more));
}

Json changed(const Client& client, std::string_view name) {
    return {{"changes", {{{"uri", client.uri(name)}, {"type", 2}}}}};
}

} // namespace

TEST_CASE("a corpus whose files change is loaded again, and open drafts are checked with it") {
    const Playground here;
    configure(here);
    write_corpus(here, "4 in 5");
    Client client(here.folder());
    client.open("draft.md", draft);
    const Json before = client.diagnostics("draft.md");
    REQUIRE(before.size() == 1);
    CHECK(before[0]["message"] == "\"3 in 5\" should be \"4 in 5\"\nsurvey.phones: Miller 2023, p. 12");

    write_corpus(here, "3 in 5");
    client.notify("workspace/didChangeWatchedFiles", changed(client, "corpus/phones.toml"));
    CHECK(client.diagnostics("draft.md") == Json::array());

    // A slip in the corpus is shown in its file, and taken back when it is mended.
    write_corpus(here, "plenty");
    client.notify("workspace/didChangeWatchedFiles", changed(client, "corpus/phones.toml"));
    CHECK(client.diagnostics("corpus/phones.toml").size() == 1);
    write_corpus(here, "2 in 5");
    client.notify("workspace/didChangeWatchedFiles", changed(client, "corpus/phones.toml"));
    CHECK(client.diagnostics("corpus/phones.toml") == Json::array());
    CHECK(client.diagnostics("draft.md").size() == 1);
}

TEST_CASE("a client that watches no files need not tell: the server sees that a corpus has changed") {
    const Playground here;
    configure(here);
    write_corpus(here, "4 in 5");
    Client client(here.folder());
    client.open("draft.md", draft);
    CHECK(client.diagnostics("draft.md").size() == 1);
    write_corpus(here, "3 in 5");
    CHECK(client.diagnostics("draft.md") == Json::array());
}

TEST_CASE("configurations hold as soon as they change: .statlint.toml and the client's own") {
    const Playground here;
    configure(here);
    write_corpus(here, "4 in 5");
    Client client(here.folder());
    client.open("draft.md", draft);
    CHECK(client.diagnostics("draft.md").size() == 1);

    configure(here, "[severity]\nvalue-mismatch = \"note\"\n");
    client.notify("workspace/didChangeWatchedFiles", changed(client, ".statlint.toml"));
    CHECK(client.diagnostics("draft.md") == Json::array());

    client.notify("workspace/didChangeConfiguration", {{"settings", {{"statlint", {{"show", "note"}}}}}});
    const Json shown = client.diagnostics("draft.md");
    REQUIRE(shown.size() == 1);
    CHECK(shown[0]["severity"] == 3);

    client.notify("workspace/didChangeConfiguration", {{"settings", {{"show", "warning"}}}});
    CHECK(client.diagnostics("draft.md") == Json::array());

    configure(here, "[severity]\nvalue-mismatched = \"note\"\n");
    client.notify("workspace/didChangeWatchedFiles", changed(client, ".statlint.toml"));
    const Json typo = client.diagnostics(".statlint.toml");
    REQUIRE(typo.size() == 1);
    CHECK(typo[0]["range"]["start"]["line"] == 3);
}

TEST_CASE("the workspace is checked with progress, open drafts as they are in the editor") {
    const Playground here;
    configure(here);
    write_corpus(here, "4 in 5");
    for (const char* name : {"a.md", "b.md", "sub/c.txt"}) here.write(name, draft);
    Client client(here.folder(), {{"textDocument", {{"diagnostic", Json::object()}}}});
    client.open("b.md", "4 in 5 Australian adults own a telephone (Miller, 2023, p. 12).\n");
    const int id =
        client.request("workspace/diagnostic", {{"previousResultIds", Json::array()}, {"workDoneToken", "check"}});
    std::vector<std::string> kinds;
    int percentage = 0;
    const Json answer = client.wait_for([&](const Json& m) {
        if (m.value("method", "") == "$/progress" && m["params"]["token"] == "check") {
            const Json& value = m["params"]["value"];
            kinds.push_back(value["kind"]);
            if (value["kind"] == "report") {
                CHECK(value["percentage"] >= percentage);
                percentage = value["percentage"];
            }
        }
        return m.contains("id") && m["id"] == id;
    });
    CHECK(kinds == std::vector<std::string>{"begin", "report", "report", "report", "end"});
    CHECK(percentage == 100);
    std::map<std::string, std::size_t> found;
    for (const Json& item : answer["result"]["items"]) found[item["uri"]] = item["items"].size();
    CHECK(found == std::map<std::string, std::size_t>{
                       {client.uri("a.md"), 1}, {client.uri("b.md"), 0}, {client.uri("sub/c.txt"), 1}});
}

TEST_CASE("a check of the workspace that is cancelled ends at once") {
    const Playground here;
    configure(here);
    write_corpus(here, "4 in 5");
    constexpr int drafts = 400;
    std::string text;
    for (int i = 0; i < 200; ++i) (text += draft) += '\n';
    for (int i = 0; i < drafts; ++i) here.write(fmt::format("{}.md", i), text);
    Client client(here.folder(), {{"textDocument", {{"diagnostic", Json::object()}}}});
    const int id =
        client.request("workspace/diagnostic", {{"previousResultIds", Json::array()}, {"workDoneToken", "check"}});
    int reports = 0;
    bool ended = false;
    const Json answer = client.wait_for([&](const Json& m) {
        if (m.value("method", "") == "$/progress") {
            const std::string kind = m["params"]["value"]["kind"];
            if (kind == "report" && ++reports == 1) client.notify("$/cancelRequest", {{"id", id}});
            ended = ended || kind == "end";
        }
        return m.contains("id") && m["id"] == id;
    });
    CHECK(answer["error"]["code"] == -32800);
    CHECK(reports < drafts);
    CHECK(ended);
    // The session goes on.
    client.open("draft.md", draft);
    const int pulled = client.request("textDocument/diagnostic", {{"textDocument", {{"uri", client.uri("draft.md")}}}});
    CHECK(client.answer(pulled)["result"]["items"].size() == 1);
}

TEST_CASE("the bibliography that a draft names holds in the editor, too, as soon as it changes") {
    const Playground here;
    here.write("refs.bib", "@book{x1, title={Other}, author={Smith, Ann}, year={2019}}\n");
    Client client(here.folder());
    client.open("draft.md",
                "---\nbibliography: refs.bib\n---\n28.5% of Australians were sexually abused as children [@x1].\n");
    const Json before = client.diagnostics("draft.md");
    REQUIRE(before.size() == 1);
    CHECK(before[0]["code"] == "wrong-citation");
    here.write("refs.bib",
               "@article{x1, author={Mathews, Ben}, year={2023}, title={The prevalence of child maltreatment in "
               "Australia: findings from a national survey}}\n");
    CHECK(client.diagnostics("draft.md") == Json::array());
}
