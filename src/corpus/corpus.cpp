#include "corpus/corpus.hpp"

#include <algorithm>

namespace statlint {

static_assert(none == NumberedStrings::none);

namespace {

bool lists(const Corpus& corpus, WorkIndex work, WorkIndex wanted) {
    return work < corpus.works.size() && std::ranges::count(corpus.works[work].counts_as, wanted) > 0;
}

} // namespace

WorkIndex Corpus::work_by_id(std::string_view id) const {
    return work_ids.find(id);
}

FigureIndex Corpus::figure_by_id(std::string_view id) const {
    return figure_ids.find(id);
}

bool Corpus::counts_as(WorkIndex cited, WorkIndex wanted) const {
    if (cited == none || wanted == none) return false;
    return cited == wanted || lists(*this, cited, wanted) || lists(*this, wanted, cited);
}

} // namespace statlint
