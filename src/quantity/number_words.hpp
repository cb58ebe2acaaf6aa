#pragma once
#include <memory>
#include <string_view>

#include "quantity/quantity.hpp"
#include "text/error.hpp"

namespace statlint {

class NumberWords {
  public:
    /// Reads the three tables; `path_of` names them in errors. Unknown key, duplicate word, unreadable value: an Error.
    static Result<NumberWords> load(std::string_view numbers_toml, std::string_view units_toml,
                                    std::string_view hedges_toml);
    NumberWords(NumberWords&&) noexcept;
    NumberWords& operator=(NumberWords&&) noexcept;
    ~NumberWords();

    struct Tables;
    [[nodiscard]] const Tables& tables() const { return *tables_; }
    explicit NumberWords(std::unique_ptr<Tables> tables);

  private:
    std::unique_ptr<Tables> tables_;
};

} // namespace statlint
