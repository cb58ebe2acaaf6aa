#include "report/xml_text.hpp"

#include "text/code_point.hpp"

namespace statlint {

std::string xml_text(std::string_view text) {
    std::string made;
    made.reserve(text.size() + text.size() / 16);
    while (!text.empty()) {
        const CodePoint c = first_code_point(text);
        const std::string_view bytes = text.substr(0, c.size);
        text.remove_prefix(c.size);
        const bool control = (c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r') ||
                             (c.value >= 0x7F && c.value < 0xA0) || c.value == 0xFFFE || c.value == 0xFFFF;
        if (!c.valid || control)
            made += "\xEF\xBF\xBD";
        else if (c.value == '&')
            made += "&amp;";
        else if (c.value == '<')
            made += "&lt;";
        else if (c.value == '>')
            made += "&gt;";
        else if (c.value == '"')
            made += "&quot;";
        else if (c.value == '\'')
            made += "&#39;";
        else if (c.value < 0x20) // else an attribute would hold a space
            ((made += "&#") += std::to_string(c.value)) += ';';
        else
            made += bytes;
    }
    return made;
}

} // namespace statlint
