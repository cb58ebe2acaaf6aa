#include "cli/config.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"

namespace statlint {

namespace {

std::vector<std::string_view> rule_ids(const std::vector<RuleInfo>& rules) {
    std::vector<std::string_view> ids;
    ids.reserve(rules.size());
    for (const RuleInfo& rule : rules) ids.push_back(rule.id);
    return ids;
}

} // namespace

std::optional<Severity> severity_by_name(std::string_view text) {
    for (const Severity severity : {Severity::off, Severity::note, Severity::warning, Severity::error})
        if (name(severity) == text) return severity;
    return std::nullopt;
}

std::vector<Error> check_names(const Config& config, const std::vector<RuleInfo>& rules, const Corpus& corpus) {
    std::vector<Error> errors;
    const std::vector<std::string_view> known = rule_ids(rules);
    const auto fail = [&](const ConfigWord& word, std::string message) {
        errors.push_back(
            {.message = std::move(message), .path = config.path, .line = word.line, .column = word.column});
    };
    const auto check = [&](const std::vector<SeveritySetting>& severities) {
        for (const SeveritySetting& setting : severities)
            if (std::ranges::find(known, setting.rule.text) == known.end())
                fail(setting.rule,
                     fmt::format("unknown rule \"{}\"{}", setting.rule.text, did_you_mean(setting.rule.text, known)));
    };
    check(config.severities);
    for (const PathOverride& entry : config.overrides) check(entry.severities);
    std::vector<std::string_view> works;
    works.reserve(corpus.works.size());
    for (const Work& work : corpus.works) works.push_back(work.id);
    for (const ConfigWord& word : config.works)
        if (corpus.work_by_id(word.text) == none)
            fail(word, fmt::format("unknown work \"{}\"{}", word.text, did_you_mean(word.text, works)));
    for (const auto& [id, path] : config.sources)
        if (corpus.work_by_id(id.text) == none)
            fail(id, fmt::format("unknown work \"{}\"{}", id.text, did_you_mean(id.text, works)));
    return errors;
}

Policy policy_for(const Config& config, std::string_view relative) {
    Policy policy;
    policy.reach = config.reach;
    policy.page_required = config.page_required;
    policy.min_confidence = config.min_confidence.value_or(0);
    for (const ConfigWord& work : config.works) policy.citable.push_back(work.text);
    for (const SeveritySetting& setting : config.severities) policy.severities[setting.rule.text] = setting.severity;
    for (const PathOverride& entry : config.overrides)
        if (entry.glob.covers(relative))
            for (const SeveritySetting& setting : entry.severities)
                policy.severities[setting.rule.text] = setting.severity;
    return policy;
}

const Format* format_for(const Config& config, std::string_view relative) {
    const Format* format = nullptr;
    for (const PathOverride& entry : config.overrides)
        if (entry.format != nullptr && entry.glob.covers(relative)) format = entry.format;
    return format;
}

} // namespace statlint
