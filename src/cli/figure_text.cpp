#include "cli/figure_text.hpp"

#include <fmt/format.h>

#include "corpus/describe.hpp"

namespace statlint {

std::string describe_figure(const Corpus& corpus, const Figure& figure) {
    std::string text = figure.statements.empty() ? std::string() : figure.statements.front().value + " ";
    if (!figure.population.empty()) text += "of " + figure.population + ": ";
    text += figure.measure;
    if (!figure.place.empty()) text += ", " + figure.place;
    if (!figure.period.empty()) text += ", " + figure.period;
    if (figure.work < corpus.works.size()) text += fmt::format(" ({})", short_name(corpus.works[figure.work]));
    return text;
}

} // namespace statlint
