#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "document/builder.hpp"
#include "text/error.hpp"

namespace statlint {

/// Words of the text and the XML text that they came from: the way back for `annotate`.
struct TracedText {
    TextSpan text;
    pugi::xml_node node;      ///< the PCDATA
    std::uint32_t offset = 0; ///< of the first byte in the node's value
};

/// Puts the Document of an XML container together: text comes out of elements instead of a source.
class XmlText {
  public:
    /// With `trace`, says from where each word came; only words outside asides are traced.
    explicit XmlText(std::vector<TracedText>* trace = nullptr) : blocks_(std::string()), trace_(trace) {}

    /// Structure: blocks, lists, tables, links.
    [[nodiscard]] DocumentBuilder& blocks() { return blocks_; }
    /// Words and the white space between them; runs that follow on each other are one.
    void text(std::string_view words, pugi::xml_node origin = {});
    /// Digits that stand raised become ², ³ …, as in other formats.
    void superscript(std::string_view words, pugi::xml_node origin = {});
    /// Where in the text the next word will stand, or the blank before it.
    [[nodiscard]] std::uint32_t next_word() const {
        return blocks_.text_size() + (!blocks_.in_block() && blocks_.block_count() > 0 ? 1 : 0);
    }
    void space() { blocks_.space({}); }

    /// Refuses text that is no UTF-8.
    [[nodiscard]] Result<Document> finish() &&;

  private:
    DocumentBuilder blocks_;
    std::vector<TracedText>* trace_;
};

} // namespace statlint
