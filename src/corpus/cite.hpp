#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/corpus.hpp"

namespace statlint {

enum class CiteStyle : std::uint8_t {
    apa,       ///< APA, 7th edition
    vancouver, ///< numbers: (1)
    harvard,   ///< Cite Them Right
    agsm,      ///< the Australian government's author-date style
    footnote,  ///< the text of a footnote, as Australian law journals write it
    pandoc,    ///< [@acms-2023, p. S15]
};

[[nodiscard]] std::optional<CiteStyle> cite_style_by_name(std::string_view name);

/// A citation to put after a sentence: "(Salter et al., 2023, p. 4)". `page` may be empty. The numbered style takes
/// `number`, the work's place in the reference list.
[[nodiscard]] std::string cite(const Work& work, CiteStyle style, std::string_view page, int number = 1);

/// The entry of the reference list, without its number.
[[nodiscard]] std::string reference(const Work& work, CiteStyle style);

} // namespace statlint
