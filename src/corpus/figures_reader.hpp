#pragma once
#include <optional>
#include <vector>

#include "corpus/corpus.hpp"
#include "corpus/place.hpp"

namespace statlint {

struct ReadStatement {
    Statement statement;
    Place value; ///< where the value stands
    std::optional<PlacedId> work;
};

/// A figure as its file has it: the works and figures that it names are not looked up yet.
struct ReadFigure {
    Figure figure;
    FigureExamples examples;
    Place place; ///< of its id
    std::optional<PlacedId> work;
    std::vector<PlacedId> also, via;
    std::vector<ReadStatement> statements;
    std::optional<PlacedId> superseded_by;
};

struct ReadFinding {
    FindingStatement finding;
    Place place; ///< of its id
    std::optional<PlacedId> work;
};

/// What the TOML files of a corpus hold.
struct ReadFigures {
    std::vector<ReadFigure> figures;
    std::vector<ReadFinding> findings;
    std::vector<std::string> editions; ///< "NAME VERSION" of each [corpus] table
};

/// Reads the [[figure]] and [[finding]] tables of a file. What has no id is left out, with an error.
void read_figures(const CorpusFile& file, const NumberWords& words, ReadFigures& out, std::vector<Error>& errors);

} // namespace statlint
