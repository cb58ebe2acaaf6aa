#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "citation/citation_words.hpp"
#include "citation/work_names.hpp"
#include "corpus/corpus.hpp"
#include "lexicon/lexicon.hpp"
#include "match/figure_finder.hpp"
#include "match/joining_words.hpp"
#include "match/stated_findings.hpp"
#include "quantity/number_words.hpp"
#include "rules/analysis.hpp"
#include "rules/rule_texts.hpp"
#include "text/abbreviations.hpp"

namespace statlint {

/// All that is loaded once. Only read after it is made.
class Knowledge {
  public:
    Knowledge(NumberWords number_words, Corpus made_corpus, Lexicon made_lexicon, StemTable made_stems,
              RuleTexts made_texts, Abbreviations made_abbreviations, CitationWords made_citing,
              JoiningWords made_joining)
        : words(std::move(number_words)), corpus(std::move(made_corpus)), stems(std::move(made_stems)),
          lexicon(std::move(made_lexicon)), names(corpus, stems), figures(corpus, lexicon, stems),
          findings(corpus, stems), texts(std::move(made_texts)), abbreviations(std::move(made_abbreviations)),
          citing(std::move(made_citing)), joining(std::move(made_joining)) {}
    /// To be read from what the build compiled (rules/precompiled.hpp).
    explicit Knowledge(NumberWords number_words) : words(std::move(number_words)), names(corpus) {}
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    /// Whoever keeps something that was made for this knowledge holds on to it: an address may come again, this not.
    std::shared_ptr<const int> identity = std::make_shared<const int>();
    NumberWords words;
    Corpus corpus;
    StemTable stems;
    Lexicon lexicon;
    WorkNames names; ///< views `corpus`
    FigureFinder figures;
    FindingWords findings;
    RuleTexts texts;
    Abbreviations abbreviations;
    CitationWords citing;
    JoiningWords joining;
};

} // namespace statlint
