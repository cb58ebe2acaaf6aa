#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document latex(std::string source) {
    return read_checked(read_latex, std::move(source));
}

} // namespace

TEST_CASE("the blocks of LaTeX") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"only markup",
         "\\documentclass[12pt]{article}\n\\usepackage{x}\n% 1 in 6\n\\begin{document}\n\\end{document}\n", ""},
        {"the preamble is no prose, but the title is",
         "\\documentclass{a}\n\\title{T \\emph{1 in 6}}\n\\author{A}\nx\n\\begin{document}\n\\maketitle\nP\n"
         "\\end{document}\nbehind\n",
         "heading1: T 1 in 6\nparagraph: P\n"},
        {"abstract", "\\begin{abstract}\nA\n\\end{abstract}\nB", "paragraph: A\nparagraph: B\n"},
        {"an abstract in the preamble",
         "\\begin{abstract}A\\end{abstract}no\\abstract{C}\n\\begin{document}B\\end{document}",
         "paragraph: A\nparagraph: C\nparagraph: B\n"},
        {"a comment starts no document", "A\n% \\begin{document}\nB\n", "paragraph: A B\n"},
        {"headings", "\\section{A}\nOne\ntwo\n\n\\subsection*{B \\emph{c}}\\label{x}\nP\\paragraph{D} q",
         "heading1: A\nparagraph: One two\nheading2: B c\nparagraph: P\nheading4: D\nparagraph: q\n"},
        {"chapters", "\\chapter{A}\n\\section[short]{B}\n\\subsection{C}\n", "heading1: A\nheading2: B\nheading3: C\n"},
        {"what pandoc makes of a heading",
         "\\hypertarget{a}{%\n\\section{\\texorpdfstring{A \\emph{b}}{A b}}\\label{a}}\n\nP\n",
         "heading1: A b\nparagraph: P\n"},
        {"emphasis and font switches leave the text", "\\textbf{1 in 6} {\\bf men} \\emph{\\textit{28}.5}\\%",
         "paragraph: 1 in 6 men 28.5%\n"},
        {"code is no prose",
         "A \\texttt{1 in 6} b\\verb|c 5\\%|d\n\\begin{verbatim}\n1 in 5 \\end{x}\n\\end{verbatim}\ne",
         "paragraph: A b d e\n"},
        {"escapes", "5\\% \\$5,000 A\\&B \\#1 a\\_b \\{x\\} \\textasciitilde{} \\ldots\\ end",
         "paragraph: 5% $5,000 A&B #1 a_b {x} ~ … end\n"},
        {"dashes and quotes", "10--20 --- ``a'' `b' it's well-kept", "paragraph: 10–20 — “a” ‘b' it's well-kept\n"},
        {"ties and thin spaces", "13~hours 1\\,965 27\\thinspace217 a\\ b",
         "paragraph: 13\u00a0hours 1\u2009965 27\u2009217 a b\n"},
        {"accents", "Caf\\'e \\\"{O}st \\c{c}a \\v{s} na\\\"\\i ve \\o\\ \\ss{}x",
         "paragraph: Café Öst ça š naïve ø ßx\n"},
        {"braces around a mark", "1{,}945 men", "paragraph: 1,945 men\n"},
        {"breaks are spaces", "one\\\\two\\\\[2pt]three\\newline four", "paragraph: one two three four\n"},
        {"comments", "one % no\n  two%\nthree\n% x\nfour\n%\n\nfive",
         "paragraph: one twothree four\nparagraph: five\n"},
        {"\\par", "a\\par b\n\n\nc", "paragraph: a\nparagraph: b\nparagraph: c\n"},
        {"list with lead-in", "We found:\n\\begin{itemize}\n\\item one\n\\item two\n wrapped\n\\end{itemize}\nafter",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one\nlist_item1 list=0 lead_in=0: two wrapped\n"
         "paragraph: after\n"},
        {"two paragraphs in an item", "\\begin{enumerate}\n\\item one\n\nmore\n\\item[b)] two\n\\end{enumerate}",
         "list_item1 list=0: one\nlist_item1 list=0: more\nlist_item1 list=0: two\n"},
        {"nested lists", "L:\n\\begin{itemize}\\item a\\begin{itemize}\\item b\\end{itemize}\\item d\\end{itemize}",
         "paragraph: L:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\n"
         "list_item1 list=0 lead_in=0: d\n"},
        {"terms", "\\begin{description}\n\\item[T \\emph{x}] d\n\\item[U] e\\end{description}",
         "paragraph: T x\nlist_item1 list=0 lead_in=0: d\nparagraph: U\nlist_item1 list=0 lead_in=2: e\n"},
        {"quotation", "A\n\\begin{quote}b\n\nc\\end{quote}\nd", "paragraph: A\nquote: b\nquote: c\nparagraph: d\n"},
        {"table with caption",
         "\\begin{table}[ht]\n\\caption{C}\n\\begin{tabular}{l|r}\n\\hline\na & b \\\\ \\hline\n\\textbf{1} & 2\\% "
         "\\\\\n"
         "3 & \\multicolumn{2}{c}{4} \\\\ \\hline\n\\end{tabular}\n\nSource: S\n\\end{table}\nP",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2%\ntable_cell table=0 2,0: 3\ntable_cell table=0 2,1: 4\n"
         "caption table=0: Source: S\nparagraph: P\n"},
        {"a caption below its table", "\\begin{table}\\begin{tabular}{l}a\\\\b\\end{tabular}\\caption{C}\\end{table}",
         "table_cell table=0 0,0: a\ntable_cell table=0 1,0: b\ncaption table=0: C\n"},
        {"a long table says its header twice",
         "\\begin{longtable}[]{@{}ll@{}}\n\\caption{C}\\tabularnewline\n\\toprule\na & b "
         "\\\\\n\\midrule\n\\endfirsthead\n"
         "\\toprule\na & b \\\\\n\\midrule\n\\endhead\n1 & 2 \\\\\n\\bottomrule\n\\end{longtable}\n",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2\n"},
        {"lines inside a cell", "\\begin{tabular}{l}\\makecell{a \\\\ b} & c \\\\\\hline d\\\\\\end{tabular}",
         "table_cell table=0 0,0 header: a b\ntable_cell table=0 0,1 header: c\ntable_cell table=0 1,0: d\n"},
        {"figure",
         "\\begin{figure}\n\\centering\n\\includegraphics[alt={One in "
         "6},width=2cm]{i.png}\n\\caption{C}\n\\end{figure}",
         "alt_text: One in 6\ncaption: C\n"},
        {"footnote", "A\\footnote{One \\emph{two}\n\nthree} b.\\footnotemark\n\n\\footnotetext{Two}\n",
         "paragraph: A b.\nfootnote #footnote-1: One two three\nfootnote #footnote-2: Two\n"},
        {"a note of a list is one block", "A\\footnote{x\\begin{itemize}\\item y\\end{itemize}z} b",
         "paragraph: A b\nfootnote #footnote-1: x y z\n"},
        {"keys",
         "A \\citep{salter-2023}, \\citep[p.~12]{a}, \\parencite[see][12--15]{a_b}, \\autocite{a,b}, "
         "\\cite[12]{a:b}.",
         "paragraph: A [@salter-2023], [p.\u00a012 @a], [see pp. 12–15 @a_b], [@a; @b], [p. 12 @{a:b}].\n"},
        {"keys in running text", "\\citet{a} and \\textcite[p.~3]{b} and \\citet{a,b}",
         "paragraph: @a and @b [p. 3] and @a; @b\n"},
        {"several members", "\\parencites[see][3]{a}[4]{b}", "paragraph: [see @a, p. 3; @b, p. 4]\n"},
        {"a cited note", "A.\\footcite[12]{a} B", "paragraph: A. B\nfootnote #footnote-1: [p. 12 @a]\n"},
        {"own list of references",
         "A \\cite{a} \\cite[p. 3]{b}\n\\begin{thebibliography}{9}\n\\bibitem{a} One\n\\bibitem[B]{b} Two\n\n2023\n"
         "\\end{thebibliography}\nend",
         "paragraph: A [1] [2, p. 3]\nfootnote #1: One\nfootnote #2: Two\nfootnote #2: 2023\nparagraph: end\n"},
        {"numbers with units",
         "\\SI{28.5}{\\percent} \\qty{13}{\\hour} \\num{27217} \\SIrange{10}{20}{\\percent} \\num[x=y]{1{,}965} "
         "\\SI{5}{km}",
         "paragraph: 28.5% 13 hours 27217 10–20% 1,965 5 km\n"},
        {"formulas of a number",
         "$28.5\\%$ \\(1{,}945\\) $\\frac{1}{6}$ $\\approx 28\\,\\%$ $\\sim$5 $n = 12$ $\\geq 3$",
         "paragraph: 28.5% 1,945 1/6 ≈28\u2009% ~5 n = 12 ≥3\n"},
        {"other formulas", "a $x_i$ b $\\alpha + 2$ c \\[ 1 in 6 \\] d $$5\\%$$ e\\begin{equation}1\\end{equation} f",
         "paragraph: a b c d e f\n"},
        {"an open formula ends nowhere", "a $5 b\n\nc", "paragraph: a 5 b\nparagraph: c\n"},
        {"superscripts", "5\\textsuperscript{2} 1\\textsuperscript{st}", "paragraph: 5² 1st\n"},
        {"own commands",
         "\\newcommand{\\csa}{child sexual abuse}\\newcommand\\pc[1]{#1\\%}\\csa{} and \\pc{28.5}, \\csa",
         "paragraph: child sexual abuse and 28.5%, child sexual abuse\n"},
        {"unknown commands", "\\foo[x]{a} \\vspace{2cm}\\label{1 in 6}\\textcolor{red}{b} \\begin{bar}[o]c\\end{bar}",
         "paragraph: a b\nparagraph: c\n"},
        {"references stay out", "Table~\\ref{tab:1} \\index{1 in 6}x", "paragraph: Table\u00a0 x\n"},
        {"quotes of csquotes", "\\enquote{a \\emph{b}}", "paragraph: “a b”\n"},
        {"slides",
         "\\begin{frame}{T}\na\\pause\n\\only<2>{b}\n\\end{frame}\n\\begin{frame}\\frametitle{U}c\\end{frame}",
         "heading2: T\nparagraph: a b\nheading2: U\nparagraph: c\n"},
        {"links", "\\href{https://x.org}{a b} \\url{https://y.org/a\\_b}", "paragraph: a b https://y.org/a_b\n"},
        {"CRLF and BOM", "\xEF\xBB\xBF\\section{A}\r\n\r\none\r\ntwo\r\n\r\nthree % x\r\n four\r\n",
         "heading1: A\nparagraph: one two\nparagraph: three four\n"},
    };
    check_outlines(rows, latex);
}

