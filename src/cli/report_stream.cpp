#include "cli/report_stream.hpp"

#include <utility>

namespace statlint {

ReportStream::ReportStream(std::string_view head, std::string_view separator, bool hold_back, Write write)
    : separator_(separator), write_(std::move(write)), hold_back_(hold_back) {
    write_(head);
}

void ReportStream::add(std::string_view output) {
    if (output.empty()) return;
    if (hold_back_) {
        if (any_) held_ += separator_;
        held_ += output;
    } else {
        if (any_) write_(separator_);
        write_(output);
    }
    any_ = true;
}

void ReportStream::finish(const Part& front, const Part& tail, const RunSummary& summary) {
    std::string text;
    if (front) front(summary, text);
    write_(text);
    write_(held_);
    text.clear();
    if (tail) tail(summary, text);
    write_(text);
}

} // namespace statlint
