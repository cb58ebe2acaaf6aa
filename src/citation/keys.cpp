#include "citation/keys.hpp"

namespace statlint {

KeyMeaning look_up_key(std::string_view key, const WorkNames& names, Bibliographies bibliographies) {
    KeyMeaning meaning;
    for (const Bibliography* bibliography : bibliographies) {
        if (meaning.item == nullptr) meaning.item = bibliography->find(key);
        meaning.complete = meaning.complete && bibliography->complete;
    }
    const WorkIndex own = names.corpus().work_by_id(key);
    meaning.defined = meaning.item != nullptr || own != none;
    std::vector<WorkIndex>& works = meaning.works;
    if (meaning.item != nullptr) works = names.by_item(*meaning.item);
    if (works.empty() && own != none) works.push_back(own);
    if (works.empty()) works = names.by_link(key.substr(key.find(':') + 1));
    if (works.empty() && meaning.item == nullptr) works = names.by_key(key);
    return meaning;
}

} // namespace statlint
