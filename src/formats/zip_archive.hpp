#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

struct zip;

namespace statlint {

/// A zip file in memory (DOCX, ODT, PPTX), with limits against files that unpack to far more than they are: on each
/// part, on all parts that are read together, and on how much a part may have been packed. Nothing is ever unpacked to
/// disk, and a zip inside it stays closed. Keeps a view: the bytes must outlive it.
class ZipArchive {
  public:
    /// Refuses what is no complete zip file, is encrypted, or has parts whose names lead out of it.
    [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> names() const;
    /// The bytes of a part, checked against their checksum.
    [[nodiscard]] Result<std::string> read(const std::string& name);
    /// The whole file with some parts replaced or added; all others are copied as they are, without being unpacked.
    [[nodiscard]] Result<std::string> with_parts(const std::map<std::string, std::string>& parts) const;

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::string_view bytes_;
    std::unique_ptr<zip, Close> archive_;
    std::uint64_t unpacked_ = 0; ///< bytes read so far
};

} // namespace statlint