TEST_CASE("notes and links of LaTeX") {
    struct Row {
        std::string_view source;
        std::string_view want;
    };
    const Row rows[] = {
        {"A\\footnote{x} b.\\footnotemark[7]\n", "footnote-1@A\nfootnote-7@A b.\n"},
        {"a \\href{http://x/?a\\&b\\#c}{two \\emph{words}} c", "http://x/?a&b#c=two words\n"},
        {"\\url{https://x.org/a\\_b%20c}", "https://x.org/a_b%20c=https://x.org/a_b%20c\n"},
        {"a\\footnotemark b\\footnotemark\\addtocounter{footnote}{-1}\\footnotetext{x}\\stepcounter{footnote}"
         "\\footnotetext{y}",
         "footnote-1@a\nfootnote-2@ab\n"},
        {"A\\footnote{see \\url{http://y}} b", "footnote-1@A\nhttp://y=http://y\n"},
        {"A \\cite{gone}\\begin{thebibliography}{1}\\bibitem{a} x\\end{thebibliography}", "gone@A\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        CHECK(reference_outline(latex(std::string(row.source))) == row.want);
    }
}

TEST_CASE("the way back to the source of LaTeX") {
    const Document document =
        latex("\xEF\xBB\xBF\\textbf{1 in\r\n6} men, 13~hours, 5\\% x, 1{,}945 y \\SI{28.5}{\\percent} "
              "\\citep[p.~12]{salter-2023} caf\\'e $1/4$ z");
    CHECK(source_of(document, "1 in 6") == "1 in\r\n6");
    CHECK(source_of(document, "6 men") == "6} men");
    CHECK(source_of(document, "13\u00a0hours") == "13~hours");
    CHECK(source_of(document, "5%") == "5\\%");
    CHECK(source_of(document, "1,945") == "1{,}945");
    CHECK(source_of(document, "28.5%") == "28.5}{\\percent}");
    CHECK(source_of(document, "28.5") == "28.5");
    CHECK(source_of(document, "p.\u00a012") == "p.~12");
    CHECK(source_of(document, "@salter-2023") == "]{salter-2023");
    CHECK(source_of(document, "café") == "caf\\'e");
    CHECK(source_of(document, "1/4") == "1/4");
}

TEST_CASE("comments and bibliographies of LaTeX") {
    const Document document = latex("\\addbibresource{a b.json}\n% statlint-disable-next-line : why\nA\n"
                                    "\\bibliography{refs, sub/more.bib}\n");
    REQUIRE(document.comments.size() == 1);
    CHECK(document.comments[0].text == " statlint-disable-next-line : why");
    CHECK(document.view(document.comments[0].span) == "% statlint-disable-next-line : why");
    CHECK(document.bibliographies == std::vector<std::string>{"a b.json", "refs.bib", "sub/more.bib"});
}
