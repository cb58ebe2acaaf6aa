#include "corpus/cite.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/describe.hpp"

namespace statlint {

namespace {

/// How a style writes a list of names.
struct NameForm {
    std::size_t listed = 2;        ///< more names than that become "et al."
    std::string_view last = " & "; ///< before the last name
    std::string_view others = " et al.";
};

std::string join(const std::vector<std::string>& names, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last : std::string_view(", ");
        text += names[i];
    }
    return text;
}

/// Names in a citation; a work without authors goes by who published it, or by its title.
std::string cited_names(const Work& work, const NameForm& form) {
    if (work.authors.empty()) {
        if (!work.publisher.empty()) return work.publisher;
        return work.title.empty() ? work.id : fmt::format("‘{}’", short_title(work));
    }
    const std::string& first = work.authors.front().family;
    if (work.more_authors || work.authors.size() > form.listed) return fmt::format("{}{}", first, form.others);
    std::vector<std::string> names;
    for (const Author& author : work.authors) names.push_back(author.family);
    return join(names, form.last);
}

/// "Daryl J." as "D. J.", "D J" or "DJ"; by code points, so that "Élise" gives "É".
std::string initials(const std::string& given, std::string_view after, std::string_view between) {
    std::string text;
    bool start = true;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto byte = static_cast<unsigned char>(given[i]);
        if (byte == ' ' || byte == '-' || byte == '.') {
            start = true;
            continue;
        }
        if (!start) continue;
        if (!text.empty()) text += between;
        text += given[i];
        while (i + 1 < given.size() && (static_cast<unsigned char>(given[i + 1]) & 0xC0U) == 0x80) text += given[++i];
        text += after;
        start = false;
    }
    return text;
}

/// How a reference list writes an author: what stands between family name and initials, and around these.
struct ListForm {
    std::string_view comma = ", ";
    std::string_view after = ".";
    std::string_view between = " ";
    std::string_view last = ", & ";
    std::size_t listed = 20;
    std::size_t kept = 20; ///< names that stand before "et al."
    std::string_view others = ", et al.";
};

std::string listed_authors(const Work& work, const ListForm& form) {
    if (work.authors.empty()) return work.publisher;
    const bool cut = work.more_authors || work.authors.size() > form.listed;
    const std::size_t count = work.authors.size() > form.listed ? form.kept : work.authors.size();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        const Author& author = work.authors[i];
        const std::string given = initials(author.given, form.after, form.between);
        names.push_back(given.empty() ? author.family : fmt::format("{}{}{}", author.family, form.comma, given));
    }
    std::string text = join(names, cut ? std::string_view(", ") : form.last);
    if (!cut) return text;
    const bool bare = count == 1 && work.authors.front().given.empty();
    return text.append(bare ? std::string_view(" et al.") : form.others);
}

std::string year_of(const Work& work) {
    return work.year == 0 ? "n.d." : std::to_string(work.year);
}

std::string with_dash(std::string_view pages) {
    std::string text;
    for (const char c : pages) {
        if (c == '-') {
            text += "–";
        } else {
            text += c;
        }
    }
    return text;
}

std::string page_label(std::string_view page, std::string_view one = "p. ", std::string_view several = "pp. ") {
    if (page.empty()) return {};
    const std::string text = with_dash(page);
    return fmt::format("{}{}", text.find("–") == std::string::npos ? one : several, text);
}

/// Appends `part` with what stands before and after it, if there is one.
void add(std::string& text, std::string_view before, std::string_view part, std::string_view after = "") {
    if (!part.empty()) text += fmt::format("{}{}{}", before, part, after);
}

/// Ends a sentence that may have its own mark: a title can be a question.
void stop(std::string& text) {
    if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos) text += '.';
}

/// "218(S6)"
std::string volume_issue(const Work& work) {
    std::string text = work.volume;
    add(text, "(", work.issue, ")");
    return text;
}

std::string link(const Work& work) {
    return work.doi.empty() ? work.url : "https://doi.org/" + work.doi;
}

/// A publisher is not said twice where it is the author.
std::string publisher(const Work& work) {
    const bool author = work.authors.empty() || work.authors.front().family == work.publisher;
    return author ? std::string() : work.publisher;
}

std::string apa_reference(const Work& work) {
    std::string text = listed_authors(work, {});
    stop(text);
    if (text.empty()) {
        text = work.title;
        stop(text);
        text += fmt::format(" ({}).", year_of(work));
    } else {
        text += fmt::format(" ({}).", year_of(work));
        add(text, " ", work.title);
        if (work.type == "report" && !work.number.empty()) {
            text += fmt::format(" ({} No. {})", work.container.empty() ? "Report" : work.container, work.number);
        }
        if (!work.title.empty()) stop(text);
    }
    if (work.type == "article-journal" && !work.container.empty()) {
        add(text, " ", work.container);
        add(text, ", ", volume_issue(work));
        add(text, ", ", with_dash(work.page));
        text += '.';
    }
    add(text, " ", publisher(work), ".");
    add(text, " ", link(work));
    return text;
}

std::string vancouver_reference(const Work& work) {
    const ListForm form{.comma = " ", .after = "", .between = "", .last = ", ", .listed = 6, .kept = 6};
    std::string text;
    add(text, "", listed_authors(work, form));
    stop(text);
    if (!text.empty()) text += ' ';
    text += work.title;
    if (!work.title.empty()) stop(text);
    if (!work.title.empty()) text += ' ';
    if (work.type == "article-journal") {
        add(text, "", work.container, ". ");
        text += year_of(work);
        add(text, ";", volume_issue(work));
        add(text, ":", work.page);
    } else {
        add(text, "", publisher(work), "; ");
        text += year_of(work);
        if (!work.number.empty()) text += fmt::format(". {} No. {}", work.container, work.number);
    }
    text += '.';
    add(text, " ", work.doi.empty() ? std::string() : "doi: " + work.doi);
    if (work.doi.empty()) add(text, " Available from: ", work.url);
    return text;
}

