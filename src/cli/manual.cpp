// statlint man: the manual page, in roff.
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/command_table.hpp"
#include "cli/terminal.hpp"
#include "rules/analysis.hpp"

namespace statlint {

namespace {

constexpr std::string_view description = R"(
.SH DESCRIPTION
.B statlint
reads drafts, finds the statistics that they quote ("1 in 6", "28.5%"), and checks each one against a corpus of study
figures with page references.
It reports misquotes, missing and wrong citations, wrong pages, and numbers that contradict each other.
It runs offline and says what it could not judge.
.PP
Without a command,
.B statlint
.I PATH
means
.B statlint check
.IR PATH .
A folder is searched for drafts, leaving out hidden files and what
.I .gitignore
and
.I .statlintignore
name;
.B \-
is standard input.
)";

constexpr std::string_view rest = R"(.SH SUPPRESSION
A comment of the draft keeps findings from being reported; in HTML and Markdown:
.PP
.nf
<!\-\- statlint\-disable\-next\-line RULE... : reason until 2026\-12\-31 \-\->
.fi
.SH EXIT STATUS
.TP
.B 0
Nothing at or above the fail level.
.TP
.B 1
Findings, or less coverage than
.B \-\-min\-coverage
asks for.
.TP
.B 2
Something could not be checked: a path that is not there, an unreadable file, an unknown format, a bad corpus or
configuration, wrong usage.
Whatever else could be checked was.
.SH FILES
.TP
.I .statlint.toml
The configuration; the nearest one upward from a draft holds for it.
.TP
.I .statlintignore
Drafts to leave out, as in
.IR .gitignore .
.TP
.I statlint-pdf
The program that reads PDF files; it is looked for beside this one and in
.IR libexec .
.SH ENVIRONMENT
.TP
.B STATLINT_PDF
Where
.I statlint-pdf
is, if elsewhere.
.TP
.B NO_COLOR
Where it is set, the text format is not coloured unless
.B \-\-color=always
says so.
.SH EXAMPLES
.TP
.B statlint press.md
What is wrong in a draft.
.TP
.B statlint audit \-\-format=csv drafts/ >facts.csv
Every statistic of a folder, for a spreadsheet.
.TP
.B statlint check \-\-output report.sarif .
For a terminal and for a program at once.
)";

/// Text that roff takes as it stands.
std::string roff(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '\\')
            made += "\\e";
        else if (c == '-')
            made += "\\-";
        else
            made += c;
    }
    // At the start of a line these would be requests.
    if (made.starts_with('.') || made.starts_with('\'')) made.insert(0, "\\&");
    return made;
}

std::string sentence(std::string_view text) {
    std::string made = roff(text);
    if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made + ".";
}

void write_option(const OptionInfo& option, std::string& out) {
    out += ".TP\n.B " + roff(option.name);
    if (!option.other.empty()) out += "\\fR, \\fB" + roff(option.other);
    if (!option.value.empty()) out += "\\fR \\fI" + roff(option.value);
    out += "\n" + sentence(option.text);
    if (!option.values.empty()) out += roff(fmt::format("\nOne of {}.", fmt::join(option.values, ", ")));
    out += '\n';
}

void write_command(const CommandInfo& command, std::string& out) {
    out += ".SS statlint " + roff(command.name);
    for (const OptionInfo& argument : command.arguments) out += fmt::format(" [{}...]", roff(argument.value));
    out += "\n" + sentence(command.text) + "\n";
    for (const OptionInfo& option : command.options)
        if (option.name != "--help") write_option(option, out);
}

int print_manual(const CLI::App& root) {
    std::string out = ".TH STATLINT 1 \"\" \"statlint " STATLINT_VERSION "\" \"User Commands\"\n"
                      ".SH NAME\nstatlint \\- check the statistics that drafts quote\n.SH SYNOPSIS\n"
                      ".B statlint\n.RI [ COMMAND ]\n.RI [ OPTION ...]\n.RI [ PATH ...]";
    out += description;
    out += ".SH COMMANDS\n";
    for (const CommandInfo& command : command_table(root)) write_command(command, out);
    const auto knowledge = load_knowledge({}, true);
    if (!knowledge) {
        print_errors(knowledge.error());
        return exit_trouble;
    }
    out += ".SH RULES\n";
    for (const RuleInfo& rule : rules_of(**knowledge))
        out +=
            fmt::format(".TP\n.B {}\n{} By default: {}.\n", roff(rule.id), sentence(rule.summary), name(rule.severity));
    out += rest;
    print(out);
    return exit_clean;
}

} // namespace

std::function<int()> declare_man(CLI::App& app) {
    app.group(""); // packages ask for it, not people
    return [&app] { return print_manual(*app.get_parent()); };
}

} // namespace statlint
