#pragma once
#include <map>
#include <string>
#include <vector>

#include "text/error.hpp"
#include "text/span.hpp"

/// What a person says of one statistic of a draft; a line of labels.jsonl.
struct Label {
    std::string text;
    std::size_t nth = 1; ///< which occurrence of `text` in the draft, from 1
    std::string figure;  ///< id; empty: none
    std::string verdict; ///< "verified", "misquoted", "unverified", "unrelated"; "skip": the labeller is unsure
    std::vector<std::string> rules; ///< that must fire
    statlint::SourceSpan span;
};

struct LabelledDraft {
    std::string path;
    std::string source;
    std::vector<Label> labels;
};

/// Reads a labelled set: FOLDER/labels.jsonl with its drafts in FOLDER or FOLDER/docs, by file name. A line may also be
/// a snippet that holds its own text: {"id","text","labels":[…]}.
[[nodiscard]] statlint::Result<std::map<std::string, LabelledDraft>> read_labelled(const std::string& folder);
