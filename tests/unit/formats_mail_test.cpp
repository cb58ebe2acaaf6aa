#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Result<Document> mail(std::string bytes) {
    Result<Document> document = format_by_name("mail")->read(std::move(bytes));
    if (document) check_document(*document);
    return document;
}

std::string outline_of(std::string_view bytes) {
    const auto document = mail(std::string(bytes));
    return document ? outline(*document) : "error: " + document.error().message;
}

std::string multipart(const std::string& kind, const std::string& parts) {
    return "From: a@b.c\nContent-Type: multipart/" + kind + "; boundary=\"x y\"\n\npreamble 9%\n" + parts +
           "--x y--\nepilogue 8%\n";
}

std::string part(const std::string& header, const std::string& body) {
    return "--x y\n" + header + "\n\n" + body + "\n";
}

} // namespace

TEST_CASE("the subject of a mail and what its sender wrote") {
    struct Row {
        std::string_view what;
        std::string source, want;
    };
    const Row rows[] = {
        {"headers are no prose",
         "From: A <a@b.c>\r\nTo: 99% <d@e.f>\r\nSubject: About 1 in\r\n 6 men\r\n\r\nHello.\r\n\r\nBye.\r\n",
         "heading1: About 1 in 6 men\nparagraph: Hello.\nparagraph: Bye.\n"},
        {"earlier mails and what announces them",
         "From: a\n\nI agree.\n\nOn Monday, 3 May, at 10:15,\nAnna <a@b.c> wrote:\n\n> 1 in 5\n>> 1 in 4\n\nBut see 1 "
         "in 6.\n",
         "paragraph: I agree.\nparagraph: But see 1 in 6.\n"},
        {"answers between quoted lines", "From: a\n\n> 1 in 5\nNo: 1 in 6.\n> 2 in 5\nYes.\n",
         "paragraph: No: 1 in 6.\nparagraph: Yes.\n"},
        {"the signature", "From: a\n\n1 in 6\n-- \nCall 1 in 5\n", "paragraph: 1 in 6\n"},
        {"what Outlook puts below", "From: a\n\n1 in 6\n\n-----Original Message-----\nFrom: B\n1 in 5\n",
         "paragraph: 1 in 6\n"},
        {"and its other form", "From: a\n\n1 in 6\n\nFrom: B\nSent: Monday\nTo: C\nSubject: D\n\n1 in 5\n",
         "paragraph: 1 in 6\n"},
        {"flowed lines", "From: a\nContent-Type: text/plain; format=flowed; delsp=yes\n\nabout 28. \n5% of \n men\n",
         "paragraph: about 28.5% ofmen\n"},
        {"quoted-printable",
         "From: a\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n"
         "=E2=80=9C1 in=\n 6=E2=80=9D is 15=2E1% = = a\n",
         "paragraph: “1 in 6” is 15.1% = = a\n"},
        {"quoted-printable in Latin-1",
         "From: a\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: Quoted-Printable\n\n=A35 "
         "caf=E9\n",
         "paragraph: £5 café\n"},
        {"base64",
         "From: a\nSubject: b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
         "base64\n\nMSBpbiA2\nIG1lbg==\n",
         "heading1: b\nparagraph: 1 in 6 men\n"},
        {"Latin-1 as it is", "From: a\nContent-Type: text/plain; charset=iso-8859-1\n\ncaf\xE9 6\n",
         "paragraph: café 6\n"},
        {"bytes that no header explains",
         "From: a\n\n\x93"
         "6\x94\n",
         "paragraph: “6”\n"},
        {"encoded words", "From: a\nSubject: =?UTF-8?Q?=E2=80=9C1_in?= =?utf-8?B?IDbigJ0=?= men =?x?\n\nb\n",
         "heading1: “1 in 6” men =?x?\nparagraph: b\n"},
        {"alternatives",
         multipart("alternative",
                   part("Content-Type: text/plain", "plain") + part("Content-Type: text/html", "<p>html")),
         "paragraph: plain\n"},
        {"an empty plain one",
         multipart("alternative",
                   part("Content-Type: text/plain", " ") + part("Content-Type: text/html", "<p>1 in <b>6</b>")),
         "paragraph: 1 in 6\n"},
        {"attachments, mails inside, several texts",
         multipart("mixed",
                   part("Content-Type: text/plain", "one") +
                       part("Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt", "two") +
                       part("Content-Type: message/rfc822", "From: x\n\nthree") +
                       part("Content-Type: image/png", "four") + part("X: y", "five")),
         "paragraph: one\nparagraph: five\n"},
        {"quoted HTML",
         "From: a\nContent-Type: text/html\n\n<p>1 in 6</p><div class=\"gmail_quote\">On … wrote: <blockquote>1 in "
         "5</blockquote></div>"
         "<blockquote type=\"cite\">1 in 4</blockquote><blockquote>1 in 3</blockquote>",
         "paragraph: 1 in 6\nquote: 1 in 3\n"},
        {"a mailbox line", "From a@b.c Mon May  3\nFrom: a\n\nb\n", "paragraph: b\n"},
        {"nothing to read", "From: a\nSubject:\n\n", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline_of(row.source) == row.want);
    }
}

