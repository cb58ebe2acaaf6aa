// Markup that is cut off, mangled or nested without end: a reader may make anything of it, but never a document that is
// not sound.
#include <array>
#include <string>

#include <doctest/doctest.h>

#include "formats/format.hpp"

using namespace statlint;

namespace {

struct Sample {
    std::string_view format;
    std::string_view draft;
    std::array<std::string_view, 8> repeated; ///< what nests or opens and never ends
};

const Sample samples[] = {
    {"latex",
     "\\documentclass{a}\\title{T}\\newcommand{\\pc}[1]{#1\\%}\n\\begin{document}\n\\section[s]{A \\emph{b}}\n"
     "One~in \\pc{5}\\footnote{x \\url{http://y/%20}} --- ``q'' $28.5\\%$ \\SI{5}{\\percent} \\citep[see][p.~3]{a,b} "
     "caf\\'e \\verb|x| % statlint-disable-line : y\n\\begin{itemize}\\item[a] x\\begin{itemize}\\item y\n\n"
     "z\\end{itemize}\\end{itemize}\n\\begin{table}\\caption{C}\\begin{tabular}{ll}a & "
     "\\multicolumn{2}{c}{b}\\\\\\hline\n"
     "1 & 2\\\\\\end{tabular}\\end{table}\n\\begin{verbatim}x\\end{verbatim}\\begin{description}\\item[T] d"
     "\\end{description}\\includegraphics[alt={x}]{y}\\footcite{k}\\begin{thebibliography}{1}\\bibitem{k} K"
     "\\end{thebibliography}\\end{document}",
     {"{", "\\begin{itemize}\\item ", "\\footnote{", "\\begin{tabular}{l}&", "\\label{", "$", "\\section[", "\\cite["}},
    {"rst",
     "====\nHead\n====\n\n:Author: A\n:bibliography: a.bib\n\nOne in **5** *x* [1]_ [#]_ [#n]_ |alt| ``c`` `l "
     "<http://x>`_ "
     "word_ :sup:`2` \\* :math:`5\\%`::\n\n  code\n\n- a\n\n  - b\n    c\n\n1. x\n#. y\n\nTerm\n   Def\n\n.. [1] "
     "Note\n   "
     "more\n.. [#n]\n   N\n.. |alt| image:: x\n   :alt: y\n\n.. _word: http://y\n\n.. comment\n   more\n\n.. note:: "
     "t\n   "
     "u\n\n.. figure:: f\n   :alt: g\n\n   Cap\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n== ===\na  "
     "b\n== ===\n1  2\n== ===\n\n.. list-table:: C\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n\n.. "
     "csv-table:: D\n   "
     ":header: a, b\n\n   1, \"2, 3\"\n\n| line\n| block\n\n.. raw:: html\n\n   <!-- x -->\n\n>>> 1\n2\n",
     {"- ", "*", "`", ".. note:: ", "|a", "=== ===\n", "+--+\n", "[#x]_"}},
    {"asciidoc",
     "= T\nA <a@x>\n:csa: words\n\n== A *b*\n\nOne in 5 _x_ `c` {csa} footnote:[n https://y[z]] <<r,s>> cite:[k(3)] "
     "\"`q`\" H~2~O "
     "x^2^ stem:[5] &nbsp;\n\n.C\n[cols=\"1,2*\",options=\"header\"]\n|===\n|a |b |c\n\n2+|d |e\n|===\n\n* a\n** "
     "b\n+\n----\n1\n----\n. "
     "n\n\nTerm:: d\n\n[quote]\n____\nq\n____\n\n[source]\n....\nx\n....\n\nNOTE: m\n\n// "
     "c\n////\nd\n////\n\nimage::i[alt,3]\n\n"
     "[bibliography]\n* [[[r]]] R\n\n,===\na,b\n,===\n\nHead\n----\n\n====\ne\n====\n",
     {"footnote:[", "* a\n** ", "|", "|===\n|", "```a\n", "[[[", "*a ", "`"}},
    {"org",
     "#+title: T\n#+bibliography: b.bib\n\n* TODO A *b* :t:\n:PROPERTIES:\n:X: y\n:END:\nOne in 5 /x/ =c= [fn:1] "
     "[fn::n *o*] "
     "[[http://x][y]] <http://z> [cite:@k p. 3; @l] [cite/t:@m] $5$ \\(6\\%\\) x^{2} a -- b\\\\\n\n- a\n  - b\n\n    "
     "c\n1. d\n- T :: u\n\n"
     "#+caption: C\n| a | b |\n|---+---|\n| 1 | 2 |\n\n#+begin_src c\nx\n#+end_src\n#+begin_quote\nq\n#+end_quote\n# "
     "statlint-x\n: f\n#+attr_html: :alt y\n-----\n[fn:1] N\n   m\n\n\nP\n",
     {"[fn::", "- a\n ", "|", "[[a][", "#+begin_src\n", "*a ", "=", "[cite:@"}},
};

/// Whether blocks tile the text, and text and source can be told from each other.
bool is_sound(const Document& document) {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.text.start != end + (i > 0 ? 1 : 0) || block.text.end < block.text.start) return false;
        end = block.text.end;
        if (block.heading != no_block && block.heading >= i) return false;
        if (block.lead_in != no_block && block.lead_in >= document.blocks.size()) return false;
    }
    std::uint32_t last = 0;
    for (const Piece& piece : document.pieces) {
        if (piece.text.start < last || piece.text.end <= piece.text.start) return false;
        if (piece.source.end < piece.source.start || piece.source.end > document.source.size()) return false;
        last = piece.text.end;
    }
    for (const Reference& reference : document.references)
        if (reference.block >= document.blocks.size() || reference.at.end > document.text.size()) return false;
    return end == document.text.size();
}

