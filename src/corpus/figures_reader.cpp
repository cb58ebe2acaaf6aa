#include "corpus/figures_reader.hpp"

#include <utility>

#include <fmt/format.h>

#include "corpus/toml_fields.hpp"
#include "quantity/quantity_reader.hpp"

namespace statlint {

namespace {

ReadStatement read_statement(const toml::table& table, const std::string& path, const NumberWords& words,
                             std::vector<Error>& errors) {
    TomlFields fields(table, path, errors);
    fields.check_keys({"value", "work", "page", "section", "disputed"});
    ReadStatement read;
    Statement& statement = read.statement;
    statement.page = fields.page("page");
    statement.section = fields.text_or_empty("section");
    statement.disputed = fields.truth("disputed");
    read.work = fields.text("work");
    fields.require(read.work.has_value(), "a statement", "work");
    std::optional<PlacedId> value = fields.text("value");
    fields.require(value.has_value(), "a statement", "value");
    read.value = fields.place("value");
    if (!value) return read;
    statement.value = std::move(value->id);
    if (std::optional<Quantity> quantity = read_quantity(statement.value, words)) {
        statement.quantity = std::move(*quantity);
    } else {
        fields.fail(read.value, fmt::format("\"{}\" can't be read as one number", statement.value));
        statement.value.clear();
    }
    return read;
}

void read_match_keys(TomlFields& fields, Figure& figure) {
    figure.needs = fields.alternatives("needs");
    figure.helps = fields.plain_texts("helps");
    figure.without = fields.plain_texts("without");
    figure.who = fields.plain_texts("who");
    figure.where = fields.plain_texts("where");
    figure.when = fields.plain_texts("when");
    figure.base = fields.plain_texts("base");
    figure.direction = fields.text_or_empty("direction");
    if (figure.direction.empty() || figure.direction == "more" || figure.direction == "less") return;
    fields.fail(fields.place("direction"),
                fmt::format("\"direction\" is \"more\" or \"less\", not \"{}\"", figure.direction));
}

std::optional<ReadFigure> read_figure(const toml::table& table, const std::string& path, const NumberWords& words,
                                      std::vector<Error>& errors) {
    TomlFields fields(table, path, errors);
    fields.check_keys({"id",   "measure",   "population", "place",  "period",        "about",       "work",  "also",
                       "via",  "statement", "needs",      "helps",  "without",       "who",         "where", "when",
                       "base", "direction", "accept",     "reject", "superseded_by", "valid_until", "note"});
    ReadFigure read;
    Figure& figure = read.figure;
    figure.measure = fields.text_or_empty("measure");
    fields.require(!figure.measure.empty(), "a figure", "measure");
    figure.population = fields.text_or_empty("population");
    figure.place = fields.text_or_empty("place");
    figure.period = fields.text_or_empty("period");
    (void)fields.texts("about"); // for people and for other programs: what decides the match are the keys below
    read_match_keys(fields, figure);
    read.examples.accept = fields.plain_texts("accept");
    read.examples.reject = fields.plain_texts("reject");
    read.superseded_by = fields.text("superseded_by");
    figure.valid_until = fields.date("valid_until");
    figure.note = fields.text_or_empty("note");
    read.work = fields.text("work");
    fields.require(read.work.has_value(), "a figure", "work");
    read.also = fields.texts("also");
    read.via = fields.texts("via");
    for (const toml::table* statement : fields.tables("statement")) {
        read.statements.push_back(read_statement(*statement, path, words, errors));
    }
    std::optional<PlacedId> id = fields.text("id");
    fields.require(id.has_value(), "a figure", "id");
    if (read.statements.empty()) fields.fail(fields.place("id"), "a figure without a [[figure.statement]]");
    if (!id) return std::nullopt;
    read.place = id->place;
    figure.id = std::move(id->id);
    figure.path = path;
    figure.line = read.place.line;
    return read;
}

std::optional<ReadFinding> read_finding(const toml::table& table, const std::string& path, std::vector<Error>& errors) {
    TomlFields fields(table, path, errors);
    fields.check_keys({"id", "work", "page", "says", "quotation", "needs", "note"});
    ReadFinding read;
    FindingStatement& finding = read.finding;
    finding.page = fields.page("page");
    finding.says = fields.text_or_empty("says");
    fields.require(!finding.says.empty(), "a finding", "says");
    finding.quotation = fields.truth("quotation");
    finding.needs = fields.alternatives("needs");
    (void)fields.text("note");
    read.work = fields.text("work");
    fields.require(read.work.has_value(), "a finding", "work");
    std::optional<PlacedId> id = fields.text("id");
    fields.require(id.has_value(), "a finding", "id");
    if (!id) return std::nullopt;
    read.place = id->place;
    finding.id = std::move(id->id);
    finding.path = path;
    finding.line = read.place.line;
    return read;
}

/// The table that says which corpus this is, and how old.
std::string read_edition(const toml::table& table, const std::string& path, std::vector<Error>& errors) {
    TomlFields fields(table, path, errors);
    fields.check_keys({"name", "version"});
    const std::string name = fields.text_or_empty("name"), version = fields.text_or_empty("version");
    fields.require(!version.empty(), "a corpus", "version");
    return name.empty() ? version : fmt::format("{} {}", name, version);
}

} // namespace

void read_figures(const CorpusFile& file, const NumberWords& words, ReadFigures& out, std::vector<Error>& errors) {
    toml::table root;
    try {
        root = toml::parse(file.text);
    } catch (const toml::parse_error& problem) {
        const toml::source_position& at = problem.source().begin;
        errors.push_back({fmt::format("not valid TOML: {}", problem.description()), file.path,
                          static_cast<int>(at.line), static_cast<int>(at.column)});
        return;
    }
    TomlFields fields(root, file.path, errors);
    fields.check_keys({"corpus", "figure", "finding"});
    if (const toml::node* edition = root.get("corpus")) {
        if (const toml::table* table = edition->as_table())
            out.editions.push_back(read_edition(*table, file.path, errors));
        else
            fields.fail(fields.place("corpus"), "\"corpus\" is a table: [corpus]");
    }
    for (const toml::table* table : fields.tables("figure")) {
        std::optional<ReadFigure> figure = read_figure(*table, file.path, words, errors);
        if (figure) out.figures.push_back(std::move(*figure));
    }
    for (const toml::table* table : fields.tables("finding")) {
        std::optional<ReadFinding> finding = read_finding(*table, file.path, errors);
        if (finding) out.findings.push_back(std::move(*finding));
    }
}

} // namespace statlint