/// The two Harvards differ in their marks alone.
struct HarvardForm {
    ListForm names;
    std::string_view year_before, year_after, before_title;
    std::string_view separator;
};

std::string harvard_reference(const Work& work, const HarvardForm& form) {
    std::string text = listed_authors(work, form.names);
    const bool named = !text.empty();
    if (!named) text = work.title;
    const bool article = work.type == "article-journal";
    text += fmt::format("{}{}", form.year_before, year_of(work));
    text += form.year_after;
    if (named && !work.title.empty()) {
        text += form.before_title;
        add(text, article ? "‘" : "", work.title, article ? "’" : "");
    }
    add(text, form.separator, work.container);
    add(text, article ? form.separator : " ", article ? volume_issue(work) : work.number);
    add(text, form.separator, page_label(work.page, article ? "p. " : "", article ? "pp. " : ""));
    add(text, form.separator, publisher(work));
    stop(text);
    add(text, " ", link(work));
    return text;
}

std::string author_in_footnote(const Author& author) {
    return author.given.empty() ? author.family : fmt::format("{} {}", author.given, author.family);
}

std::string footnote(const Work& work, std::string_view page) {
    std::string text;
    if (work.authors.empty()) {
        text = work.publisher;
    } else if (work.more_authors || work.authors.size() > 3) {
        text = author_in_footnote(work.authors.front()) + " et al";
    } else {
        std::vector<std::string> names;
        for (const Author& author : work.authors) names.push_back(author_in_footnote(author));
        text = join(names, " and ");
    }
    if (!text.empty() && !work.title.empty()) text += ", ";
    if (work.type == "article-journal") {
        add(text, "‘", work.title, "’");
        text += fmt::format(" ({})", year_of(work));
        add(text, " ", volume_issue(work));
        add(text, " ", work.container);
        add(text, " ", work.page.substr(0, work.page.find('-')));
        add(text, work.page.empty() ? " " : ", ", with_dash(page));
    } else {
        text += work.title;
        std::string inner;
        if (!work.number.empty()) inner = fmt::format("{} No {}", work.container, work.number);
        add(inner, inner.empty() ? "" : ", ", publisher(work));
        inner += (inner.empty() ? "" : ", ") + year_of(work);
        text += fmt::format(" ({})", inner);
        add(text, " ", with_dash(page));
    }
    return text + ".";
}

std::string author_date(const Work& work, const NameForm& form, std::string_view before_year, std::string_view page) {
    const std::string label = page_label(page);
    return fmt::format("({}{}{}{}{})", cited_names(work, form), before_year, year_of(work), label.empty() ? "" : ", ",
                       label);
}

/// Characters that would end the key or the locator early are left out of the brackets.
std::string pandoc(const Work& work, std::string_view page) {
    const std::string label = page_label(page);
    const auto plain = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || std::string_view("_:.#$%&-+?<>~/").find(c) != std::string_view::npos;
    };
    const bool simple = std::ranges::all_of(work.id, plain) && !work.id.empty() && work.id.back() != '.';
    const std::string key = simple ? work.id : fmt::format("{{{}}}", work.id);
    return fmt::format("[@{}{}{}]", key, label.empty() ? "" : ", ", label);
}

constexpr std::array<std::pair<std::string_view, CiteStyle>, 6> style_names = {{{"apa", CiteStyle::apa},
                                                                                {"vancouver", CiteStyle::vancouver},
                                                                                {"harvard", CiteStyle::harvard},
                                                                                {"agsm", CiteStyle::agsm},
                                                                                {"footnote", CiteStyle::footnote},
                                                                                {"pandoc", CiteStyle::pandoc}}};

} // namespace

std::optional<CiteStyle> cite_style_by_name(std::string_view name) {
    for (const auto& [known, style] : style_names) {
        if (known == name) return style;
    }
    return std::nullopt;
}

std::string cite(const Work& work, CiteStyle style, std::string_view page, int number) {
    switch (style) {
    case CiteStyle::apa:
        return author_date(work, {.listed = 2, .last = " & "}, ", ", page);
    case CiteStyle::harvard:
        return author_date(work, {.listed = 3, .last = " and "}, ", ", page);
    case CiteStyle::agsm:
        return author_date(work, {.listed = 2, .last = " & "}, " ", page);
    case CiteStyle::vancouver:
        return fmt::format("({}{})", number, page_label(page, " p. ", " pp. "));
    case CiteStyle::footnote:
        return footnote(work, page);
    case CiteStyle::pandoc:
        return pandoc(work, page);
    }
    return {};
}

std::string reference(const Work& work, CiteStyle style) {
    static constexpr ListForm harvard{.last = " and "};
    static constexpr ListForm agsm{.comma = " ", .after = "", .between = "", .last = " & "};
    switch (style) {
    case CiteStyle::vancouver:
        return vancouver_reference(work);
    case CiteStyle::harvard:
        return harvard_reference(work, {harvard, " (", ")", " ", ", "});
    case CiteStyle::agsm:
        return harvard_reference(work, {agsm, " ", "", ", ", ", "});
    case CiteStyle::footnote:
        return footnote(work, "");
    case CiteStyle::apa:
    case CiteStyle::pandoc:
        return apa_reference(work); // pandoc makes its own list; this is its default-like look
    }
    return {};
}

} // namespace statlint