bool reads(const Sample& sample, std::string source) {
    const Result<Document> document = format_by_name(sample.format)->read(std::move(source));
    return !document || is_sound(*document);
}

} // namespace

TEST_CASE("drafts that are cut off or mangled") {
    for (const Sample& sample : samples) {
        CAPTURE(sample.format);
        REQUIRE(reads(sample, std::string(sample.draft)));
        for (std::size_t size = 0; size < sample.draft.size(); ++size) {
            CAPTURE(size);
            REQUIRE(reads(sample, std::string(sample.draft.substr(0, size))));
            REQUIRE(reads(sample, std::string(sample.draft.substr(size))));
        }
        std::uint32_t random = 1;
        const auto below = [&](std::size_t bound) {
            random = random * 1664525 + 1013904223;
            return (random >> 8) % bound;
        };
        for (int round = 0; round < 3000; ++round) {
            std::string draft(sample.draft);
            for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
                const std::size_t at = below(draft.size()), from = below(draft.size()), size = below(20);
                const std::string part = draft.substr(from, size);
                if (below(2) == 0)
                    draft.insert(at, part);
                else
                    draft.replace(at, below(20), part);
                if (draft.empty()) draft = "x";
            }
            CAPTURE(draft);
            REQUIRE(reads(sample, draft));
        }
    }
}

TEST_CASE("markup that is nested or opened without end") {
    for (const Sample& sample : samples)
        for (const std::string_view mark : sample.repeated) {
            CAPTURE(sample.format);
            CAPTURE(mark);
            std::string draft;
            while (draft.size() < 300'000) draft += mark;
            CHECK(reads(sample, draft));
            CHECK(reads(sample, draft + "\n\nx"));
        }
}

TEST_CASE("what is no text, and other line ends") {
    for (const Sample& sample : samples) {
        CAPTURE(sample.format);
        const Format& format = *format_by_name(sample.format);
        CHECK_FALSE(format.read("a\xff").has_value());
        CHECK_FALSE(format.read(std::string("a\0b", 3)).has_value());
        std::string windows, old;
        for (const char c : sample.draft) {
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
            old += c == '\n' ? '\r' : c;
        }
        const Document plain = *format.read(std::string(sample.draft));
        const Document carried = *format.read("\xEF\xBB\xBF" + windows);
        CHECK(carried.text == plain.text);
        CHECK(carried.blocks.size() == plain.blocks.size());
        CHECK(reads(sample, old));
    }
}
