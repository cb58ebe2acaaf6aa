#pragma once

namespace statlint {

/// Asks the system for what a short run needs of memory in one piece. Taken page by page, as it is touched, it costs
/// more time than the check of a short draft. Call it first; where the system can't do it, nothing happens.
void prepare_heap();

} // namespace statlint
