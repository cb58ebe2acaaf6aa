#include "corpus/corpus.hpp"

#include <algorithm>

namespace statlint {

namespace {

template <class Index> Index find_or_none(const std::map<std::string, Index, std::less<>>& ids, std::string_view id) {
    const auto found = ids.find(id);
    return found == ids.end() ? none : found->second;
}

bool lists(const Corpus& corpus, WorkIndex work, WorkIndex wanted) {
    return work < corpus.works.size() && std::ranges::count(corpus.works[work].counts_as, wanted) > 0;
}

} // namespace

WorkIndex Corpus::work_by_id(std::string_view id) const {
    return find_or_none(work_ids, id);
}

FigureIndex Corpus::figure_by_id(std::string_view id) const {
    return find_or_none(figure_ids, id);
}

bool Corpus::counts_as(WorkIndex cited, WorkIndex wanted) const {
    if (cited == none || wanted == none) return false;
    return cited == wanted || lists(*this, cited, wanted) || lists(*this, wanted, cited);
}

} // namespace statlint