TEST_CASE("words of a mail lead back to their bytes, those in base64 to the extracted text") {
    const auto printable =
        mail("From: a\nContent-Transfer-Encoding: quoted-printable\n\n=E2=80=9C1 in=\n 6=E2=80=9D\n");
    REQUIRE(printable.has_value());
    CHECK(printable->form == SourceForm::encoded);
    CHECK(printable->location_of(0).empty());
    const auto at = static_cast<std::uint32_t>(printable->text.find("1 in 6"));
    CHECK(printable->view(printable->to_source({at, at + 6})) == "1 in=\n 6");
    CHECK(printable->view(printable->to_source({at - 3, at + 1})) == "=E2=80=9C1");
    const auto packed = mail("From: a\nSubject: s\nContent-Transfer-Encoding: base64\n\nMSBpbiA2\n");
    REQUIRE(packed.has_value());
    CHECK(packed->form == SourceForm::extracted);
    CHECK(packed->location_of(0) == "subject");
    CHECK(packed->location_of(2) == "paragraph 1, under \"s\"");
    CHECK(packed->view(packed->to_source({2, 8})) == "1 in 6");
}

TEST_CASE("mails that can't be read") {
    const struct {
        std::string source;
        std::string_view message;
    } rows[] = {
        {"One in five\n", "header of a mail"},
        {"", "header of a mail"},
        {"From: a\nContent-Type: multipart/mixed\n\nb\n", "what stands between"},
        {"From: a\nContent-Type: multipart/mixed; boundary=x\n\nb\n", "truncated"},
        {"From: a\nContent-Type: image/png\n\nb\n", "no part that is text"},
        {"From: a\nContent-Type: text/plain; charset=klingon\n\nb\xFF\n", "not known"},
        {"From: a\nContent-Type: text/plain; charset=../../etc/passwd\n\nb\xFF\n", "not known"},
        {std::string("From: a\n\n1 in 6 \0 x\n", 20), "NUL"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.source);
        const auto document = mail(row.source);
        REQUIRE(!document.has_value());
        CHECK(document.error().message.find(row.message) != std::string::npos);
    }
    std::string nested = "From: a\n";
    for (int i = 0; i < 30; ++i) nested += fmt::format("Content-Type: multipart/mixed; boundary=b{0}x\n\n--b{0}x\n", i);
    CHECK(mail(nested).error().message.find("nest") != std::string::npos);
    std::string many = "From: a\nContent-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 5'000; ++i) many += "--b\n\nx\n";
    CHECK(mail(many).error().message.find("too many") != std::string::npos);
    for (const char* piece :
         {"=", "=3", "> ", "\n> x\n", "-----", "On a wrote:\n", "From: x\n", "--b\n", "=?utf-8?q?", "x \n"}) {
        std::string body;
        for (int i = 0; i < 20'000; ++i) body += piece;
        for (const char* head :
             {"From: a\nContent-Transfer-Encoding: quoted-printable\n\n",
              "From: a\nSubject: ", "From: a\nContent-Type: text/html\n\n",
              "From: a\nContent-Transfer-Encoding: base64\n\n", "From: a\nContent-Type: text/plain; format=flowed\n\n"})
            static_cast<void>(mail(head + body + "\n\nb"));
    }
}
