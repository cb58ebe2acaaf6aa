#pragma once
#include <string>

#include "corpus/corpus.hpp"

namespace statlint {

/// A name for messages: "Salter et al. 2023", "IWF 2023".
[[nodiscard]] std::string short_name(const Work& work);

/// The title up to its colon: "From Insight to Impact".
[[nodiscard]] std::string short_title(const Work& work);

/// One line that says where a figure is printed: the study, with the page where it is known, and the overview:
/// `Salter et al. 2023, in From Insight to Impact (ICMEC Australia 2023), "Prevalence unveiled"`.
[[nodiscard]] std::string printed_at(const Corpus& corpus, const Figure& figure);

/// Where one statement is printed: `Gannoni et al. 2023, p. xi`.
[[nodiscard]] std::string printed_at(const Corpus& corpus, const Statement& statement);

} // namespace statlint
