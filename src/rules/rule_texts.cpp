#include "rules/rule_texts.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace statlint {

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::off:
        return "off";
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "error";
}

tl::expected<RuleTexts, std::vector<Error>> RuleTexts::load(std::string_view text, const std::string& path) {
    std::vector<Error> errors;
    RuleTexts made;
    const auto error = [&](const toml::node& node, std::string message) {
        errors.push_back({std::move(message), path, static_cast<int>(node.source().begin.line),
                          static_cast<int>(node.source().begin.column)});
    };
    toml::table root;
    try {
        root = toml::parse(text, path);
    } catch (const toml::parse_error& problem) {
        errors.push_back({std::string(problem.description()), path, static_cast<int>(problem.source().begin.line),
                          static_cast<int>(problem.source().begin.column)});
        return tl::unexpected(std::move(errors));
    }
    const toml::array* rules = root["rule"].as_array();
    for (std::size_t i = 0; rules != nullptr && i < rules->size(); ++i) {
        const toml::table* table = rules->get(i)->as_table();
        if (table == nullptr) continue;
        RuleInfo info;
        const std::pair<std::string_view, std::string*> fields[] = {
            {"id", &info.id},     {"summary", &info.summary}, {"text", &info.text}, {"bad", &info.bad},
            {"good", &info.good}, {"message", &info.message}, {"help", &info.help}};
        for (const auto& [key, value] : *table) {
            if (key == "severity") {
                const auto written = value.value_or(std::string_view());
                bool known = false;
                for (const Severity severity : {Severity::off, Severity::note, Severity::warning, Severity::error}) {
                    if (name(severity) != written) continue;
                    info.severity = severity;
                    known = true;
                }
                if (!known) error(value, fmt::format("no severity: \"{}\"", written));
                continue;
            }
            if (const toml::table* details = value.as_table(); details != nullptr && key == "details") {
                for (const auto& [wording, detail] : *details)
                    info.details[std::string(wording.str())] = detail.value_or(std::string());
                continue;
            }
            const auto* field = std::ranges::find(fields, key.str(), &std::pair<std::string_view, std::string*>::first);
            if (field == std::end(fields))
                error(value, fmt::format("unknown key \"{}\" in a rule", key.str()));
            else
                *field->second = value.value_or(std::string());
        }
        if (made.has(info.id)) error(*table, fmt::format("the rule {} is defined twice", info.id));
        made.rules_.push_back(std::move(info));
    }
    if (!errors.empty()) return tl::unexpected(std::move(errors));
    return made;
}

bool RuleTexts::has(std::string_view id) const {
    return std::ranges::any_of(rules_, [&](const RuleInfo& rule) { return rule.id == id; });
}

const RuleInfo& RuleTexts::find(std::string_view id) const {
    const auto found = std::ranges::find(rules_, id, &RuleInfo::id);
    if (found == rules_.end()) throw std::logic_error(fmt::format("rules.toml has no rule {}", id));
    return *found;
}

const std::string& RuleTexts::detail(std::string_view rule, std::string_view wording) const {
    const auto& details = find(rule).details;
    const auto found = details.find(wording);
    if (found == details.end())
        throw std::logic_error(fmt::format("rules.toml has no detail {} for {}", wording, rule));
    return found->second;
}

std::string fill(std::string_view text, const Fills& values) {
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        if (close == std::string_view::npos) {
            filled += text[at++];
            continue;
        }
        const std::string_view wanted = text.substr(at + 1, close - at - 1);
        for (const auto& [key, value] : values)
            if (key == wanted) filled += value;
        at = close + 1;
    }
    return filled;
}

} // namespace statlint
